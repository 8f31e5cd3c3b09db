"""Every number that the engine looks up is held at its value from both sides: moved by one, a case tells."""

from collections.abc import Iterator
from copy import replace
from datetime import date, timedelta
from functools import cache

import pytest

from advice_cases import Case, all_cases
from followup.advise import advise
from followup.knowledge import load
from followup.knowledge._lookups import LOOKUPS
from followup.knowledge.records import Mark, Number
from followup.model import Situation
from followup.reading.situation import read_situation
from followup.render.plain import plain
from followup.render.voice import voice
from followup.words import load as load_words

KNOWN = load()
MARKS = ("keen", "usual", "cautious")
LOOKED_UP = [name for name, kind in LOOKUPS.items() if kind != "stated"]
ASKED_WHATEVER_THE_PACE = {"thank-you-by": ("keen",)}
"""Marks of numbers that follow no pace, which the engine asks for by name."""

UNFELT = {
    "first-check-after-promise, keen -1": "The promised day itself is theirs, so nothing opens before the next.",
    "first-check-without-date, usual -1": "It is as early as the keen mark, and nothing opens before that.",
    "after-no-news, keen -1": "Any answer restarts the count to a first check, which keen readers wait for as long.",
    "after-no-news, cautious -1": "The same, and careful readers wait as long.",
    "redirect-after, cautious -1": "Careful readers write to nobody else.",
    "redirect-after, cautious +1": "Careful readers write to nobody else.",
    "holiday-in-most-regions -1": "No holiday is kept by 49 percent of a country's regions.",
}
"""What nobody can feel, and why."""


def moved(mark: Mark, by: int) -> Mark | None:
    """The mark moved by one: weekdays by their first or last; None where there is no such value."""
    value, unit = mark.value, mark.unit
    if unit == "month-day":
        month, day = divmod(value, 100)
        next_to = date(2027, month, day) + timedelta(days=by)
        return mark._replace(value=next_to.month * 100 + next_to.day)
    if unit == "weekdays" and value > 9:
        return mark._replace(value=int(str(value)[1:] if by > 0 else str(value)[:-1]))
    if unit in ("weekday", "weekdays"):
        return mark._replace(value=(value + by - 1) % 7 + 1)
    return mark._replace(value=value + by) if value + by >= 0 else None


def marks_of(number: Number) -> list[tuple[str, ...]]:
    """The marks to move, those together that are one value."""
    if number.keen[:2] == number.cautious[:2]:
        return [MARKS]
    asked = ("keen", "cautious") if number.follows_pace else ASKED_WHATEVER_THE_PACE.get(number.id, ())
    return [("usual",), *((mark,) for mark in asked)]


def mutants() -> Iterator[tuple[str, Number]]:
    """Every number moved by one, each mark of a disputed one by itself; with a name for it."""
    for name in LOOKED_UP:
        number = KNOWN.numbers[name]
        for marks in marks_of(number):
            for by in (-1, 1):
                mark = moved(getattr(number, marks[0]), by)
                if mark:
                    said = f"{name} {by:+}" if len(marks) > 1 else f"{name}, {marks[0]} {by:+}"
                    keen, usual, cautious = (mark if each in marks else getattr(number, each) for each in MARKS)
                    yield said, number._replace(keen=keen, usual=usual, cautious=cautious)


@cache
def situations() -> tuple[tuple[Case, Situation], ...]:
    """Every case with its situation, those first that stand at the edges of numbers."""
    found = []
    for case in sorted(all_cases(), key=lambda case: case.topic != "edges"):
        situation, faults = read_situation(case.situation)
        assert situation, faults
        found.append((case, situation))
    return tuple(found)


def nearest(number: Number) -> list[tuple[Case, Situation]]:
    """The cases, those first that name the rule or the disagreement of a number."""
    named = {number.rule, f"D{number.dispute.removeprefix('C')}"}
    return sorted(situations(), key=lambda one: named.isdisjoint(one[0].policy))


def is_felt(number: Number, name: str) -> bool:
    """Whether a case gets another advice with this record of a number."""
    knowledge = replace(KNOWN, version=name, numbers={**KNOWN.numbers, number.id: number})
    speaking = voice(knowledge, load_words())
    return any(case.differences(plain(advise(given, knowledge), speaking)) for case, given in nearest(number))


@pytest.mark.parametrize(("name", "number"), [pytest.param(*mutant, id=mutant[0]) for mutant in mutants()])
def test_a_number_moved_by_one_is_noticed(name: str, number: Number) -> None:
    """Whoever moves a number learns from a case what a reader would feel."""
    assert is_felt(number, name) != (name in UNFELT)


def test_what_cannot_be_felt_is_a_mutant() -> None:
    """No exception is for a number that is gone."""
    assert UNFELT.keys() <= dict(mutants()).keys()
