"""How many of the sources accept a value: a short table for each number that was counted, small enough for a browser.

The build counts it from the evidence; what reads it needs nothing else.
"""

from typing import Literal, NamedTuple

type Direction = Literal["from", "by", "at-most"]
"""Whether a number is a first day, a last moment or a highest count."""


class Spread(NamedTuple):
    """How many of how many sources accept which values of a number."""

    direction: Direction
    of: int
    """All sources that name a number."""
    steps: tuple[tuple[int, int], ...]
    """Whole values in rising order, each with how many sources accept it; between two of them nothing changes."""


def accepting(spread: Spread, value: int) -> int:
    """The number of sources that accept a value, in the unit of the number.

    >>> ask = Spread("from", 4, ((1, 2), (3, 3), (7, 4)))
    >>> [accepting(ask, day) for day in (0, 1, 2, 3, 6, 7, 8)]
    [0, 2, 2, 3, 3, 4, 4]
    >>> thank = Spread("by", 4, ((12, 4), (24, 3), (48, 1)))
    >>> [accepting(thank, hour) for hour in (0, 12, 13, 24, 25, 48, 49)]
    [4, 4, 3, 3, 1, 1, 0]
    """
    if spread.direction == "from":
        return max((count for first, count in spread.steps if first <= value), default=0)
    return max((count for last, count in spread.steps if value <= last), default=0)
