"""Promises in words (G14): the numbers are the policy's, the words those that people use."""

from datetime import date

import pytest

from followup.knowledge import load
from followup.knowledge.policy import policy_at
from followup.languages.en.promises import promised_day

TUESDAY = date(2026, 6, 2)


def read(text: str, said_on: date = TUESDAY, holidays: frozenset[date] = frozenset()) -> date | None:
    """The day that the words promise, on a calendar from Monday to Friday."""
    policy = policy_at(load(), "usual")
    return promised_day(text, said_on, policy, policy.calendar("Mon-Fri", holidays.__contains__))


@pytest.mark.parametrize(
    ("text", "number", "days"),
    [
        ("a couple of weeks", "promise-couple-of-weeks", 14),
        ("couple of weeks", "promise-couple-of-weeks", 14),
        ("in a couple weeks", "promise-couple-of-weeks", 14),
        ("You should hear within the next  Couple of\nWEEKS.", "promise-couple-of-weeks", 14),
        ("a few weeks", "promise-few-weeks", 21),
        ("few weeks", "promise-few-weeks", 21),
        ("it may take a few weeks", "promise-few-weeks", 21),
    ],
)
def test_a_couple_and_a_few_have_the_numbers_of_the_policy(text: str, number: str, days: int) -> None:
    """Two numbers are ours: "a couple of weeks" is 14 days and "a few weeks" 21, from the interview on."""
    assert load().numbers[number].usual.value == days
    assert read(text) is not None
    assert ((read(text) or TUESDAY) - TUESDAY).days == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("in two weeks", 14),
        ("in two weeks' time", 14),
        ("within 10 days", 10),
        ("3 days", 3),
        ("one week", 7),
        ("in a week", 7),
        ("a month", 30),
        ("in three months", 90),
        ("about six weeks", 42),
    ],
)
def test_a_count_is_counted_from_the_interview(text: str, days: int) -> None:
    """A number of days, weeks or months is counted in calendar days, in figures and in words."""
    assert ((read(text) or TUESDAY) - TUESDAY).days == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1-2 weeks", 14),
        ("1 - 2 weeks", 14),
        ("1\N{EN DASH}2 weeks", 14),
        ("one to two weeks", 14),
        ("two or three weeks", 21),
        ("in 3 to 5 days", 5),
        ("between 1 and 2 weeks", 14),
        ("1-2 months", 60),
    ],
)
def test_of_a_range_the_upper_bound_counts(text: str, days: int) -> None:
    """Nobody is late before the longest time that they named is over."""
    assert ((read(text) or TUESDAY) - TUESDAY).days == days


@pytest.mark.parametrize(
    ("text", "said_on", "friday"),
    [
        ("week of 15 June", TUESDAY, date(2026, 6, 19)),
        ("the week of the 15th of June", TUESDAY, date(2026, 6, 19)),
        ("the week of June 15", TUESDAY, date(2026, 6, 19)),
        ("week beginning Monday, 15 June", TUESDAY, date(2026, 6, 19)),
        ("week commencing 15 Jun", TUESDAY, date(2026, 6, 19)),
        ("in the week starting 17 June", TUESDAY, date(2026, 6, 19)),
        ("week of 1 June", TUESDAY, date(2026, 6, 5)),  # this very week
        ("week of 1 June", date(2026, 6, 5), date(2026, 6, 5)),
        ("week of 1 June", date(2026, 6, 6), date(2027, 6, 4)),  # over: the next that there is
        ("week of 4 January", date(2026, 12, 15), date(2027, 1, 8)),  # across the year's end
        ("week of 28 December", date(2026, 12, 15), date(2027, 1, 1)),
        ("week of 28 December", date(2026, 12, 30), date(2027, 1, 1)),
        ("week of 29 February", date(2027, 12, 1), date(2028, 3, 3)),
    ],
)
def test_the_week_of_a_day_ends_on_its_friday(text: str, said_on: date, friday: date) -> None:
    """The promise lasts to the Friday of that week, in the year in which it still lies ahead."""
    assert read(text, said_on) == friday


@pytest.mark.parametrize(
    ("text", "said_on", "expected"),
    [
        ("by the end of the month", TUESDAY, date(2026, 6, 30)),  # a Tuesday
        ("end of month", TUESDAY, date(2026, 6, 30)),
        ("at the end of this month", date(2026, 5, 4), date(2026, 5, 29)),  # the 31st is a Sunday
        ("end of the month", date(2026, 1, 31), date(2026, 1, 31)),  # said after the last working day
        ("end of the month", date(2026, 12, 1), date(2026, 12, 23)),  # the closure
        ("end of the month", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_the_end_of_the_month_is_its_last_working_day(text: str, said_on: date, expected: date) -> None:
    """A weekend and the year-end closure are no working days; the promise never ends before it was given."""
    assert read(text, said_on) == expected


def test_the_end_of_the_month_is_no_holiday() -> None:
    """Where the last day is a public holiday, the promise ends on the working day before."""
    assert read("end of the month", holidays=frozenset({date(2026, 6, 30)})) == date(2026, 6, 29)


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "we will be in touch",
        "shortly",
        "when we have finished all interviews",
        "the week of the conference",
        "the week of 31 June",
        "100 days",
        "weeks",
        "0",
        "\N{PILE OF POO}",
    ],
)
def test_words_that_name_no_time_give_no_day(text: str) -> None:
    """Words such as "soon" are no date: then the rules for an interview without a date hold."""
    assert read(text) is None


def test_a_promise_past_the_calendar_ends_with_it() -> None:
    """The calendar's last day stands for everything after it."""
    assert read("in 99 months", date(9999, 12, 1)) == date.max
    assert read("end of the month", date(9999, 12, 31)) == date.max
    assert read("week of 3 January", date(9999, 12, 31)) is None


@pytest.mark.parametrize(
    ("text", "said_on", "expected"),
    [
        ("by Friday", TUESDAY, date(2026, 6, 5)),
        ("on Tuesday", TUESDAY, date(2026, 6, 9)),  # said on a Tuesday: the next one
        ("Tuesday or Wednesday", TUESDAY, date(2026, 6, 9)),
        ("next Friday", TUESDAY, date(2026, 6, 12)),
        ("by Friday or early next week", TUESDAY, date(2026, 6, 12)),
        ("Thursday next week", TUESDAY, date(2026, 6, 11)),
        ("later this week", TUESDAY, date(2026, 6, 5)),
        ("the week after next", TUESDAY, date(2026, 6, 19)),
        ("tomorrow", TUESDAY, date(2026, 6, 3)),
        ("by 12 June", TUESDAY, date(2026, 6, 12)),
        ("by June 12th", TUESDAY, date(2026, 6, 12)),
        ("on Friday the 12th of June", TUESDAY, date(2026, 6, 12)),
        ("1 June", TUESDAY, date(2027, 6, 1)),
        ("week of the 15th", TUESDAY, date(2026, 6, 19)),
        ("week of the 1st", TUESDAY, date(2026, 7, 3)),
        ("mid-June", TUESDAY, date(2026, 6, 15)),
        ("the middle of the month", TUESDAY, date(2026, 6, 15)),
        ("early July", TUESDAY, date(2026, 7, 10)),
        ("late June", TUESDAY, date(2026, 6, 30)),
        ("in July", TUESDAY, date(2026, 7, 31)),
        ("next month", TUESDAY, date(2026, 7, 31)),
        ("by the end of next month", date(2026, 12, 2), date(2027, 1, 29)),
        ("this month", TUESDAY, date(2026, 6, 30)),
        ("a few days", TUESDAY, date(2026, 6, 6)),
        ("several weeks", TUESDAY, date(2026, 6, 23)),
    ],
)
def test_days_weeks_and_months_are_read_to_their_last_day(text: str, said_on: date, expected: date) -> None:
    """Nobody is asked before the time that they named is over; of several times the last counts."""
    assert read(text, said_on) == expected


@pytest.mark.parametrize(
    "text", ["soon", "we may call you", "once we have decided", "after the market team met", "in due course", "week of"]
)
def test_words_that_name_no_time_are_no_date(text: str) -> None:
    """Words that only look like a month or a week promise nothing."""
    assert read(text) is None
