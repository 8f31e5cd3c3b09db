"""Working days, day rules and counting: civil-date arithmetic with its rounding declared in each name.

Days are `date` values, weekdays are ISO (Monday 1 ... Sunday 7), and nothing here leaves the calendar: a sum
that would pass its last day stops there.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from followup.model import Moment

HOURS_A_DAY = 24


def day_of(moment: Moment) -> date:
    """The day of a moment on its own clock."""
    return moment.date() if isinstance(moment, datetime) else moment


def shift(day: date, days: int) -> date:
    """The day that many calendar days later (earlier if negative), or the calendar's first or last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def is_later(moment: Moment, other: Moment) -> bool:
    """Whether a moment lies after another: by the clock where both have times, else by the day."""
    if isinstance(moment, datetime) and isinstance(other, datetime):
        return moment > other
    return day_of(moment) > day_of(other)


class Wait(NamedTuple):
    """A stretch of time in days of the calendar or in working days: which of the two, it carries with it."""

    value: int
    unit: str
    """`days` or `working-days`."""


class Week(NamedTuple):
    """A working week: which weekdays are worked, which are too busy for a status check, and which are best."""

    working: frozenset[int]
    avoided: frozenset[int]
    best: frozenset[int]


class WorkingCalendar(NamedTuple):
    """The recipient's calendar: their week, their days off, and the year-end closure (rules R5, G02, G16)."""

    week: Week
    is_holiday: Callable[[date], bool]
    closure_from: tuple[int, int]
    """First (month, day) of the year-end closure, inclusive."""
    closure_to: tuple[int, int]
    """Last (month, day) of the closure, inclusive; in the next year where it comes before the first."""

    def is_closed(self, day: date) -> bool:
        """Whether the day falls in the year-end closure."""
        month_day, first, last = (day.month, day.day), self.closure_from, self.closure_to
        return first <= month_day <= last if first <= last else month_day >= first or month_day <= last

    def would_work(self, day: date) -> bool:
        """Whether people work on the day unless it is a holiday: a weekday of their week, not in the closure."""
        return day.isoweekday() in self.week.working and not self.is_closed(day)

    def is_working(self, day: date) -> bool:
        """Whether people work on the day: a weekday of their week, no holiday, not in the closure."""
        return self.would_work(day) and not self.is_holiday(day)

    def allows_check(self, day: date) -> bool:
        """Whether a status check to an employer may go out on the day (rule R5)."""
        return day.isoweekday() not in self.week.avoided and self.is_working(day)

    def is_best(self, day: date) -> bool:
        """Whether the day is one of the best for a status check to an employer (rule R5)."""
        return day.isoweekday() in self.week.best and self.allows_check(day)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after the day; the day itself is never counted."""
        for _ in range(count):
            day = first_on_or_after(shift(day, 1), self.is_working)
        return day

    def add(self, day: date, wait: Wait) -> date:
        """The day on which the wait is over, which begins with the day after `day`."""
        return self.add_working_days(day, wait.value) if wait.unit == "working-days" else shift(day, wait.value)


def first_on_or_after(day: date, allows: Callable[[date], bool]) -> date:
    """The first day from `day` on, itself included, that is allowed; the calendar's last day where there is none."""
    while not allows(day) and day < date.max:
        day = shift(day, 1)
    return day


def last_on_or_before(day: date, allows: Callable[[date], bool]) -> date:
    """The last day up to `day`, itself included, that is allowed; the calendar's first day where there is none."""
    while not allows(day) and day > date.min:
        day = shift(day, -1)
    return day
