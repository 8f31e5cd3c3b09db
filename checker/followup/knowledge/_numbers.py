"""The numbers of `policy.toml`, each with its three marks."""

import re
from collections.abc import Mapping
from typing import get_args

from followup.knowledge import _marks
from followup.knowledge._reading import Table
from followup.knowledge.records import Claim, Mark, Number, Unit

UNITS: tuple[Unit, ...] = get_args(Unit.__value__)
DIRECTIONS: tuple[_marks.Direction, ...] = get_args(_marks.Direction.__value__)

_RULE = re.compile(r"[A-Z]\d+")


def read_number(key: str, row: Table, claims: Mapping[str, Claim]) -> Number:
    """The number that a record of `policy.toml` describes, with its marks; faults go to the record."""
    usual, unit = row.count("usual"), row.choice("unit", UNITS)
    keen, middle, cautious = _marks_of(key, row, usual, unit, claims)
    number = Number(
        id=key,
        meaning=row.text("meaning"),
        rule=row.text("rule", pattern=_RULE),
        keen=keen,
        usual=middle,
        cautious=cautious,
        claims=row.texts("claims", required=False),
        ours=row.text("ours", required=False),
        dispute=row.text("dispute", required=False),
    )
    row.finish()
    return number


def _marks_of(key: str, row: Table, usual: int, unit: Unit, claims: Mapping[str, Claim]) -> tuple[Mark, Mark, Mark]:
    """Keen, usual and cautious: from the positions where claims take any, else three times the one value."""
    stands = [
        _marks.Stand(claim.id, position)
        for claim in claims.values()
        for position in claim.positions
        if position.parameter == key and _marks.is_bound(position)
    ]
    fixed = Mark(value=usual, unit=unit, claims=row.texts("claims", required=bool(stands)))
    if not stands:
        if "ours" not in row and "claims" not in row:
            row.fault("ours", "missing: no claim stands behind this number, so say why we chose it")
        if "direction" in row:
            row.fault("direction", "no claim has a position on this number, so it has no direction")
        return fixed, fixed, fixed
    if "ours" in row:
        row.fault("ours", f"claims have positions on this number ({', '.join(stand.claim for stand in stands)})")
    direction = row.choice("direction", DIRECTIONS)
    faults = _marks.faults_of(direction, unit, stands) if "direction" in row else []
    for fault in faults:
        row.fault("direction", fault)
    if faults or "direction" not in row:
        return fixed, fixed, fixed
    keen, middle, cautious = _marks.marks(direction, usual, unit, stands)
    if not _marks.is_between(keen, middle, cautious):
        ends = f"keen ({keen.value} {keen.unit}) and cautious ({cautious.value} {cautious.unit})"
        row.fault("usual", f"{usual} {unit} does not lie between {ends}")
    return keen, middle, cautious
