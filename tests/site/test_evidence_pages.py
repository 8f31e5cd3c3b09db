"""The pages of the wider evidence: nothing is missing, each position has one address, and pictures show what is so."""

import re
from collections import Counter
from copy import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from followup.knowledge.evidence.voices import ARTICLE
from followup.knowledge.spread import accepting
from followup_site.evidence.beside import beside_disputes
from followup_site.evidence.known import Known, load
from followup_site.evidence.laws import overdue
from followup_site.evidence.pages import evidence_pages
from followup_site.evidence.positions import summary
from followup_site.evidence.words import amount
from followup_site.pages.prose import plain

SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)


@pytest.fixture(scope="module")
def known() -> Known:
    """The project's own evidence."""
    return load()


@pytest.fixture(scope="module")
def pages(known: Known) -> dict[str, str]:
    """All pages of the evidence by their path."""
    return dict(evidence_pages(known))


def test_every_position_has_one_address(known: Known, pages: dict[str, str]) -> None:
    """Each position stands under its id on the page of its parameter, with its paraphrase, and nowhere else."""
    anchors = Counter(
        (path, anchor) for path, text in pages.items() for anchor in re.findall(r"\{ #(p\d{3,}) \}", text)
    )
    assert anchors == Counter(
        (f"evidence/{position.parameter}.md", position.id) for position in known.evidence.positions.values()
    )
    for position in known.evidence.positions.values():
        assert plain(position.says) in pages[f"evidence/{position.parameter}.md"]


def test_every_source_stands_with_its_kind(known: Known, pages: dict[str, str]) -> None:
    """Each source has an anchor on the page of its kind, a link to the text, and what keeps it from being more."""
    for source in known.evidence.sources.values():
        lines = pages[f"evidence/sources/{source.kind}.md"].split("\n- ")
        (line,) = (line for line in lines if f"{{ #{source.id} }}" in line)
        assert f"]({source.url})" in line
        assert ("cut off" in line) == (source.text == "cut-off")
        assert ("Weak" in line) == source.weak
        assert plain(source.note) in line
        for position in known.evidence.positions.values():
            if position.source == source.id:
                assert f"#{position.id})" in line


def test_every_page_is_reached_from_the_first(known: Known, pages: dict[str, str]) -> None:
    """The first page leads to every other page of the evidence."""
    links = set(re.findall(r"\]\(([\w/-]+\.md)\)", pages["evidence/index.md"]))
    assert {f"evidence/{link}" for link in links} | {"evidence/index.md"} == pages.keys()
    assert len(pages) == 3 + len(known.evidence.parameters) + len(known.evidence.vocabulary["kinds"])


def test_counted_pages_show_marks_and_voices(known: Known, pages: dict[str, str]) -> None:
    """A question with voices enough shows its three marks and how many accept each; others say how few there are."""
    for found in known.counts.values():
        page = pages[f"evidence/{found.question.parameter}.md"]
        if found.marks is None:
            assert f"Only {len(found.voices)} voice" in page
            continue
        for name, value in found.marks._asdict().items():
            accepted = f"{accepting(found.spread, value)} of {len(found.voices)}"
            assert f"| {name.capitalize()} | **{amount(value, found.question.unit)}** | {accepted} |" in page


def test_articles_stand_beside_the_others(known: Known, pages: dict[str, str]) -> None:
    """Each speaker of the five articles who is a voice, or says something without a number, is linked."""
    for found in known.counts.values():
        for voice in found.voices:
            if voice.kind == ARTICLE:
                assert f"../sources/{voice.source}.md#{voice.id})" in pages[f"evidence/{found.question.parameter}.md"]
    for stand in known.evidence.stands:
        assert f"#{stand.claim})" in pages[f"evidence/{stand.parameter}.md"]


def test_an_example_is_shown_and_not_counted(pages: dict[str, str]) -> None:
    """A case in point of one of the five articles stands apart from the voices."""
    page = pages["evidence/first-check-after-promised-date.md"]
    assert "16 days, as an example" in page.partition("What else do the five articles say?")[2]


def test_pictures_are_well_formed_and_named(known: Known, pages: dict[str, str]) -> None:
    """Each question has three pictures, each with a name of its own that says that the table has the same."""
    drawn = [ET.fromstring(svg) for page in pages.values() for svg in SVG.findall(page)]  # noqa: S314 - drawn by us
    names = [picture.get("aria-labelledby") for picture in drawn]
    assert len(set(names)) == len(names) == 3 * len(known.counts)
    for picture in drawn:
        title = picture.find("title")
        assert title is not None
        assert title.get("id") == picture.get("aria-labelledby")
        assert "table below says the same" in (title.text or "")
        assert picture.get("role") == "img"


def test_pictures_draw_a_step_for_each_value(known: Known, pages: dict[str, str]) -> None:
    """The line of all voices has as many steps as voices name values, and shows all three marks."""
    for found in known.counts.values():
        svg = next(
            svg
            for svg in SVG.findall(pages[f"evidence/{found.question.parameter}.md"])
            if f"{found.question.id}-all" in svg
        )
        line = re.search(r'class="line" d="([^"]+)"', svg)
        assert line
        assert line[1].count("V") == len(found.spread.steps)
        # Each mark twice: where it stands, and with its words.
        assert svg.count('class="mark') == (6 if found.marks else 0)


def test_tables_say_what_the_pictures_draw(known: Known, pages: dict[str, str]) -> None:
    """The first row has the count of all voices at each value; the kinds add up to it, and so do the regions."""
    for found in known.counts.values():
        page = pages[f"evidence/{found.question.parameter}.md"].partition(f"{{ #{found.question.id}-spread }}")[2]
        table = page[page.index("<tbody") : page.index("</tbody>")]
        first, *groups = (
            [int(cell) for cell in re.findall(r"<td[^>]*>(\d+)</td>", row)] for row in table.split("</tr>")[:-1]
        )
        assert first == [len(found.voices), *(count for _, count in found.spread.steps)]
        assert [sum(column) for column in zip(*groups, strict=True)] == [2 * count for count in first]


def test_no_list_of_others_words_is_searched(pages: dict[str, str]) -> None:
    """Search finds the questions, and not the words of a thousand positions."""
    for path, page in pages.items():
        for position in re.finditer(r"\{ #p\d{3,} \}", page):
            heading = re.findall(r"^#{2,3} .+$", page[: position.start()], re.MULTILINE)[-1]
            assert "data-search-exclude" in heading, path


def test_disagreements_show_the_wider_count(known: Known) -> None:
    """Each disagreement that a parameter names gets a line with a link to it."""
    beside = beside_disputes(known)
    for parameter in known.evidence.parameters.values():
        for dispute in parameter.disputes:
            assert f"](../evidence/{parameter.id}.md)" in beside[dispute]


def test_summary_counts_what_is_said_more_than_once(known: Known) -> None:
    """Labels that stand alone are only counted, and a single position is not called one of many."""
    one = next(iter(known.evidence.positions.values()))
    several = [replace(one, value=value) for value in ("yes", "yes", "no", "perhaps")]
    assert summary(several) == "4 positions: yes (2) and 2 others"
    assert summary(several[:2]) == "2 positions: yes (2)"
    assert summary(several[2:]) == "2 positions, each in words of its own"
    assert summary(several[:1]) == "1 position"


# Laws and codes


def test_each_law_has_place_force_date_and_a_day_to_look_again(known: Known, pages: dict[str, str]) -> None:
    """Each card of the page has all four, and the page says that it is no legal advice."""
    page = pages["evidence/must-they-answer.md"]
    assert "no legal advice" in page
    cards = re.findall(r'<div class="claim" markdown>(.*?)</div>', page, re.DOTALL)
    assert len(cards) == len(known.evidence.duties)
    for duty in known.evidence.duties.values():
        (card,) = (card for card in cards if f"#{duty.position})" in card)
        assert duty.place in card
        assert duty.since in card
        assert f"{duty.check_again_by:%B %Y}" in card
        force = known.evidence.vocabulary["forces"][duty.force]
        assert page.index(f"{{ #{force.id} }}") < page.index(card)


def test_a_law_is_overdue_only_after_its_day(known: Known) -> None:
    """On the day itself nothing is said, on the next day a line names the record and what to do."""
    first = min(duty.check_again_by for duty in known.evidence.duties.values())
    assert not [*overdue(known.evidence, first)]
    (line,) = overdue(known.evidence, first + timedelta(days=1))
    assert line.startswith("evidence/duties.toml: p")
    assert len([*overdue(known.evidence, date.max)]) == len(known.evidence.duties)
