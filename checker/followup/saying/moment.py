"""Everything that is said of a moment: the one place where it comes together."""

from followup.advice import IdeaVerdict, Said
from followup.facts.facts import Facts
from followup.knowledge.records import Knowledge
from followup.model import Point
from followup.plan import Planned
from followup.saying.agreement import agreement
from followup.saying.changes import changes
from followup.saying.context import context
from followup.saying.grounds import disputes, once, reasons
from followup.saying.ideas import dispute_of, judge
from followup.saying.standing import standing, warnings

WAITING = (Point("patience"), Point("keep-applying"))
"""What is said of every wait."""


def said_of(facts: Facts, plan: tuple[Planned, ...], knowledge: Knowledge) -> Said:
    """What is said to a reader whose plan this is: of the step that is due or waited for, and of the moment."""
    due = plan[0]
    of_step = due.step.reasons()
    return Said(
        because=once(
            (
                *reasons(standing(facts, due), knowledge),
                *reasons(of_step.because, knowledge, of_step=True),
                *reasons(() if due.dates.is_open else WAITING, knowledge),
            )
        ),
        how=reasons(of_step.how, knowledge, of_step=True),
        avoid=once(
            (*reasons(warnings(facts, due), knowledge), *reasons(of_step.avoid, knowledge, of_step=True)),
        ),
        disputed=disputes(_beside_the_step(facts), of_step.disputes, knowledge),
        idea=_idea(facts, due, knowledge),
        changes=changes(facts, due, plan[1:], knowledge),
        assumed=_assumed(facts, plan),
        context=context(facts, due, knowledge),
        agreement=agreement(facts, due, knowledge),
    )


def _beside_the_step(facts: Facts) -> tuple[str, ...]:
    """The disagreements behind the reader's idea, and behind the figures shown for their kind of work."""
    idea = facts.situation.idea
    found = (dispute_of(idea) if idea else "", "C28" if facts.situation.role_family else "")
    return tuple(dispute for dispute in found if dispute)


def _idea(facts: Facts, due: Planned, knowledge: Knowledge) -> IdeaVerdict | None:
    """The verdict on what the reader is tempted to do, if they said."""
    idea = facts.situation.idea
    if idea is None:
        return None
    verdict, points = judge(idea, facts, due)
    return IdeaVerdict(idea=idea, verdict=verdict, because=reasons(points, knowledge))


def _assumed(facts: Facts, plan: tuple[Planned, ...]) -> tuple[Point, ...]:
    """Every assumption, with a note where the plan meets days off of some regions only, or runs past the table."""
    table = facts.holidays
    if table is None:
        return facts.assumed
    days = [facts.today, *(planned.dates.preferred for planned in plan if planned.dates.preferred)]
    noted = list(facts.assumed)
    if any(map(facts.calendar.would_work, table.regional_between(min(days), max(days)))):
        noted.append(Point("holidays-of-regions"))
    if not all(map(table.knows, days)):
        noted.append(Point("holidays-beyond", {"first": table.first_year, "last": table.last_year}))
    return tuple(noted)
