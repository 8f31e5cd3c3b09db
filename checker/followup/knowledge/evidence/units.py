"""Values of one unit in another, as far as they compare."""

_WORKING_WEEK = 5
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "working-days": 1440}
_TRIES = frozenset({"checks", "messages"})
"""Two words for one thing: the wider evidence counts checks, the policy messages."""


def in_unit(value: float, unit: str, wanted: str) -> float | None:
    """The value in the wanted unit, or None where the two do not compare.

    Five working days or more become calendar days, seven for every five. Fewer stay as many days: no weekend need lie
    between them.

    >>> [in_unit(days, "working-days", "days") for days in (4, 5, 7)]
    [4, 7, 9.8]
    >>> in_unit(2, "days", "hours")
    48
    >>> in_unit(2, "messages", "checks")
    2
    >>> in_unit(2, "lines", "days")
    """
    if unit == wanted or {unit, wanted} <= _TRIES:
        return value
    if not {unit, wanted} <= _MINUTES.keys():
        return None
    if unit == "working-days" and value >= _WORKING_WEEK:
        value = value * 7 / _WORKING_WEEK
    result = value * _MINUTES[unit] / _MINUTES[wanted]
    return int(result) if result.is_integer() else result
