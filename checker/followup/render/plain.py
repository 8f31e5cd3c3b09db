"""An advice as JSON values, in the words of the public contract."""

from datetime import date, datetime
from typing import Any

from followup.advice import Advice, Reason, ShownDispute
from followup.model import Moment
from followup.plan import Planned
from followup.render.voice import Voice


def plain(advice: Advice, voice: Voice) -> dict[str, Any]:
    """The advice as JSON values, keys in the order of the contract.

    Dates are in ISO 8601, times to the minute without an offset, on the reader's clock. Whatever is said carries,
    beside its text, the `id` under which the knowledge and the catalogues have it.
    """
    said, voice = advice.said, voice.at(advice.situation.pace)
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
        "agreement": said.agreement and dict(zip(said.agreement._fields, said.agreement, strict=True)),
        "because": [_reason(reason, voice) for reason in (*said.because, *said.how)],
        "avoid": [_reason(reason, voice) for reason in said.avoid],
        "disputed": [_dispute(dispute, voice) for dispute in said.disputed],
        "idea": said.idea
        and {
            "idea": said.idea.idea,
            "verdict": said.idea.verdict,
            "because": [_reason(reason, voice) for reason in said.idea.because],
        },
        "then": [_planned(planned) for planned in advice.then],
        "changes": [
            {"id": change.id, "when": voice.change(change), "action": change.action, "from": iso(change.starts)}
            for change in said.changes
        ],
        "assumed": [voice.assumption(point) for point in said.assumed],
        "context": [
            {"id": figure.id, "text": voice.reason(figure), "claims": list(figure.claims)} for figure in said.context
        ],
        "rules": advice.rules,
    }


def iso(moment: Moment | None) -> str | None:
    """A day as `YYYY-MM-DD`, a time as `YYYY-MM-DDTHH:MM` on the reader's clock, None as it is."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat(timespec="minutes")
    return moment.isoformat() if isinstance(moment, date) else None


def _reason(reason: Reason, voice: Voice) -> dict[str, Any]:
    return {"id": reason.id, "text": voice.reason(reason), "claims": list(reason.claims), "basis": reason.basis}


def _dispute(shown: ShownDispute, voice: Voice) -> dict[str, Any]:
    dispute = shown.dispute
    return {
        "id": dispute.id,
        "question": voice.question(dispute),
        "sides": [
            {"text": text, "claims": list(side.claims)}
            for text, side in zip(voice.sides(dispute), dispute.sides, strict=True)
        ],
        "ours": voice.default(dispute),
        "apart": voice.apart(shown) or None,
    }


def _planned(planned: Planned) -> dict[str, Any]:
    step, dates = planned.step, planned.dates
    return {
        "action": step.action,
        "strength": step.strength,
        "recipient": step.recipient,
        "channel": step.channel,
        "earliest": iso(dates.earliest),
        "recommended": iso(dates.recommended),
        "preferred": iso(dates.preferred),
        "latest": iso(dates.latest),
    }
