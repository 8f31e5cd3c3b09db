"""The TOML files of the knowledge as records: each record checked by itself, the links between them in `_links`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from followup.knowledge._compiled import with_version
from followup.knowledge._links import faults_between
from followup.knowledge._lookups import Lookups, faults_of_lookups
from followup.knowledge._numbers import UNITS, read_number
from followup.knowledge._reading import KEBAB, Table, Unread, read_toml, records
from followup.knowledge.errors import KnowledgeError
from followup.knowledge.evidence import counts
from followup.knowledge.evidence import read as read_evidence
from followup.knowledge.evidence._links import faults_of_numbers
from followup.knowledge.evidence.voices import Count
from followup.knowledge.records import (
    Claim,
    Dispute,
    Figure,
    Gap,
    Ground,
    Knowledge,
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
_DISPUTE = re.compile(r"C\d{2,}")
_GAP = re.compile(r"G\d{2,}")
_RULE = re.compile(r"R\d+")
_LINES = re.compile(r"\d+(-\d+)?(,\d+(-\d+)?)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_SHORT = re.compile(r".{1,30}")
_URL = re.compile(r"https?://\S+")


def read_folder(folder: Path, lookups: Lookups) -> Knowledge:
    """The knowledge in a folder of TOML files; raises `KnowledgeError` with every fault of every file.

    Where a file cannot be read at all, only such faults: those of other files may follow from it.
    `lookups` are the numbers that it must have, and no others.
    """
    faults: list[str] = []
    sources = {key: _source(key, row) for key, row in records(folder, "sources.toml", KEBAB, faults)}
    claims = _claims(folder, sources, faults)
    policy = list(records(folder, "policy.toml", KEBAB, faults))
    disputes = {key: _dispute(key, row) for key, row in records(folder, "disputes.toml", _DISPUTE, faults)}
    counted = _counted(folder, Knowledge("", sources, claims, {}, disputes, {}), faults)
    # With a fault before them the voices are not counted: then nothing is said of numbers that may hang on them.
    counts_of = {} if counted is None else counted
    numbers = {
        key: read_number(key, row, claims, counts_of.get(key), is_counted=counted is not None) for key, row in policy
    }
    faults += [
        f"evidence/{fault}" for fault in faults_of_numbers((one.question for one in counts_of.values()), numbers)
    ]
    grounds = {key: _ground(key, row) for key, row in records(folder, "grounds.toml", KEBAB, faults)}
    knowledge = Knowledge(
        version="",
        sources=sources,
        claims=claims,
        numbers=numbers,
        disputes=disputes,
        grounds=grounds,
        spreads={key: one.spread for key, one in counts_of.items() if one.marks is not None},
        rules={key: _rule(key, row) for key, row in records(folder, "rules.toml", _RULE, faults)},
        figures={key: _figure(key, row) for key, row in records(folder, "figures.toml", KEBAB, faults)},
        gaps={key: _gap(key, row) for key, row in records(folder, "gaps.toml", _GAP, faults)},
    )
    faults += faults_between(knowledge)
    faults += faults_of_lookups(numbers, lookups)
    if faults:
        raise KnowledgeError([fault for fault in faults if isinstance(fault, Unread)] or faults)
    return with_version(knowledge)


def _counted(folder: Path, known: Knowledge, faults: list[str]) -> dict[str, Count] | None:
    """What is counted from the evidence beside these files, by number; nothing without one, None behind a fault."""
    if not (folder / "evidence").is_dir():
        return {}
    if faults:
        return None
    try:
        return counts(read_evidence(folder / "evidence", known), known)
    except KnowledgeError as error:
        faults += error.faults
        return None


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
    )
    row.finish()
    return source


def _claims(folder: Path, sources: Mapping[str, Source], faults: list[str]) -> dict[str, Claim]:
    """The claims of all sources, in the order of the sources."""
    claims: dict[str, Claim] = {}
    found = {path.stem for path in (folder / "claims").glob("*.toml")}
    faults += [f"claims/{stem}.toml: no source {stem!r} in sources.toml" for stem in sorted(found - sources.keys())]
    for source in sources:
        name = f"claims/{source}.toml"
        file = Table(read_toml(folder, name, faults), name, faults)
        for row in file.tables("claim"):
            claim = _claim(source, row)
            if claim.id in claims:
                row.fault("id", f"{claim.id!r} is already the id of a claim of {claims[claim.id].source}")
            elif claim.id:
                claims[claim.id] = claim
        file.finish()
    return claims


def _claim(source: str, row: Table) -> Claim:
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


def _dispute(key: str, row: Table) -> Dispute:
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
    )
    row.finish()
    return dispute


def _side(row: Table) -> Side:
    side = Side(answer=row.text("answer", pattern=_SHORT), text=row.text("text"), claims=row.texts("claims"))
    row.finish()
    return side


def _ground(key: str, row: Table) -> Ground:
    if ("claims" in row) == ("ours" in row):
        row.fault("claims", "exactly one of `claims` and `ours` belongs here")
    ground = Ground(id=key, claims=row.texts("claims", required=False), ours=row.text("ours", required=False))
    row.finish()
    return ground


def _rule(key: str, row: Table) -> Rule:
    rule = Rule(id=key, heading=row.text("heading"), about=row.text("about"))
    row.finish()
    return rule


def _figure(key: str, row: Table) -> Figure:
    figure = Figure(id=key, meaning=row.text("meaning"), unit=row.choice("unit", UNITS))
    row.finish()
    return figure


def _gap(key: str, row: Table) -> Gap:
    left_out = row.truth("left_out", required=False)
    gap = Gap(
        id=key,
        situation=row.text("situation"),
        decision=row.text("decision"),
        left_out=left_out,
        said_as=row.text("said_as", required=left_out),
    )
    row.finish()
    return gap
