"""The lookups of the engine held against the numbers that there are."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAliasType, get_args

from followup.knowledge import kinds
from followup.knowledge.kinds import Kind
from followup.knowledge.records import Number, Unit

type Lookups = Mapping[str, Kind]
"""The name of each number that is looked up, and as what kind."""


class _Lookup(NamedTuple):
    """The numbers that are looked up as one kind, and the units in which they may count."""

    numbers: TypeAliasType
    units: tuple[Unit, ...]


_KINDS: Mapping[Kind, _Lookup] = {
    "hours": _Lookup(kinds.HoursNumber, ("hours",)),
    "days": _Lookup(kinds.DaysNumber, ("days",)),
    "wait": _Lookup(kinds.WaitNumber, ("days", "working-days")),
    "count": _Lookup(kinds.CountNumber, ("messages", "contacts-a-day")),
    "share": _Lookup(kinds.ShareNumber, ("percent",)),
    "time of day": _Lookup(kinds.TimeNumber, ("time-of-day",)),
    "weekday": _Lookup(kinds.WeekdayNumber, ("weekday",)),
    "weekdays": _Lookup(kinds.WeekdaysNumber, ("weekdays",)),
    "day of a month": _Lookup(kinds.DayOfMonthNumber, ("day-of-month",)),
    "day of a year": _Lookup(kinds.DayOfYearNumber, ("month-day",)),
    "stated": _Lookup(kinds.StatedNumber, ("words", "days", "working-days")),
}

LOOKUPS: Lookups = {number: kind for kind, lookup in _KINDS.items() for number in get_args(lookup.numbers.__value__)}
"""What the engine and the pages look up."""


def faults_of_lookups(numbers: Mapping[str, Number], lookups: Lookups) -> Iterator[str]:
    """A line for every number that is missing, counts in a unit in which it is not looked up, or is never looked up."""
    for number, kind in lookups.items():
        if number not in numbers:
            yield f"policy.toml: {number}: missing: kinds.py looks it up as {kind}; add it, or take it out there"
    for number, record in numbers.items():
        if number not in lookups:
            yield f"policy.toml: {number}: nobody looks it up; use it and name it in kinds.py, or take it out"
            continue
        kind, unit = lookups[number], record.usual.unit
        units = _KINDS[kind].units
        if unit not in units:
            said = " or ".join(units)
            yield f"policy.toml: {number}: unit: {unit!r}, but it is looked up as {kind}: say it in {said}"
