"""What keeps a question for news back: each wait of the policy, and the day from which it runs (rules R2 to R4)."""

from datetime import date
from typing import NamedTuple

from followup.days.calendar import day_of, is_later
from followup.facts.channels import CALLS
from followup.facts.facts import Facts
from followup.facts.history import CHECK_KINDS, NO_NEWS, History
from followup.knowledge.kinds import WaitNumber
from followup.knowledge.records import MarkName
from followup.model import Counted, Dated


class Gate(NamedTuple):
    """A wait that keeps a check back, and the day from which it runs."""

    number: WaitNumber
    since: date


def gates(facts: Facts, history: History, spacing: WaitNumber) -> list[Gate]:
    """Every wait before the next check to the main contact; `spacing` is the one that runs from the last check."""
    away_until, promised = history.away_until(), standing_promise(facts, history)
    found = [Gate("auto-reply-grace", away_until)] if away_until else []
    if told_day(facts, history):
        return found  # what they said about timing overrides every gap of ours (R4)
    found += [after_promise(facts, promised)] if promised else _without_date(facts, history)
    checks = [attempt for attempt in history.sent(*CHECK_KINDS) if not attempt.auto_reply_until]
    # A day that they named after an answer lifts the gap (G22); without one it holds after an answered check as well.
    if checks and (promised is None or checks[-1] in history.unanswered_checks):
        found.append(Gate(spacing, day_of(checks[-1].at)))
    return found


def between_calls(facts: Facts, history: History) -> list[Gate]:
    """The wait from one call to the next, where a telephone is the only way to an employer (G03)."""
    calls = [attempt for attempt in history.attempts if attempt.channel in CALLS or attempt.kind == "voicemail"]
    is_by_phone = bool(facts.channels) and facts.channels[0] in CALLS and not facts.is_agency
    return [Gate("spacing-employer", day_of(calls[-1].at))] if calls and is_by_phone else []


def opens(facts: Facts, gate: Gate, mark: MarkName | None = None) -> date:
    """The day on which a gate opens, at a mark or at the reader's pace.

    After a promised day that is never before the first working day (R2).
    """
    day = facts.calendar.add(gate.since, facts.policy.wait(gate.number, mark))
    if gate.number == "first-check-after-promise":
        return max(day, facts.calendar.add_working_days(gate.since, 1))
    return day


def opens_at_pace(facts: Facts, gate: Gate) -> date:
    """The day at the reader's pace; after a promised day as early as can be, if before a deadline elsewhere (R2)."""
    if gate.number == "first-check-after-promise" and facts.deadline is not None:
        earliest = opens(facts, gate, "keen")
        if earliest <= facts.deadline:
            return earliest
    return opens(facts, gate)


def decisive(facts: Facts, found: list[Gate]) -> Counted | None:
    """The number that opens last at the reader's pace, and since when it runs; None where nothing is to be waited for.

    Of two that open on one day it is the later in the list: rather the gap between two checks than what opened the
    first.
    """
    gate = max(reversed(found), key=lambda gate: opens_at_pace(facts, gate), default=None)
    return Counted(gate.number, gate.since) if gate else None


def own_spacing(facts: Facts) -> WaitNumber:
    """The number that spaces two checks: the agency's, HR's or any other employer's (rule R4)."""
    if facts.is_agency:
        return "spacing-agency"
    return "spacing-hr" if facts.contact == "hr" else "spacing-employer"


def after_promise(facts: Facts, promised: date) -> Gate:
    """The wait from the day on which they promised an answer (R2, R3)."""
    return Gate("check-agency-after-promise" if facts.is_agency else "first-check-after-promise", promised)


def after_reply(facts: Facts, reply: Dated) -> Gate:
    """The wait from a sign of life; longer where they said that there is no news (D12, G21)."""
    if reply.kind in NO_NEWS:
        return Gate("spacing-agency" if facts.is_agency else "after-no-news", day_of(reply.at))
    return Gate(_without_promise(facts), day_of(reply.at))


def standing_promise(facts: Facts, history: History) -> date | None:
    """The promised day while it still counts: a sign of life after it restarts the clock (D12, G21, G27)."""
    promised = facts.promised_on
    answered = [day_of(attempt.at) for attempt in history.attempts if attempt.answered]
    answered += [day_of(reply.at) for reply in history.replies]
    return None if promised is None or any(day > promised for day in answered) else promised


def last_contact(facts: Facts, history: History) -> date:
    """The day of the last contact by either side, the interview included; today where nothing is known."""
    days = [day for day in (history.last_touch(), facts.interview_on) if day]
    return max(days or [day_of(attempt.at) for attempt in history.attempts], default=facts.today)


def told_day(facts: Facts, history: History) -> date | None:
    """The day on which they said to check back, while no check has been sent on or after it (D12)."""
    told = facts.situation.told_interval
    if told is None or any(not is_later(told.check_on, attempt.at) for attempt in history.sent(*CHECK_KINDS)):
        return None
    return told.check_on


def told_from(facts: Facts, history: History) -> date | None:
    """The same day, or the first working day after the promised one if that is later (R4, R2)."""
    told, promised = told_day(facts, history), standing_promise(facts, history)
    return max(told, facts.calendar.add_working_days(promised, 1)) if told and promised else told


def _without_date(facts: Facts, history: History) -> list[Gate]:
    """From the last contact by either side, and from an answer without news (R3, D12)."""
    earlier, reply = history.without_unanswered_checks(), history.last_reply
    # Where nothing else is known, the contact was no later than the checks themselves; never "today", which moves.
    contact = last_contact(facts, earlier if facts.interview_on or earlier.last_touch() else history)
    found = [Gate(_without_promise(facts), contact)]
    return [*found, after_reply(facts, reply)] if reply and reply.kind in NO_NEWS else found


def _without_promise(facts: Facts) -> WaitNumber:
    return "first-check-agency" if facts.is_agency else "first-check-without-date"
