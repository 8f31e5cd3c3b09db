"""The files of the evidence as records: each record checked by itself, the links between them in `_links`."""

import re
from collections.abc import Mapping
from pathlib import Path

from followup.knowledge._reading import KEBAB, Table, read_toml, records
from followup.knowledge.errors import KnowledgeError
from followup.knowledge.evidence._links import faults_between, nearest
from followup.knowledge.evidence._rows import number, rows
from followup.knowledge.evidence._vocabulary import (
    families_of,
    month_of,
    parameters_of,
    questions_of,
    topics_of,
    words_of,
)
from followup.knowledge.evidence.records import (
    Duty,
    Evidence,
    Position,
    Source,
    Stand,
    Term,
)
from followup.knowledge.records import Knowledge

COLUMNS = (
    *("id", "source", "parameter", "scope", "value", "min", "max", "unit"),
    *("condition", "says", "locator", "basis"),
)
"""The first line of a file of positions."""

_POSITION = re.compile(r"p\d{3,}")
_URL = re.compile(r"https?://\S+")


def read_folder(folder: Path, known: Knowledge) -> Evidence:
    """The evidence in a folder, beside what the five articles say; raises `KnowledgeError` with every fault."""
    faults: list[str] = []
    vocabulary_file = read_toml(folder, "vocabulary.toml", faults)
    words = words_of(vocabulary_file, faults)
    parameters_file = read_toml(folder, "parameters.toml", faults)
    sources = _sources(folder, words["kinds"], faults)
    evidence = Evidence(
        read_in=month_of(vocabulary_file, faults),
        sources=sources,
        positions=_positions(folder, words["kinds"], sources, faults),
        parameters=parameters_of(parameters_file, faults),
        questions=questions_of(folder, faults),
        families=families_of(folder, faults),
        duties={key: _duty(key, row) for key, row in records(folder, "duties.toml", _POSITION, faults)},
        stands=tuple(_stand(row) for row in rows(folder, "articles.csv", Stand._fields, faults)),
        topics=topics_of(parameters_file, faults),
        vocabulary=words,
    )
    faults += faults_between(evidence, known)
    if faults:
        raise KnowledgeError([f"evidence/{fault}" for fault in faults])
    return evidence


def _sources(folder: Path, kinds: Mapping[str, Term], faults: list[str]) -> dict[str, Source]:
    """The sources of all kinds; a file that is named after no kind is a fault."""
    sources: dict[str, Source] = {}
    for place, suffix in (("sources", ".toml"), ("positions", ".csv")):
        strays = sorted(path.name for path in (folder / place).glob("*") if path.stem not in kinds)
        faults += [f"{place}/{name}: no kind of that name in vocabulary.toml ({suffix} files only)" for name in strays]
    for kind in kinds:
        for key, row in records(folder, f"sources/{kind}.toml", KEBAB, faults):
            if key in sources:
                row.fault("id", f"{key!r} is already a source in sources/{sources[key].kind}.toml; choose another name")
            sources[key] = _source(key, kind, row)
    return sources


def _source(key: str, kind: str, row: Table) -> Source:
    source = Source(
        id=key,
        title=row.text("title"),
        publisher=row.text("publisher"),
        kind=kind,
        country=row.text("country"),
        region=row.text("region"),
        url=row.text("url", pattern=_URL),
        text=row.text("text"),
        family=row.text("family", required=False) or key,
        date=row.text("date", required=False),
        year=row.count("year") if "year" in row else None,
        also_at=row.texts("also_at", required=False),
        weak=row.truth("weak", required=False),
        left_out=row.text("left_out", required=False),
        note=row.text("note", required=False),
    )
    row.finish()
    return source


def _positions(
    folder: Path, kinds: Mapping[str, Term], sources: Mapping[str, Source], faults: list[str]
) -> dict[str, Position]:
    """The positions of all kinds of source, by the number of their id; each stands in the file of its source's kind."""
    read: list[tuple[Table, Position]] = []
    for kind in kinds:
        for row in rows(folder, f"positions/{kind}.csv", COLUMNS, faults):
            position = _position(row)
            read.append((row, position))
            source = sources.get(position.source)
            if source and source.kind != kind:
                row.fault(
                    "source", f"{source.id!r} is a {source.kind}, so this belongs into positions/{source.kind}.csv"
                )
            elif position.source and not source:
                row.fault(
                    "source", f"{position.source!r} is not in sources/{kind}.toml{nearest(position.source, sources)}"
                )
    free = max((int(position.id[1:]) for _, position in read if _POSITION.fullmatch(position.id)), default=0) + 1
    found: dict[str, Position] = {}
    files: dict[str, str] = {}
    for row, position in read:
        file = row.where.partition(":")[0]
        if position.id in found:
            row.fault("id", f"{position.id!r} is in {files[position.id]} already; the newer one becomes p{free:03}")
        elif position.id:
            found[position.id], files[position.id] = position, file
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))


def _position(row: Table) -> Position:
    position = Position(
        id=row.text("id", pattern=_POSITION),
        source=row.text("source"),
        parameter=row.text("parameter"),
        scope=row.text("scope"),
        value=row.text("value"),
        says=row.text("says"),
        locator=row.text("locator"),
        basis=row.text("basis"),
        minimum=number(row, "min"),
        maximum=number(row, "max"),
        unit=row.text("unit", required=False),
        condition=row.text("condition", required=False),
    )
    least, most = position.minimum, position.maximum
    if (least is not None or most is not None) and not position.unit:
        row.fault("unit", "missing, and there is a number; say what it counts, such as days")
    if least is not None and most is not None and least > most:
        row.fault("min", f"{least} is more than max, {most}; the earlier or smaller number is min")
    return position


def _stand(row: Table) -> Stand:
    return Stand(*(row.text(key) for key in Stand._fields))


def _duty(key: str, row: Table) -> Duty:
    duty = Duty(
        position=key,
        place=row.text("place"),
        force=row.text("force"),
        since=row.text("since"),
        known=row.text("known"),
        check_again_by=row.day("check_again_by"),
    )
    row.finish()
    return duty
