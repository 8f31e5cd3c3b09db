"""The picture of how far apart the sources are on each date, and where we stand between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup.knowledge.records import Knowledge, Mark, Number
from followup_site.pages.prose import quantity, spread
from followup_site.pictures.drawing import MARGIN, WIDTH, Canvas, Picture

DECISIONS = {
    "thank-you-by": "Thank-you, after the interview",
    "handwritten-by": "Handwritten note, after the interview",
    "first-check-after-promise": "Asking, after the promised day",
    "first-check-without-date": "Asking, where no day was named",
    "check-without-date-aim-by": "Asking at the latest, no day named",
    "first-check-agency": "Asking an agency",
    "spacing-employer": "Asking again",
    "spacing-voicemail": "Voicemail, after an email",
    "application-follow-up-by": "Asking after an application",
}
"""What each number that sources name in hours or days decides."""

_HOURS = {"hours": 1, "days": 24, "working-days": 24}
_DAYS_SHOWN = 21
_SCALE = (0, 7, 14, _DAYS_SHOWN)
_TOP, _ROW = 112, 76


@dataclass(frozen=True, slots=True)
class Row:
    """One decision: the soonest and the latest that sources name, and ours."""

    words: str
    eager: Mark
    patient: Mark
    usual: Mark

    @property
    def named(self) -> str:
        """What the sources name, in words."""
        words = spread(self.eager, self.patient)
        return words if _days(self.patient) > _days(self.eager) else f"{words}, the only number"

    @property
    def ours(self) -> str:
        """What we say, in words."""
        return quantity(self.usual.value, self.usual.unit)


def stretch_picture(known: Knowledge) -> Picture:
    """Return the picture; raises KeyError where a number that sources name has no words here."""
    rows = [row_of(number) for number in known.numbers.values() if number.usual.unit in _HOURS and number.claims]
    table = [f"| {row.words} | {row.named} | {row.ours} |" for row in rows]
    return Picture(
        name="stretch",
        alt="For each date, how far the most eager source is from the most patient one, and where we stand. "
        "The table below says the same.",
        same="\n".join(["| What | The sources say | We say |", "| --- | --- | --- |", *table]),
        height=_TOP + _ROW * len(rows),
        draw=lambda canvas: _draw(canvas, rows),
    )


def row_of(number: Number) -> Row:
    """Return the row of a number; raises KeyError where it has no words here."""
    eager, patient = sorted((number.keen, number.cautious), key=_days)
    return Row(DECISIONS[number.id], eager, patient, number.usual)


def _days(mark: Mark) -> float:
    return mark.value * _HOURS[mark.unit] / 24


def _place(days: float) -> float:
    first, last = MARGIN + 8, WIDTH - MARGIN - 8
    return first + (last - first) * days / _DAYS_SHOWN


def _draw(canvas: Canvas, rows: Sequence[Row]) -> None:
    canvas.ring(_place(0), 14, "o")
    canvas.text(_place(0) + 18, 14, "the most eager source")
    canvas.ring(_place(0), 38, "s")
    canvas.text(_place(0) + 18, 38, "the most patient source")
    canvas.mark(_place(0), 62, "D", ours=True)
    canvas.text(_place(0) + 18, 62, "what we say (our choice)")
    for days in _SCALE:
        canvas.text(
            _place(days), 92, f"{days} days" if days else "0", "soft", "right" if days == _DAYS_SHOWN else "center"
        )
    for place, row in enumerate(rows):
        _draw_row(canvas, _TOP + 12 + _ROW * place, row)


def _draw_row(canvas: Canvas, y: float, row: Row) -> None:
    """A row: what is decided, the numbers in words, and below them the stretch."""
    canvas.text(MARGIN, y, row.words, "bold")
    canvas.text(MARGIN, y + 19, f"{row.named}; we say {row.ours}", "soft")
    track = y + 41
    canvas.line((_place(0), track), (_place(_DAYS_SHOWN), track))
    for days in _SCALE:
        canvas.line((_place(days), track - 5), (_place(days), track + 5))
    start, end = _place(_days(row.eager)), _place(_days(row.patient))
    if end > start:
        canvas.bar(start, track, end - start, 6)
        canvas.ring(end, track, "s")
        canvas.ring(start, track, "o")
    canvas.mark(_place(_days(row.usual)), track, "D", ours=True)
