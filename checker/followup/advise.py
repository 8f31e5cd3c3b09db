"""Start reading here: a situation in, an advice out.

    situation -> facts (what follows, what is assumed) -> plan (every step to the end) -> the step that is due -> advice

`advise` opens no file, asks no clock and no network; today is part of the situation. The steps live in `steps/`, the
numbers and claims in `knowledge/`, the sentences in `words/`, and `wire` is the door for JSON.
"""

from followup.advice import Advice, IdeaVerdict
from followup.days.calendar import day_of
from followup.facts.facts import Facts, find_facts
from followup.knowledge.records import Knowledge
from followup.model import Point, Situation
from followup.plan import Planned, build
from followup.saying.changes import changes
from followup.saying.context import context
from followup.saying.explain import Explainer
from followup.saying.ideas import DISPUTE_OF, judge
from followup.saying.standing import standing, warnings
from followup.words import Words

WAITING = (Point("patience"), Point("keep-applying"))
"""What is said of every wait."""


def advise(situation: Situation, knowledge: Knowledge, words: Words) -> Advice:
    """The advice for a valid situation: the one next step, its dates, why, and the plan from here if nobody answers."""
    facts = find_facts(situation, knowledge)
    plan = build(facts)
    due, later = plan[0], plan[1:]
    explain = Explainer(knowledge, words)
    idea = _idea(facts, due, explain)
    step, reasons = due.step, due.step.reasons()
    return Advice(
        action=step.action if due.is_open else "wait",
        strength=due.strength if due.is_open else "recommended",
        recipient=step.recipient if due.is_open else "none",
        channel=step.channel if due.is_open else "none",
        also_channels=step.also_channels if due.is_open else (),
        waiting_for=None if due.is_open else step.action,
        earliest=due.earliest,
        recommended=due.recommended,
        preferred=due.preferred,
        latest=due.latest,
        target=step.window.target,
        because=explain.reasons((*standing(facts, due), *reasons.because, *(() if due.is_open else WAITING))),
        how=explain.reasons(reasons.how),
        avoid=explain.reasons((*warnings(facts, due), *reasons.avoid)),
        disputed=explain.disputes((*_idea_disputes(facts), *reasons.disputes)),
        idea=idea,
        then=later if due.is_open else plan,
        changes=changes(facts, due, later, knowledge, words),
        assumed=tuple(words.text(f"assumed.{point.id}", **point.values) for point in _assumed(facts, plan)),
        context=context(facts, due, explain),
        rules=knowledge.version,
    )


def _idea_disputes(facts: Facts) -> tuple[str, ...]:
    """The disagreements behind the reader's idea, and behind the figures shown for their kind of work."""
    found = (DISPUTE_OF.get(facts.situation.idea or ""), "C28" if facts.situation.role_family else None)
    return tuple(dispute for dispute in found if dispute)


def _idea(facts: Facts, due: Planned, explain: Explainer) -> IdeaVerdict | None:
    """The verdict on what the reader is tempted to do, if they said."""
    idea = facts.situation.idea
    if idea is None:
        return None
    verdict, points = judge(idea, facts, due)
    return IdeaVerdict(idea=idea, verdict=verdict, because=explain.reasons(points))


def _assumed(facts: Facts, plan: tuple[Planned, ...]) -> tuple[Point, ...]:
    """Every assumption, with a note where the plan meets days off of some regions only, or runs past the table."""
    table = facts.holidays
    if table is None:
        return facts.assumed
    days = [facts.today, *(day_of(planned.preferred) for planned in plan if planned.preferred)]
    noted = list(facts.assumed)
    first, last = min(days), max(days)
    if any(first <= day <= last and facts.calendar.would_work(day) for day in table.regional):
        noted.append(Point("holidays-of-regions", {"share": facts.policy.value("holiday-in-most-regions")}))
    if not all(map(table.knows, days)):
        noted.append(Point("holidays-beyond", {"first": table.first_year, "last": table.last_year}))
    return tuple(noted)
