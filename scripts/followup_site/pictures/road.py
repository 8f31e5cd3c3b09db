"""The picture of the road from an interview to the stop, for one usual case that the engine works out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from followup import wire, words
from followup.days.calendar import day_of
from followup_site.pages.prose import counted
from followup_site.pictures.drawing import MARGIN, Canvas, Picture

INTERVIEW = date(2026, 6, 2)
PROMISED = INTERVIEW + timedelta(days=10)
CASE: dict[str, Any] = {
    "today": f"{INTERVIEW}T17:00",
    "zone": "America/Chicago",
    "country": "US",
    "stage": "post_interview",
    "interview_date": f"{INTERVIEW}",
    "interview_end": f"{INTERVIEW}T17:00",
    "contact_type": "internal_recruiter",
    "channels_given": ["email"],
    "promised": {"to": f"{PROMISED}"},
    "other_contacts": [{"type": "hiring_manager", "email_given": True}],
}
"""Dealing by email with a recruiter of the company, who named a day ten days later; nobody ever answers."""

_ROW = 62
_LINE = MARGIN + 10


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the road: the day, what happens, and whether it is theirs, advised, up to the reader, or the end."""

    on: date
    what: str
    kind: str

    @property
    def when(self) -> str:
        """The day, counted from the interview and by its name, and whether the step is up to the reader."""
        return f"Day {(self.on - INTERVIEW).days}, {self.on:%A}{' (up to you)' if self.kind == 'optional' else ''}"


def road_picture() -> Picture:
    """Return the picture of the case above."""
    stops = list(road())
    case = (
        "One usual case: you deal by email with a recruiter of the company, who named a day "
        f"{(PROMISED - INTERVIEW).days} days after the interview, and nobody answers. "
        "**Our choice**{ .our-choice }"
    )
    items = [f"{place}. {stop.when}: **{stop.what}**" for place, stop in enumerate(stops, 1)]
    return Picture(
        name="road",
        alt=f"The road from the interview to the stop: {counted(len(stops), 'place')} on a line. "
        "The list below says the same.",
        same="\n".join([case, "", *items]),
        height=_ROW * (len(stops) - 1) + 50,
        draw=lambda canvas: _draw(canvas, stops),
    )


def road() -> Iterator[Stop]:
    """Yield the places of the road in the order of their days; raises ValueError where the case gets no advice."""
    _, advice = wire.answer_to(CASE)
    if advice is None or not isinstance(advice.target, datetime):
        raise ValueError("the case of the picture has no thank-you with a target")
    catalogue = words.load()
    yield Stop(INTERVIEW, "The interview", "theirs")
    yield Stop(advice.target.date(), catalogue.text(f"action.{advice.action}.step"), "advised")
    yield Stop(PROMISED, "The day they named", "theirs")
    for planned in advice.then:
        day = planned.dates.preferred or planned.dates.recommended
        if day is None:
            raise ValueError(f"the step {planned.step.action} of the picture has no day")
        kind = "optional" if planned.dates.strength == "optional" else "advised"
        sends = planned.step.action != "stop_and_move_on"
        yield Stop(day_of(day), catalogue.text(f"action.{planned.step.action}.step"), kind if sends else "end")


def _draw(canvas: Canvas, stops: Sequence[Stop]) -> None:
    places = [25 + _ROW * place for place in range(len(stops))]
    canvas.line((_LINE, places[0]), (_LINE, places[-1]), width=3)
    for y, stop in zip(places, stops, strict=True):
        if stop.kind in {"theirs", "optional"}:
            canvas.ring(_LINE, y, "s" if stop.kind == "theirs" else "o")
        else:
            canvas.ring(_LINE, y, "o" if stop.kind == "advised" else "s")
            canvas.mark(_LINE, y, "o" if stop.kind == "advised" else "X")
        canvas.text(_LINE + 24, y - 10, stop.when, "soft")
        canvas.text(_LINE + 24, y + 10, stop.what, "plain" if stop.kind == "theirs" else "bold")
