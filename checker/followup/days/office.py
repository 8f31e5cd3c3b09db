"""Office hours on the recipient's clock: when a telephone may ring (D16)."""

from datetime import date, datetime, time

from followup.days.calendar import first_on_or_after, shift
from followup.days.zones import in_zone
from followup.facts.facts import Facts


def open_from(facts: Facts, moment: datetime) -> datetime:
    """The first moment from `moment` on, itself included, within office hours; on the reader's clock.

    From opening to closing time of a working day, both included.
    """
    local = _local(facts, moment)
    day = first_on_or_after(local.date(), facts.calendar.is_working)
    if day == local.date():
        if local <= _at(facts, day, "office-closes"):
            return in_zone(max(local, _at(facts, day, "office-opens")), facts.situation.zone)
        day = first_on_or_after(shift(day, 1), facts.calendar.is_working)
    return in_zone(_at(facts, day, "office-opens"), facts.situation.zone)


def closes_after(facts: Facts, moment: datetime) -> datetime:
    """The first closing time of the office after a moment; on the reader's clock."""
    day = _local(facts, open_from(facts, moment)).date()
    return in_zone(_at(facts, day, "office-closes"), facts.situation.zone)


def _local(facts: Facts, moment: datetime) -> datetime:
    return in_zone(moment, facts.situation.recipient_zone or facts.situation.zone)


def _at(facts: Facts, day: date, number: str) -> datetime:
    hour, minute = divmod(facts.policy.value(number), 60)
    return datetime.combine(day, time(hour, minute), facts.situation.recipient_zone or facts.situation.zone)
