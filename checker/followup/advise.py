"""Start reading here: a situation in, an advice out.

    situation -> facts (what follows, what is assumed) -> plan (every step to the end) -> what is said of it -> advice

`advise` opens no file, asks no clock and no network; today is part of the situation. The steps live in `steps/`, what
is said of them in `saying/`, the numbers and claims in `knowledge/`. An advice is made of points; their sentences live
in `words/` and come in where text is made (`render/`). `wire` is the door for JSON, `page/door` that of the page.
"""

from followup.advice import Advice
from followup.facts.finding import find_facts
from followup.knowledge.records import Knowledge
from followup.model import Situation
from followup.plan import whole_plan
from followup.saying.moment import said_of


def advise(situation: Situation, knowledge: Knowledge) -> Advice:
    """The advice for a valid situation: the one next step, its dates, why, and the plan from here if nobody answers."""
    facts = find_facts(situation, knowledge)
    plan = whole_plan(facts)
    return Advice(situation=situation, plan=plan, said=said_of(facts, plan, knowledge), rules=knowledge.version)
