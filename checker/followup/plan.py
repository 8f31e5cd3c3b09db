"""The whole plan from here to its end, if nobody answers, and the dates of each step.

A road is the order in which steps come. A step whose window is over is passed by; each step that is taken is added to
the history as unanswered, and the road is asked again.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from followup.days.calendar import day_of, first_on_or_after, is_later
from followup.days.office import open_from
from followup.facts.channels import CALLS
from followup.facts.facts import Facts
from followup.facts.history import History
from followup.model import Attempt, Moment, Step
from followup.steps.before import after_fair, application_follow_up, application_silent, ask_timeline, emergency_call
from followup.steps.check_window import allows as allows_check
from followup.steps.closing import closed, gracious_close, no_contact, withdraw_note
from followup.steps.debrief import debrief, forward_thanks, late_forward
from followup.steps.linkedin import accept_linkedin
from followup.steps.news import share_new_info, tell_deadline
from followup.steps.redirect import redirect, stop
from followup.steps.status_check import status_check
from followup.steps.thank_you import late_thank_you, thank_you

type Proposal = Callable[[Facts, History], Step | None]

AFTER_INTERVIEW: tuple[Proposal, ...] = (
    thank_you,
    debrief,
    tell_deadline,
    late_thank_you,
    forward_thanks,
    late_forward,
    no_contact,
    status_check,
    redirect,
    stop,
)
ROADS: dict[str, tuple[Proposal, ...]] = {
    "pre_interview": (emergency_call, ask_timeline),
    "applied_only": (no_contact, application_follow_up, application_silent),
    "post_interview": AFTER_INTERVIEW,
    "between_rounds": AFTER_INTERVIEW,
    "references": AFTER_INTERVIEW,
    "fair": (thank_you, late_thank_you, after_fair),
    "rejected": (gracious_close, closed),
    "withdrawn": (withdraw_note, closed),
}
"""Every road ends in a step that is always proposed and sends nothing."""

LONGEST_PLAN = 12
"""More steps than any road has, since every message is capped. A reader's page must never hang on a fault of ours."""


class Planned(NamedTuple):
    """A step with the dates that it has when the plan comes to it; None where it has none."""

    step: Step
    is_open: bool
    """Whether it may be taken at once when the plan comes to it."""
    earliest: Moment | None
    recommended: Moment | None
    preferred: date | None
    latest: Moment | None
    strength: str
    """How far it is advised then: `tolerated` while it is open but not yet recommended."""


def first(facts: Facts) -> Planned:
    """The step that is due or waited for; as the first of `build`, without the rest of the plan."""
    return _meanwhile(facts, next(_walk(facts, facts.history, facts.now, facts.today)))


def build(facts: Facts) -> tuple[Planned, ...]:
    """The plan from the reader's moment on, at least one step long; the first is the one that is due or waited for."""
    due, *later = _walk(facts, facts.history, facts.now, facts.today)
    extra = _meanwhile(facts, due)
    if extra is due or extra.step.sends is None:
        return (due, *later) if extra is due else (extra, due, *later)
    history = facts.history.having_sent(
        Attempt(at=facts.today, kind=extra.step.sends, to=extra.step.recipient, is_planned=True)
    )
    day = extra.preferred or facts.today
    return (extra, *_walk(facts, history, day, day))


def _meanwhile(facts: Facts, due: Planned) -> Planned:
    """What may be done while waiting: share something new, accept their request on LinkedIn; else the same step."""
    if due.is_open or ROADS[facts.situation.stage] is not AFTER_INTERVIEW:
        return due
    step = share_new_info(facts, facts.history) or accept_linkedin(facts)
    return _dated(facts, step, facts.now, facts.today) if step else due


def _walk(facts: Facts, history: History, now: Moment, today: date) -> Iterator[Planned]:
    """The steps from a moment on, each taken on its best day and left unanswered."""
    for _ in range(LONGEST_PLAN):
        planned = _dated(facts, _next(facts, history, now, today), now, today)
        yield planned
        step = planned.step
        if step.sends is None or planned.preferred is None:
            return
        history = history.having_sent(
            Attempt(at=planned.preferred, kind=step.sends, to=step.recipient, is_planned=True)
        )
        now = today = planned.preferred


def _next(facts: Facts, history: History, now: Moment, today: date) -> Step:
    """The first step of the road whose window is not over."""
    proposals = (proposal(facts, history) for proposal in ROADS[facts.situation.stage])
    return next(step for step in proposals if step and not _is_over(facts, step, now, today))


def _is_over(facts: Facts, step: Step, now: Moment, today: date) -> bool:
    """Whether the step has had its time; a call has, too, when the office opens no more before its end."""
    window = step.window
    is_ahead = isinstance(window.earliest, datetime) and _is_after(window.earliest, now, today)
    opens = _office_opens(facts, step, window.earliest if is_ahead and window.earliest else now)
    if opens:
        now, today = opens, max(today, day_of(opens))
    first_day = first_on_or_after(max(today, day_of(window.earliest or today)), _allowed_days(facts, step))
    if window.gives_way_on and first_day >= window.gives_way_on:
        return True
    return window.latest is not None and not window.is_soft and _is_before(window.latest, now, today)


def _dated(facts: Facts, step: Step, now: Moment, today: date) -> Planned:
    """The dates of a step, seen from a moment.

    An open step keeps the marks of its window. One that is waited for has them from today on, and a day that the day
    rule forbids is rolled forward. A soft end that has passed is dropped.
    """
    window = step.window
    allows = _allowed_days(facts, step)
    day = day_of(now) if isinstance(window.recommended, datetime) else today
    is_open = not _is_after(window.earliest, now, today) and allows(day)
    earliest, recommended = window.earliest, window.recommended
    opens = _office_opens(facts, step, now) if is_open else None
    if opens:
        is_open, earliest = False, opens
        recommended = opens if recommended is None or day_of(recommended) <= day_of(opens) else recommended
    elif not is_open and step.channel in CALLS and isinstance(earliest, datetime):
        earliest = recommended = open_from(facts, earliest)
    elif not is_open:
        earliest, recommended = _from(earliest, day, allows), _from(recommended, day, allows)
    latest = None if window.latest and _is_before(window.latest, now, today) else window.latest
    preferred = None
    if recommended or step.sends:
        preferred = _preferred(facts, step, max(day_of(recommended or day), day), latest)
    if latest and preferred and preferred > day_of(latest):
        latest = None
    return Planned(
        step=step,
        is_open=is_open,
        earliest=earliest,
        recommended=recommended,
        preferred=preferred,
        latest=latest,
        strength="tolerated" if is_open and window.earliest and _is_after(recommended, now, today) else step.strength,
    )


def _office_opens(facts: Facts, step: Step, now: Moment) -> datetime | None:
    """When the office opens that a step would ring; None where it is open now, or where the step is no call (D16)."""
    if step.channel not in CALLS or step.action == "emergency_call":
        return None
    if isinstance(now, datetime):
        opens = open_from(facts, now)
        return opens if opens > now else None
    # Of a day without an hour only the day is known: it may be rung at some time, unless nobody works then.
    opens = open_from(facts, datetime.combine(now, time(), facts.situation.recipient_zone or facts.situation.zone))
    return opens if day_of(opens) > now else None


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


def _from(moment: Moment | None, day: date, allows: Callable[[date], bool]) -> Moment | None:
    """A mark of a step that is waited for: not before `day`, and on an allowed day."""
    if moment is None or isinstance(moment, datetime):
        return moment
    return first_on_or_after(max(moment, day), allows)


def _is_before(moment: Moment, now: Moment, today: date) -> bool:
    """Whether a moment lies before the present one: points in time on the reader's clock, days on the recipient's."""
    return is_later(now, moment) if isinstance(moment, datetime) else moment < today


def _is_after(moment: Moment | None, now: Moment, today: date) -> bool:
    if moment is None:
        return False
    return is_later(moment, now) if isinstance(moment, datetime) else moment > today
