"""The page of each source, with every claim under its own address, and the list of the sources."""

from collections import Counter
from collections.abc import Iterator, Sequence

from followup.knowledge.records import Claim, Knowledge, Source
from followup_site.pages.claim_cards import ClaimCards, roles_of
from followup_site.pages.layout import QUIETER_THAN_GUIDES, back_link, block, fine, front_matter, neighbours
from followup_site.pages.prose import capital, counted, dated, plain, tally
from followup_site.pages.usage import Usage

KINDS = {
    "timing": "When to write",
    "limit": "How often, and when to stop",
    "channel": "Email, phone, post or LinkedIn",
    "recipient": "Whom to write to",
    "content": "What to say",
    "etiquette": "How to come across",
    "effect": "Does it help?",
    "statistic": "Figures",
    "process-context": "What goes on behind the scenes",
    "anecdote": "Stories",
}
"""The headings of a source's page in reading order; a kind that is not listed comes last under its own name."""


def source_pages(known: Knowledge, usage: Usage) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the list of sources and of each source's page."""
    yield "sources/index.md", _index(known)
    sources = list(known.sources.values())
    for place, source in enumerate(sources):
        beside = {"Before": sources[place - 1 : place], "Next": sources[place + 1 : place + 2]}
        links = {label: (plain(one.title), f"{one.id}.md") for label, found in beside.items() for one in found}
        yield f"sources/{source.id}.md", _page(source, known, usage) + neighbours(links)


def _claims_of(source: Source, known: Knowledge) -> list[Claim]:
    return [claim for claim in known.claims.values() if claim.source == source.id]


def _index(known: Knowledge) -> str:
    articles, claims = counted(len(known.sources), "article"), counted(len(known.claims), "claim")
    parts = [
        front_matter(
            "What does this site rest on?",
            "The articles behind this site, what each is worth, and every claim it makes.",
            tags=["sources", "your sources", "articles", "references", "bibliography", "cited", "where from"],
        ),
        "# What does this site rest on?\n",
        f"It rests on {articles} and the {claims} we found in them.",
        f"The claims are of these kinds: {tally(known.claims.values())}.",
        "So most of it is what somebody thinks, and we say so each time.",
        "One table shows [who says what](who-says-what.md).\n",
    ]
    for source in known.sources.values():
        facts = [plain(source.publisher), plain(dated(source)), counted(len(_claims_of(source, known)), "claim")]
        lines = [f"## [{plain(source.title)}]({source.id}.md)\n", plain(source.worth), fine(" · ".join(facts))]
        parts.append(block("card", "\n".join(lines)))
    return "\n".join(parts)


def _page(source: Source, known: Knowledge, usage: Usage) -> str:
    claims = _claims_of(source, known)
    cards = ClaimCards(known, claims, usage)
    description = f"What this article says about following up after an interview, and what it is worth: {source.title}"
    parts = [
        front_matter(source.title, description, search_boost=QUIETER_THAN_GUIDES),
        back_link("All sources", "index.md"),
        f"# {plain(source.title)}\n",
        _facts(source),
        "## What is it worth?\n",
        f"{plain(source.worth)}\n",
        f"{plain(source.note)}\n" if source.note else "",
        f"We found {counted(len(claims), 'claim')} in it, of these kinds: {tally(claims)}.",
        "All of them are below, in our own words, with the lines where they stand in our copy of the text.\n",
        "## Who speaks?\n",
        _speakers(claims),
    ]
    for kind in [*KINDS, *sorted({claim.kind for claim in claims} - KINDS.keys())]:
        of_kind = [claim for claim in claims if claim.kind == kind]
        if of_kind:
            parts += [f"## {KINDS.get(kind, capital(kind))} {{ #{kind} }}\n", *map(cards.card, of_kind)]
    return "\n".join(part for part in parts if part)


def _facts(source: Source) -> str:
    facts = {
        "Written": dated(source),
        "By": source.author,
        "Published by": source.publisher,
        "Kind": source.kind,
        "Country": source.country,
        "Last checked by us": f"{source.checked_on.day} {source.checked_on:%B %Y}",
    }
    lines = [f"{term}\n:   {plain(capital(fact))}\n" for term, fact in facts.items()]
    lines.append(f"The article itself\n:   [Open it on another site]({source.url})\n")
    return block("facts", "\n".join(lines))


def _speakers(claims: Sequence[Claim]) -> str:
    counts = Counter(claim.speaker for claim in claims)
    return "".join(
        f"- **{plain(capital(speaker))}**, {plain(role)}: {counted(counts[speaker], 'claim')}\n"
        for speaker, role in roles_of(claims).items()
    )
