"""The TOML files of the knowledge as records, layer upon layer: each record checked by itself.

The links between them are checked in `_links`, what is looked up in `_lookups`, and what numbers must be together in
`_sense`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from followup.knowledge._compiled import with_version
from followup.knowledge._layers import Layer, records
from followup.knowledge._links import faults_between, placeholders
from followup.knowledge._lookups import Lookups, faults_of_lookups
from followup.knowledge._numbers import UNITS, read_number
from followup.knowledge._reading import KEBAB, Table, Unread
from followup.knowledge._sense import faults_of_sense
from followup.knowledge._sources import read_claims, read_source
from followup.knowledge.errors import KnowledgeError
from followup.knowledge.records import Dispute, Figure, Gap, Ground, Knowledge, Number, Rule, Side

_TWO_SIDES = 2
_BASES = ("claims", "ours")
"""What a number or a ground rests on: a later layer gives the one instead of the other."""
_DISPUTE = re.compile(r"C\d{2,}")
_GAP = re.compile(r"G\d{2,}")
_RULE = re.compile(r"R\d+")
_SHORT = re.compile(r".{1,30}")


def read_layers(folders: Sequence[Path], lookups: Lookups) -> Knowledge:
    """The knowledge in folders of TOML files, each laid over those before it.

    `lookups` are the numbers that there must be, and no others. Raises `KnowledgeError` with every fault of every file.
    Where a file cannot be read at all, only with such faults: those of other files may follow from it.
    """
    first, *others = folders
    layers = [Layer(first, ""), *(Layer(folder, folder.name) for folder in others)]
    faults = [f"{folder}: there is no such folder" for folder in others if not folder.is_dir()]
    sources = {key: read_source(key, row) for key, row in records(layers, "sources.toml", KEBAB, faults)}
    claims = read_claims(layers, sources, faults)
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
