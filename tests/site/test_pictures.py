"""The pictures: true to the knowledge, the same each time, and within reach of everybody."""

import re

import pytest

import followup.knowledge
from built_site import Site
from checkout import ROOT
from draw_pictures import pictures
from followup.knowledge.records import Knowledge
from followup.knowledge.spread import accepting
from followup_site.pictures.drawing import SCHEMES, TEXT, WIDTH, Palette, Picture, Scheme, drawn, snippet, svg
from followup_site.pictures.road import road
from followup_site.pictures.stretch import MARKS, row_of, stretch_picture

KNOWN = followup.knowledge.load()
PICTURES = {picture.name: picture for picture in pictures(KNOWN)}
PHONE = 328
"""Pixels that a page gives a picture on a phone of 360."""


@pytest.fixture(params=PICTURES.values(), ids=lambda picture: picture.name)
def picture(request: pytest.FixtureRequest) -> Picture:
    """One picture after the other."""
    found: Picture = request.param
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_same_knowledge_gives_the_same_bytes(picture: Picture, scheme: Scheme) -> None:
    """Neither a date nor chance gets into a picture."""
    text = svg(picture, scheme)
    assert text == svg(picture, scheme)
    assert "<dc:" not in text
    assert f'viewBox="0 0 {WIDTH} {picture.height}"' in text


def test_nothing_is_cut_off(picture: Picture) -> None:
    """Every letter lies within the picture, and none is too small on a phone."""
    figure = drawn(picture, "light")
    for words in figure.axes[0].texts:
        box = words.get_window_extent()
        assert box.x0 >= 0, words.get_text()
        assert box.x1 <= WIDTH, words.get_text()
        assert box.y0 >= 0, words.get_text()
        assert box.y1 <= picture.height, words.get_text()
    assert TEXT * PHONE / WIDTH >= 12


def test_words_say_the_same(picture: Picture) -> None:
    """Each word of a picture but its legend stands in the list or the table that goes with it."""
    texts = [words.get_text() for words in drawn(picture, "light").axes[0].texts]
    legend = {words for _, words in MARKS}
    beside = " ".join(re.sub(r"[*|]", " ", snippet(picture)).split())
    for text in texts:
        for part in re.split(r"; | days$", text):
            assert part in beside or text in legend, text


def _contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminance, as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
def test_contrast(colours: Palette) -> None:
    """Lines and shapes stand out from the page's own ground, and words even more."""
    assert f"--site-paper: {colours.paper};" in (ROOT / "docs/assets/site.css").read_text(encoding="utf-8")
    for colour in (colours.line, colours.accent, colours.ours):
        assert _contrast(colour, colours.paper) >= 3
    for colour in (colours.ink, colours.soft):
        assert _contrast(colour, colours.paper) >= 4.5


def test_stretch_is_that_of_the_knowledge() -> None:
    """Every date with more than one mark is there, with who goes along where they are counted, and as ours else."""
    timed = [number for number in KNOWN.numbers.values() if number.usual.unit in {"hours", "days", "working-days"}]
    spread = [number for number in timed if len({*number.marks().values()}) > 1]
    assert PICTURES["stretch"].same.count("\n") == len(spread) + 1
    counted, ours, both = (
        row_of(KNOWN.numbers[number], KNOWN)
        for number in ("first-check-after-promise", "spacing-hr", "application-follow-up-from")
    )
    count = KNOWN.spreads["first-check-after-promise"]
    assert counted.agreeing == tuple(accepting(count, mark.value) for mark in counted.marks)
    assert counted.agreeing == tuple(sorted(counted.agreeing))
    assert counted.basis.endswith(f" of {count.of} sources")
    assert ours.basis == "our choice"
    assert both.basis.endswith(" sources; our choice")


def test_a_date_without_words_stops_the_build(small_knowledge: Knowledge) -> None:
    """A number that sources name cannot be left out unseen."""
    with pytest.raises(KeyError, match="wait"):
        stretch_picture(small_knowledge)


def _rows(name: str) -> list[int]:
    return [int(count) for count in re.findall(r"\| (\d+) \|$", PICTURES[name].same, re.MULTILINE)]


def test_bars_are_those_of_the_claims() -> None:
    """All claims are counted, and the days to hire are those that the claims state, with what is not known of them."""
    assert sum(_rows("evidence")) == len(KNOWN.claims)
    assert _rows("days-to-hire") == [49, 48, 47, 34, 33]
    assert KNOWN.claims["huffpost-linkedin-slowest-roles"].sample in PICTURES["days-to-hire"].same


def test_road_is_that_of_the_engine() -> None:
    """The road starts with the interview, goes on in time, asks before it stops, and stops at last."""
    stops = list(road())
    assert [stop.on for stop in stops] == sorted(stop.on for stop in stops)
    kinds = [stop.kind for stop in stops]
    assert kinds == ["theirs", "advised", "theirs", "advised", "optional", "optional", "end"]


def test_files_are_in_the_site(site: Site) -> None:
    """Both schemes of each picture are published."""
    for name in PICTURES:
        for scheme in SCHEMES:
            assert (site.folder / "assets" / "pictures" / f"{name}-{scheme}.svg").is_file()


def test_pages_get_both_schemes(picture: Picture) -> None:
    """A page includes the picture for light and for dark colours, each with its alternative and its size."""
    images = re.findall(r"!\[([^\]]+)\]\((\S+)\)\{ loading=lazy width=360 height=\d+ \}", snippet(picture))
    assert [address.rpartition("#")[2] for _, address in images] == ["only-light", "only-dark"]
    assert all("below says the same" in alt for alt, _ in images)
