"""What a reader typed into the checker's form, as the JSON of a situation; and from a fault back to its control."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import cast

from followup.days.zones import zone
from followup.languages import Spoken, spoken
from followup.page.fields import FIELDS, HELPERS, NO_CHANNELS, ROWS, Field, Kind

type Values = Mapping[str, object]
"""What each control holds, by its name: a text, or a list of the ticked boxes. Anything else counts as empty."""

_ROW = re.compile(rf"{ROWS}\[(\d{{1,3}})\](?:\.(.+))?", re.ASCII)
_PARENT = re.compile(r"(.*)(?:\.[^.]*|\[\d+\])")
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_NOT_PROMISED = {"date": ("promised.text",), "words": ("promised.from", "promised.to")}
"""Controls that do not belong to the kind of date that was promised: the page hides them, but keeps what they hold."""


def read_form(values: Values, language: str = "en") -> dict[str, object]:
    """The situation in the words of the contract, from what was entered in a language. Never raises.

    Empty controls are left out, because missing means unknown. What cannot be read stays as typed, so that the reader
    of situations faults it by its path.
    """
    reader = spoken(language)
    situation = _read((field for field in FIELDS if not field.in_row), values, reader)
    if _text(values, "promise") == "none":
        situation["promised"] = None
    in_row = [field for field in FIELDS if field.in_row]
    rows = [_read(in_row, _row(values, number), reader) for number in _filled_rows(values)]
    if rows:
        situation[ROWS] = rows
    return situation


def field_of(path: str, values: Values, language: str = "en") -> str:
    """The name of the control beside which a fault at `path` of the situation belongs; empty where there is none."""
    row, reader = _ROW.match(path), spoken(language)
    if row is None:
        return _control(path, values, reader)
    numbers = _filled_rows(values)
    if int(row[1]) >= len(numbers):
        return ""
    number = numbers[int(row[1])]
    return _control(f"{ROWS}[].{row[2] or 'kind'}", _row(values, number), reader).replace("[]", f"[{number}]")


def _control(path: str, values: Values, reader: Spoken) -> str:
    """The control for a path in which rows have no number."""
    for field in FIELDS:
        if field.kind == "time" and path == _moment_of(field) and (time := _text(values, field.path)):
            return field.day if reader.typed_time(time) else field.path
    if path == "country" and _text(values, path) == "other":
        return "country.other"
    for field in FIELDS:
        if field.path == path or field.path.startswith(f"{path}."):
            return "" if field.kind == "hidden" else field.path
    parent = _PARENT.fullmatch(path)
    return _control(parent[1], values, reader) if parent else ""


def _read(fields: Iterable[Field], values: Values, reader: Spoken) -> dict[str, object]:
    """What the given controls say, as a nested object."""
    settled = _settled(values)
    found: dict[str, object] = {}
    for field in fields:
        if field.kind == "time":
            _add_time(found, field, settled, reader)
        elif field.path not in HELPERS and (value := _value(field, settled, reader)) is not None:
            _put(found, field.path, value)
    return found


def _value(field: Field, values: Values, reader: Spoken) -> object:
    """The value of one control, or None where it is empty."""
    if field.kind == "choices":
        ticked = _ticked(values, field.path)
        if ticked and field.path == "other_contacts":
            return [{"type": kind, "email_given": True} for kind in ticked]
        if ticked and field.path == "channels_given":
            return [channel for channel in ticked if channel != NO_CHANNELS]
        return ticked
    text = _text(values, field.path)
    if text and field.kind == "day":
        return reader.typed_day(text) or text
    return _READERS.get(field.kind, str)(text) if text else None


def _names(text: str) -> list[str] | None:
    """Names, one a line or with commas between them."""
    return [name.strip() for name in re.split(r"[\n,]", text) if name.strip()] or None


def _yes_or_no(text: str) -> bool | str | None:
    return {"yes": True, "no": False, "unknown": None}.get(text, text)


_READERS: Mapping[Kind, Callable[[str], object]] = {
    "names": _names,
    "number": lambda text: int(text) if _NUMBER.fullmatch(text) else text,
    "tick": _yes_or_no,
    "yes-no": _yes_or_no,
}


def _add_time(found: dict[str, object], field: Field, values: Values, reader: Spoken) -> None:
    """Join a time to its day; where one of the two cannot be read, leave it so that it is faulted."""
    typed, typed_on = _text(values, field.path), _text(values, field.day)
    if not typed:
        return
    moment, time, day = _moment_of(field), reader.typed_time(typed), reader.typed_day(typed_on)
    if day is not None:
        _put(found, moment, f"{day}T{time or typed}")
        if time is not None and moment != field.day:
            found.pop(field.day, None)
    elif not typed_on or (time is None and moment != field.day):
        _put(found, moment, typed)


def _settled(values: Values) -> Values:
    """The values with the helpers worked into the keys that they help, and without what they rule out."""
    settled = dict(values)
    if _text(values, "country") == "other":
        settled["country"] = _text(values, "country.other").upper()
    if _text(values, f"{ROWS}[].to") == "person":
        settled[f"{ROWS}[].to"] = _text(values, f"{ROWS}[].to.name")
    # The zone is what the device calls its own, so a name that we lack is no fault of the reader's.
    device_zone = _text(values, "zone")
    if device_zone and zone(device_zone) is None:
        settled.pop("zone")
    now = _text(values, "now")
    if now and not _text(values, "today"):
        settled["today"] = now[:10] if _text(values, "today.time") else now
    for path in _NOT_PROMISED.get(_text(values, "promise"), ()):
        settled.pop(path, None)
    return settled


def _filled_rows(values: Values) -> list[int]:
    """The numbers of the rows in which anything is filled in, in order: rows left empty do not count."""
    filled = {int(row[1]) for name in values if (row := _ROW.fullmatch(name)) and _text(values, name)}
    return sorted(filled)


def _row(values: Values, number: int) -> Values:
    """The values of one row, by the names that its controls have in `FIELDS`."""
    start = f"{ROWS}[{number}]."
    return {f"{ROWS}[].{name.removeprefix(start)}": value for name, value in values.items() if name.startswith(start)}


def _text(values: Values, name: str) -> str:
    """The text of a control without the spaces around it; of several, the first; empty where there is none."""
    value = values.get(name, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.strip() if isinstance(value, str) else ""


def _ticked(values: Values, name: str) -> list[object] | None:
    """The ticked boxes of a list, or None where none is ticked."""
    value = values.get(name, [])
    items = [value] if isinstance(value, str) else value
    return [item for item in items if item] or None if isinstance(items, list) else None


def _moment_of(field: Field) -> str:
    """The path of the moment that a time and its day make together."""
    return field.path.removesuffix(".time")


def _put(target: dict[str, object], path: str, value: object) -> None:
    """Set the value at a dotted path, making the objects on the way."""
    parent, _, last = path.removeprefix(f"{ROWS}[].").rpartition(".")
    if parent:
        target = cast("dict[str, object]", target.setdefault(parent, {}))
    target[last] = value
