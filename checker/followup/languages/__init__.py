"""What people write in words, read one language at a time: days, times, and promises such as "in a couple of weeks".

Each language is a package of its own, `languages/<code>`, that has a `SPOKEN`. What the checker says itself is in
`words/<code>.toml`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from followup.days.calendar import WorkingCalendar
from followup.knowledge.policy import Policy


class Spoken(NamedTuple):
    """The readers of one language."""

    typed_day: Callable[[str], str | None]
    """The ISO 8601 date of a typed day, or None where it cannot be read or could be read in two ways."""
    typed_time: Callable[[str], str | None]
    """The time as HH:MM on a clock of 24 hours, or None where it cannot be read."""
    promised_day: Callable[[str, date, Policy, WorkingCalendar], date | None]
    """The last day of what the words promise, counted from a day; None where they name no time."""


@cache
def spoken(language: str) -> Spoken:
    """The readers of a language; raises `ModuleNotFoundError` where there is no package for it."""
    # By name, so that a language comes with its own folder alone and costs nothing until somebody writes in it.
    package = __import__(f"followup.languages.{language}", fromlist=("SPOKEN",))
    found: Spoken = package.SPOKEN
    return found
