"""Lists of positions: each under an address of its own, with who says it, our paraphrase and the way to the text."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from followup.knowledge.evidence.records import Evidence, Position
from followup.knowledge.evidence.voices import ARTICLE, Count, Reason
from followup_site.evidence.known import Known
from followup_site.evidence.words import amount, source_page, text_link, where_and_when
from followup_site.markdown.claim_links import with_source
from followup_site.pages.layout import fine
from followup_site.pages.prose import capital, counted, listed, plain

APART: Mapping[Reason, str] = {
    "figures": "Surveys and laws: figures, not voices",
    "same-family": "Another text of the same family speaks for it",
    "other-end": "Names only the other end",
    "no-number": "Names no number",
    "left-out": "Left out by us",
}
"""The headings of what is not counted, in reading order."""


def positions_on(parameter: str, evidence: Evidence) -> list[Position]:
    """Return the positions on a parameter, by their ids."""
    return [position for position in evidence.positions.values() if position.parameter == parameter]


def summary(positions: Sequence[Position], most: int = 4) -> str:
    """Return what most of the positions say, in our labels: `63 positions: yes (49), no (7) and 7 others`."""
    total = counted(len(positions), "position")
    counts = Counter(position.value for position in positions)
    shared = [(value, count) for value, count in counts.most_common(most) if count > 1]
    if not shared:
        return total if len(positions) == 1 else f"{total}, each in words of its own"
    rest = len(positions) - sum(count for _, count in shared)
    parts = [f"{plain(value)} ({count})" for value, count in shared]
    return f"{total}: {listed([*parts, counted(rest, 'other')] if rest else parts)}"


def by_label(positions: Sequence[Position], evidence: Evidence) -> Iterator[str]:
    """Yield the positions under what they say, the most frequent first; those that stand alone come last."""
    shared = Counter(position.value for position in positions)
    for value, count in shared.most_common():
        if count > 1:
            yield f"**{plain(capital(value))}** ({count})\n"
            yield _list([position for position in positions if position.value == value], evidence, is_labelled=False)
    alone = [position for position in positions if shared[position.value] == 1]
    if alone:
        if len(alone) < len(positions):
            yield "**In words of their own**\n"
        yield _list(alone, evidence)


def by_value(found: Count, known: Known) -> Iterator[str]:
    """Yield the voices under the number that they name, the speakers of the five articles first."""
    for value in sorted(set(found.values)):
        voices = [voice for voice in found.voices if voice.value == value]
        yield f"**{capital(amount(value, found.question.unit))}** ({len(voices)})\n"
        articles = [voice.id for voice in voices if voice.kind == ARTICLE]
        if articles:
            yield f"- Of the five articles: {with_source(articles, known.articles)}"
        yield _list([known.evidence.positions[voice.id] for voice in voices if voice.kind != ARTICLE], known.evidence)


def not_counted(found: Count, evidence: Evidence) -> Iterator[str]:
    """Yield the positions that are no voices, under the reasons."""
    for reason, heading in APART.items():
        those = [evidence.positions[position] for position, why in found.apart if why == reason]
        if those:
            yield f"**{heading}** ({len(those)})\n"
            yield _list(those, evidence)


def _list(positions: Sequence[Position], evidence: Evidence, *, is_labelled: bool = True) -> str:
    return "\n".join(_line(position, evidence, is_labelled=is_labelled) for position in positions) + "\n"


def _line(position: Position, evidence: Evidence, *, is_labelled: bool) -> str:
    source = evidence.sources[position.source]
    condition = f" ({plain(position.condition)})" if position.condition else ""
    label = f". *{plain(position.value)}.*" if is_labelled else ":"
    facts = [
        plain(where_and_when(source)),
        text_link(source),
        f"[what it is worth]({source_page(source)})",
        *(["cut off"] if source.text != "whole" else []),
        *(["weak"] if source.weak else []),
        *([plain(source.left_out)] if source.left_out else []),
        position.id,
    ]
    who = f"**{plain(source.publisher)}**{{ #{position.id} }}"
    return f"- {who}{label} {plain(position.says)}{condition}\n  {fine(' · '.join(facts))}"
