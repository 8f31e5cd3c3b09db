"""The picture of the three marks of each date: how far they lie apart, and how many sources go along with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup.knowledge.records import Knowledge, Mark, Number
from followup.knowledge.spread import accepting
from followup_site.pages.marks import is_spread
from followup_site.pages.prose import quantity
from followup_site.pictures.drawing import MARGIN, WIDTH, Canvas, Picture

DECISIONS = {
    "thank-you-by": "Thank-you, after the interview",
    "first-check-after-promise": "Asking, after the promised day",
    "first-check-without-date": "Asking, where no day was named",
    "first-check-agency": "Asking an agency",
    "spacing-employer": "Asking again",
    "spacing-hr": "Asking HR again",
    "spacing-agency": "Asking an agency again",
    "redirect-after": "Asking somebody else there",
    "application-follow-up-from": "Asking after an application",
}
"""What each number in hours or days with more than one mark decides."""

MARKS = (("o", "keen"), ("D", "usual: what we advise"), ("s", "cautious"))
"""The shape of each mark, and what the legend says of it."""
_OURS = 1
"""Which of them we advise; it is drawn last, since it may lie on another."""

_HOURS = {"hours": 1, "days": 24, "working-days": 24}
_DAYS_SHOWN = 14
_SCALE = (0, 7, _DAYS_SHOWN)
_TOP, _ROW = 112, 76


@dataclass(frozen=True, slots=True)
class Row:
    """One date: what it decides, its marks from keen to cautious, and who goes along with each."""

    words: str
    marks: tuple[Mark, Mark, Mark]
    agreeing: tuple[int, ...]
    """How many sources go along with each mark; nothing where too few name the number."""
    voices: int
    is_ours: bool
    """Whether the marks are our choice, and not those that are counted."""

    @property
    def said(self) -> str:
        """The marks in words: `1, 3, 7 days`."""
        *first, last = self.marks
        return ", ".join([*(str(mark.value) for mark in first), quantity(last.value, last.unit)])

    @property
    def basis(self) -> str:
        """What the marks rest on, in words: `30, 39, 47 of 48 sources`, or that they are our choice."""
        counts = f"{', '.join(map(str, self.agreeing))} of {self.voices} sources" if self.voices else ""
        return "; ".join(part for part in (counts, "our choice" if self.is_ours else "") if part)


def stretch_picture(known: Knowledge) -> Picture:
    """Return the picture; raises KeyError where a number with more than one mark has no words here."""
    timed = [number for number in known.numbers.values() if number.usual.unit in _HOURS]
    rows = [row_of(number, known) for number in timed if is_spread(number)]
    table = [f"| {row.words} | {row.said} | {row.basis} |" for row in rows]
    return Picture(
        name="stretch",
        alt="For each date, the three marks on a line of days, and how many sources go along with each. "
        "The table below says the same.",
        same="\n".join(["| What | Keen, usual, cautious | Who goes along |", "| --- | --- | --- |", *table]),
        height=_TOP + _ROW * len(rows),
        draw=lambda canvas: _draw(canvas, rows),
    )


def row_of(number: Number, known: Knowledge) -> Row:
    """Return the row of a number; raises KeyError where it has no words here."""
    marks, spread = (number.keen, number.usual, number.cautious), known.spreads.get(number.id)
    agreeing = tuple(accepting(spread, mark.value) for mark in marks) if spread else ()
    return Row(DECISIONS[number.id], marks, agreeing, spread.of if spread else 0, bool(number.ours or not spread))


def _days(mark: Mark) -> float:
    return mark.value * _HOURS[mark.unit] / 24


def _place(days: float) -> float:
    first, last = MARGIN + 8, WIDTH - MARGIN - 8
    return first + (last - first) * days / _DAYS_SHOWN


def _draw(canvas: Canvas, rows: Sequence[Row]) -> None:
    for place, (shape, words) in enumerate(MARKS):
        _draw_mark(canvas, _place(0), 14 + 24 * place, shape, is_ours=place == _OURS)
        canvas.text(_place(0) + 18, 14 + 24 * place, words)
    for days in _SCALE:
        canvas.text(
            _place(days), 92, f"{days} days" if days else "0", "soft", "right" if days == _DAYS_SHOWN else "center"
        )
    for place, row in enumerate(rows):
        _draw_row(canvas, _TOP + 12 + _ROW * place, row)


def _draw_row(canvas: Canvas, y: float, row: Row) -> None:
    """A row: what is decided, the marks in words with who goes along, and below them the marks on a line of days."""
    canvas.text(MARGIN, y, row.words, "bold")
    canvas.text(MARGIN, y + 19, f"{row.said}; {row.basis}", "soft")
    track = y + 41
    canvas.line((_place(0), track), (_place(_DAYS_SHOWN), track))
    for days in _SCALE:
        canvas.line((_place(days), track - 5), (_place(days), track + 5))
    places = [_place(_days(mark)) for mark in row.marks]
    canvas.bar(min(places), track, max(places) - min(places), 6)
    for place in sorted(range(len(MARKS)), key=lambda place: place == _OURS):
        _draw_mark(canvas, places[place], track, MARKS[place][0], is_ours=place == _OURS)


def _draw_mark(canvas: Canvas, x: float, y: float, shape: str, *, is_ours: bool) -> None:
    """A mark: the outer ones as outlines, ours filled, so that it shows within one of them."""
    if is_ours:
        canvas.mark(x, y, shape, ours=True)
    else:
        canvas.ring(x, y, shape)
