"""The page on what employers must do: each law and code with its place, its force, its dates and when to look again."""

from collections.abc import Iterator
from datetime import date

from followup.knowledge.evidence import DUTIES_OF
from followup.knowledge.evidence.records import Duty, Evidence, Position
from followup_site.evidence.words import position_page, source_page, text_link
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import back_link, block, fine, front_matter
from followup_site.pages.prose import capital, plain

PAGE = "evidence/must-they-answer.md"


def law_page(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page."""
    own = [
        position
        for position in evidence.positions.values()
        if position.parameter == DUTIES_OF and position.basis == "employer-policy"
    ]
    parts = [
        front_matter(
            "Must they answer?",
            "In most places we found no law that says so. The laws, bills and codes we met, each with place and date.",
            tags=[
                *("law", "legal", "laws", "must they answer", "obliged", "obligation", "illegal", "ghosting law"),
                *(
                    "do employers have to reply",
                    "rights",
                    "my rights",
                    "Ontario",
                    "is ghosting illegal",
                    "required by law",
                ),
            ],
        ),
        back_link("What others say", "index.md"),
        "# Must they answer?\n",
        "In most places we found no law that makes an employer tell you how it ended.",
        "These are the few rules that we came across; the list is not complete.\n",
        block(
            "ours",
            "This is no legal advice. We read what others wrote about these rules, mostly in part, and rules change. "
            "If it matters to you, ask somebody who knows the law where you live.",
        ),
        "Quoting a law rarely gets you a warmer answer; a kind question may.",
        f"[They named a day, and it has passed](../guides/the-date-has-passed.md) {OUR_CHOICE}\n",
    ]
    for force in evidence.vocabulary["forces"].values():
        duties = [duty for duty in evidence.duties.values() if duty.force == force.id]
        if duties:
            parts += [f"## {plain(force.title)} {{ #{force.id} }}\n", f"{plain(force.meaning)}\n"]
            parts += [block("claim", _card(duty, evidence)) for duty in duties]
    parts += [
        "## What some employers promise of their own accord { #own-rules }\n",
        *(_own(position, evidence) for position in own),
        "",
        "We chose the days on which to look again.",
        f"A rule may change before, and a day that has passed means that this page may be out of date. {OUR_CHOICE}\n",
    ]
    yield PAGE, "\n".join(parts)


def overdue(evidence: Evidence, today: date) -> Iterator[str]:
    """Yield a line for each law or code at which somebody should have looked again before today."""
    for duty in evidence.duties.values():
        if duty.check_again_by < today:
            yield (
                f"evidence/duties.toml: {duty.position}: check_again_by: {duty.check_again_by} has passed; see whether "
                f"the rule of {duty.place} still holds, and set a new day"
            )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _card(duty: Duty, evidence: Evidence) -> str:
    position = evidence.positions[duty.position]
    source = evidence.sources[position.source]
    lines = [
        f"**{plain(duty.place)}**: {plain(position.says)}\n",
        f"- Conditions: {plain(position.condition)}" if position.condition else "",
        f"- Date: {plain(duty.since)}",
        f"- How we know: {plain(duty.known)}. {text_link(source)}; [what it is worth]({source_page(source)})",
        f"- Check again by: **{_day(duty.check_again_by)}**",
        f"- [The position in our list]({position_page(position)})",
    ]
    return "\n".join(line for line in lines if line)


def _own(position: Position, evidence: Evidence) -> str:
    source = evidence.sources[position.source]
    facts = f"{plain(source.country)} · {text_link(source)} · [the position in our list]({position_page(position)})"
    return f"- **{plain(source.publisher)}**: {plain(capital(position.says))}\n  {fine(facts)}"
