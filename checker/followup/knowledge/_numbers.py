"""The numbers of `policy.toml`, each with its three marks."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

from followup.knowledge import _marks
from followup.knowledge._reading import Table
from followup.knowledge.records import Claim, Mark, Number, Unit

UNITS: tuple[Unit, ...] = get_args(Unit.__value__)
DIRECTIONS: tuple[_marks.Direction, ...] = get_args(_marks.Direction.__value__)

_MINUTES_A_DAY = 1440
_SHORTEST_MONTH = 28
_A_LEAP_YEAR = 2024


def read_number(key: str, row: Table, claims: Mapping[str, Claim]) -> Number:
    """The number that a record of `policy.toml` describes, with its marks; faults go to the record."""
    usual, unit = row.count("usual"), row.choice("unit", UNITS)
    if "usual" in row and "unit" in row and not _is_one(usual, unit):
        row.fault("usual", f"{usual} is no {unit}")
    stands = [
        _marks.Stand(claim.id, position)
        for claim in claims.values()
        for position in claim.positions
        if position.parameter == key and _marks.is_bound(position)
    ]
    (keen, middle, cautious), apart = _marks_of(row, usual, unit, stands)
    number = Number(
        id=key,
        meaning=row.text("meaning"),
        rule=row.text("rule"),
        keen=keen,
        usual=middle,
        cautious=cautious,
        claims=_claims_of(row, stands),
        follows_pace=row.truth("follows_pace", required=bool(stands)),
        apart=apart,
        layer=row.layers.get("usual", ""),
        ours=row.text("ours", required=False),
        dispute=row.text("dispute", required=False),
    )
    if not stands and "ours" not in row and "claims" not in row:
        row.fault("ours", "missing: no claim stands behind this number, so say why we chose it")
    if "usual" in row.layers and "ours" not in row.layers:
        row.fault("usual", "is another than before, so say in `ours` why it is chosen")
    row.finish()
    return number


type _Marks = tuple[Mark, Mark, Mark]


def _marks_of(row: Table, usual: int, unit: Unit, stands: list[_marks.Stand]) -> tuple[_Marks, tuple[Mark, ...]]:
    """Keen, usual and cautious: from the positions where claims take any, else three times the one value.

    And the ends of the sources, where they differ.
    """
    fixed = Mark(value=usual, unit=unit, claims=() if stands else row.texts("claims", required=False))
    if not stands:
        for key, what in (("direction", "direction"), ("follows_pace", "pace to follow")):
            if key in row:
                row.fault(key, f"no claim has a position on this number, so it has no {what}")
        return (fixed, fixed, fixed), ()
    direction = row.choice("direction", DIRECTIONS)
    faults = _marks.faults_of(direction, unit, stands) if "direction" in row else []
    for fault in faults:
        row.fault("direction", fault)
    if faults or "direction" not in row:
        return (fixed, fixed, fixed), ()
    keen, middle, cautious = _marks.marks(direction, usual, unit, stands)
    apart = (keen, cautious) if keen[:2] != cautious[:2] else ()
    if _marks.is_between(keen, middle, cautious):
        if "ours" in row and "ours" not in row.layers:
            row.fault("ours", f"claims have positions on this number ({', '.join(stand.claim for stand in stands)})")
    elif "ours" in row:
        return _marks.widened(direction, keen, middle, cautious), apart
    else:
        ends = f"keen ({keen.value} {keen.unit}) and cautious ({cautious.value} {cautious.unit})"
        way_out = "to leave what the sources say, say why in `ours`"
        row.fault("usual", f"{usual} {unit} does not lie between {ends}; {way_out}")
    return (keen, middle, cautious), apart


def _claims_of(row: Table, stands: Iterable[_marks.Stand]) -> tuple[str, ...]:
    """The claims with a position on the number, and after them those that were read for it besides."""
    standing = tuple(dict.fromkeys(stand.claim for stand in stands))
    others = row.texts("claims", required=False)
    for claim in others:
        if claim in standing:
            row.fault("claims", f"{claim!r} has a position on this number, and stands behind it by that")
    return (*standing, *others)


def _is_one(value: int, unit: Unit) -> bool:
    """Whether a value can be one of its unit: any count, but not any time of day, weekday or day of a year."""
    if unit in ("weekday", "weekdays"):
        digits = str(value)
        is_rising = list(digits) == sorted(set(digits))
        return is_rising and set(digits) <= set("1234567") and (unit == "weekdays" or len(digits) == 1)
    if unit == "month-day":
        month, day = divmod(value, 100)
        try:
            date(_A_LEAP_YEAR, month, day)
        except ValueError:
            return False
    highest = {"time-of-day": _MINUTES_A_DAY - 1, "day-of-month": _SHORTEST_MONTH}.get(unit, value)
    return value <= highest and (value > 0 or unit != "day-of-month")
