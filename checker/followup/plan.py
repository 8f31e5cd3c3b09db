"""The whole plan from here to its end, if nobody answers, and the dates of each step.

A road is the order in which steps come. A step whose window is over is passed by; each step that is taken is added to
the history as unanswered, and the road is asked again.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from followup.facts.facts import Facts
from followup.facts.history import History
from followup.model import Attempt, Step
from followup.steps.before import after_fair, application_follow_up, application_silent, ask_timeline, emergency_call
from followup.steps.closing import closed, gracious_close, no_contact, withdraw_note
from followup.steps.debrief import debrief, forward_thanks, late_forward
from followup.steps.linkedin import accept_linkedin
from followup.steps.news import share_new_info, tell_deadline
from followup.steps.redirect import redirect, stop
from followup.steps.status_check import status_check
from followup.steps.thank_you import late_thank_you, thank_you
from followup.timing import Dates, Now, dates_of, is_over
from followup.vocabulary import Stage

type Proposal = Callable[[Facts, History], Step | None]
"""A function of `steps/`: the step that it proposes, or None."""

ROAD_AFTER_INTERVIEW: tuple[Proposal, ...] = (
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
ROADS: dict[Stage, tuple[Proposal, ...]] = {
    "pre_interview": (emergency_call, ask_timeline),
    "applied_only": (no_contact, application_follow_up, application_silent),
    "post_interview": ROAD_AFTER_INTERVIEW,
    "between_rounds": ROAD_AFTER_INTERVIEW,
    "references": ROAD_AFTER_INTERVIEW,
    "fair": (thank_you, late_thank_you, after_fair),
    "rejected": (gracious_close, closed),
    "withdrawn": (withdraw_note, closed),
}
"""Every road ends in a step that is always proposed and sends nothing."""
BESIDE_THE_ROAD: tuple[Proposal, ...] = (share_new_info, accept_linkedin)
"""What may be done after an interview while the next step of the road is waited for."""

LONGEST_PLAN = 12
"""More steps than any road has, since every message is capped. A reader's page must never hang on a fault of ours."""


class Planned(NamedTuple):
    """A step of the plan, with the dates that it has when the plan comes to it."""

    step: Step
    dates: Dates
    proposed_by: Proposal


def follows_road_after_interview(stage: Stage) -> bool:
    """Whether the steps of a stage are those after an interview."""
    return ROADS[stage] is ROAD_AFTER_INTERVIEW


def due_step(facts: Facts) -> Planned:
    """The step that is due or waited for: the first of `whole_plan`, without the rest."""
    now = Now(facts.now, facts.today)
    due = next(_steps_from(facts, facts.history, now))
    return _beside(facts, due) or due


def whole_plan(facts: Facts) -> tuple[Planned, ...]:
    """The plan from the reader's moment on, at least one step long; the first is the one that is due or waited for."""
    now = Now(facts.now, facts.today)
    due, *later = _steps_from(facts, facts.history, now)
    extra = _beside(facts, due)
    if extra is None:
        return (due, *later)
    if extra.step.sends is None:
        return (extra, due, *later)
    day = extra.dates.preferred or facts.today
    return (extra, *_steps_from(facts, _history_with(facts.history, extra, facts.today), Now(day, day)))


def _beside(facts: Facts, due: Planned) -> Planned | None:
    """What may be done while the due step is waited for; None where there is nothing, or no need to wait."""
    if due.dates.is_open or not follows_road_after_interview(facts.situation.stage):
        return None
    for proposal in BESIDE_THE_ROAD:
        step = proposal(facts, facts.history)
        if step:
            return Planned(step, dates_of(facts, step, Now(facts.now, facts.today)), proposal)
    return None


def _steps_from(facts: Facts, history: History, now: Now) -> Iterator[Planned]:
    """The steps from a moment on, each taken on its best day and left unanswered."""
    for _ in range(LONGEST_PLAN):
        planned = _next_on_road(facts, history, now)
        yield planned
        if planned.step.sends is None or planned.dates.preferred is None:
            return
        history = _history_with(history, planned, planned.dates.preferred)
        now = Now(planned.dates.preferred, planned.dates.preferred)


def _history_with(history: History, planned: Planned, day: date) -> History:
    """The history after a step of the plan was taken on a day."""
    step = planned.step
    if step.sends is None:
        return history
    return history.having_sent(Attempt(at=day, kind=step.sends, to=step.recipient, is_planned=True))


def _next_on_road(facts: Facts, history: History, now: Now) -> Planned:
    """The first step of the road whose window is not over, with its dates."""
    proposals = iter(ROADS[facts.situation.stage])
    while True:
        proposal = next(proposals)
        step = proposal(facts, history)
        if step and not is_over(facts, step, now):
            return Planned(step, dates_of(facts, step, now), proposal)
