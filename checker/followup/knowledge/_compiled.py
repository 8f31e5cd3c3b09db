"""The knowledge as one JSON text, which a browser reads faster than TOML."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from followup.knowledge.records import Claim, Dispute, Ground, Knowledge, Mark, Number, Position, Side, Source


def to_json(knowledge: Knowledge) -> str:
    """The knowledge as JSON text: the same text for the same knowledge; keys at their default are left out."""
    return json.dumps(_plain(knowledge), ensure_ascii=False, separators=(",", ":"))


def with_version(knowledge: Knowledge) -> Knowledge:
    """The same knowledge with its version: the last day on which a source was checked, and a hash of the content."""
    import hashlib  # noqa: PLC0415 - a browser gets the knowledge compiled, with its version
    from dataclasses import replace  # noqa: PLC0415 - as above

    content = to_json(replace(knowledge, version="")).encode()
    checked_on = max((source.checked_on for source in knowledge.sources.values()), default=date.min)
    return replace(knowledge, version=f"{checked_on.isoformat()}.{hashlib.sha256(content).hexdigest()[:8]}")


def from_plain(compiled: Mapping[str, Any]) -> Knowledge:
    """The knowledge from the value of its JSON text, taken as it is: it was checked when it was compiled."""
    return Knowledge(
        version=compiled["version"],
        sources={key: _source(row) for key, row in compiled["sources"].items()},
        claims={key: _claim(row) for key, row in compiled["claims"].items()},
        numbers={key: _number(row) for key, row in compiled["numbers"].items()},
        disputes={key: _dispute(row) for key, row in compiled["disputes"].items()},
        grounds={key: Ground(**_tuples(row)) for key, row in compiled["grounds"].items()},
    )


def _plain(value: object) -> Any:
    from dataclasses import fields, is_dataclass  # noqa: PLC0415 - as above

    if is_dataclass(value):
        found = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(item) for field, item in found if item != field.default}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _source(row: Mapping[str, Any]) -> Source:
    return Source(**{**row, "checked_on": date.fromisoformat(row["checked_on"])})


def _claim(row: Mapping[str, Any]) -> Claim:
    return Claim(**{**row, "positions": tuple(Position(**position) for position in row.get("positions", ()))})


def _number(row: Mapping[str, Any]) -> Number:
    marks = {key: Mark(**_tuples(row[key])) for key in ("keen", "usual", "cautious")}
    return Number(**{**_tuples(row), **marks})


def _dispute(row: Mapping[str, Any]) -> Dispute:
    return Dispute(**{**_tuples(row), "sides": tuple(Side(**_tuples(side)) for side in row["sides"])})
