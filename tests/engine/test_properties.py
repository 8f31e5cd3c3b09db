"""What must always hold, over situations that nobody thought of and over every combination of what decides most."""

import json
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given

from enumerated import enumerated
from followup import wire
from followup.page import door
from generated import situations
from invariants import INVARIANTS, OF_ONE_ADVICE, OF_SEVERAL, ROAD, Invariant, advised

RARELY = 0.02
"""The share of the enumerated situations in which each invariant must have something to hold, at the least."""


@pytest.mark.parametrize("holds", INVARIANTS, ids=lambda holds: holds.__name__)
def test_it_holds_for_situations_that_nobody_thought_of(holds: Invariant) -> None:
    """Whatever the contract allows, the calendar's first and last years included."""

    @given(situations())
    def check(situation: dict[str, Any]) -> None:
        holds(situation, advised(situation))

    check()


@pytest.mark.parametrize("holds", INVARIANTS, ids=lambda holds: holds.__name__)
def test_it_holds_after_an_interview(holds: Invariant) -> None:
    """The same for the stages at which a status check may come."""

    @given(situations(tuple(sorted(ROAD))))
    def check(situation: dict[str, Any]) -> None:
        holds(situation, advised(situation))

    check()


def test_they_hold_for_every_combination(
    combinations: int, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """Days, contacts, channels, promises, messages, replies and paces in all their combinations, evenly spread.

    Each is held against everything that one advice shows, and in turn against one of what takes several.
    """
    applied: Counter[str] = Counter()
    for situation, asking in zip(enumerated(combinations), cycle(OF_SEVERAL), strict=False):
        advice = advised(situation)
        for holds in (*OF_ONE_ADVICE, asking):
            try:
                applied[holds.__name__] += holds(situation, advice)
            except AssertionError as error:
                error.add_note(f"{holds.__name__} does not hold for {json.dumps(situation)}")
                raise
    record_testsuite_property("combinations", combinations)
    for holds in INVARIANTS:
        record_testsuite_property(holds.__name__, applied[holds.__name__])
        assert applied[holds.__name__] >= RARELY * combinations


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", "[]", '"soon"', "\x00", '{"stage": "\\ud800"}'])
def test_no_text_makes_the_door_fail(text: str) -> None:
    """Whatever the text, faults come back, each with what to do, and UTF-8 can carry them."""
    for ask in (wire.advise, door.answer):
        answer = json.loads(ask(text).encode().decode())

        assert all(fault["problem"] and fault["hint"] for fault in answer["errors"])
        assert answer["errors"]
