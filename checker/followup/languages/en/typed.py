"""Days and times as people type them, turned into ISO 8601 where they can be read in one way only.

A day that is well formed but does not exist, such as 31 June, becomes ISO as well: the reader of situations faults it.
"""

import re
from collections.abc import Mapping
from functools import cache

from followup.words import load

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([a-z]*) ([a-z]+) (\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})([a-z]*) (\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?([a-z.]*)", re.ASCII)


@cache
def _months() -> Mapping[str, int]:
    """The month of every name and short form in the catalogue."""
    words = load("en")
    return {name: month for month in range(1, 13) for name in words.text(f"form.months.{month}").split()}


@cache
def _listed(key: str) -> frozenset[str]:
    """The words of a catalogue entry that holds several."""
    return frozenset({"", *load("en").text(key).split()})


def typed_day(text: str) -> str | None:
    """The ISO date of a typed day, or None where it cannot be read or could be read in two ways.

    Reads "2 June 2026", "June 2, 2026", "2 jun 2026", "Tuesday 2nd June 2026" and "2026-06-02", but not "6/2/2026".
    """
    plain = " ".join(re.sub(r"[,.]", " ", text.casefold()).split())
    if iso := _ISO_DAY.fullmatch(plain):
        return _iso(*iso.groups())
    first, _, rest = plain.partition(" ")
    if first in _listed("form.weekday-names"):
        plain = rest
    if found := _DAY_FIRST.fullmatch(plain):
        day, ending, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(plain):
        month, day, ending, year = found.groups()
    else:
        return None
    if month not in _months() or ending not in _listed("form.ordinal-endings"):
        return None
    return _iso(year, str(_months()[month]), day)


def typed_time(text: str) -> str | None:
    """The time as HH:MM on a clock of 24 hours, or None where it cannot be read. Reads "14:30", "11.00", "2 pm"."""
    found = _TIME.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    hour, minute, half = int(found[1]), found[2], found[3].replace(".", "")
    if half:
        if half not in _listed("form.halves-of-day") or not 1 <= hour <= 12:  # noqa: PLR2004 - the clock's own numbers
            return None
        hour = hour % 12 + (12 if half == load("en").text("form.afternoon") else 0)
    elif minute is None:
        return None
    if hour > 23 or int(minute or 0) > 59:  # noqa: PLR2004 - the clock's own numbers
        return None
    return f"{hour:02}:{minute or '00'}"


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"
