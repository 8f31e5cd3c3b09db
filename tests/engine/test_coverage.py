"""Everything that the knowledge wants decided is decided: every claim, every disagreement, every gap."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advice_cases import all_cases
from expectations import cited
from followup import knowledge, wire

ROOT = Path(__file__).parents[2]
GAPS = knowledge.load().gaps
DECIDING = sorted(claim.id for claim in knowledge.load().claims.values() if claim.checker_rule)


@cache
def answers() -> tuple[dict[str, Any], ...]:
    """The advice for every case, as JSON values."""
    return tuple(json.loads(wire.advise(json.dumps(case.situation))) for case in all_cases())


@cache
def cited_by_case() -> tuple[frozenset[str], ...]:
    """The claims that each case's advice cites."""
    return tuple(frozenset(cited(answer)) for answer in answers())


@pytest.mark.parametrize("claim", DECIDING)
def test_a_claim_with_a_rule_decides_here_and_is_silent_there(claim: str) -> None:
    """A claim that the checker uses is cited in one case at least, and not in every one."""
    assert 0 < sum(claim in found for found in cited_by_case()) < len(cited_by_case())


@pytest.mark.parametrize("dispute", sorted(knowledge.load().disputes))
def test_a_disagreement_is_shown_where_it_matters(dispute: str) -> None:
    """Every disagreement is shown with the advice of one case at least, and not with every one."""
    shown = [any(each["id"] == dispute for each in answer["disputed"]) for answer in answers()]

    assert 0 < sum(shown) < len(shown)


@pytest.mark.parametrize("gap", sorted(GAPS))
def test_a_gap_is_decided_in_a_case_or_said_to_be_left_out(gap: str) -> None:
    """Where no source speaks, a case shows what we decided, or the site says that the checker leaves it out."""
    if GAPS[gap].left_out:
        assert GAPS[gap].said_as in (ROOT / "docs" / "method" / "out-of-scope.md").read_text(encoding="utf-8")
    else:
        assert any(gap in case.policy for case in all_cases())


def test_gaps_are_numbered_without_a_gap() -> None:
    """The gaps run from G01 on in the order of the file."""
    assert list(GAPS) == [f"G{number:02}" for number in range(1, len(GAPS) + 1)]
