"""The numbers of the policy at a reader's pace, and the calendars made of them."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from followup.days.calendar import Week, WorkingCalendar
from followup.knowledge.records import Knowledge, Mark


class Policy(NamedTuple):
    """The knowledge, read at one pace: `cautious`, `usual` or `keen` (policy, section 0)."""

    knowledge: Knowledge
    pace: str

    def keen(self, number: str) -> Mark:
        """The first value that a source supports."""
        return self.knowledge.numbers[number].keen

    def mark(self, number: str) -> Mark:
        """The value at the reader's pace."""
        record = self.knowledge.numbers[number]
        return {"keen": record.keen, "usual": record.usual, "cautious": record.cautious}[self.pace]

    def value(self, number: str) -> int:
        """Our default, for numbers that no pace moves."""
        return self.knowledge.numbers[number].usual.value

    def thank_you_hours(self) -> dict[str, int]:
        """The hours of rule R1 by name: the `target` of a thank-you, and the `edge` of its window."""
        return {"target": self.value("thank-you-by"), "edge": self.keen("thank-you-by").value}

    def calendar(self, week: str, is_holiday: Callable[[date], bool]) -> WorkingCalendar:
        """The recipient's calendar for `Mon-Fri` or `Sun-Thu`, with the year-end closure of G02."""
        return WorkingCalendar(
            week=_week(self, week.lower()),
            is_holiday=is_holiday,
            closure_from=divmod(self.value("closure-first-day"), 100),
            closure_to=divmod(self.value("closure-last-day"), 100),
        )


@lru_cache(maxsize=16)
def _week(policy: Policy, name: str) -> Week:
    """The working week of a name; kept, because every situation and every neighbour of it asks for one."""

    def weekdays(which: str) -> frozenset[int]:
        return frozenset(int(digit) for digit in str(policy.value(f"week-{name}-{which}")))

    return Week(working=weekdays("working"), avoided=weekdays("avoided"), best=weekdays("best"))
