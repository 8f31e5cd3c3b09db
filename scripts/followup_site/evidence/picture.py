"""The pictures of a spread: how many voices accept each value, drawn as SVG that stands in the page itself.

In the page it takes the page's colours, light, dark or on paper. The shapes of the marks are those of the site's other
pictures: a ring where the most eager stand, a square where the most patient do, a diamond between.
"""

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup.knowledge.evidence.counting import Marks, spread
from followup.knowledge.evidence.voices import Count, Voice
from followup.knowledge.spread import Direction, Spread, accepting
from followup_site.evidence.words import amount

WIDTH = 360
"""Units, as wide as a phone; on wider screens the picture grows to the width of the site's other pictures."""

_LEFT, _RIGHT = 46, 352
_MARGIN = 4
_TOP, _HEIGHT = 14, 130
_LINE = 20
_ROW, _TRACK = 54, 24
_ROOM_OF_A_NUMBER = 26
_PERCENT = (25, 75, 95)
"""The shares of the marks, as they stand beside the picture."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value stands from left to right."""

    direction: Direction
    values: tuple[int, ...]
    """All values that voices name, rising."""
    step: str
    """The unit as a short word beside the axis."""

    @property
    def last(self) -> int:
        """The largest value shown: a little more than anybody names, so that the last step is seen."""
        return self.values[-1] + max(1, self.values[-1] // 8)

    def place(self, value: float) -> float:
        """The place of a value, in units of the picture."""
        return round(_LEFT + (_RIGHT - _LEFT) * value / self.last, 1)

    def labelled(self) -> Iterator[int]:
        """Yield the values that have room for their number beside the one before."""
        before = float("-inf")
        for value in self.values:
            if self.place(value) - before >= _ROOM_OF_A_NUMBER:
                before = self.place(value)
                yield value


def spread_picture(found: Count, scale: Scale, title: str) -> str:
    """Return the picture of all voices, with the marks where there are any."""
    bottom = _TOP + _HEIGHT
    parts = [*_area(found.spread, scale, bottom, _HEIGHT), *_grid(bottom), *_axis(scale, bottom)]
    height = bottom + 2 * _LINE
    marks = found.marks._asdict() if found.marks else {}
    for mark, value in marks.items():
        parts.append(f'<path class="reach" d="M{scale.place(value)} {_level(value, found):.1f}V{bottom}"/>')
        parts += [_shape(mark, _LEFT, height - 5), _text(_LEFT + 16, height, _named(mark, value, found))]
        height += _LINE
    # The usual mark comes last, so that it is seen inside another one where they meet.
    for mark in sorted(marks, key="usual".__eq__):
        parts.append(_shape(mark, scale.place(marks[mark]), _level(marks[mark], found)))
    return _svg(f"{found.question.id}-all", title, height - _LINE // 2, parts)


def groups_picture(
    name: str, title: str, groups: Mapping[str, Sequence[Voice]], scale: Scale, marks: Marks | None
) -> str:
    """Return the picture of the same by group, each in a row of its own; the usual mark runs through all."""
    parts = []
    for row, (group, voices) in enumerate(groups.items()):
        top = _ROW * row + 22
        parts.append(_text(_MARGIN, top - 6, f"{group} ({len(voices)})"))
        parts.append(f'<path class="track" d="M{_LEFT} {top + _TRACK}H{_RIGHT}"/>')
        table = spread(scale.direction, [voice.value for voice in voices])
        parts += _area(table, scale, top + _TRACK, _TRACK)
        if marks:
            parts.append(f'<path class="reach" d="M{scale.place(marks.usual)} {top}v{_TRACK}"/>')
    height = _ROW * len(groups)
    return _svg(name, title, height + _LINE, [*parts, *_axis(scale, height - 6)])


def _level(value: int, found: Count) -> float:
    """How high the steps of all voices are at a value."""
    return _TOP + _HEIGHT - _HEIGHT * accepting(found.spread, value) / found.spread.of


def _named(mark: str, value: float, found: Count) -> str:
    return f"{mark}: {amount(value, found.question.unit)}"


def _svg(name: str, title: str, height: int, parts: Sequence[str]) -> str:
    drawn = "\n".join(parts)
    return (
        f'<svg class="spread" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}">\n'
        f'<title id="{name}">{html.escape(title)}</title>\n{drawn}\n</svg>'
    )


def _text(x: float, y: float, words: str, classes: str = "", place: str = "start") -> str:
    of_class = f' class="{classes}"' if classes else ""
    return f'<text{of_class} x="{x}" y="{y:g}" text-anchor="{place}">{html.escape(words)}</text>'


def _grid(bottom: int) -> Iterator[str]:
    """The lines of the shares for which the marks stand."""
    for percent in _PERCENT:
        y = round(bottom - _HEIGHT * percent / 100, 1)
        yield f'<path class="grid" d="M{_LEFT} {y}H{_RIGHT}"/>'
        yield _text(_LEFT - 6, y + 4, f"{percent} %", "soft", "end")


def _area(table: Spread, scale: Scale, bottom: float, height: float) -> Iterator[str]:
    """The steps as an area: rising for a first day, falling for a last moment."""
    heights = [(value, round(bottom - height * count / table.of, 1)) for value, count in table.steps]
    if table.direction == "from":
        path = [f"M{scale.place(heights[0][0])} {bottom}"]
        path += [f"H{scale.place(value)}V{y}" for value, y in heights]
        path.append(f"H{_RIGHT}")
        line, fill = "".join(path), f"{''.join(path)}V{bottom}Z"
    else:
        path = [f"M{_LEFT} {heights[0][1]}"]
        for (value, _), (_, after) in zip(heights, [*heights[1:], (0, bottom)], strict=True):
            path.append(f"H{scale.place(value)}V{after}")
        line = "".join(path)
        fill = f"{line}H{_LEFT}Z"
    yield f'<path class="area" d="{fill}"/>'
    yield f'<path class="line" d="{line}"/>'


def _axis(scale: Scale, y: float) -> Iterator[str]:
    yield f'<path class="track" d="M{_LEFT} {y:g}H{_RIGHT}"/>'
    for value in scale.labelled():
        x = scale.place(value)
        yield f'<path class="track" d="M{x} {y:g}v5"/>'
        yield _text(x, y + 18, str(value), "soft", "middle")
    yield _text(_MARGIN, y + 18, scale.step, "soft")


def _shape(mark: str, x: float, y: float) -> str:
    """The shape of a mark around a place; the diamond fits into the other two, where marks meet."""
    if mark == "keen":
        return f'<circle class="mark" cx="{x}" cy="{y:.1f}" r="8"/>'
    if mark == "usual":
        return f'<path class="mark usual" d="M{x} {y - 5:.1f}l5 5l-5 5l-5 -5Z"/>'
    return f'<rect class="mark" x="{x - 7.5:.1f}" y="{y - 7.5:.1f}" width="15" height="15"/>'
