"""Words for values: the small phrases that notes and generated pages share."""

import re
from collections import Counter
from collections.abc import Iterable

from followup.knowledge.records import Claim, Mark, Source
from followup.words import load, quantities

EVIDENCE = {
    "author-opinion": "writer's opinion",
    "expert-opinion": "professional's opinion",
    "anecdote": "personal experience",
    "survey": "survey",
    "analysis": "analysis of data",
}
"""How the site names each kind of evidence; a kind that is not listed goes by its own name."""

_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def plain(text: str) -> str:
    """Return `text` as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\1", text)


def capital(text: str) -> str:
    """Return `text` with its first letter as a capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def listed(parts: Iterable[str]) -> str:
    """Return the parts as a list in a sentence: `a`, `a and b`, `a, b and c`; nothing for none."""
    *first, last = [*parts] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun: `1 claim`, `3 claims`."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def lines_of(claim: Claim) -> str:
    """Return where the claim stands in the text of its source: `line 40`, `lines 13 to 17`, `lines 15 and 17`."""
    parts = [part.strip().replace("-", " to ") for part in claim.lines.split(",")]
    noun = "line" if "".join(parts).isdigit() and len(parts) == 1 else "lines"
    return f"{noun}\N{NO-BREAK SPACE}{listed(parts)}"


def evidence_of(claim: Claim) -> str:
    """Return the kind of evidence in words, with the sample where the claim is a figure."""
    words = EVIDENCE.get(claim.evidence, claim.evidence)
    return f"{words}: {claim.sample}" if claim.sample else words


def tally(claims: Iterable[Claim]) -> str:
    """Return how many claims rest on which evidence: `writer's opinion (70) and personal experience (19)`."""
    counts = Counter(EVIDENCE.get(claim.evidence, claim.evidence) for claim in claims)
    return listed(f"{evidence} ({count})" for evidence, count in counts.most_common())


def dated(source: Source) -> str:
    """Return when the source was written, in words, also where it does not say."""
    return re.sub(r"^not stated", "date not stated", source.published)


def quantity(value: int, unit: str) -> str:
    """Return a number with its unit, as the engine says it: `1 day`, `22 percent`, `Tuesday and Friday`, `9:00`."""
    return quantities.quantity(value, unit, load())


def spread(keen: Mark, cautious: Mark) -> str:
    """Return how far apart two marks are, the smaller first: `24 to 48 hours`, or the one value where they agree."""
    if keen.unit != cautious.unit:
        return f"{quantity(keen.value, keen.unit)} to {quantity(cautious.value, cautious.unit)}"
    low, high = sorted((keen.value, cautious.value))
    return quantity(low, keen.unit) if low == high else f"{low} to {quantity(high, keen.unit)}"
