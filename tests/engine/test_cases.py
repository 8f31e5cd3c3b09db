"""The cases hold in CPython, through the door that every program uses."""

import json

import pytest

from advice_cases import Case, all_cases
from followup import wire


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.id} {case.title}")
def test_a_case_gets_its_advice(case: Case) -> None:
    """Action, strength, recipient, channel, every date and every cited claim are as the case says."""
    advice = json.loads(wire.advise(json.dumps(case.situation)))

    assert case.differences(advice) == []


def test_ids_of_cases_are_unique() -> None:
    """No two cases share an id."""
    ids = [case.id for case in all_cases()]

    assert sorted(set(ids)) == sorted(ids)
