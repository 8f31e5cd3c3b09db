"""The TOML files of the knowledge as records, layer upon layer: each record checked by itself.

The links between them are checked in `_links`, what is looked up in `_lookups`, and what numbers must be together in
`_sense`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import get_args

from followup.knowledge._compiled import with_version
from followup.knowledge._links import faults_between, placeholders
from followup.knowledge._lookups import Lookups, faults_of_lookups
from followup.knowledge._numbers import UNITS, read_number
from followup.knowledge._reading import KEBAB, Layer, Table, Unread, in_layer, records
from followup.knowledge._sense import faults_of_sense
from followup.knowledge.errors import KnowledgeError
from followup.knowledge.records import (
    Claim,
    Dispute,
    Figure,
    Gap,
    Ground,
    Knowledge,
    Number,
    Position,
    Rule,
    Side,
    Source,
    Stance,
)

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

_TWO_SIDES = 2
_BASES = ("claims", "ours")
"""What a number or a ground rests on: a later layer gives the one instead of the other."""
_DISPUTE = re.compile(r"C\d{2,}")
_GAP = re.compile(r"G\d{2,}")
_RULE = re.compile(r"R\d+")
_LINES = re.compile(r"\d+(-\d+)?(,\d+(-\d+)?)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_SHORT = re.compile(r".{1,30}")
_URL = re.compile(r"https?://\S+")


def read_layers(folders: Sequence[Path], lookups: Lookups) -> Knowledge:
    """The knowledge in folders of TOML files, each laid over those before it.

    `lookups` are the numbers that there must be, and no others. Raises `KnowledgeError` with every fault of every file.
    Where a file cannot be read at all, only with such faults: those of other files may follow from it.
    """
    first, *others = folders
    layers = [Layer(first, ""), *(Layer(folder, folder.name) for folder in others)]
    faults = [f"{folder}: there is no such folder" for folder in others if not folder.is_dir()]
    sources = {key: _source(key, row) for key, row in records(layers, "sources.toml", KEBAB, faults)}
    claims = _claims(layers, sources, faults)
    numbers = {
        key: read_number(key, row, claims) for key, row in records(layers, "policy.toml", KEBAB, faults, instead=_BASES)
    }
    disputes = {key: _dispute(key, row, numbers) for key, row in records(layers, "disputes.toml", _DISPUTE, faults)}
    grounds = {
        key: _ground(key, row, numbers) for key, row in records(layers, "grounds.toml", KEBAB, faults, instead=_BASES)
    }
    knowledge = Knowledge(
        version="",
        sources=sources,
        claims=claims,
        numbers=numbers,
        disputes=disputes,
        grounds=grounds,
        rules={key: _rule(key, row) for key, row in records(layers, "rules.toml", _RULE, faults)},
        figures={key: _figure(key, row) for key, row in records(layers, "figures.toml", KEBAB, faults)},
        gaps={key: _gap(key, row, numbers) for key, row in records(layers, "gaps.toml", _GAP, faults)},
    )
    faults += (*faults_between(knowledge), *faults_of_lookups(numbers, lookups), *faults_of_sense(numbers))
    if faults:
        raise KnowledgeError([fault for fault in faults if isinstance(fault, Unread)] or faults)
    return with_version(knowledge)


def _source(key: str, row: Table) -> Source:
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
        layer=row.layer,
    )
    row.finish()
    return source


def _claims(layers: Sequence[Layer], sources: Mapping[str, Source], faults: list[str]) -> dict[str, Claim]:
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


def _dispute(key: str, row: Table, numbers: Mapping[str, Number]) -> Dispute:
    sides = [_side(side) for side in row.tables("sides")]
    if "sides" in row and len(sides) < _TWO_SIDES:
        row.fault("sides", "a disagreement has at least two sides")
    dispute = Dispute(
        id=key,
        slug=row.text("slug", pattern=KEBAB),
        question=row.text("question"),
        sides=tuple(sides),
        ours=row.text("ours"),
        note=row.text("note", required=False),
        numbers=row.texts("numbers", required=False),
        layer=row.layers.get("ours", "") or _layer_of(placeholders(row.text("ours")), numbers),
    )
    row.finish()
    return dispute


def _side(row: Table) -> Side:
    side = Side(answer=row.text("answer", pattern=_SHORT), text=row.text("text"), claims=row.texts("claims"))
    row.finish()
    return side


def _ground(key: str, row: Table, numbers: Mapping[str, Number]) -> Ground:
    if ("claims" in row) == ("ours" in row):
        row.fault("claims", "exactly one of `claims` and `ours` belongs here")
    named = row.texts("numbers", required=False)
    ground = Ground(
        id=key,
        claims=row.texts("claims", required=False),
        ours=row.text("ours", required=False),
        numbers=named,
        layer=row.layer or _layer_of(named, numbers),
    )
    row.finish()
    return ground


def _layer_of(named: Iterable[str], numbers: Mapping[str, Number]) -> str:
    """The layer that chose one of these numbers; empty where all are this project's own."""
    return next((numbers[number].layer for number in named if number in numbers and numbers[number].layer), "")


def _rule(key: str, row: Table) -> Rule:
    rule = Rule(id=key, heading=row.text("heading"), about=row.text("about"))
    row.finish()
    return rule


def _figure(key: str, row: Table) -> Figure:
    figure = Figure(id=key, meaning=row.text("meaning"), unit=row.choice("unit", UNITS))
    row.finish()
    return figure


def _gap(key: str, row: Table, numbers: Mapping[str, Number]) -> Gap:
    left_out = row.truth("left_out", required=False)
    gap = Gap(
        id=key,
        situation=row.text("situation"),
        decision=row.text("decision"),
        left_out=left_out,
        said_as=row.text("said_as", required=left_out),
        layer=row.layers.get("decision", "") or _layer_of(placeholders(row.text("decision")), numbers),
    )
    row.finish()
    return gap
