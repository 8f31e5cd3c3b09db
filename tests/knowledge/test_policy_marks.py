"""The numbers by which readers wait: each at its three marks, from the project's own knowledge."""

import pytest

from followup import knowledge, vocabulary
from followup.knowledge.policy import policy_at
from followup.knowledge.records import Unit

type Row = tuple[tuple[int, int, int], Unit, int]
"""Keen, usual and cautious mark; their unit; how many voices name the number, 0 where they are too few to count."""

COUNTED: dict[str, Row] = {
    "thank-you-by": ((48, 24, 12), "hours", 74),
    "first-check-after-promise": ((1, 3, 7), "days", 48),
    "first-check-without-date": ((7, 7, 14), "days", 47),
    "spacing-employer": ((7, 7, 14), "days", 14),
}
"""Marks that follow from the voices alone."""
CHOSEN: dict[str, Row] = {
    "cap-per-contact": ((2, 2, 1), "messages", 20),
    "application-follow-up-from": ((7, 7, 14), "days", 11),
    "first-check-agency": ((3, 4, 5), "working-days", 0),
    "spacing-agency": ((4, 5, 7), "working-days", 0),
    "spacing-hr": ((7, 14, 14), "days", 0),
    "after-no-news": ((7, 14, 14), "days", 0),
    "redirect-after": ((7, 7, 14), "days", 0),
    "check-without-date-aim-by": ((7, 7, 7), "days", 0),
    "silence-after-promise": ((60, 60, 60), "days", 0),
    "silence-without-date": ((90, 90, 90), "days", 0),
}
"""Marks of our own choice: where voices are too few, where we deviate from them, or where no source speaks."""
TABLE = {**COUNTED, **CHOSEN}


@pytest.mark.parametrize("number", TABLE)
def test_a_number_stands_where_the_table_says(number: str) -> None:
    """Keen, usual and cautious mark, their unit, and how many voices there are to name."""
    known = knowledge.load()
    found, spread = known.numbers[number], known.spreads.get(number)
    marks = (found.keen, found.usual, found.cautious)

    assert tuple(mark.value for mark in marks) == TABLE[number][0]
    assert {mark.unit for mark in marks} == {TABLE[number][1]}
    assert (spread.of if spread else 0) == TABLE[number][2]


@pytest.mark.parametrize("number", TABLE)
def test_what_is_chosen_has_a_reason_and_what_is_counted_has_none(number: str) -> None:
    """A mark is the voices' or ours, and never both."""
    assert bool(knowledge.load().numbers[number].ours) == (number in CHOSEN)


def test_every_counted_number_is_in_the_table() -> None:
    """No number is counted that the table does not hold to its voices."""
    assert knowledge.load().spreads.keys() == {number for number, row in TABLE.items() if row[2]}


@pytest.mark.parametrize("number", TABLE)
def test_a_pace_takes_its_mark(number: str) -> None:
    """A reader's pace moves every number that has more than one mark, but for the thank-you: a day is its target."""
    known = knowledge.load()
    keen, usual, cautious = TABLE[number][0]
    expected = {"keen": keen, "usual": usual, "cautious": cautious}
    if number == "thank-you-by":
        expected = dict.fromkeys(expected, usual)

    assert {pace: policy_at(known, pace).numbers[number].value for pace in vocabulary.PACES} == expected
