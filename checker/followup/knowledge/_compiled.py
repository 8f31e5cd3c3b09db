"""The knowledge as one JSON text, which a browser reads faster than TOML: what an answer shows, and no more."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from followup.knowledge.records import Claim, Dispute, Ground, Knowledge, Mark, Number, Position, Side, Source
from followup.knowledge.spread import Spread

_SOURCE = Source(
    id="",
    name="",
    title="",
    author="",
    publisher="",
    url="",
    published="",
    kind="",
    country="",
    family="",
    worth="",
    checked_on=date.min,
)
_CLAIM = Claim(id="", source="", lines="", speaker="", role="", says="", kind="", evidence="")
_POSITION = Position(parameter="", stance="figure", value=0, unit="days")
_MARK = Mark(value=0, unit="days", claims=())
_NUMBER = Number(id="", meaning="", rule="", keen=_MARK, usual=_MARK, cautious=_MARK, claims=())
_SIDE = Side(answer="", text="", claims=())
_DISPUTE = Dispute(id="", slug="", question="", sides=(), ours="")
_GROUND = Ground(id="")
_BLANKS: Mapping[type, Any] = {
    type(blank): blank for blank in (_SOURCE, _CLAIM, _POSITION, _MARK, _NUMBER, _SIDE, _DISPUTE, _GROUND)
}
"""Records with nothing in them: what they have in common with a record is left out of its text."""


def shown(knowledge: Knowledge) -> Knowledge:
    """The knowledge without what no answer shows: no uncited claims, no notes, no rules in prose, no gaps."""
    return Knowledge(
        version=knowledge.version,
        sources={key: _SOURCE._replace(id=key, name=source.name) for key, source in knowledge.sources.items()},
        claims=_shown_claims(knowledge),
        numbers={key: _shown_number(number) for key, number in knowledge.numbers.items()},
        disputes={key: _shown_dispute(dispute) for key, dispute in knowledge.disputes.items()},
        grounds={key: _GROUND._replace(id=key, claims=ground.claims) for key, ground in knowledge.grounds.items()},
        spreads=knowledge.spreads,
    )


def to_json(knowledge: Knowledge) -> str:
    """The JSON text of what is shown of the knowledge: the same text for the same knowledge."""
    return _text(shown(knowledge))


def with_version(knowledge: Knowledge) -> Knowledge:
    """The same knowledge with its version: the last day on which a source was checked, and a hash of the content."""
    import hashlib  # noqa: PLC0415 - only the build writes

    content = _text(knowledge._replace(version="")).encode()
    checked_on = max((source.checked_on for source in knowledge.sources.values()), default=date.min)
    return knowledge._replace(version=f"{checked_on.isoformat()}.{hashlib.sha256(content).hexdigest()[:8]}")


def from_plain(compiled: Mapping[str, Any]) -> Knowledge:
    """The knowledge from the value of its JSON text, taken as it is: it was checked when it was compiled."""
    return Knowledge(
        version=compiled["version"],
        sources={key: _SOURCE._replace(**row) for key, row in compiled["sources"].items()},
        claims={key: _claim(row) for key, row in compiled["claims"].items()},
        numbers={key: _number(row) for key, row in compiled["numbers"].items()},
        disputes={key: _dispute(row) for key, row in compiled["disputes"].items()},
        grounds={key: _GROUND._replace(**_tuples(row)) for key, row in compiled["grounds"].items()},
        spreads={key: _spread(row) for key, row in compiled.get("spreads", {}).items()},
    )


def _shown_claims(knowledge: Knowledge) -> Mapping[str, Claim]:
    """The claims that an advice can cite, those with a figure among them: who says what."""
    cited = {claim for ground in knowledge.grounds.values() for claim in ground.claims}
    cited |= {claim for dispute in knowledge.disputes.values() for side in dispute.sides for claim in side.claims}
    found = {}
    for key, claim in knowledge.claims.items():
        figures = tuple(position for position in claim.positions if position.parameter in knowledge.figures)
        if key in cited or figures:
            found[key] = _CLAIM._replace(
                id=key, source=claim.source, speaker=claim.speaker, says=claim.says, positions=figures
            )
    return found


def _shown_number(number: Number) -> Number:
    keen, usual, cautious = (mark._replace(claims=()) for mark in (number.keen, number.usual, number.cautious))
    return _NUMBER._replace(
        id=number.id,
        keen=keen,
        usual=usual,
        cautious=cautious,
        follows_pace=number.follows_pace,
        named=tuple(mark._replace(claims=()) for mark in number.named),
    )


def _shown_dispute(dispute: Dispute) -> Dispute:
    return dispute._replace(note="", sides=tuple(side._replace(answer="") for side in dispute.sides))


def _text(knowledge: Knowledge) -> str:
    import json  # noqa: PLC0415 - as above

    return json.dumps(_plain(knowledge), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if hasattr(value, "_field_defaults"):
        blank = _BLANKS.get(type(value))
        blanks = blank._asdict() if blank else value._field_defaults
        named = zip(value._fields, value, strict=True)
        return {name: _plain(item) for name, item in named if name not in blanks or item != blanks[name]}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _claim(row: Mapping[str, Any]) -> Claim:
    return _CLAIM._replace(
        **{**row, "positions": tuple(_POSITION._replace(**position) for position in row.get("positions", ()))}
    )


def _number(row: Mapping[str, Any]) -> Number:
    marks = {key: _MARK._replace(**_tuples(row[key])) for key in ("keen", "usual", "cautious") if key in row}
    named = tuple(_MARK._replace(**_tuples(mark)) for mark in row.get("named", ()))
    return _NUMBER._replace(**{**row, **marks, "named": named})


def _spread(row: Mapping[str, Any]) -> Spread:
    return Spread(row["direction"], row["of"], tuple(tuple(step) for step in row["steps"]))


def _dispute(row: Mapping[str, Any]) -> Dispute:
    return _DISPUTE._replace(
        **{**_tuples(row), "sides": tuple(_SIDE._replace(**_tuples(side)) for side in row["sides"])}
    )
