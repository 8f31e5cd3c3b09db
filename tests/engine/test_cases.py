"""The cases hold in CPython, through the door that every program uses."""

import json

import pytest

from advice_cases import Case, all_cases
from followup import wire


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.id} {case.title}")
def test_a_case_gets_its_advice(case: Case) -> None:
    """Whatever a case expects holds: steps and dates, the plan, what is said and what must not be."""
    advice = json.loads(wire.advise(json.dumps(case.situation)))

    assert case.differences(advice) == []
