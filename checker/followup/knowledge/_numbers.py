"""The numbers of `policy.toml`, each with its three marks."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

from followup.knowledge import _marks
from followup.knowledge._reading import Table
from followup.knowledge.evidence.voices import Count
from followup.knowledge.records import Claim, Mark, Number, Unit

UNITS: tuple[Unit, ...] = get_args(Unit.__value__)
DIRECTIONS: tuple[_marks.Direction, ...] = get_args(_marks.Direction.__value__)

_MINUTES_A_DAY = 1440
_SHORTEST_MONTH = 28
_A_LEAP_YEAR = 2024


def read_number(
    key: str, row: Table, claims: Mapping[str, Claim], count: Count | None = None, *, is_counted: bool = True
) -> Number:
    """The number that a record of `policy.toml` describes, with its marks; faults go to the record.

    `count` is what was counted on it from the evidence, if anything was. Where that could not be counted, a number
    without marks of its own may hang on it, and that it has none is no fault.
    """
    unit = row.choice("unit", UNITS)
    stands = [
        _marks.Stand(claim.id, position)
        for claim in claims.values()
        for position in claim.positions
        if position.parameter == key and _marks.is_bound(position)
    ]
    hangs_on_count = not is_counted and not any(name in row for name in ("keen", "usual", "cautious", "direction"))
    if hangs_on_count:
        keen = usual = cautious = _marks.at(0, unit, ())
    else:
        keen, usual, cautious = _marks_of(row, unit, stands, count)
    for mark in (keen, usual, cautious):
        if "unit" in row and not hangs_on_count and not _is_one(mark.value, mark.unit):
            row.fault("usual", f"{mark.value} is no {mark.unit}")
    number = Number(
        id=key,
        meaning=row.text("meaning"),
        rule=row.text("rule"),
        keen=keen,
        usual=usual,
        cautious=cautious,
        claims=_claims_of(row, stands),
        follows_pace=row.truth("follows_pace", required=len({keen, usual, cautious}) > 1),
        ours=row.text("ours", required=False),
        dispute=row.text("dispute", required=False),
        named=_marks.ends(stands),
    )
    if not stands and count is None and not hangs_on_count and "ours" not in row and "claims" not in row:
        row.fault("ours", "missing: no claim stands behind this number, so say why we chose it")
    row.finish()
    return number


def _marks_of(row: Table, unit: Unit, stands: list[_marks.Stand], count: Count | None) -> tuple[Mark, Mark, Mark]:
    """Keen, usual and cautious: our own three, or those that are counted, or what follows from the articles alone."""
    if "keen" in row or "cautious" in row:
        return _own_marks(row, unit, stands)
    if count is not None:
        return _counted_marks(row, unit, stands, count)
    return _marks_of_articles(row, row.count("usual"), unit, stands)


def _own_marks(row: Table, unit: Unit, stands: Iterable[_marks.Stand]) -> tuple[Mark, Mark, Mark]:
    """Three marks of our own, with the claims that stand just there; they need a reason."""
    if "ours" not in row:
        row.fault("ours", "missing: these marks are not counted, so say why we chose them")
    if "direction" in row:
        row.fault("direction", "these marks are our own, so none is computed; take it out")
    keen, usual, cautious = (_marks.at(row.count(name), unit, stands) for name in ("keen", "usual", "cautious"))
    if not _marks.is_between(keen, usual, cautious):
        row.fault("usual", f"{usual.value} does not lie between keen ({keen.value}) and cautious ({cautious.value})")
    return keen, usual, cautious


def _counted_marks(row: Table, unit: Unit, stands: Iterable[_marks.Stand], count: Count) -> tuple[Mark, Mark, Mark]:
    """The marks that the voices give, where they are enough and nothing else is said."""
    voices = len(count.voices)
    for name in ("usual", "direction"):
        if name in row:
            row.fault(
                name,
                f"{voices} sources name this number (evidence/counts.toml): take this out, and its marks are counted; "
                "or give `keen`, `usual` and `cautious`, and why in `ours`",
            )
    if "ours" in row:
        row.fault("ours", "the marks of this number are counted, so they are not ours; take it out")
    if "unit" in row and unit != count.question.unit:
        row.fault("unit", f"{unit!r}, but evidence/counts.toml counts it in {count.question.unit}")
    if count.marks is None:
        row.fault("usual", f"only {voices} sources name this number: give all three marks, and why in `ours`")
        return _marks.at(0, unit, ()), _marks.at(0, unit, ()), _marks.at(0, unit, ())
    keen, usual, cautious = (_marks.at(int(value), unit, stands) for value in count.marks)
    return keen, usual, cautious


def _marks_of_articles(row: Table, usual: int, unit: Unit, stands: list[_marks.Stand]) -> tuple[Mark, Mark, Mark]:
    """What follows from the positions of the articles where they take any, else three times the one value."""
    fixed = Mark(value=usual, unit=unit, claims=() if stands else row.texts("claims", required=False))
    if not stands:
        for key, what in (("direction", "direction"), ("follows_pace", "pace to follow")):
            if key in row:
                row.fault(key, f"no claim has a position on this number, so it has no {what}")
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
