"""The lookups of the engine held against the numbers that there are."""

from collections.abc import Iterator, Mapping
from typing import TypeAliasType, get_args

from followup.knowledge import kinds
from followup.knowledge.kinds import UNITS, Kind
from followup.knowledge.records import Number

type Lookups = Mapping[str, Kind]
"""The name of each number that is looked up, and as what kind."""

_TYPES: Mapping[Kind, TypeAliasType] = {
    "hours": kinds.HoursNumber,
    "days": kinds.DaysNumber,
    "wait": kinds.WaitNumber,
    "count": kinds.CountNumber,
    "share": kinds.ShareNumber,
    "time of day": kinds.TimeNumber,
    "weekday": kinds.WeekdayNumber,
    "weekdays": kinds.WeekdaysNumber,
    "day of a month": kinds.DayOfMonthNumber,
    "day of a year": kinds.DayOfYearNumber,
    "stated": kinds.StatedNumber,
}

LOOKUPS: Lookups = {number: kind for kind, named in _TYPES.items() for number in get_args(named.__value__)}
"""What the engine and the pages look up."""


def faults_of_lookups(numbers: Mapping[str, Number], lookups: Lookups) -> Iterator[str]:
    """A line for every number that is missing, counts in a unit in which it is not looked up, or is never looked up."""
    for number, kind in lookups.items():
        if number not in numbers:
            yield f"policy.toml: {number}: missing: kinds.py looks it up as {kind}; add it, or take it out there"
    for number, record in numbers.items():
        if number not in lookups:
            yield f"policy.toml: {number}: nobody looks it up; use it and name it in kinds.py, or take it out"
        elif record.usual.unit not in UNITS[lookups[number]]:
            unit, units = record.usual.unit, " or ".join(UNITS[lookups[number]])
            yield f"policy.toml: {number}: unit: {unit!r}, but it is looked up as {lookups[number]}: say it in {units}"
