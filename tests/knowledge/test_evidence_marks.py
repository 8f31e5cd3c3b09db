"""The marks that are counted from the evidence, and what moves them."""

import doctest
import json
from pathlib import Path
from types import ModuleType

import pytest

from followup import knowledge
from followup.knowledge import evidence, spread
from followup.knowledge.evidence import counting, units
from followup.knowledge.evidence.counting import FEWEST, Marks, marks
from followup.knowledge.evidence.influence import Move, Push, moves, pushes
from followup.knowledge.evidence.voices import ARTICLE, Count, count
from followup.knowledge.spread import accepting
from small_texts import read_small

COUNTED = {
    "thank-you-by": (Marks(keen=48, usual=24, cautious=12), 74),
    "first-check-after-promise": (Marks(keen=1, usual=3, cautious=7), 48),
    "first-check-without-date": (Marks(keen=7, usual=7, cautious=14), 47),
    "spacing-employer": (Marks(keen=7, usual=7, cautious=14), 14),
    "cap-per-contact": (Marks(keen=3, usual=1, cautious=1), 20),
    "application-follow-up-from": (Marks(keen=7, usual=15, cautious=15), 11),
}
"""The questions with voices enough: their marks, and how many voices there are."""

TOO_FEW = {
    "first-check-agency": (Marks(keen=3, usual=7, cautious=7), 3),
    "spacing-agency": (Marks(keen=2, usual=7, cautious=9.8), 4),
    "redirect-after": (Marks(keen=2, usual=4, cautious=4), 2),
}
"""The others, with what the same count would give."""


@pytest.fixture(scope="module")
def counted() -> dict[str, Count]:
    """What is counted on each question of the project's own evidence."""
    return evidence.counts(evidence.load(), knowledge.load())


@pytest.mark.parametrize("module", [counting, spread, units])
def test_examples_in_the_code_hold(module: ModuleType) -> None:
    """Each function of the counting shows cases, and they are true."""
    done = doctest.testmod(module)
    assert done.attempted > 0
    assert done.failed == 0


def test_every_question_is_in_the_table(counted: dict[str, Count]) -> None:
    """No question is counted that the two tables here do not hold to its numbers."""
    assert counted.keys() == COUNTED.keys() | TOO_FEW.keys()


@pytest.mark.parametrize("number", COUNTED)
def test_marks_of_the_projects_own_evidence(number: str, counted: dict[str, Count]) -> None:
    """A quarter, three quarters and nineteen in twenty of the voices stand where the table says."""
    assert (counted[number].marks, len(counted[number].voices)) == COUNTED[number]


@pytest.mark.parametrize("number", TOO_FEW)
def test_too_few_voices_give_no_marks(number: str, counted: dict[str, Count]) -> None:
    """With fewer than ten voices nothing is computed; what they say can still be shown."""
    assert counted[number].marks is None
    assert (counted[number].quantiles, len(counted[number].voices)) == TOO_FEW[number]


def test_ten_voices_are_enough_and_nine_are_not() -> None:
    """The bound is inclusive."""
    assert marks("from", [3] * FEWEST) == Marks(3, 3, 3)
    assert marks("from", [3] * (FEWEST - 1)) is None


@pytest.mark.parametrize("number", COUNTED)
def test_marks_are_the_first_values_that_so_many_accept(number: str, counted: dict[str, Count]) -> None:
    """At a mark its share of the voices accept, and one step nearer to the eager end fewer do."""
    found = counted[number]
    table = found.spread
    assert found.marks is not None
    for value, share in zip(found.marks, (1 / 4, 3 / 4, 19 / 20), strict=True):
        assert accepting(table, int(value)) >= share * table.of
        sooner = int(value) + (-1 if table.direction == "from" else 1)
        assert accepting(table, sooner) < share * table.of


def test_how_many_accept_a_step(counted: dict[str, Count]) -> None:
    """The counts that an answer names: of 48 sources, how many would ask on which day, and so on."""
    asked = counted["first-check-after-promise"].spread
    assert [accepting(asked, day) for day in (0, 1, 2, 3, 7, 8)] == [4, 30, 34, 39, 47, 48]
    assert asked.of == 48
    cap = counted["cap-per-contact"].spread
    assert [accepting(cap, checks) for checks in (1, 2, 3, 4, 5)] == [20, 12, 5, 2, 0]


def test_what_a_browser_needs_is_small() -> None:
    """The tables of all numbers with voices enough, and of no other, stay below a kilobyte as JSON."""
    tables = evidence.spreads(evidence.load(), knowledge.load())
    assert tables.keys() == COUNTED.keys()
    assert len(json.dumps(tables, separators=(",", ":"))) < 1000


def test_waiting_a_week_past_their_day_is_an_american_habit(counted: dict[str, Count]) -> None:
    """Of the texts beside the five articles, 7 of 27 in the United States want a week, and none of 19 elsewhere."""
    voices = [voice for voice in counted["first-check-after-promise"].voices if voice.kind != ARTICLE]
    there = [voice.value for voice in voices if voice.region == "us"]
    elsewhere = [voice.value for voice in voices if voice.region != "us"]
    assert (sum(value >= 7 for value in there), len(there)) == (7, 27)
    assert (sum(value >= 7 for value in elsewhere), len(elsewhere)) == (0, 19)


def test_no_single_source_moves_a_usual_mark_far() -> None:
    """Without any one source each usual mark stays, or moves by one of the values that voices name; all are here."""
    known, found = knowledge.load(), evidence.load()
    moved = {
        (number, move.source, move.mark, move.before, move.after)
        for number, one in evidence.counts(found, known).items()
        for move in moves(one, found, known)
        if move.mark == "usual" or move.steps > 1
    }
    assert moved == {
        # The older text of that family takes its place.
        ("first-check-without-date", "indeed-2023", "usual", 7, 10),
        ("application-follow-up-from", "va-careers", "usual", 15, 14),
        ("application-follow-up-from", "opm-status", "usual", 15, 14),
        ("application-follow-up-from", "gogovernment", "usual", 15, 14),
    }


def test_what_would_change_a_usual_mark(counted: dict[str, Count]) -> None:
    """The page can say how many more voices at one end would move the mark."""
    assert list(pushes(counted["first-check-after-promise"])) == [Push(8, 0, 2), Push(5, 8, 5)]
    assert list(pushes(counted["first-check-agency"])) == []


# The rules, on a small evidence: Ann (2020, 3 days) and Bea (2021, 5 working days) are of one family


def small(evidence_folder: Path, without: str = "") -> Count:
    """What is counted on the one question of the small evidence."""
    known = read_small(evidence_folder.parent)
    found = evidence.read(evidence_folder, known)
    return count(found.questions["first-check"], found, known, without)


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_speakers_of_the_articles_are_voices(evidence_folder: Path) -> None:
    """A claim that accepts from a day on is a voice; one that only objects names no first day."""
    voices = [(voice.id, voice.value) for voice in small(evidence_folder).voices if voice.kind == ARTICLE]
    assert voices == [("paper-next-day", 1), ("firm-a-week", 7)]


def test_an_example_is_no_voice(evidence_folder: Path) -> None:
    """What a speaker tells as a case in point does not count."""
    change(evidence_folder.parent, "claims/firm.toml", 'stance = "from"', 'stance = "example"')
    assert "firm-a-week" not in [voice.id for voice in small(evidence_folder).voices]


def test_a_family_has_one_voice_the_newest(evidence_folder: Path) -> None:
    """Of two texts of a family the newer speaks; without it the older one does."""
    assert {voice.id for voice in small(evidence_folder).voices} == {"paper-next-day", "p002", "firm-a-week"}
    assert ("p001", "same-family") in small(evidence_folder).apart
    assert "p001" in [voice.id for voice in small(evidence_folder, without="bea").voices]


@pytest.mark.parametrize(
    ("year", "speaks"), [("year = 2022", "p001"), ("year = 2021", "p001"), ("year = 2019", "p002")]
)
def test_of_two_of_one_year_the_first_speaks(evidence_folder: Path, year: str, speaks: str) -> None:
    """A tie goes to the text that was read first."""
    change(evidence_folder, "sources/coach.toml", "year = 2020", year)
    assert speaks in [voice.id for voice in small(evidence_folder).voices]


def test_a_text_without_a_year_is_the_oldest(evidence_folder: Path) -> None:
    """Where one of a family shows no year, the other speaks."""
    change(evidence_folder, "sources/coach.toml", 'date = "May 2021"\nyear = 2021\n', "")
    assert "p001" in [voice.id for voice in small(evidence_folder).voices]


def test_texts_of_two_families_both_speak(evidence_folder: Path) -> None:
    """Independent texts are voices each; five working days are a week."""
    change(evidence_folder, "sources/coach.toml", 'weak = true\nfamily = "sisters"\n', "weak = true\n")
    voices = {voice.id: voice.value for voice in small(evidence_folder).voices}
    assert (voices["p001"], voices["p002"]) == (3, 7)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("3 days,3,3,days", "soon,,,", "no-number"),
        ("3 days,3,3,days", "up to 3 days,,3,days", "other-end"),
    ],
)
def test_a_position_without_its_number_is_no_voice(evidence_folder: Path, old: str, new: str, reason: str) -> None:
    """A first day needs the earliest day; a position without any, or with the latest alone, stands apart."""
    change(evidence_folder, "positions/coach.csv", old, new)
    assert ("p001", reason) in small(evidence_folder).apart


def test_surveys_and_what_we_leave_out_are_no_voices(evidence_folder: Path) -> None:
    """A survey stands apart as a figure, and a text that is left out gives its place to its family."""
    assert ("p010", "figures") in small(evidence_folder).apart
    change(evidence_folder, "sources/coach.toml", "weak = true", 'weak = true\nleft_out = "A later edition."')
    assert ("p002", "left-out") in small(evidence_folder).apart
    assert "p001" in [voice.id for voice in small(evidence_folder).voices]


def test_scopes_stay_apart(evidence_folder: Path) -> None:
    """What is said of agencies is not counted for employers."""
    change(evidence_folder, "positions/coach.csv", "first-day,employer,a week", "first-day,agency,a week")
    assert "p002" not in [voice.id for voice in small(evidence_folder).voices]


def test_a_source_that_alone_holds_a_mark_is_named() -> None:
    """Where one source less moves a mark, the source, the mark and the number of steps are told."""
    known, found = knowledge.load(), evidence.load()
    one = count(found.questions["first-check-without-date"], found, known)
    assert moves(one, found, known) == [Move("indeed-2023", "usual", 7, 10, steps=1)]
