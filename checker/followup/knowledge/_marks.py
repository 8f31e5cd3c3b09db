"""The three marks of a number, computed from the positions that claims take on it."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from followup.knowledge.records import Mark, Position, Stance, Unit

type Direction = Literal["from", "by", "at-most"]

_BOUNDS: Mapping[Direction, tuple[Stance, ...]] = {
    "from": ("from", "not-before"),
    "by": ("by",),
    "at-most": ("at-most",),
}
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "working-days": 2016, "years": 525960}
"""Units of time in minutes: a working day is 7/5 days, a year 365 1/4. Other units compare only with themselves."""


class Stand(NamedTuple):
    """A position and the claim that takes it."""

    claim: str
    position: Position


def is_bound(position: Position) -> bool:
    """Whether a position sets a bound; an example or a figure does not."""
    return position.stance not in ("example", "figure")


def faults_of(direction: Direction, unit: Unit, stands: Iterable[Stand]) -> list[str]:
    """What keeps these bounds from being marks of one number: nothing, or a line for each."""
    stands = list(stands)
    faults = [
        f"{claim} has a position {position.stance!r}, but the direction is {direction!r}"
        for claim, position in stands
        if position.stance not in _BOUNDS[direction]
    ]
    faults += [
        f"{claim} counts in {position.unit}, which does not compare with {unit}"
        for claim, position in stands
        if position.unit != unit and not {position.unit, unit} <= _MINUTES.keys()
    ]
    if not any(position.stance == direction for _, position in stands):
        faults.append(f"no claim has a position {direction!r} on it")
    return faults


def marks(direction: Direction, usual: int, unit: Unit, stands: Iterable[Stand]) -> tuple[Mark, Mark, Mark]:
    """Keen, usual and cautious mark, in this order, from bounds that `faults_of` passes.

    `from`: keen is the smallest `from`, cautious the largest `from` or `not-before`. `by` and `at-most`: keen is the
    largest, cautious the smallest. The usual mark has the claims that stand just there; where none does, it is our own.
    """
    stands = sorted(stands, key=lambda stand: _size(stand.position.value, stand.position.unit))
    stated = [stand for stand in stands if stand.position.stance == direction]
    keen, cautious = (stated[0], stands[-1]) if direction == "from" else (stated[-1], stated[0])
    ends = [
        Mark(value=end.position.value, unit=end.position.unit, claims=_claims_at(_size_of(end), group))
        for end, group in ((keen, stated), (cautious, stands))
    ]
    return ends[0], at(usual, unit, stands), ends[1]


def at(value: int, unit: Unit, stands: Iterable[Stand]) -> Mark:
    """A mark at a value, with the claims that stand just there."""
    return Mark(value=value, unit=unit, claims=_claims_at(_size(value, unit), stands))


def ends(stands: Iterable[Stand]) -> tuple[Mark, ...]:
    """The smallest value that a claim accepts and the largest of all, each in its unit; nothing without two of them.

    A claim that only objects to anything sooner names no smallest value.
    """
    ordered = sorted(stands, key=_size_of)
    accepted = [stand for stand in ordered if stand.position.stance != "not-before"]
    if not accepted or _size_of(accepted[0]) >= _size_of(ordered[-1]):
        return ()
    return tuple(at(stand.position.value, stand.position.unit, ordered) for stand in (accepted[0], ordered[-1]))


def is_between(keen: Mark, usual: Mark, cautious: Mark) -> bool:
    """Whether the usual mark lies between the other two, both ends included."""
    ends = sorted((_size(keen.value, keen.unit), _size(cautious.value, cautious.unit)))
    return ends[0] <= _size(usual.value, usual.unit) <= ends[1]


def _size(value: int, unit: Unit) -> int:
    return value * _MINUTES.get(unit, 1)


def _size_of(stand: Stand) -> int:
    return _size(stand.position.value, stand.position.unit)


def _claims_at(size: int, stands: Iterable[Stand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stand.claim for stand in stands if _size_of(stand) == size))
