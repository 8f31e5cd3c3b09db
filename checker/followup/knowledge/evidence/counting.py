"""The three marks of a number, counted from the values that its sources name. Start reading here.

A source accepts a first day from the one that it names on, and a last moment or a highest count up to the one that it
names. The keen mark is as far as a quarter of the sources go along, the usual one three quarters, and the cautious one
nineteen in twenty.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from followup.knowledge.spread import Direction, Spread

FEWEST = 10
"""With fewer voices nothing is computed: the marks are our own choice, and the page says how few there are."""

_SHARES = ((1, 4), (3, 4), (19, 20))


class Marks(NamedTuple):
    """The values that a quarter, three quarters and nineteen in twenty of the sources accept."""

    keen: float
    usual: float
    cautious: float


def marks(direction: Direction, values: Iterable[float]) -> Marks | None:
    """The marks of a number from one value a voice; None where fewer than ten name any.

    >>> marks("from", [1, 1, 1, 1, 1, 2, 3, 3, 7, 7])
    Marks(keen=1, usual=3, cautious=7)
    >>> marks("by", [12, 24, 24, 24, 24, 24, 24, 48, 48, 48])
    Marks(keen=48, usual=24, cautious=12)
    >>> marks("at-most", [1, 1, 1, 1, 2, 2, 2, 3, 3, 4])
    Marks(keen=3, usual=1, cautious=1)
    >>> marks("from", [1, 1, 1, 1, 1, 2, 3, 3, 7])
    """
    values = tuple(values)
    return None if len(values) < FEWEST else quantiles(direction, values)


def quantiles(direction: Direction, values: Iterable[float]) -> Marks:
    """The same however few there are, for showing what too few say; raises IndexError without any value.

    >>> quantiles("from", [3, 3, 7])
    Marks(keen=3, usual=7, cautious=7)
    """
    ordered = sorted(values, reverse=direction != "from")
    # Fractions in whole numbers: 19/20 of 20 is exactly 19.
    return Marks(*(ordered[-(-len(ordered) * part // whole) - 1] for part, whole in _SHARES))


def whole(direction: Direction, values: Iterable[float]) -> list[int]:
    """The values in whole units: part of a unit counts as all of it for a first day, and as none of it for a last one.

    >>> whole("from", [7, 9.8]), whole("by", [24, 30.5])
    ([7, 10], [24, 30])
    """
    return [math.ceil(value) if direction == "from" else math.floor(value) for value in values]


def spread(direction: Direction, values: Iterable[float]) -> Spread:
    """How many voices accept which whole values.

    >>> spread("from", [1, 1, 3, 9.8])
    Spread(direction='from', of=4, steps=((1, 2), (3, 3), (10, 4)))
    >>> spread("by", [12, 24, 48, 48])
    Spread(direction='by', of=4, steps=((12, 4), (24, 3), (48, 2)))
    """
    named = whole(direction, values)
    steps = sorted(set(named))
    if direction == "from":
        return Spread(direction, len(named), tuple((step, sum(value <= step for value in named)) for step in steps))
    return Spread(direction, len(named), tuple((step, sum(value >= step for value in named)) for step in steps))
