"""What the checker's steps say, collected by running the engine: the pages made from it cannot say anything else."""

from collections.abc import Iterable, Mapping
from copy import replace
from dataclasses import dataclass, field
from datetime import date
from typing import override

from followup.advise import WAITING
from followup.facts.facts import Facts, find_facts
from followup.knowledge.records import Knowledge, Number
from followup.model import Point, Situation, Step
from followup.plan import AFTER_INTERVIEW, ROADS, Planned, build
from followup.saying.context import SILENCE
from followup.saying.ideas import judge
from followup.saying.standing import standing, warnings
from followup.steps.linkedin import accept_linkedin
from followup.steps.news import share_new_info
from followup.vocabulary import CONTACT_TYPES, IDEAS
from followup.words import Words

MAIN_CONTACT = "unknown"
"""The word of the vocabulary for a contact of any kind."""
SOMEBODY_ELSE = "other_contact"

EXAMPLE = date(2026, 6, 10)
"""The day that a sentence names where the checker would name one of the reader's."""


@dataclass(kw_only=True, slots=True)
class StepRecord:
    """Everything that was said of one action, each thing once, in the order in which it was met."""

    because: dict[str, Point] = field(default_factory=dict)
    how: dict[str, Point] = field(default_factory=dict)
    avoid: dict[str, Point] = field(default_factory=dict)
    disputes: dict[str, None] = field(default_factory=dict)
    ways: dict[tuple[str, str], None] = field(default_factory=dict)
    """Recipient and channel; of an employer's people only whether it is the reader's own contact."""
    days: dict[str, set[bool]] = field(default_factory=dict)
    """On which days it may happen, and whether that was with an agency, without one, or both."""
    strengths: dict[str, None] = field(default_factory=dict)
    numbers: dict[str, None] = field(default_factory=dict)
    """The numbers of the policy that were looked up for it."""
    next: dict[str, None] = field(default_factory=dict)
    """The actions that come after it if nobody answers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Runs:
    """What the engine said, by action, and every point that it made anywhere."""

    steps: Mapping[str, StepRecord]
    points: Mapping[str, Point]


class _Noted(dict[str, Number]):
    """Numbers that note which of them are looked up."""

    asked: dict[str, None]

    @override
    def __getitem__(self, key: str) -> Number:
        self.asked[key] = None
        return super().__getitem__(key)


def run(found: Iterable[Situation], known: Knowledge) -> Runs:
    """Return what the engine says for these situations."""
    numbers = _Noted(known.numbers)
    numbers.asked = {}
    noting = replace(known, numbers=numbers)
    steps: dict[str, StepRecord] = {}
    points: dict[str, Point] = {}
    for situation in found:
        facts = find_facts(situation, noting)
        plan = build(facts)
        _note_plan(facts, plan, steps)
        for number in _looked_up(facts, plan[0].step, numbers):
            steps[plan[0].step.action].numbers[number] = None
        for idea in IDEAS:
            points |= {point.id: point for point in judge(idea, facts, plan[0])[1]}
    for record in steps.values():
        for said in (record.because, record.how, record.avoid):
            points |= said
    return Runs(steps=steps, points=points)


def _note_plan(facts: Facts, plan: tuple[Planned, ...], steps: dict[str, StepRecord]) -> None:
    """Note every step of a plan, and in full the one that is due: its reasons are what a reader is shown."""
    due = plan[0]
    for place, planned in enumerate(plan):
        step = planned.step
        record = steps.setdefault(step.action, StepRecord())
        recipient = _role(facts, step.recipient)
        record.ways |= dict.fromkeys((recipient, channel) for channel in (step.channel, *step.also_channels))
        record.days.setdefault(step.days, set()).add(facts.is_agency)
        record.strengths[planned.strength] = None
        record.next |= dict.fromkeys(later.step.action for later in plan[place + 1 : place + 2])
    record = steps[due.step.action]
    reasons = due.step.reasons()
    _add(record.because, reasons.because)
    _add(record.how, reasons.how)
    _add(record.avoid, reasons.avoid)
    record.disputes |= dict.fromkeys(reasons.disputes)
    now = record if due.is_open else steps.setdefault("wait", StepRecord())
    _add(now.because, standing(facts, due))
    _add(now.avoid, warnings(facts, due))
    if not due.is_open:
        now.next[due.step.action] = None
        silence = (Point(SILENCE),) if ROADS[facts.situation.stage] is AFTER_INTERVIEW else ()
        _add(now.because, (*WAITING, *silence))


def _role(facts: Facts, recipient: str) -> str:
    """Who a recipient is to the reader: the main contact of whatever kind, somebody else, or as the step says."""
    if recipient not in CONTACT_TYPES or facts.is_agency:
        return recipient
    return MAIN_CONTACT if recipient == facts.contact else SOMEBODY_ELSE


def _add(said: dict[str, Point], points: Iterable[Point]) -> None:
    for point in points:
        said.setdefault(point.id, point)


def _looked_up(facts: Facts, step: Step, numbers: _Noted) -> list[str]:
    """The numbers that the step of the plan asks for when it is proposed."""
    road = ROADS[facts.situation.stage]
    proposals = [*road, share_new_info, lambda facts, _: accept_linkedin(facts)] if road is AFTER_INTERVIEW else road
    for proposal in proposals:
        numbers.asked = {}
        proposed = proposal(facts, facts.history)
        # The reasons are functions, made anew with each proposal.
        if proposed and proposed._replace(reasons=step.reasons) == step:
            return list(numbers.asked)
    return []


def sentence(point: Point, words: Words) -> str:
    """Return the sentence of a point, with one and the same example for every date in it."""
    values = {key: EXAMPLE if isinstance(value, date) else value for key, value in point.values.items()}
    return words.text(f"ground.{point.id}", **values)
