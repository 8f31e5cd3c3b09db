"""Numbers of the policy whose marks are counted from the evidence, or chosen beside it: on a small knowledge."""

from pathlib import Path

import pytest

from followup.knowledge import KnowledgeError
from followup.knowledge.records import Knowledge, Number
from followup.knowledge.spread import Spread
from small_evidence import CHOSEN
from small_texts import read_small

NAMED = (2, 2, 3, 3, 3, 4, 4)
"""What seven more coaches name. With the three voices that there are (1, 7 and 7 days) they are ten."""
SOURCE = """
[c{place}]
title = "Ask"
publisher = "Coach {place}"
country = "USA"
region = "us"
url = "https://c{place}.example/"
text = "whole"
"""


def add_coaches(folder: Path, days: tuple[int, ...]) -> None:
    """Add a source with a position for each number of days."""
    sources, positions = folder / "sources/coach.toml", folder / "positions/coach.csv"
    for place, day in enumerate(days):
        with sources.open("a", encoding="utf-8") as file:
            file.write(SOURCE.format(place=place))
        with positions.open("a", encoding="utf-8") as file:
            file.write(f"p10{place},c{place},first-day,employer,{day} days,{day},,days,,Then.,line 1,expert-opinion\n")


def say(folder: Path, marks: str) -> None:
    """Let the policy say something else where it has its own marks."""
    path = folder.parent / "policy.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(CHOSEN) == 1
    path.write_text(text.replace(CHOSEN, marks), encoding="utf-8")


def number_of(known: Knowledge) -> Number:
    """The one number that is counted."""
    return known.numbers["first-check"]


def values(known: Knowledge) -> tuple[int, int, int]:
    """Its three marks."""
    found = number_of(known)
    return found.keen.value, found.usual.value, found.cautious.value


def faults(folder: Path) -> tuple[str, ...]:
    """The faults that reading raises."""
    with pytest.raises(KnowledgeError) as caught:
        read_small(folder.parent)
    return caught.value.faults


def test_ten_voices_make_the_marks(evidence_folder: Path) -> None:
    """A quarter of ten accept the second day, three quarters the fourth, nineteen in twenty the seventh."""
    add_coaches(evidence_folder, NAMED)
    say(evidence_folder, "")
    known = read_small(evidence_folder.parent)

    assert values(known) == (2, 4, 7)
    assert number_of(known).cautious.claims == ("firm-a-week",)
    assert known.spreads == {"first-check": Spread("from", 10, ((1, 1), (2, 3), (3, 6), (4, 8), (7, 10)))}


def test_nine_voices_do_not(evidence_folder: Path) -> None:
    """With one voice less the marks have to be chosen, and the fault says so and how many there are."""
    add_coaches(evidence_folder, NAMED[1:])
    say(evidence_folder, "")

    (fault,) = faults(evidence_folder)
    assert fault.startswith("policy.toml: first-check: usual: only 9 sources name this number")


@pytest.mark.parametrize("coaches", [(), NAMED])
def test_marks_of_our_own_stand_beside_a_count(evidence_folder: Path, coaches: tuple[int, ...]) -> None:
    """They need a reason. How many agree can be told where there are voices enough, and not where there are few."""
    add_coaches(evidence_folder, coaches)
    known = read_small(evidence_folder.parent)

    assert values(known) == (1, 5, 7)
    assert number_of(known).ours
    assert known.spreads.keys() == ({"first-check"} if coaches else set())


@pytest.mark.parametrize(
    ("marks", "key"),
    [
        ("usual = 4\n", "usual"),
        ('direction = "from"\n', "direction"),
        ('ours = "So be it."\n', "ours"),
    ],
)
def test_what_is_counted_is_not_said_as_well(evidence_folder: Path, marks: str, key: str) -> None:
    """A value, a direction or a reason of ours beside counted marks would be one of two truths."""
    add_coaches(evidence_folder, NAMED)
    say(evidence_folder, marks)

    assert any(fault.startswith(f"policy.toml: first-check: {key}: ") for fault in faults(evidence_folder))


def test_marks_are_counted_in_the_unit_of_the_number(evidence_folder: Path) -> None:
    """Days that are counted are no working days."""
    add_coaches(evidence_folder, NAMED)
    say(evidence_folder, "")
    path = evidence_folder.parent / "policy.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"days"', '"working-days"', 1), encoding="utf-8")

    assert any(fault.startswith("policy.toml: first-check: unit: ") for fault in faults(evidence_folder))


@pytest.mark.parametrize(
    ("marks", "key"),
    [
        (CHOSEN.replace('ours = "Too few name it."\n', ""), "ours"),
        (CHOSEN + 'direction = "from"\n', "direction"),
        (CHOSEN.replace("usual = 5", "usual = 8"), "usual"),
        (CHOSEN.replace("cautious = 7\n", ""), "cautious"),
    ],
)
def test_marks_of_our_own_are_three_in_order_with_a_reason(evidence_folder: Path, marks: str, key: str) -> None:
    """A reason that is missing, a direction, a usual mark outside the other two, and a mark that is missing: faults."""
    say(evidence_folder, marks)

    assert any(fault.startswith(f"policy.toml: first-check: {key}: ") for fault in faults(evidence_folder))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("evidence/positions/coach.csv", "p001,ann,first-day,employer", "p001,ann,first-day,nobody"),
        ("sources.toml", 'worth = "One view."', 'worth = ""'),
    ],
)
def test_a_fault_before_the_count_says_nothing_of_the_numbers(
    evidence_folder: Path, file: str, old: str, new: str
) -> None:
    """What cannot be counted for a fault elsewhere is no fault of its own: whoever mends that one is done."""
    add_coaches(evidence_folder, NAMED)
    say(evidence_folder, "")
    path = evidence_folder.parent / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")

    (fault,) = faults(evidence_folder)
    assert fault.startswith(f"{file}: ")
