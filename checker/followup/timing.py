"""When a step may be taken, seen from a moment that the plan has come to: is it over, is it open, and its dates."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from followup.days.calendar import day_of, first_on_or_after, is_later
from followup.facts.channels import CALLS
from followup.facts.facts import Facts
from followup.model import Moment, Step
from followup.steps.check_window import allows as allows_check
from followup.vocabulary import Strength


class Now(NamedTuple):
    """A moment that the plan has come to: on the reader's clock, and the day of it on the recipient's calendar."""

    moment: Moment
    today: date

    def is_past(self, moment: Moment) -> bool:
        """Whether a moment is over: points in time on the reader's clock, days on the recipient's calendar."""
        return is_later(self.moment, moment) if isinstance(moment, datetime) else moment < self.today

    def is_ahead(self, moment: Moment | None) -> bool:
        """Whether a moment is still to come; None is not."""
        if moment is None:
            return False
        return is_later(moment, self.moment) if isinstance(moment, datetime) else moment > self.today


class Dates(NamedTuple):
    """The dates of a step, seen from a moment; None where it has none."""

    is_open: bool
    """Whether it may be taken at once."""
    earliest: Moment | None
    recommended: Moment | None
    preferred: date | None
    latest: Moment | None
    strength: Strength
    """How far it is advised then: `tolerated` while it is open but not yet recommended."""


def is_over(facts: Facts, step: Step, now: Now) -> bool:
    """Whether the step has had its time; a call has, too, when the office opens no more before its end."""
    window = step.window
    is_ahead = isinstance(window.earliest, datetime) and now.is_ahead(window.earliest)
    opens = _office_opens(facts, step, window.earliest if is_ahead and window.earliest else now.moment)
    if opens:
        now = Now(opens, max(now.today, day_of(opens)))
    first_day = first_on_or_after(max(now.today, day_of(window.earliest or now.today)), _allowed_days(facts, step))
    if window.gives_way_on and first_day >= window.gives_way_on:
        return True
    return window.latest is not None and not window.is_soft and now.is_past(window.latest)


def dates_of(facts: Facts, step: Step, now: Now) -> Dates:
    """The dates of a step, seen from a moment. A soft end that has passed is dropped."""
    window = step.window
    day = day_of(now.moment) if isinstance(window.recommended, datetime) else now.today
    is_open, earliest, recommended = _opening(facts, step, now, day)
    latest = None if window.latest and now.is_past(window.latest) else window.latest
    preferred = None
    if recommended or step.sends:
        preferred = _preferred(facts, step, max(day_of(recommended or day), day), latest)
    if latest and preferred and preferred > day_of(latest):
        latest = None
    is_early = is_open and window.earliest is not None and now.is_ahead(recommended)
    return Dates(
        is_open=is_open,
        earliest=earliest,
        recommended=recommended,
        preferred=preferred,
        latest=latest,
        strength="tolerated" if is_early and step.strength == "recommended" else step.strength,
    )


def _opening(facts: Facts, step: Step, now: Now, day: date) -> tuple[bool, Moment | None, Moment | None]:
    """Whether a step is open, and its earliest and recommended moment.

    An open step keeps the marks of its window. One that is waited for has them from `day` on, and a day that the day
    rule forbids is rolled forward; a call waits for the office to open.
    """
    earliest, recommended = step.window.earliest, step.window.recommended
    allows = _allowed_days(facts, step)
    is_open = not now.is_ahead(earliest) and allows(day)
    opens = _office_opens(facts, step, now.moment) if is_open else None
    if opens:
        return False, opens, opens if recommended is None or day_of(recommended) <= day_of(opens) else recommended
    if is_open:
        return True, earliest, recommended
    if step.channel in CALLS and isinstance(earliest, datetime):
        opens = facts.office.open_from(earliest)
        return False, opens, opens
    return False, _rolled(earliest, day, allows), _rolled(recommended, day, allows)


def _office_opens(facts: Facts, step: Step, moment: Moment) -> datetime | None:
    """When the office opens that a step would ring; None where it is open then, or where the step is no call (D16)."""
    if step.channel not in CALLS or step.action == "emergency_call":
        return None
    if isinstance(moment, datetime):
        opens = facts.office.open_from(moment)
        return opens if opens > moment else None
    # Of a day without an hour only the day is known: it may be rung at some time, unless nobody works then.
    opens = facts.office.open_on_or_after(moment)
    return opens if day_of(opens) > moment else None


def _preferred(facts: Facts, step: Step, first: date, latest: Moment | None) -> date:
    """The announced day, or the best from `first` on; the first allowed day where the best comes after the end."""
    allows = _allowed_days(facts, step)
    if step.committed_on and step.committed_on >= first:
        return first_on_or_after(step.committed_on, allows)
    is_pressing = facts.deadline is not None and first <= facts.deadline
    best = first_on_or_after(first, facts.calendar.is_best if step.days == "check" and not is_pressing else allows)
    return first_on_or_after(first, allows) if latest and best > day_of(latest) else best


def _allowed_days(facts: Facts, step: Step) -> Callable[[date], bool]:
    """On which days the step may happen."""
    if step.days == "check":
        return lambda day: allows_check(facts, day)
    return facts.calendar.is_working if step.days == "working" else lambda _: True


def _rolled(moment: Moment | None, day: date, allows: Callable[[date], bool]) -> Moment | None:
    """A mark of a step that is waited for: not before `day`, and on an allowed day; a point in time as it is."""
    if moment is None or isinstance(moment, datetime):
        return moment
    return first_on_or_after(max(moment, day), allows)
