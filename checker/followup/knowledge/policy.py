"""The numbers of the policy at a reader's pace, each as the kind of thing that it is, and calendars made of them."""

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from followup.days.calendar import Wait, Week, WorkingCalendar
from followup.knowledge.kinds import (
    CountNumber,
    DayOfMonthNumber,
    DayOfYearNumber,
    DaysNumber,
    HoursNumber,
    ShareNumber,
    TimeNumber,
    WaitNumber,
    WeekdayNumber,
    WeekdaysNumber,
)
from followup.knowledge.records import Knowledge, Mark, MarkName
from followup.vocabulary import Pace

WEEKS: dict[str, tuple[WeekdaysNumber, WeekdaysNumber, WeekdaysNumber]] = {
    "Mon-Fri": ("week-mon-fri-working", "week-mon-fri-avoided", "week-mon-fri-best"),
    "Sun-Thu": ("week-sun-thu-working", "week-sun-thu-avoided", "week-sun-thu-best"),
}
"""The numbers of each working week: its working days, those that are avoided, and the best."""


class Policy(NamedTuple):
    """The knowledge, read at one pace: `cautious`, `usual` or `keen`.

    Every lookup says as what it reads a number; that the number counts so was made sure when the knowledge was read.
    Its value is the one at the reader's pace where the number follows the pace, else our default; `mark` asks for one
    of its marks whatever the pace.
    """

    knowledge: Knowledge
    pace: Pace
    numbers: Mapping[str, Mark]
    """Each number at this pace."""

    def __hash__(self) -> int:
        """A hash, so that what follows from the policy alone can be kept for it."""
        return hash((self.knowledge, self.pace))

    def hours(self, number: HoursNumber, mark: MarkName | None = None) -> int:
        """Elapsed hours."""
        return self._mark(number, mark).value

    def days(self, number: DaysNumber, mark: MarkName | None = None) -> int:
        """Calendar days."""
        return self._mark(number, mark).value

    def wait(self, number: WaitNumber, mark: MarkName | None = None) -> Wait:
        """Days or working days, to be added to a day on a calendar."""
        found = self._mark(number, mark)
        return Wait(value=found.value, unit=found.unit)

    def how_many(self, number: CountNumber, mark: MarkName | None = None) -> int:
        """A count of messages, people or the like."""
        return self._mark(number, mark).value

    def percent(self, number: ShareNumber) -> int:
        """A share of a hundred."""
        return self._mark(number).value

    def time_of_day(self, number: TimeNumber) -> time:
        """A time on the recipient's clock."""
        hour, minute = divmod(self._mark(number).value, 60)
        return time(hour, minute)

    def weekday(self, number: WeekdayNumber) -> int:
        """An ISO weekday."""
        return self._mark(number).value

    def weekdays(self, number: WeekdaysNumber) -> frozenset[int]:
        """ISO weekdays."""
        return frozenset(int(digit) for digit in str(self._mark(number).value))

    def day_of_month(self, number: DayOfMonthNumber) -> int:
        """A day that every month has."""
        return self._mark(number).value

    def day_of_year(self, number: DayOfYearNumber) -> tuple[int, int]:
        """Month and day."""
        return divmod(self._mark(number).value, 100)

    def calendar(self, week: str, is_holiday: Callable[[date], bool]) -> WorkingCalendar:
        """The recipient's calendar for `Mon-Fri` or `Sun-Thu`, with the year-end closure of G02."""
        return WorkingCalendar(
            week=_week(self, week),
            is_holiday=is_holiday,
            closure_from=self.day_of_year("closure-first-day"),
            closure_to=self.day_of_year("closure-last-day"),
        )

    def _mark(self, number: str, mark: MarkName | None = None) -> Mark:
        return self.numbers[number] if mark is None else self.knowledge.numbers[number].marks()[mark]


@lru_cache(maxsize=16)
def policy_at(knowledge: Knowledge, pace: Pace) -> Policy:
    """The policy at a pace; kept, because every situation and every neighbour of it asks for one."""
    return Policy(knowledge, pace, {number: record.at(pace) for number, record in knowledge.numbers.items()})


@lru_cache(maxsize=16)
def _week(policy: Policy, name: str) -> Week:
    """The working week of a name; kept as the policy is."""
    working, avoided, best = (policy.weekdays(number) for number in WEEKS[name])
    return Week(working=working, avoided=avoided, best=best)
