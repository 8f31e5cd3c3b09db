"""Numbers in hand-written pages come from the policy, in plain Python-Markdown."""

from copy import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from followup.knowledge.records import Knowledge, Mark, Unit
from followup.knowledge.spread import Spread
from followup_site.markdown.numbers import NumberExtension, UnknownNumberError, unknown_numbers


@pytest.fixture
def markdown(small_knowledge: Knowledge) -> Markdown:
    """Convert as the site does, with the small knowledge."""
    return Markdown(extensions=["tables", NumberExtension(small_knowledge), "pymdownx.superfences"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Wait [#wait].", "Wait 7 days."),
        ("Wait [#wait.words].", "Wait a week."),
        ("By day [#wait.number], and [#wait.keen.words] if keen.", "By day 7, and one day if keen."),
        ("On the [#wait.day], the [#wait.cautious.ordinal].", "On the seventh day, the seventh."),
        ("[Ask after [#wait]](ask.md)", '<a href="ask.md">Ask after 7 days</a>'),
        ("| a |\n| - |\n| [#wait] |", "<td>7 days</td>"),
        ("[Wait](#wait), [ #wait ] and [#] stay.", '<a href="#wait">Wait</a>, [ #wait ] and [#] stay.'),
    ],
)
def test_a_number_is_said_in_words(markdown: Markdown, written: str, read: str) -> None:
    """Our default with its unit, or the mark and the form that are asked for; links of Markdown are left alone."""
    assert read in markdown.convert(written)


def test_a_number_moves_with_the_policy(markdown: Markdown, small_knowledge: Knowledge) -> None:
    """The page says what the policy says, unit and all."""
    wait = replace(small_knowledge.numbers["wait"], usual=Mark(value=3, unit="working-days", claims=()))
    moved = Markdown(extensions=[NumberExtension(replace(small_knowledge, numbers={"wait": wait}))])
    assert "Wait three working days." in moved.convert("Wait [#wait.words].")
    assert "Wait a week." in markdown.convert("Wait [#wait.words].")


def test_how_many_sources_accept_a_number(small_knowledge: Knowledge) -> None:
    """A page says of a counted number how many go along with a mark, and how many name it; of no other it can."""
    counted = small_knowledge._replace(spreads={"wait": Spread("from", 9, ((1, 2), (7, 8)))})
    text = "[#wait.keen.accept], [#wait.accept] of [#wait.voices]"
    assert Markdown(extensions=[NumberExtension(counted)]).convert(text) == "<p>2, 8 of 9</p>"
    assert unknown_numbers("[#wait.accept]", small_knowledge, "a.md") == [
        "a.md:1: 'wait' (7 days) cannot be said as 'accept'"
    ]


@pytest.mark.parametrize("code", ["`[#wait]`", "```\n[#wait]\n```", "``a ` [#nobody]``"])
def test_code_is_left_alone(markdown: Markdown, code: str) -> None:
    """A page can show how a number is written."""
    assert "[#" in markdown.convert(f"Text.\n\n{code}\n")


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("[#wiat]", "no number has the name 'wiat'; did you mean 'wait'?"),
        ("[#wait.wrods]", "a number has no 'wrods'; did you mean 'words'?"),
        ("[#wait.plural]", "'wait' (7 days) cannot be said as 'plural'"),
        ("[#wait.words.keen]", "'wait' (7 days) cannot be said as 'words.keen'"),
    ],
)
def test_what_cannot_be_said_stops_the_build(markdown: Markdown, written: str, complaint: str) -> None:
    """An unknown number, an unknown form, or one that the number does not have, with the nearest name."""
    with pytest.raises(UnknownNumberError, match=r"^text:3: ") as caught:
        markdown.convert(f"One.\n\nTwo {written}.")
    assert str(caught.value) == f"text:3: {complaint}"


def test_an_ordinal_that_nobody_says_is_named(small_knowledge: Knowledge) -> None:
    """There are words for the days of a month, and for no later one."""
    for value, faults in ((31, 0), (32, 1)):
        wait = replace(small_knowledge.numbers["wait"], usual=Mark(value=value, unit="days", claims=()))
        known = replace(small_knowledge, numbers={"wait": wait})
        assert len(unknown_numbers("The [#wait.ordinal].", known, "a.md")) == faults


def test_a_fault_names_the_line_of_the_file(tmp_path: Path, markdown: Markdown) -> None:
    """In the site, page and line are those of the file, front matter and all."""
    page = tmp_path / "ask.md"
    page.write_text("---\ntitle: Ask\n---\n\nWait [#nobody].\n", encoding="utf-8")
    links = Treeprocessor()
    links.file = SimpleNamespace(src_uri="guides/ask.md", abs_src_path=str(page))  # type: ignore[attr-defined]  # as MkDocs does
    markdown.treeprocessors.register(links, "relpath", 0)
    with pytest.raises(UnknownNumberError, match=r"^guides/ask.md:5: no number has the name 'nobody'"):
        markdown.convert("Wait [#nobody].")


@pytest.mark.parametrize(
    ("value", "unit", "form", "words"),
    [
        (14, "days", "words", "two weeks"),
        (10, "days", "words", "ten days"),
        (60, "days", "words", "60 days"),
        (24, "hours", "words", "24 hours"),
        (4, "working-days", "words", "four working days"),
        (1, "contacts-a-day", "words", "one contact a day"),
        (2, "messages", "count", "two"),
        (1, "messages", "times", "once"),
        (2, "messages", "times", "twice"),
        (3, "messages", "times", "three times"),
        (4, "working-days", "day", "fourth working day"),
        (1, "weekdays", "any", "a Monday"),
        (15, "weekdays", "plural", "Mondays and Fridays"),
        (23, "weekdays", "either", "Tuesday or Wednesday"),
    ],
)
def test_every_form_reads_well(value: int, unit: Unit, form: str, words: str, small_knowledge: Knowledge) -> None:
    """Small counts are spelled, whole weeks are weeks, and one is not many."""
    mark = Mark(value=value, unit=unit, claims=())
    wait = replace(small_knowledge.numbers["wait"], usual=mark)
    known = replace(small_knowledge, numbers={"wait": wait})
    assert Markdown(extensions=[NumberExtension(known)]).convert(f"[#wait.{form}]") == f"<p>{words}</p>"
