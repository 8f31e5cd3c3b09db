"""What the checker's steps say, collected by running the engine: the pages made from it cannot say anything else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import override

from followup.advice import Advice
from followup.advise import advise
from followup.facts.facts import Facts
from followup.facts.finding import find_facts
from followup.knowledge.records import Knowledge
from followup.model import Point, Situation
from followup.plan import Planned
from followup.saying.context import SILENCE
from followup.saying.ideas import judge
from followup.vocabulary import CONTACT_TYPES, IDEAS
from followup.words import Words
from followup.words.quantities import NumbersInWords

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


class _Noted[T](dict[str, T]):
    """Numbers that note in `asked` which of them are looked up."""

    def __init__(self, numbers: Mapping[str, T], asked: dict[str, None]) -> None:
        super().__init__(numbers)
        self.asked = asked

    @override
    def __getitem__(self, key: str) -> T:
        self.asked[key] = None
        return super().__getitem__(key)


def run(found: Iterable[Situation], known: Knowledge) -> Runs:
    """Return what the engine says for these situations."""
    steps: dict[str, StepRecord] = {}
    points: dict[str, Point] = {}
    for situation in found:
        advice, facts = advise(situation, known), find_facts(situation, known)
        due = advice.plan[0]
        _note_plan(facts, advice.plan, steps)
        _note_said(advice, steps)
        steps[due.step.action].numbers |= _looked_up(facts, due)
        for idea in IDEAS:
            points |= {point.id: point for point in judge(idea, facts, due)[1]}
        points |= {figure.id: Point(figure.id, figure.values) for figure in advice.said.context}
    for record in steps.values():
        for said in (record.because, record.how, record.avoid):
            points |= said
    return Runs(steps=steps, points=points)


def _looked_up(facts: Facts, planned: Planned) -> dict[str, None]:
    """The numbers that a step asks for when it is proposed."""
    asked: dict[str, None] = {}
    known, policy = facts.policy.knowledge, facts.policy
    noting = policy._replace(
        knowledge=known._replace(numbers=_Noted(known.numbers, asked)), numbers=_Noted(policy.numbers, asked)
    )
    planned.proposed_by(facts._replace(policy=noting), facts.history)
    return asked


def _note_plan(facts: Facts, plan: tuple[Planned, ...], steps: dict[str, StepRecord]) -> None:
    """Note every step of a plan: to whom, how, on which days, how far it is advised, and what comes after it."""
    for place, planned in enumerate(plan):
        step = planned.step
        record = steps.setdefault(step.action, StepRecord())
        recipient = _role(facts, step.recipient)
        record.ways |= dict.fromkeys((recipient, channel) for channel in (step.channel, *step.also_channels))
        record.days.setdefault(step.days, set()).add(facts.is_agency)
        record.strengths[planned.dates.strength] = None
        record.next |= dict.fromkeys(later.step.action for later in plan[place + 1 : place + 2])


def _note_said(advice: Advice, steps: dict[str, StepRecord]) -> None:
    """Note what a reader is told: of the step that is due or waited for, and of the moment."""
    said, action = advice.said, advice.plan[0].step.action
    of_step, of_moment = steps[action], steps.setdefault(advice.action, StepRecord())
    for reasons, kind in ((said.because, "because"), (said.how, "how"), (said.avoid, "avoid")):
        for reason in sorted(reasons, key=lambda reason: not reason.of_step):
            record = of_step if reason.of_step else of_moment
            getattr(record, kind).setdefault(reason.id, Point(reason.id, reason.values))
    for figure in said.context:
        if figure.id == SILENCE.id:
            of_moment.because.setdefault(figure.id, SILENCE)
    of_step.disputes |= dict.fromkeys(shown.dispute.id for shown in said.disputed if shown.of_step)
    if not advice.is_due:
        of_moment.next[action] = None


def _role(facts: Facts, recipient: str) -> str:
    """Who a recipient is to the reader: the main contact of whatever kind, somebody else, or as the step says."""
    if recipient not in CONTACT_TYPES or facts.is_agency:
        return recipient
    return MAIN_CONTACT if recipient == facts.contact else SOMEBODY_ELSE


def sentence(point: Point, words: Words, numbers: NumbersInWords) -> str:
    """Return the sentence of a point, with one and the same example for every date in it."""
    values = {key: EXAMPLE if isinstance(value, date) else value for key, value in point.values.items()}
    return words.text(f"ground.{point.id}", numbers, **values)
