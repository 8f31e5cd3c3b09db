"""The sources of `sources.toml`, and their claims with the positions that these take."""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from followup.knowledge._layers import Layer
from followup.knowledge._numbers import UNITS
from followup.knowledge._reading import KEBAB, Table, in_layer
from followup.knowledge.records import Claim, Position, Source, Stance

STANCES: tuple[Stance, ...] = get_args(Stance.__value__)
KINDS = (
    "anecdote",
    "channel",
    "content",
    "effect",
    "etiquette",
    "limit",
    "process-context",
    "recipient",
    "statistic",
    "timing",
)
EVIDENCE = ("anecdote", "author-opinion", "expert-opinion", "survey", "analysis")

_LINES = re.compile(r"\d+(-\d+)?(,\d+(-\d+)?)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_URL = re.compile(r"https?://\S+")


def read_source(key: str, row: Table) -> Source:
    """The source that a record of `sources.toml` describes; faults go to the record."""
    source = Source(
        id=key,
        name=row.text("name"),
        title=row.text("title"),
        author=row.text("author"),
        publisher=row.text("publisher"),
        published=row.text("published"),
        url=row.text("url", pattern=_URL),
        kind=row.text("kind"),
        country=row.text("country", pattern=_COUNTRY),
        family=row.text("family", pattern=KEBAB),
        worth=row.text("worth"),
        checked_on=row.day("checked_on"),
        note=row.text("note", required=False),
        layer=row.added_by,
    )
    row.finish()
    return source


def read_claims(layers: Sequence[Layer], sources: Mapping[str, Source], faults: list[str]) -> dict[str, Claim]:
    """The claims of all sources, in the order of the sources. A later layer adds claims, and changes none."""
    claims: dict[str, Claim] = {}
    for layer in layers:
        stems = {path.stem for path in (layer.folder / "claims").glob("*.toml")}
        faults += [
            f"{in_layer(layer.name, f'claims/{stem}.toml')}: no source {stem!r} in sources.toml"
            for stem in sorted(stems - sources.keys())
        ]
    for source, layer in ((source, layer) for source in sources.values() for layer in layers):
        name = f"claims/{source.id}.toml"
        rows = layer.toml(name, faults, is_needed=layer.name == source.layer)
        file = Table(rows, in_layer(layer.name, name), faults)
        for row in file.tables("claim", required=bool(rows)):
            claim = _claim(source.id, row, layer.name)
            if claim.id in claims:
                row.fault("id", f"{claim.id!r} is already the id of a claim of {claims[claim.id].source}")
            elif claim.id:
                claims[claim.id] = claim
        file.finish()
    return claims


def _claim(source: str, row: Table, layer: str) -> Claim:
    key = row.text("id", pattern=KEBAB)
    if key:
        row.stands_for(key)
    if key and not key.startswith(f"{source}-"):
        row.fault("id", f"does not begin with {source}-")
    claim = Claim(
        id=key,
        source=source,
        lines=row.text("lines", pattern=_LINES),
        speaker=row.text("speaker"),
        role=row.text("role"),
        says=row.text("says"),
        kind=row.choice("kind", KINDS),
        evidence=row.choice("evidence", EVIDENCE),
        sample=row.text("sample", required=False),
        checker_rule=row.text("checker_rule", required=False),
        message_rule=row.text("message_rule", required=False),
        note=row.text("note", required=False),
        positions=tuple(_position(item) for item in row.tables("positions", required=False)),
        layer=layer,
    )
    row.finish()
    return claim


def _position(row: Table) -> Position:
    position = Position(
        parameter=row.text("parameter", pattern=KEBAB),
        stance=row.choice("stance", STANCES),
        value=row.count("value"),
        unit=row.choice("unit", UNITS),
        condition=row.text("condition", required=False),
    )
    row.finish()
    return position
