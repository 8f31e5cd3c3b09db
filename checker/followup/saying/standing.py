"""Where today stands: why the step of the plan is due now, only possible, or still to be waited for."""

from datetime import date, datetime

from followup.days.calendar import day_of
from followup.facts.facts import Facts
from followup.facts.open_channels import CALLS
from followup.model import Point
from followup.plan import Planned
from followup.steps.news import is_too_close_for_news

HELD_BACK_BY_A_PROMISE = frozenset(
    {"send_status_check", "voicemail_reminder", "redirect_to_other_contact", "stop_and_move_on"}
)
"""Steps that a promised day holds back."""


def standing(facts: Facts, due: Planned) -> tuple[Point, ...]:
    """The reasons that only hold today, most decisive first."""
    if not due.dates.is_open:
        return _why_wait(facts, due)
    if due.dates.strength == "tolerated" and due.dates.recommended:
        return (Point("tolerated-today", {"date": due.dates.recommended}),)
    target = due.step.window.target
    is_email = due.step.channel == "email"
    if target and due.step.action == "send_thank_you" and is_email and not facts.is_agency and facts.interview_end:
        return (Point("inside-edge" if facts.has_passed(target) else "inside-target"),)
    return ()


def warnings(facts: Facts, due: Planned) -> tuple[Point, ...]:
    """What to mind whatever the step: a message that came back, an announced day, whoever answers the telephone."""
    points = []
    step, advised, announced = due.step, due.dates.recommended, facts.situation.announced_contact
    if step.sends and any(attempt.bounced for attempt in facts.situation.attempts):
        points += [Point("verify-address"), Point("no-look-up")]
    if announced and step.action in HELD_BACK_BY_A_PROMISE and advised and announced < day_of(advised):
        points.append(Point("announced-too-early", {"date": announced, "gate": day_of(advised)}))
    is_call = step.channel in CALLS and step.action != "emergency_call"
    if is_call or step.recipient == "coordinator":
        points.append(Point("courtesy-to-receptionists"))
    return tuple(points)


def _why_wait(facts: Facts, due: Planned) -> tuple[Point, ...]:
    points = []
    promised, opened_on = facts.promised_on, due.step.window.opened_on
    if promised and promised >= facts.today and due.step.action in HELD_BACK_BY_A_PROMISE:
        points.append(Point("never-before-promise", {"date": promised}))
    if is_too_close_for_news(facts, facts.history):
        points.append(Point("new-info-too-close"))
    if facts.situation.idea == "ask_now" and due.step.action in HELD_BACK_BY_A_PROMISE:
        points += [Point("resist-impulse"), Point("draft-now-send-later")]
    if due.step.days != "any" and (opened_on or day_of(due.step.window.earliest or facts.today)) <= facts.today:
        points.append(_why_not_today(facts, facts.today))
    if due.step.channel in CALLS and isinstance(due.dates.earliest, datetime):
        points.append(Point("no-after-hours"))
    if facts.has_deadline and facts.history.unanswered_checks:
        points.append(Point("deadline-after-a-check"))
    return tuple(points)


def _why_not_today(facts: Facts, day: date) -> Point:
    """Why nothing goes out on the day: what the day rule has against it (R5, G02, G16)."""
    calendar = facts.calendar
    if calendar.is_closed(day):
        return Point("day-is-closure")
    if day.isoweekday() not in calendar.week.working:
        return Point("day-is-weekend")
    if calendar.is_holiday(day):
        table = facts.holidays
        if table is None or day not in table.names:
            return Point("day-is-own-holiday")
        ground = "day-is-holiday-in-most-regions" if day in table.of_most else "day-is-holiday"
        return Point(ground, {"name": table.names[day]})
    return Point("day-is-first-of-week" if facts.works_from_sunday else "day-is-monday")
