"""When the next status check may go out: what keeps it back, burst guard, day rule, long silence (rules R2 to R7)."""

from datetime import date

from followup.days.calendar import day_of, first_on_or_after, last_on_or_before, shift
from followup.facts.facts import Facts
from followup.facts.history import History
from followup.knowledge.kinds import WaitNumber
from followup.model import Attempt, Window
from followup.steps.gates import (
    after_promise,
    between_calls,
    decisive,
    gates,
    last_contact,
    opens,
    opens_at_pace,
    own_spacing,
    standing_promise,
    told_day,
    told_from,
)


def check_window(facts: Facts, history: History, spacing: WaitNumber | None = None) -> Window:
    """The window of the next status check to the main contact, whether or not the cap still allows one.

    `spacing` names the number that keeps it from the last check. A day on which rule R5 sends nothing is rolled
    forward. From `gives_way_on` on, the silence is so long that the plan suggests to stop (G36).
    """
    waits = gates(facts, history, spacing or own_spacing(facts))
    all_waits = [*waits, *between_calls(facts, history)]
    floor = told_from(facts, history) or burst_ends(facts, history)
    opened_on = max([floor, *(opens(facts, gate, "keen") for gate in all_waits)])
    advised_on = max([opened_on, *(opens_at_pace(facts, gate) for gate in all_waits)])
    earliest = first_on_or_after(opened_on, lambda day: allows(facts, day))
    recommended = max(earliest, first_on_or_after(advised_on, lambda day: allows(facts, day)))
    return Window(
        earliest=earliest,
        recommended=recommended,
        latest=_aim_by(facts, history, recommended),
        is_soft=True,
        opened_on=opened_on,
        gives_way_on=max(silence_ends(facts, history), shift(recommended, 1)),
        counted=decisive(facts, waits),
    )


def allows(facts: Facts, day: date) -> bool:
    """Whether a status check may go out on the day: rule R5; any working day for an agency or a real deadline."""
    if facts.is_agency or (facts.deadline and day <= facts.deadline):
        return facts.calendar.is_working(day)
    return facts.calendar.allows_check(day)


def promise_floor(facts: Facts, history: History) -> date:
    """The day at the reader's pace before which nobody else is asked and nothing given up.

    That is after the promised day, and not before the day on which they said to check back.
    """
    promised, told = standing_promise(facts, history), told_day(facts, history) or date.min
    return told if promised is None else max(told, opens(facts, after_promise(facts, promised)))


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


def burst_ends(facts: Facts, history: History) -> date:
    """The day before which one more message to the main contact would be one too many within the burst guard (R7)."""
    recent, allowed = history.unanswered_to(main_recipients(facts)), facts.policy.how_many("burst-messages")
    if len(recent) < allowed:
        return date.min
    return shift(day_of(recent[-allowed].at), facts.policy.days("burst-days"))


def main_recipients(facts: Facts) -> frozenset[str]:
    """The words by which an attempt names the main contact; an attempt that names nobody went there too."""
    return frozenset({facts.contact, facts.situation.contact_type or facts.contact, "unknown", ""})


def _aim_by(facts: Facts, history: History, recommended: date) -> date | None:
    """The day to aim by: soon, where a deadline is near; else some days on, for a first check without a date (R3)."""
    if facts.deadline and recommended <= facts.deadline:
        note_by = facts.calendar.add(max(recommended, facts.today), facts.policy.wait("deadline-note-by"))
        return max(recommended, last_on_or_before(min(note_by, facts.deadline), lambda day: allows(facts, day)))
    has_day = standing_promise(facts, history) or told_day(facts, history)
    if facts.is_agency or has_day or history.unanswered_checks:
        return None
    return shift(recommended, facts.policy.days("check-without-date-aim-by"))
