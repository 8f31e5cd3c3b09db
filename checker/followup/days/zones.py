"""Time zones from the package's own table, so that every runtime answers from the same rules.

The standard library's `zoneinfo` brings no zone data to the browser, and the machine's own data may be older or newer.
"""

import io
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache

from followup.resources import read_bytes, read_json


@cache
def _tables() -> tuple[Mapping[str, tuple[int, int]], bytes]:
    """Where each zone stands, and the rules of all: what the build made from the package `tzdata`."""
    index, rules = read_json("tables/zones.json"), read_bytes("tables/zones.bin")
    if index is None or rules is None:
        raise FileNotFoundError("tables/zones.bin is missing: build or install the package first (make build)")
    return index, rules


@lru_cache(maxsize=256)
def zone(name: str) -> tzinfo | None:
    """The zone of an IANA name such as `America/Chicago`, or None where the table has no such name."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - costs start-up time in the browser; many situations name no zone

    index, rules = _tables()
    if name not in index:
        return None
    start, length = index[name]
    return ZoneInfo.from_file(io.BytesIO(rules[start : start + length]), key=name)


def after_hours(moment: datetime, hours: int) -> datetime:
    """The moment that many elapsed hours later, in the same zone (policy, clock conventions and G18).

    Elapsed, not wall clock: across a clock change 24 hours may end at another hour of the day. Stops at the
    calendar's end.
    """
    zone_of_moment = moment.tzinfo or UTC
    try:
        return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone_of_moment)
    except OverflowError:
        return moment


def hours_between(since: datetime, until: datetime) -> int:
    """The elapsed hours from one moment to another, an hour that has begun as a whole one; the reverse of the above."""
    return -((in_zone(since, UTC) - in_zone(until, UTC)) // timedelta(hours=1))


def in_zone(moment: datetime, other: tzinfo) -> datetime:
    """The same instant on another zone's clock; unchanged at the very ends of the calendar, where there is none."""
    try:
        return moment.astimezone(other)
    except OverflowError:
        return moment
