"""Time zones from the package's own table, so that every runtime answers from the same rules.

The standard library's `zoneinfo` brings no zone data to the browser, and the machine's own data may be older or newer.
"""

import io
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from zipfile import ZipFile

from followup.resources import read_bytes


@cache
def _archive() -> ZipFile:
    """The table of zones that the build made from the package `tzdata`."""
    content = read_bytes("tables/zones.zip")
    if content is None:
        raise FileNotFoundError("tables/zones.zip is missing: build or install the package first (make build)")
    return ZipFile(io.BytesIO(content))


@lru_cache(maxsize=256)
def zone(name: str) -> tzinfo | None:
    """The zone of an IANA name such as `America/Chicago`, or None where the table has no such name."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - costs start-up time in the browser; many situations name no zone

    try:
        content = _archive().read(name)
    except (KeyError, ValueError):
        return None
    return ZoneInfo.from_file(io.BytesIO(content), key=name)


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


def in_zone(moment: datetime, other: tzinfo) -> datetime:
    """The same instant on another zone's clock; unchanged at the very ends of the calendar, where there is none."""
    try:
        return moment.astimezone(other)
    except OverflowError:
        return moment
