"""How many sources accept the step today, and on the day that is advised."""

from datetime import datetime

from followup.advice import Agreement
from followup.days.calendar import HOURS_A_DAY, day_of
from followup.days.zones import hours_between
from followup.facts.facts import Facts
from followup.knowledge.records import Knowledge
from followup.knowledge.spread import accepting
from followup.model import Moment
from followup.plan import Planned


def agreement(facts: Facts, due: Planned, knowledge: Knowledge) -> Agreement | None:
    """The count for the step that is due or waited for; None where its window rests on no counted number."""
    counted = due.step.window.counted
    spread = knowledge.spreads.get(counted.number) if counted else None
    if counted is None or spread is None:
        return None
    unit = knowledge.numbers[counted.number].usual.unit
    now: Moment = facts.now if unit == "hours" else facts.today
    preferred = due.dates.preferred
    on_preferred = None
    if preferred:
        moment = now if preferred == day_of(now) else preferred
        on_preferred = accepting(spread, _elapsed(counted.since, moment, unit))
    return Agreement(counted.number, spread.of, accepting(spread, _elapsed(counted.since, now, unit)), on_preferred)


def _elapsed(since: Moment, until: Moment, unit: str) -> int:
    """Elapsed hours, or days of the calendar; the hours of whole days, where one of the two has no hour."""
    if unit != "hours":
        return (day_of(until) - day_of(since)).days
    if isinstance(since, datetime) and isinstance(until, datetime):
        return hours_between(since, until)
    return HOURS_A_DAY * (day_of(until) - day_of(since)).days
