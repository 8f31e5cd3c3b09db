"""What the engine answers (`Advice`), and its form as JSON in the words of the public contract."""

from datetime import date, datetime
from typing import Any, NamedTuple

from followup.knowledge.records import Dispute
from followup.model import Moment
from followup.plan import Planned


class Reason(NamedTuple):
    """A sentence for the reader and what it rests on: `sources` with claims, or `ours` with none."""

    text: str
    claims: tuple[str, ...]
    basis: str


class ShownDispute(NamedTuple):
    """A disagreement that touched the answer, and how far apart its sides are where they name numbers (else empty)."""

    dispute: Dispute
    apart: str


class IdeaVerdict(NamedTuple):
    """What to think of something that the reader is tempted to do: `fine`, `with_care` or `no`."""

    idea: str
    verdict: str
    because: tuple[Reason, ...]


class Change(NamedTuple):
    """Something that would change the answer, and into which action."""

    when: str
    action: str
    starts: Moment | None


class Advice(NamedTuple):
    """The one next step, its dates, why, and the plan from here to the end. Keys as in the public contract."""

    action: str
    strength: str
    recipient: str
    channel: str
    also_channels: tuple[str, ...]
    waiting_for: str | None
    earliest: Moment | None
    recommended: Moment | None
    preferred: Moment | None
    latest: Moment | None
    target: datetime | None
    because: tuple[Reason, ...]
    how: tuple[Reason, ...]
    """How to go about the step; in JSON these follow `because` in one list."""
    avoid: tuple[Reason, ...]
    disputed: tuple[ShownDispute, ...]
    idea: IdeaVerdict | None
    then: tuple[Planned, ...]
    changes: tuple[Change, ...]
    assumed: tuple[str, ...]
    context: tuple[Reason, ...]
    rules: str


def plain(advice: Advice) -> dict[str, Any]:
    """The advice as JSON values, keys in the order of the contract.

    Dates are in ISO 8601, times to the minute without an offset, on the reader's clock.
    """
    return {
        "action": advice.action,
        "strength": advice.strength,
        "recipient": advice.recipient,
        "channel": advice.channel,
        "also_channels": list(advice.also_channels),
        "waiting_for": advice.waiting_for,
        "earliest": iso(advice.earliest),
        "recommended": iso(advice.recommended),
        "preferred": iso(advice.preferred),
        "latest": iso(advice.latest),
        "target": iso(advice.target),
        "because": [_reason(reason) for reason in (*advice.because, *advice.how)],
        "avoid": [_reason(reason) for reason in advice.avoid],
        "disputed": [_dispute(dispute) for dispute in advice.disputed],
        "idea": advice.idea
        and {
            "idea": advice.idea.idea,
            "verdict": advice.idea.verdict,
            "because": [_reason(reason) for reason in advice.idea.because],
        },
        "then": [_planned(planned) for planned in advice.then],
        "changes": [
            {"when": change.when, "action": change.action, "from": iso(change.starts)} for change in advice.changes
        ],
        "assumed": list(advice.assumed),
        "context": [{"text": figure.text, "claims": list(figure.claims)} for figure in advice.context],
        "rules": advice.rules,
    }


def iso(moment: Moment | None) -> str | None:
    """A day as `YYYY-MM-DD`, a time as `YYYY-MM-DDTHH:MM` on the reader's clock, None as it is."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat(timespec="minutes")
    return moment.isoformat() if isinstance(moment, date) else None


def _reason(reason: Reason) -> dict[str, Any]:
    return {"text": reason.text, "claims": list(reason.claims), "basis": reason.basis}


def _dispute(shown: ShownDispute) -> dict[str, Any]:
    dispute = shown.dispute
    return {
        "id": dispute.id,
        "question": dispute.question,
        "sides": [{"text": side.text, "claims": list(side.claims)} for side in dispute.sides],
        "ours": dispute.ours,
        "apart": shown.apart or None,
    }


def _planned(planned: Planned) -> dict[str, Any]:
    step = planned.step
    return {
        "action": step.action,
        "strength": step.strength,
        "recipient": step.recipient,
        "channel": step.channel,
        "earliest": iso(planned.earliest),
        "recommended": iso(planned.recommended),
        "preferred": iso(planned.preferred),
        "latest": iso(planned.latest),
    }
