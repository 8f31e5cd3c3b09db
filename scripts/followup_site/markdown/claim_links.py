"""Links to claims under the name of who makes them."""

from collections.abc import Iterable

from followup.knowledge.records import Claim, Knowledge
from followup_site.pages.prose import capital, plain


def by_speaker(claims: Iterable[Claim], folder: str = "../sources/") -> str:
    """Return a link to each claim, named after its speaker; a speaker's second claim is `2` and so on.

    `folder` is where the pages of the sources are, seen from the page that links.
    """
    links: list[str] = []
    places: dict[tuple[str, str], int] = {}
    for claim in claims:
        who = (claim.source, claim.speaker)
        places[who] = places.get(who, 0) + 1
        label = plain(capital(claim.speaker)) if places[who] == 1 else str(places[who])
        links.append(f"[{label}]({folder}{claim.source}.md#{claim.id})")
    return ", ".join(links)


def with_source(claims: Iterable[str], known: Knowledge, folder: str = "../sources/") -> str:
    """Return a link to each claim with its source: `[Kristine Knutter, HuffPost](...)`; nothing for none."""
    found = [known.claims[claim] for claim in claims]
    return "; ".join(
        f"[{plain(capital(claim.speaker))}, {plain(known.sources[claim.source].name)}]"
        f"({folder}{claim.source}.md#{claim.id})"
        for claim in found
    )
