"""Figures that help to wait, and what silence means, each with its evidence and its limits (D23, D28)."""

from followup.advice import Reason
from followup.facts.facts import Facts
from followup.model import Point
from followup.plan import AFTER_INTERVIEW, ROADS, Planned
from followup.saying.explain import Explainer

DAYS_TO_HIRE = "days-to-hire"
SILENCE = "silence-says-little"


def context(facts: Facts, due: Planned, explain: Explainer) -> tuple[Reason, ...]:
    """What silence says while the reader waits, and the usual days to hire for their kind of work.

    Figures about applications are never shown after an interview (D29).
    """
    figures = _days_to_hire(facts.situation.role_family, explain)
    is_waiting = not due.is_open and ROADS[facts.situation.stage] is AFTER_INTERVIEW
    return (explain.reason(Point(SILENCE)), *figures) if is_waiting else figures


def _days_to_hire(family: str | None, explain: Explainer) -> tuple[Reason, ...]:
    if family is None:
        return ()
    return tuple(
        Reason(
            text=explain.words.text(f"context.{DAYS_TO_HIRE}", days=position.value), claims=(claim.id,), basis="sources"
        )
        for claim in explain.knowledge.claims.values()
        for position in claim.positions
        if position.parameter == DAYS_TO_HIRE and position.condition == family
    )
