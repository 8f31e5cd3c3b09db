"""A promise in words read as a day (G14): "a couple of weeks", "the week of 15 June", "by the end of the month"."""

import re
from collections.abc import Callable
from datetime import date

from followup.calendar import WorkingCalendar, last_on_or_before, shift
from followup.policy import Policy

_WORDS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_UNIT = r"(day|week|month|(?:working|business) day)s?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAYS_IN = {"day": 1, "week": 7, "month": 30}
_FRIDAY = 5


def promised_day(text: str, said_on: date, policy: Policy, calendar: WorkingCalendar) -> date | None:
    """The last day of what the words promise, counted from `said_on`; None where they name no time, as "soon" does.

    "1-2 weeks" is read as its upper bound, "the week of" a day as that week's Friday, "end of the month" as its last
    working day.
    """
    words = " ".join(text.lower().replace("\N{EN DASH}", "-").split())
    readers: tuple[Callable[[], date | None], ...] = (
        lambda: _week_of(words, said_on),
        lambda: _end_of_month(words, said_on, calendar),
        lambda: _named_span(words, said_on, policy),
        lambda: _next_week(words, said_on),
        lambda: _counted_span(words, said_on, calendar),
    )
    return next((day for day in (reader() for reader in readers) if day), None)


def _week_of(words: str, said_on: date) -> date | None:
    match = re.search(r"week (?:of|beginning|starting|commencing) (?:the )?(?:monday,? )?(.+)", words)
    if match is None:
        return None
    rest = match[1]
    day_first = re.search(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}", rest)
    month_first = re.search(rf"{_MONTH} (\d{{1,2}})", rest)
    if day_first:
        number, month = day_first[1], day_first[2]
    elif month_first:
        number, month = month_first[2], month_first[1]
    else:
        return None
    month_number = _MONTHS.index(month) + 1
    for year in (said_on.year, said_on.year + 1):
        try:
            start = date(year, month_number, int(number))
        except ValueError:
            continue
        friday = shift(start, (_FRIDAY - start.isoweekday()) % 7)
        if friday >= said_on:
            return friday
    return None


def _end_of_month(words: str, said_on: date, calendar: WorkingCalendar) -> date | None:
    match = re.search(rf"end of (?:(?:the |this )?month|{_MONTH})\b", words)
    if match is None:
        return None
    first = said_on.replace(day=1)
    if match[1]:
        month = _MONTHS.index(match[1]) + 1
        first = date(min(said_on.year + (month < said_on.month), date.max.year), month, 1)
    first_of_next = shift(first, 31).replace(day=1)
    last = first_of_next if first_of_next == first else shift(first_of_next, -1)
    return max(said_on, last_on_or_before(last, calendar.is_working))


def _named_span(words: str, said_on: date, policy: Policy) -> date | None:
    if re.search(r"\b(?:a )?couple (?:of )?weeks\b", words):
        return shift(said_on, policy.value("promise-couple-of-weeks"))
    if re.search(r"\b(?:a )?few weeks\b", words):
        return shift(said_on, policy.value("promise-few-weeks"))
    return None


def _next_week(words: str, said_on: date) -> date | None:
    """The Friday of the week after."""
    return shift(said_on, _FRIDAY - said_on.isoweekday() + 7) if re.search(r"\bnext week\b", words) else None


def _counted_span(words: str, said_on: date, calendar: WorkingCalendar) -> date | None:
    """A count of days, weeks or months, or a range of them ("a week or two"), of which the upper bound counts."""
    match = re.search(rf"\b{_NUMBER} {_UNIT} or {_NUMBER}\b", words)
    if match:
        unit, upper = match[2], match[3]
    else:
        match = re.search(rf"\b(?:{_NUMBER} ?(?:-|to|or) ?)?{_NUMBER} {_UNIT}\b", words)
        if match is None:
            return None
        upper, unit = match[2], match[3]
    count = _WORDS.get(upper) or int(upper)
    if unit not in _DAYS_IN:
        return calendar.add_working_days(said_on, count)
    return shift(said_on, count * _DAYS_IN[unit])
