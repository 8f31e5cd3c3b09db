"""When the next status check may go out: promised date or none, spacing, burst guard, day rule (rules R2 to R5, R7)."""

from collections.abc import Callable
from datetime import date

from followup.days.calendar import day_of, first_on_or_after, is_later, last_on_or_before, shift
from followup.facts.facts import Facts
from followup.facts.history import CHECK_KINDS, History
from followup.facts.open_channels import CALLS
from followup.knowledge.kinds import WaitNumber
from followup.model import Attempt, Window


def check_window(facts: Facts, history: History, spacing: WaitNumber | None = None) -> Window:
    """The window of the next status check to the main contact, whether or not the cap still allows one.

    `spacing` names the number that keeps it from the last unanswered check. A day on which rule R5 sends nothing is
    rolled forward. From `gives_way_on` on, the silence is so long that the plan suggests to stop (G36).
    """
    earliest, recommended, aim_by = _opens(facts, history)
    for floor in _floors(facts, history, spacing or own_spacing(facts)):
        earliest, recommended = max(earliest, floor), max(recommended, floor)
    opened_on = earliest
    allows = check_days(facts)
    earliest = first_on_or_after(earliest, allows)
    recommended = max(earliest, first_on_or_after(recommended, allows))
    if facts.deadline and recommended <= facts.deadline:
        note_by = facts.policy.wait("deadline-note-by")
        aim_by = min(facts.calendar.add(max(recommended, facts.today), note_by), facts.deadline)
    if aim_by is not None:
        aim_by = max(recommended, last_on_or_before(aim_by, allows))
    return Window(
        earliest=earliest,
        recommended=recommended,
        latest=aim_by,
        is_soft=True,
        opened_on=opened_on,
        gives_way_on=max(silence_ends(facts, history), shift(recommended, 1)),
    )


def own_spacing(facts: Facts) -> WaitNumber:
    """The number that spaces two checks: the agency's or the employer's (rule R4)."""
    return "spacing-agency" if facts.is_agency else "spacing-employer"


def check_days(facts: Facts) -> Callable[[date], bool]:
    """On which days a status check may go out: rule R5; any working day for an agency or a real deadline."""
    calendar, deadline = facts.calendar, facts.deadline
    if facts.is_agency:
        return calendar.is_working
    if deadline is None:
        return calendar.allows_check
    return lambda day: calendar.is_working(day) if day <= deadline else calendar.allows_check(day)


def standing_promise(facts: Facts, history: History) -> date | None:
    """The promised day while it still counts: a sign of life after it restarts the clock (D12, G21, G27)."""
    promised = facts.promised_on
    answered = [day_of(attempt.at) for attempt in history.attempts if attempt.answered]
    answered += [day_of(reply.at) for reply in history.replies]
    return None if promised is None or any(day > promised for day in answered) else promised


def promise_floor(facts: Facts, history: History) -> date:
    """The day at the reader's pace before which nobody else is asked and nothing given up.

    That is after the promised day, and not before the day on which they said to check back.
    """
    promised, told = standing_promise(facts, history), told_day(facts, history) or date.min
    if promised is None:
        return told
    wait = facts.policy.wait("check-agency-after-promise" if facts.is_agency else "first-check-after-promise")
    after = max(facts.calendar.add_working_days(promised, 1), facts.calendar.add(promised, wait))
    return max(told, after)


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


def was_due(facts: Facts, history: History, check: Attempt) -> bool:
    """Whether a check was due on its day by the usual rules, so that it may have been an ordinary one."""
    earlier = history.before(check)
    promised = standing_promise(facts, earlier)
    if promised:
        return day_of(check.at) > promised
    keen = facts.policy.wait("first-check-agency" if facts.is_agency else "first-check-without-date", "keen")
    return day_of(check.at) >= facts.calendar.add(last_contact(facts, earlier), keen)


def silence_ends(facts: Facts, history: History) -> date:
    """The first day after so long a silence that the plan suggests to stop (G36)."""
    promised = standing_promise(facts, history)
    if promised:
        return shift(promised, facts.policy.days("silence-after-promise") + 1)
    return shift(last_contact(facts, history), facts.policy.days("silence-without-date") + 1)


def _opens(facts: Facts, history: History) -> tuple[date, date, date | None]:
    """Earliest and recommended day before spacing and day rule, and the day to aim by where no date was promised."""
    policy, calendar = facts.policy, facts.calendar
    promised, told = standing_promise(facts, history), told_day(facts, history)
    after_promise = calendar.add_working_days(promised, 1) if promised else date.min
    if told:
        day = max(told, after_promise)
        return day, day, None
    if promised and facts.is_agency:
        day = calendar.add(promised, policy.wait("check-agency-after-promise"))
        return day, day, None
    if promised:
        earliest = max(after_promise, calendar.add(promised, policy.wait("first-check-after-promise", "keen")))
        if facts.deadline is not None and earliest <= facts.deadline:
            return earliest, earliest, None
        return earliest, max(earliest, calendar.add(promised, policy.wait("first-check-after-promise"))), None
    number: WaitNumber = "first-check-agency" if facts.is_agency else "first-check-without-date"
    earlier = history.without_unanswered_checks()
    # Where nothing else is known, the contact was no later than the checks themselves; never "today", which moves.
    contact = last_contact(facts, earlier if facts.interview_on or earlier.last_touch() else history)
    earliest = calendar.add(contact, policy.wait(number, "keen"))
    recommended = calendar.add(contact, policy.wait(number))
    if facts.is_agency:
        return earliest, recommended, None
    aim_by = shift(last_contact(facts, history), policy.days("check-without-date-aim-by"))
    return earliest, recommended, aim_by


def _floors(facts: Facts, history: History, spacing: WaitNumber) -> list[date]:
    """The days before which the next check may not go out, whatever else opens it."""
    policy, calendar = facts.policy, facts.calendar
    floors = []
    away_until = history.away_until()
    if away_until:
        floors.append(calendar.add(away_until, policy.wait("auto-reply-grace")))
    if told_day(facts, history):
        return floors  # what they said about timing overrides every gap of ours (R4)
    checks = history.unanswered_checks
    if checks:
        floors.append(calendar.add(day_of(checks[-1].at), policy.wait(spacing)))
    calls = [attempt for attempt in history.attempts if attempt.channel in CALLS or attempt.kind == "voicemail"]
    if calls and facts.channels[:1] and facts.channels[0] in CALLS and not facts.is_agency:
        floors.append(calendar.add(day_of(calls[-1].at), policy.wait("spacing-employer")))
    return [*floors, burst_ends(facts, history)]


def burst_ends(facts: Facts, history: History) -> date:
    """The day before which one more message to the main contact would be one too many within the burst guard (R7)."""
    recent, allowed = history.unanswered_to(main_recipients(facts)), facts.policy.how_many("burst-messages")
    if len(recent) < allowed:
        return date.min
    return shift(day_of(recent[-allowed].at), facts.policy.days("burst-days"))


def main_recipients(facts: Facts) -> frozenset[str]:
    """The words by which an attempt names the main contact; an attempt that names nobody went there too."""
    return frozenset({facts.contact, facts.situation.contact_type or facts.contact, "unknown", ""})
