"""Figures that help to wait, each with its evidence and its limits (D23, D28)."""

from followup.advice import Reason
from followup.explain import Explainer
from followup.facts import Facts

DAYS_TO_HIRE = "days-to-hire"


def context(facts: Facts, explain: Explainer) -> tuple[Reason, ...]:
    """The usual days to hire for the reader's kind of work, where the sources give any."""
    family = facts.situation.role_family
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
