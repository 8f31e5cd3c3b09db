"""The first page of the wider evidence: what it is, what it is not, what is counted, and the way to every part."""

from collections.abc import Iterator

from followup.knowledge.evidence.records import Parameter
from followup.knowledge.evidence.voices import Count
from followup_site.evidence.groups import of_kind
from followup_site.evidence.known import Known
from followup_site.evidence.positions import positions_on
from followup_site.evidence.wide_table import wide_table
from followup_site.evidence.words import MARKS, amount
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import fine, front_matter
from followup_site.pages.prose import capital, counted, plain


def overview_page(known: Known) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page."""
    evidence = known.evidence
    texts, positions = len(evidence.sources), len(evidence.positions)
    cut = sum(source.text != "whole" for source in evidence.sources.values())
    undated = sum(source.year is None for source in evidence.sources.values())
    american = sum(source.region == "us" for source in evidence.sources.values())
    parts = [
        front_matter(
            "What do others say?",
            f"{positions:,} positions from {texts} texts beside the five articles: who would do what by which day.",
            tags=[
                *("wider evidence", "evidence", "how many sources", "votes", "majority", "most people say", "dataset"),
                *("universities say", "career centre", "career center", "careers service", "consensus", "data"),
            ],
        ),
        "# What do others say?\n",
        f"Beside the [five articles](../sources/index.md) we read {texts} further texts.",
        f"From them we wrote down {positions:,} positions: who would do what, and by which day.",
        "On the main questions you can see how many agree.\n",
        "## What is it worth?\n",
        "- It shows what people write, not what works.",
        f"- We read stored copies, and {cut} of {texts} were cut off after about 2,000 characters.",
        "  So a text that is silent here may speak of it further down.",
        f"- {undated} texts show no date, and {american} are from the United States.",
        "- No share is a share of employers: it is a share of the texts that we could read.",
        f"- We chose what to take and what to leave out: no article mills, no shops for templates. {OUR_CHOICE}\n",
        "## What is counted?\n",
        "Where ten or more independent texts name a number, we count how many accept which value.",
        f"Each text speaks once, texts that copy each other count once, and surveys stand beside them. {OUR_CHOICE}\n",
        _table(known),
        *_topics(known),
        "## Which texts did we read? { #texts }\n",
    ]
    for kind in evidence.vocabulary["kinds"].values():
        sources = of_kind(kind.id, evidence)
        parts.append(f"- [{plain(kind.title)}](sources/{kind.id}.md): {counted(len(sources), 'text')}")
    parts += [
        "",
        "## May I use the data?\n",
        "Yes: all of it is free to use, as [tables with an explanation](data.md).",
        "What laws and codes ask of employers has a page of its own: [Must they answer?](must-they-answer.md)\n",
    ]
    yield "evidence/index.md", "\n".join(parts)


def _table(known: Known) -> str:
    head = ["Question", *map(capital, MARKS), "Voices"]
    rows = [[_link(found, known), *_values(found), str(len(found.voices))] for found in known.counts.values()]
    return wide_table("Table: the marks that are counted", head, rows)


def _link(found: Count, known: Known) -> str:
    parameter = known.evidence.parameters[found.question.parameter]
    scope = known.evidence.vocabulary["scopes"][found.question.scope]
    several = f" ({scope.title})" if len(known.on(parameter.id)) > 1 else ""
    return f"[{plain(parameter.asks)}{several}]({parameter.id}.md)"


def _values(found: Count) -> list[str]:
    return [amount(value, found.question.unit) for value in found.marks] if found.marks else ["too few", "", ""]


def _topics(known: Known) -> Iterator[str]:
    yield "## What do they speak of? { #topics }\n"
    for topic, heading in known.evidence.topics.items():
        yield f"### {plain(heading)} {{ #{topic} }}\n"
        yield from (_entry(one, known) for one in known.evidence.parameters.values() if one.topic == topic)
        yield ""


def _entry(parameter: Parameter, known: Known) -> str:
    facts = counted(len(positions_on(parameter.id, known.evidence)), "position")
    is_counted = any(found.marks for found in known.on(parameter.id))
    label = f"{facts} · counted" if is_counted else facts
    return f"- [{plain(parameter.asks)}]({parameter.id}.md)\n  {fine(label)}"
