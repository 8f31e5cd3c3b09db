"""Working days, the day rule and counting: each on both sides of its bounds."""

from datetime import UTC, date, datetime

import pytest

from followup.days.calendar import Wait, WorkingCalendar, day_of, first_on_or_after, last_on_or_before, shift
from followup.knowledge import load
from followup.knowledge.policy import policy_at

HOLIDAY = date(2026, 6, 10)
"""A Wednesday."""


def calendar(week: str = "Mon-Fri") -> WorkingCalendar:
    """The policy's calendar of a week, with one holiday."""
    return policy_at(load(), "usual").calendar(week, lambda day: day == HOLIDAY)


def test_the_day_of_a_moment_is_the_day_on_its_own_clock() -> None:
    """A day stays as it is; a time gives its day, whatever the hour."""
    assert day_of(date(2026, 6, 2)) == date(2026, 6, 2)
    assert day_of(datetime(2026, 6, 2, 23, 59, tzinfo=UTC)) == date(2026, 6, 2)


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2026, 6, 30), 1, date(2026, 7, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 31)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date.max, 0, date.max),
        (date.max, 1, date.max),
        (date(9999, 12, 30), 14, date.max),
        (date.min, -1, date.min),
        (date.min, 1, date(1, 1, 2)),
        (date(2026, 6, 2), 10**12, date.max),
        (date(2026, 6, 2), -(10**12), date.min),
    ],
)
def test_a_shift_stops_at_the_ends_of_the_calendar(day: date, days: int, expected: date) -> None:
    """Days are added as on a calendar; a sum past the first or the last day stops there."""
    assert shift(day, days) == expected


@pytest.mark.parametrize(
    ("day", "working", "check", "best"),
    [
        (date(2026, 6, 5), True, True, False),  # Friday
        (date(2026, 6, 6), False, False, False),  # Saturday
        (date(2026, 6, 7), False, False, False),  # Sunday
        (date(2026, 6, 8), True, False, False),  # Monday
        (date(2026, 6, 9), True, True, True),  # Tuesday
        (HOLIDAY, False, False, False),  # a Wednesday
        (date(2026, 6, 11), True, True, False),  # Thursday
        (date(2026, 6, 17), True, True, True),  # Wednesday
    ],
)
def test_a_week_from_monday_to_friday(day: date, *, working: bool, check: bool, best: bool) -> None:
    """No check on a Monday, a weekend or a holiday; Tuesday and Wednesday are best (R5)."""
    week = calendar()

    assert (week.is_working(day), week.allows_check(day), week.is_best(day)) == (working, check, best)


@pytest.mark.parametrize(
    ("day", "working", "check", "best"),
    [
        (date(2026, 6, 4), True, True, False),  # Thursday
        (date(2026, 6, 5), False, False, False),  # Friday
        (date(2026, 6, 6), False, False, False),  # Saturday
        (date(2026, 6, 7), True, False, False),  # Sunday
        (date(2026, 6, 8), True, True, False),  # Monday
        (date(2026, 6, 9), True, True, True),  # Tuesday
        (date(2026, 6, 17), True, True, True),  # Wednesday
    ],
)
def test_a_week_from_sunday_to_thursday(day: date, *, working: bool, check: bool, best: bool) -> None:
    """Their Sunday stands for Monday, and the third and fourth day of their week are best (G16)."""
    week = calendar("Sun-Thu")

    assert (week.is_working(day), week.allows_check(day), week.is_best(day)) == (working, check, best)


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 12, 23), False),
        (date(2026, 12, 24), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 2), False),
    ],
)
def test_the_year_ends_with_a_closure(day: date, *, closed: bool) -> None:
    """From 24 December to 1 January, both included, nobody is asked (G02)."""
    assert calendar().is_closed(day) == closed
    assert not (closed and calendar().is_working(day))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 5), date(2026, 6, 5)),  # allowed itself
        (date(2026, 6, 6), date(2026, 6, 9)),  # over the weekend and their Monday
        (HOLIDAY, date(2026, 6, 11)),
        (date(2026, 12, 24), date(2027, 1, 5)),  # 2 January is a Saturday, 4 January a Monday
        (date(2027, 12, 31), date(2028, 1, 4)),
    ],
)
def test_a_day_is_rolled_forward_to_the_first_that_allows_a_check(day: date, expected: date) -> None:
    """The day itself counts where it is allowed, else the next that is."""
    assert first_on_or_after(day, calendar().allows_check) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 5), date(2026, 6, 5)),
        (date(2026, 6, 7), date(2026, 6, 5)),
        (HOLIDAY, date(2026, 6, 9)),
        (date(2027, 1, 1), date(2026, 12, 23)),
    ],
)
def test_a_day_is_rolled_back_to_the_last_working_day(day: date, expected: date) -> None:
    """The day itself counts where people work on it, else the one before."""
    assert last_on_or_before(day, calendar().is_working) == expected


def test_rolling_ends_with_the_calendar() -> None:
    """Where no day is allowed any more, rolling stops at the calendar's last or first day instead of failing."""
    assert first_on_or_after(date(9999, 12, 24), calendar().is_working) == date.max
    assert last_on_or_before(date(1, 1, 1), calendar().is_working) == date.min


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 6, 2), 0, date(2026, 6, 2)),
        (date(2026, 6, 2), 1, date(2026, 6, 3)),  # the day itself is never counted
        (date(2026, 6, 4), 3, date(2026, 6, 9)),  # Thursday: day 3 is Tuesday
        (date(2026, 6, 4), 4, date(2026, 6, 11)),  # ... and day 4 is not the holiday
        (date(2026, 6, 6), 1, date(2026, 6, 8)),
        (date(2026, 12, 23), 1, date(2027, 1, 4)),
        (date(9999, 12, 23), 4, date.max),
    ],
)
def test_working_days_are_counted_from_the_day_after(day: date, count: int, expected: date) -> None:
    """Weekends, holidays and the closure are passed over, and the day of the event is not day one."""
    assert calendar().add_working_days(day, count) == expected


def test_a_number_is_added_in_its_unit() -> None:
    """The same number means calendar days or working days, as its unit says."""
    friday = date(2026, 6, 5)

    assert calendar().add(friday, Wait(2, "days")) == date(2026, 6, 7)
    assert calendar().add(friday, Wait(2, "working-days")) == date(2026, 6, 9)
