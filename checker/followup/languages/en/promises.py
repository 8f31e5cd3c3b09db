"""A promise in words read as a day (G14): "a couple of weeks", "the week of 15 June", "by the end of the month"."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from followup.days.calendar import WorkingCalendar, last_on_or_before, shift
from followup.knowledge.kinds import DayOfMonthNumber
from followup.knowledge.policy import Policy

_COUNTS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {word: max(1, place) for place, word in enumerate(_COUNTS)}
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_UNIT = r"(day|week|month|(?:working|business) day)s?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = rf"\b({'|'.join(_WEEKDAYS)})\b"
_WEEK_OF = r"week (?:of|beginning|starting|commencing) (?:the )?(?:monday,? )?(?:the )?"
_DAYS_A_WEEK = 7
_PARTS_OF_MONTH: dict[str, DayOfMonthNumber] = {
    "early": "promise-early-in-month",
    "beginning of": "promise-early-in-month",
    "mid": "promise-middle-of-month",
    "middle of": "promise-middle-of-month",
}

type Reader = Callable[[str, date, Policy, WorkingCalendar], date | None]


def promised_day(text: str, said_on: date, policy: Policy, calendar: WorkingCalendar) -> date | None:
    """The last day of what the words promise, counted from `said_on`; None where they name no time, as "soon" does.

    Of a range the upper bound counts; of a week its end; of a month, or of its end, the last working day. Where the
    words name several times, the last of them: nobody is late before it is over.
    """
    words, *weeks = re.split(_WEEK_OF, " ".join(text.lower().replace("\N{EN DASH}", "-").split()))
    found = [day for reader in _READERS if (day := reader(words, said_on, policy, calendar))]
    found += [day for named in weeks if (day := _week_of(named, said_on, policy))]
    found += _vague_spans(words, said_on, policy)
    return max(found, default=None)


def _week_of(words: str, said_on: date, policy: Policy) -> date | None:
    """The end of the week in which a day lies, as words such as "15 June" or "the 15th" name it."""
    started = (_dated(words, shift(said_on, -6)), _dated(words, said_on), _numbered(words, said_on))
    ends = (_end_of_week(day, policy) for day in started if day)
    return next((end for end in ends if end >= said_on), None)


def _day(words: str, said_on: date, _: Policy, __: WorkingCalendar) -> date | None:
    """A day of a month: "12 June", "June 12th"; in the year in which it still lies ahead."""
    return _dated(words, said_on)


def _weekday(words: str, said_on: date, _: Policy, __: WorkingCalendar) -> date | None:
    """The next day of that name, or that of the next week; the later one where two are named."""
    named = [_WEEKDAYS.index(name) for name in re.findall(_WEEKDAY, words)]
    if not named:
        return None
    if re.search(r"\bnext (?:week|" + "|".join(_WEEKDAYS) + r")\b", words):
        return max(shift(said_on, 7 - said_on.weekday() + place) for place in named)
    return max(shift(said_on, (place - said_on.weekday() - 1) % 7 + 1) for place in named)


def _week(words: str, said_on: date, policy: Policy, _: WorkingCalendar) -> date | None:
    """The end of this week, of the next, or of the one after; tomorrow."""
    if re.search(r"\bweek after(?: next)?\b", words):
        return shift(_end_of_week(said_on, policy), 2 * _DAYS_A_WEEK)
    if re.search(r"\bnext week\b", words) and not re.search(_WEEKDAY, words):
        return shift(said_on, policy.weekday("promise-week-ends-on") - said_on.isoweekday() + _DAYS_A_WEEK)
    if re.search(r"\bthis week\b", words):
        return _end_of_week(said_on, policy)
    return shift(said_on, 1) if re.search(r"\btomorrow\b", words) else None


def _month(words: str, said_on: date, policy: Policy, calendar: WorkingCalendar) -> date | None:
    """The last working day of a month, or the end of its early or middle part where that is named."""
    match = re.search(
        rf"\b(?:(early|beginning of|mid|middle of|late|end of|in|by|during|before|until)[ -](?:the |this )?)?"
        rf"(?:(next) month|month\b|{_MONTH}(?! \d))",
        words,
    )
    if match is None or not (match[1] or match[2] or "this month" in words):
        return None
    first = said_on.replace(day=1)
    if match[2]:
        first = shift(first, 31).replace(day=1)
    elif match[3]:
        month = _MONTHS.index(match[3][:3]) + 1
        first = date(min(said_on.year + (month < said_on.month), date.max.year), month, 1)
    part = _PARTS_OF_MONTH.get(match[1] or "")
    end = part and first.replace(day=policy.day_of_month(part))
    if end and end >= said_on:
        return end
    first_of_next = shift(first, 31).replace(day=1)
    last = first_of_next if first_of_next == first else shift(first_of_next, -1)
    return max(said_on, last_on_or_before(last, calendar.is_working))


def _counted(words: str, said_on: date, policy: Policy, calendar: WorkingCalendar) -> date | None:
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
    days = {"day": 1, "week": _DAYS_A_WEEK, "month": policy.days("promise-month")}.get(unit)
    return calendar.add_working_days(said_on, count) if days is None else shift(said_on, count * days)


_READERS: tuple[Reader, ...] = (_day, _weekday, _week, _month, _counted)


def _vague_spans(words: str, said_on: date, policy: Policy) -> Iterator[date]:
    """Yield what "a couple of", "a few" and "several" stand for; those numbers are ours."""
    if re.search(r"\bcouple (?:of )?weeks\b", words):
        yield shift(said_on, policy.days("promise-couple-of-weeks"))
    if re.search(r"\b(?:few|several) weeks\b", words):
        yield shift(said_on, policy.days("promise-few-weeks"))
    if re.search(r"\b(?:(?:few|several)|couple (?:of )?) ?days\b", words):
        yield shift(said_on, policy.days("promise-few-days"))


def _dated(words: str, since: date) -> date | None:
    """The first day from `since` on that has the number and month of the words; None where they name none."""
    day_first = re.search(rf"\b{_ORDINAL}(?: of)? {_MONTH}", words)
    month_first = re.search(rf"\b{_MONTH} (?:the )?{_ORDINAL}\b", words)
    if day_first:
        number, month = day_first[1], day_first[2]
    elif month_first:
        number, month = month_first[2], month_first[1]
    else:
        return None
    for year in (since.year, since.year + 1):
        try:
            day = date(year, _MONTHS.index(month[:3]) + 1, int(number))
        except ValueError:
            continue
        if day >= since:
            return day
    return None


def _numbered(words: str, said_on: date) -> date | None:
    """The next day of the month with the number that the words begin with, such as "the 15th"."""
    match = re.match(r"(\d{1,2})(?:st|nd|rd|th)\b", words)
    ahead = (shift(said_on, days) for days in range(62)) if match else ()
    return next((day for day in ahead if match and day.day == int(match[1])), None)


def _end_of_week(day: date, policy: Policy) -> date:
    """The day with which a week is taken to end, on or after the day."""
    return shift(day, (policy.weekday("promise-week-ends-on") - day.isoweekday()) % _DAYS_A_WEEK)
