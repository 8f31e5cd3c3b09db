"""The page of each kind of source: one line a text, with how far it can be trusted and what it takes positions on."""

from collections.abc import Iterator

from followup.knowledge.evidence.records import Evidence, Source, Term
from followup_site.evidence.words import QUIET, caveat, position_page, text_link, when
from followup_site.pages.layout import QUIETER_THAN_GUIDES, back_link, fine, front_matter, neighbours
from followup_site.pages.prose import capital, counted, plain


def group_pages(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page of each kind of source."""
    kinds = list(evidence.vocabulary["kinds"].values())
    for place, kind in enumerate(kinds):
        beside = {"Before": kinds[place - 1 : place], "Next": kinds[place + 1 : place + 2]}
        links = {label: (plain(one.title), f"{one.id}.md") for label, found in beside.items() for one in found}
        yield f"evidence/sources/{kind.id}.md", _page(kind, evidence) + neighbours(links)


def of_kind(kind: str, evidence: Evidence) -> list[Source]:
    """Return the sources of a kind, by their publishers."""
    found = [source for source in evidence.sources.values() if source.kind == kind]
    return sorted(found, key=lambda source: source.publisher.casefold())


def _page(kind: Term, evidence: Evidence) -> str:
    sources = of_kind(kind.id, evidence)
    cut = sum(source.text != "whole" for source in sources)
    undated = sum(source.year is None for source in sources)
    american = sum(source.region == "us" for source in sources)
    weak = sum(source.weak for source in sources)
    limits = [
        f"{cut} of {counted(len(sources), 'text')} were cut off after about 2,000 characters, so they may say more.",
        f"{undated} show no date, and {american} are from the United States.",
    ]
    if weak:
        limits.append(f"{weak} are weak: a job board or a portal without a named author.")
    parts = [
        front_matter(
            f"What did we read? {kind.title}",
            f"{counted(len(sources), 'text')}, each with what it is worth: {kind.meaning}",
            search_boost=QUIETER_THAN_GUIDES,
        ),
        back_link("What others say", "../index.md"),
        f"# {plain(kind.title)}\n",
        f"{plain(kind.meaning)}",
        f"{plain(kind.figures)}\n" if kind.figures else "\n",
        "We read stored copies of public pages, never the pages of today.",
        " ".join(limits) + "\n",
        f"## {capital(counted(len(sources), 'text'))} {{ #texts {QUIET} }}\n",
        *(_line(source, evidence) for source in sources),
    ]
    return "\n".join([*parts, ""])


def _line(source: Source, evidence: Evidence) -> str:
    positions = [position for position in evidence.positions.values() if position.source == source.id]
    says = ", ".join(
        f"[{plain(evidence.parameters[position.parameter].name)}](../{position_page(position)})"
        for position in positions
    )
    family = evidence.families.get(source.family)
    facts = [
        f"{plain(source.country)}, {plain(when(source))}",
        plain(caveat(source)),
        *([f"Speaks with one voice with others: {plain(family.meaning)}"] if family else []),
        *([plain(source.left_out)] if source.left_out else []),
        *([plain(source.note)] if source.note else []),
    ]
    also = ", ".join(f"[{place}]({address})" for place, address in enumerate(source.also_at, start=1))
    if also:
        facts.append(f"Also at {also}.")
    return (
        f"- **{plain(source.publisher)}**{{ #{source.id} }}: {text_link(source)}\n"
        f"  {fine(' · '.join(facts))}\n  {fine(f'Positions: {says}')}"
    )
