"""Tables of answers, made by asking the engine for each day: what it says so many days after something happened.

What it says may hang on the weekday. So each day is asked seven times, once for each weekday that it may be, and a row
holds only days on which all seven answers are the same.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from followup.days.calendar import day_of
from followup.facts.facts import Facts
from followup.facts.finding import find_facts
from followup.knowledge.records import Knowledge
from followup.model import Moment, Situation, Window
from followup.plan import due_step
from followup.saying.standing import standing
from followup.vocabulary import Action, Recipient, Strength

MONDAY = date(2026, 3, 2)
"""The first of seven days from which days are counted: an ordinary time of the year, far from its end."""
WEEKDAYS = range(1, 8)

type Situations = Callable[[date], Situation]
"""The situation of somebody who counts from a day, at whatever moment."""
type Offsets = tuple[int | None, ...]
"""A day, counted like the rows, where the count began on Monday, Tuesday and so on; None where there is none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine answers at a moment, without its dates."""

    action: Action
    strength: Strength
    recipient: Recipient
    """Whom the step goes to, also while it is waited for."""
    waits_for: Action | None = None
    ground: str = ""
    """The first reason that only holds at that moment, if one was asked for."""

    @property
    def sends_nothing(self) -> bool:
        """Whether no message goes out at that moment."""
        return self.action in ("wait", "stop_and_move_on")


NOTHING = Outcome("wait", "recommended", "none")
"""Stands for every answer that sends nothing, on a day on which another weekday would send something."""


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers of days, or of hours, on which the answers are the same, both ends included."""

    first: int
    last: int
    by_weekday: tuple[Outcome, ...]
    """The answer where today is Monday, Tuesday and so on."""
    earliest: Offsets
    """From when the step is possible."""
    recommended: Offsets
    """From when it is advised."""


@dataclass(frozen=True, slots=True)
class Count:
    """How the rows are counted: in days from a day, or in hours from an hour of it."""

    unit: timedelta
    hour: time | None = None

    def begins(self, day: date) -> Moment:
        """Return the moment from which the count of a day begins."""
        return datetime.combine(day, self.hour) if self.hour else day

    def at(self, day: date, number: int) -> Moment:
        """Return the moment that lies so many units after it."""
        return self.begins(day) + number * self.unit

    def until(self, day: date, moment: Moment | None) -> int | None:
        """Return how many units lie between it and a moment."""
        if moment is None:
            return None
        begins = self.begins(day)
        return (moment - begins if isinstance(begins, datetime) else day_of(moment) - begins) // self.unit


DAYS = Count(timedelta(days=1))


def answer(facts: Facts, now: Moment, grounds: Collection[str]) -> tuple[Outcome, Window]:
    """Return what the engine answers at another moment, and the window of the step; only these grounds are noted."""
    facts = replace(facts, now=now, today=day_of(now))
    planned = due_step(facts)
    step = planned.step
    if not planned.dates.is_open:
        return Outcome("wait", "recommended", step.recipient, waits_for=step.action), step.window
    said = standing(facts, planned) if grounds else ()
    ground = next((point.id for point in said if point.id in grounds), "")
    return Outcome(step.action, planned.dates.strength, step.recipient, ground=ground), step.window


def rows_of(
    situations: Situations,
    known: Knowledge,
    numbers: Iterable[int],
    count: Count = DAYS,
    grounds: Collection[str] = (),
) -> list[Row]:
    """Return the rows for these numbers, counted from the day on which the situations begin."""
    begins = [MONDAY + timedelta(days=shift) for shift in range(7)]
    facts = {day: find_facts(situations(day), known) for day in begins}
    return _merged(_row(facts, number, count, grounds) for number in numbers)


def _row(by_day: Mapping[date, Facts], number: int, count: Count, grounds: Collection[str]) -> Row:
    """The row of one number, by the day on which the count begins; its moment may be on each weekday."""
    answers: dict[int, Outcome] = {}
    earliest: dict[int, int | None] = {}
    recommended: dict[int, int | None] = {}
    for begins, facts in by_day.items():
        now = count.at(begins, number)
        answers[now.isoweekday()], window = answer(facts, now, grounds)
        earliest[begins.isoweekday()] = count.until(begins, window.earliest)
        recommended[begins.isoweekday()] = count.until(begins, window.recommended)
    return Row(
        number,
        number,
        _by_weekday(answers),
        tuple(earliest[weekday] for weekday in WEEKDAYS),
        tuple(recommended[weekday] for weekday in WEEKDAYS),
    )


def _by_weekday(answers: dict[int, Outcome]) -> tuple[Outcome, ...]:
    """The answers from Monday to Sunday.

    Where a message may go out on some weekdays, it does not matter to a reader why none does on the others.
    """
    is_mixed = any(not answer.sends_nothing for answer in answers.values())
    found = (answers[weekday] for weekday in WEEKDAYS)
    return tuple(NOTHING if is_mixed and each.sends_nothing else each for each in found)


def _merged(rows: Iterable[Row]) -> list[Row]:
    """The rows with neighbours that say the same as one."""
    merged: list[Row] = []
    for row in rows:
        if merged and _told(merged[-1]) == _told(row):
            merged[-1] = replace(merged[-1], last=row.last)
        else:
            merged.append(row)
    return merged


def _told(row: Row) -> tuple[object, ...]:
    """What a row tells a reader: its answers, and its dates where the answer is to wait or not yet advised."""
    waits = all(outcome.action == "wait" for outcome in row.by_weekday)
    is_early = any(outcome.strength == "tolerated" for outcome in row.by_weekday)
    return row.by_weekday, row.earliest if waits else None, row.recommended if waits or is_early else None
