"""What a reader is tempted to do: each idea gets its verdict, and the claims that stand behind it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup import vocabulary, wire

TABLE = tomllib.loads((Path(__file__).parent / "ideas.toml").read_text(encoding="utf-8"))
BASE: dict[str, Any] = TABLE["base"]
IDEAS: list[dict[str, Any]] = TABLE["idea"]


def idea_of(situation: dict[str, Any]) -> dict[str, Any]:
    """The verdict on the idea of a situation, with its reasons."""
    advice = json.loads(wire.advise(json.dumps(situation)))
    assert "errors" not in advice, advice["errors"]
    found: dict[str, Any] = advice["idea"]
    return found


@pytest.mark.parametrize("row", IDEAS, ids=lambda row: f"{row['idea']}: {row['when']}")
def test_an_idea_gets_its_verdict(row: dict[str, Any]) -> None:
    """The verdict fits the situation, and its reasons cite exactly these claims."""
    found = idea_of({**BASE, **row["given"], "idea": row["idea"]})

    assert (found["idea"], found["verdict"]) == (row["idea"], row["verdict"])
    assert sorted({claim for reason in found["because"] for claim in reason["claims"]}) == row["claims"]
    assert found["because"]


def test_every_idea_is_judged() -> None:
    """No idea that a reader can name is without a verdict here, and every verdict occurs."""
    assert {row["idea"] for row in IDEAS} == set(vocabulary.IDEAS)
    assert {row["verdict"] for row in IDEAS} == {"fine", "with_care", "no"}


@pytest.mark.parametrize("stage", vocabulary.STAGES)
@pytest.mark.parametrize("idea", vocabulary.IDEAS)
def test_an_idea_is_judged_at_every_stage(idea: str, stage: str) -> None:
    """Wherever things stand, the idea gets a verdict with a reason, and the advice stands beside it."""
    situation = {"today": "2026-06-10", "stage": stage, "idea": idea}

    assert idea_of(situation)["verdict"] in {"fine", "with_care", "no"}
    assert idea_of(situation)["because"]


def test_without_an_idea_there_is_no_verdict() -> None:
    """Nobody is told off for what they did not ask."""
    assert idea_of(BASE) is None


def test_an_idea_changes_nothing_else() -> None:
    """An idea moves no step and no date; it only adds its verdict, and the disagreement behind it."""
    without = json.loads(wire.advise(json.dumps(BASE)))
    for idea in set(vocabulary.IDEAS) - {"ask_now"}:
        advice = json.loads(wire.advise(json.dumps({**BASE, "idea": idea})))
        changed = {key for key in advice if advice[key] != without[key]}

        assert {"idea"} <= changed <= {"idea", "disputed"}


def test_an_invitation_on_linkedin_may_be_accepted_meanwhile() -> None:
    """Where they made the first move and there is nothing else to do, accepting is the step (D07)."""
    invited = {**BASE, "today": "2026-06-05", "linkedin_invited": True, "idea": "connect_on_linkedin"}
    advice = json.loads(wire.advise(json.dumps(invited)))
    due = json.loads(wire.advise(json.dumps({**invited, "today": "2026-06-09"})))

    assert (advice["action"], advice["recipient"], advice["channel"]) == ("accept_linkedin", "hr", "linkedin")
    assert advice["then"][0]["action"] == "send_status_check"
    assert [dispute["id"] for dispute in advice["disputed"]] == ["C07"]
    assert due["action"] == "send_status_check"
