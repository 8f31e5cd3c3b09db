"""The pictures made of bars: how long hiring takes by kind of work, and what evidence the claims rest on."""

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from followup.knowledge.records import Knowledge
from followup_site.pages.prose import EVIDENCE, capital, counted
from followup_site.pictures.drawing import MARGIN, WIDTH, Canvas, Picture

MEASURED = frozenset({"survey", "analysis"})
"""Kinds of evidence for which somebody counted."""

_ROW = 50
_LINE = 20
_FOR_NUMBERS = 74
_LETTERS_A_LINE = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is, how much, and whether it is told apart from the others."""

    words: str
    count: int
    hatched: bool = False


def days_to_hire_picture(known: Knowledge) -> Picture:
    """Return the picture of the days to hire by kind of work, slowest first."""
    found = [
        (claim, position)
        for claim in known.claims.values()
        for position in claim.positions
        if position.parameter == "days-to-hire"
    ]
    bars = [
        Bar(capital(position.condition.replace("_", " ")), position.value)
        for _, position in sorted(found, key=lambda pair: -pair[1].value)
    ]
    claims = {claim.id: claim for claim, _ in found}
    cited = "; ".join(f"@{claim}" for claim in claims)
    counted_what = f"What was counted: {'; '.join(dict.fromkeys(claim.sample for claim in claims.values()))}."
    below = textwrap.wrap(counted_what, _LETTERS_A_LINE)
    return Picture(
        name="days-to-hire",
        alt="Bars of the days to hire for five kinds of work. The table below says the same.",
        same=_table("Kind of work", "Days to hire", bars) + f"\n\n{counted_what}[{cited}]",
        height=_ROW * len(bars) + _LINE * (len(below) + 1),
        draw=lambda canvas: _draw(canvas, bars, "days", below),
    )


def evidence_picture(known: Knowledge) -> Picture:
    """Return the picture of how many claims rest on which kind of evidence, the most frequent first."""
    counts = Counter(claim.evidence for claim in known.claims.values())
    bars = [
        Bar(capital(EVIDENCE[kind]) + (" (counted)" if kind in MEASURED else ""), count, kind in MEASURED)
        for kind, count in counts.most_common()
    ]
    measured = sum(bar.count for bar in bars if bar.hatched)
    total = sum(counts.values())
    return Picture(
        name="evidence",
        alt=f"Bars of the {counted(total, 'claim')} by kind of evidence: {measured} rest on something counted. "
        "The table below says the same.",
        same=_table("What a claim rests on", f"Claims, of {total}", bars),
        height=_ROW * len(bars),
        draw=lambda canvas: _draw(canvas, bars),
    )


def _table(what: str, count: str, bars: Sequence[Bar]) -> str:
    rows = [f"| {bar.words} | {bar.count} |" for bar in bars]
    return "\n".join([f"| {what} | {count} |", "| --- | --- |", *rows])


def _draw(canvas: Canvas, bars: Sequence[Bar], unit: str = "", below: Sequence[str] = ()) -> None:
    longest = WIDTH - 2 * MARGIN - _FOR_NUMBERS
    most = max(bar.count for bar in bars)
    for place, bar in enumerate(bars):
        top = _ROW * place
        length = longest * bar.count / most
        canvas.text(MARGIN, top + 12, bar.words)
        canvas.bar(MARGIN, top + 33, length, 16, hatched=bar.hatched)
        canvas.text(MARGIN + length + 8, top + 33, f"{bar.count} {unit}".strip(), "bold")
    for place, line in enumerate(below, 1):
        canvas.text(MARGIN, _ROW * len(bars) + _LINE * place, line, "soft")
