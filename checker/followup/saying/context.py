"""Figures that help to wait, and what silence means, each with its evidence and its limits (D23, D28)."""

from collections.abc import Iterator

from followup.advice import Reason
from followup.facts.facts import Facts
from followup.knowledge.records import Knowledge
from followup.model import Point
from followup.plan import Planned, follows_road_after_interview
from followup.saying.grounds import reasons

DAYS_TO_HIRE = "days-to-hire"
SILENCE = Point("silence-says-little")


def context(facts: Facts, due: Planned, knowledge: Knowledge) -> tuple[Reason, ...]:
    """What silence says while the reader waits, and the usual days to hire for their kind of work.

    Figures about applications are never shown after an interview (D29).
    """
    is_waiting = not due.dates.is_open and follows_road_after_interview(facts.situation.stage)
    silence = reasons((SILENCE,), knowledge) if is_waiting else ()
    return (*silence, *_days_to_hire(facts.situation.role_family, knowledge))


def _days_to_hire(family: str | None, knowledge: Knowledge) -> Iterator[Reason]:
    if family is None:
        return
    for claim in knowledge.claims.values():
        for position in claim.positions:
            if position.parameter == DAYS_TO_HIRE and position.condition == family:
                yield Reason(DAYS_TO_HIRE, {"days": position.value}, (claim.id,), "sources")
