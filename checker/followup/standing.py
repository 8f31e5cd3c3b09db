"""Where today stands: why the step of the plan is due now, only possible, or still to be waited for."""

from datetime import date

from followup.calendar import day_of
from followup.facts import Facts
from followup.model import Point
from followup.plan import Planned


def standing(facts: Facts, due: Planned) -> tuple[Point, ...]:
    """The reasons that only hold today, most decisive first."""
    if not due.is_open:
        return _why_wait(facts, due)
    if due.strength == "tolerated" and due.recommended:
        return (Point("tolerated-today", {"date": due.recommended}),)
    target = due.step.window.target
    if target and due.step.action == "send_thank_you" and not facts.is_agency and facts.interview_end:
        hours = {
            "target": facts.policy.value("thank-you-by"),
            "edge": facts.policy.keen("thank-you-by").value,
        }
        return (Point("inside-edge" if facts.has_passed(target) else "inside-target", hours),)
    return ()


def _why_wait(facts: Facts, due: Planned) -> tuple[Point, ...]:
    points = []
    promised = facts.promised_on
    if promised and promised >= facts.today:
        points.append(Point("never-before-promise", {"date": promised}))
    if facts.situation.idea == "ask_now":
        points.append(Point("resist-impulse"))
    earliest = due.step.window.earliest
    if earliest and due.step.days != "any" and day_of(earliest) <= facts.today:
        points.append(_why_not_today(facts, facts.today))
    return tuple(points)


def _why_not_today(facts: Facts, day: date) -> Point:
    """Why the day rule forbids the day (R5, G02)."""
    calendar = facts.calendar
    if calendar.is_closed(day):
        return Point("day-is-closure")
    if day.isoweekday() not in calendar.week.working:
        return Point("day-is-weekend")
    if calendar.is_holiday(day):
        name = facts.holidays.names.get(day) if facts.holidays else None
        return Point("day-is-holiday", {"name": name}) if name else Point("day-is-own-holiday")
    return Point("day-is-monday")
