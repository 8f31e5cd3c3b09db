"""The table of who says what: one row a question on which the sources disagree, one column a source.

Each cell follows from the sides of the disagreement whose claims belong to the source.
"""

from collections.abc import Iterator

from followup.knowledge.records import Claim, Dispute, Knowledge, Side
from followup_site.markdown.claim_links import by_speaker
from followup_site.pages.disputes import grouped
from followup_site.pages.layout import back_link, front_matter
from followup_site.pages.prose import plain

SILENT = "silent"
"""What stands in the cell of a source of which no claim takes any side."""


def who_says_what(known: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page."""
    parts = [
        front_matter(
            "Who says what?",
            "One table: every question on which the articles disagree, and what each of them answers.",
            tags=["matrix", "comparison", "compare sources", "side by side", "which expert says what"],
            wide=True,
        ),
        back_link("All sources", "index.md"),
        "# Who says what?\n",
        "Each row is a question on which the articles disagree, and each column is an article.",
        "A cell has the answer in a few words, and the names lead to what that person says.",
        "Where a cell has several lines, the same article says several things.",
        f"*{SILENT.capitalize()}* means that we found nothing in that article on the question.\n",
        "The few words are ours; the page behind each question has the sides in full.\n",
    ]
    for heading, disputes in grouped(known).items():
        parts += [f"## {heading}\n", _table(heading, disputes, known)]
    yield "sources/who-says-what.md", "\n".join(parts)


def answers(dispute: Dispute, source: str, known: Knowledge) -> list[tuple[Side, list[Claim]]]:
    """Return the sides of a disagreement that a source takes, each with its claims; none where it is silent."""
    taken = [
        (side, [claim for claim in map(known.claims.__getitem__, side.claims) if claim.source == source])
        for side in dispute.sides
    ]
    return [(side, claims) for side, claims in taken if claims]


def _table(heading: str, disputes: list[Dispute], known: Knowledge) -> str:
    """The table of one group in a region of its own, which scrolls where the screen is narrow."""
    names = [plain(source.name) for source in known.sources.values()]
    columns = "".join(f'<th scope="col" markdown="span">{name}</th>\n' for name in ["Question", *names])
    rows = "".join(
        f'<tr markdown="block">\n<th scope="row" markdown="span">[{plain(dispute.question)}]'
        f"(../disagreements/{dispute.slug}.md)</th>\n"
        + "".join(f'<td markdown="span">{_cell(dispute, source, known)}</td>\n' for source in known.sources)
        + "</tr>\n"
        for dispute in disputes
    )
    return (
        f'<div class="wide" role="region" aria-label="Table: {heading}" tabindex="0" markdown="block">\n'
        f'<table class="who-says-what" markdown="block">\n<thead markdown="block">\n<tr markdown="block">\n{columns}'
        f'</tr>\n</thead>\n<tbody markdown="block">\n{rows}</tbody>\n</table>\n</div>\n'
    )


def _cell(dispute: Dispute, source: str, known: Knowledge) -> str:
    taken = answers(dispute, source, known)
    lines = [f"**{plain(side.answer)}**: {by_speaker(claims, '')}" for side, claims in taken]
    return "<br>".join(lines) or f"*{SILENT}*"
