"""What moves a mark: a source taken away, or more voices at one end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from followup.knowledge.evidence.counting import FEWEST, Marks, marks
from followup.knowledge.evidence.records import Evidence
from followup.knowledge.evidence.voices import Count, count
from followup.knowledge.records import Knowledge
from followup.knowledge.spread import Direction


class Move(NamedTuple):
    """A mark that would be another without one source."""

    source: str
    mark: str
    """`keen`, `usual` or `cautious`."""
    before: float
    after: float
    steps: int
    """How many of the values that voices name it moves along: the steps of the grid."""


class Push(NamedTuple):
    """How many more voices at one end would move the usual mark, and where to."""

    voices: int
    at: float
    """The value that those voices would name: the smallest or the largest that anybody names today."""
    after: float


def moves(counted: Count, evidence: Evidence, known: Knowledge) -> list[Move]:
    """The marks that one source alone holds in place, each with where it would go without that source.

    Nothing where too few voices are counted, or where one less would be too few.
    """
    found: list[Move] = []
    before = counted.marks
    if before is None:
        return found
    grid = sorted(set(counted.named))
    for source in dict.fromkeys(voice.source for voice in counted.voices):
        after = count(counted.question, evidence, known, without=source).marks
        if after is None:
            continue
        for name, old, new in zip(Marks._fields, before, after, strict=True):
            if old != new:
                found.append(Move(source, name, old, new, _steps(grid, old, new)))
    return found


def _steps(grid: Sequence[float], old: float, new: float) -> int:
    """How many values of the grid lie from one to the other; a value that it does not hold stands where it would."""
    places = [sum(value < end for value in grid) for end in (old, new)]
    return abs(places[1] - places[0])


def pushes(counted: Count) -> Iterator[Push]:
    """How many further voices at each end would move the usual mark; nothing for an end where it already stands."""
    before = counted.marks
    if before is None:
        return
    for end in (min(counted.named), max(counted.named)):
        push = _push(counted.question.direction, counted.named, before.usual, end)
        if push:
            yield push


def _push(direction: Direction, values: Sequence[float], usual: float, end: float) -> Push | None:
    if end == usual:
        return None
    # Three times as many voices at one end are three quarters of all, and more.
    for more in range(1, 3 * len(values) + FEWEST):
        after = marks(direction, [*values, *[end] * more])
        if after and after.usual != usual:
            return Push(more, end, after.usual)
    return None
