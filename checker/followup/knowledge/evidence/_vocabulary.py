"""The words that the evidence uses: its vocabulary, families, parameters, and the questions that are counted."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from followup.knowledge._reading import KEBAB, Table, records
from followup.knowledge.evidence.records import Parameter, Question, Term
from followup.knowledge.spread import Direction

WORDS = ("kinds", "regions", "scopes", "units", "bases", "texts", "forces")
"""What the vocabulary has words for."""

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
_DIRECTIONS: tuple[Direction, ...] = get_args(Direction.__value__)


def month_of(file: Mapping[str, object], faults: list[str]) -> str:
    """The month in which the texts were read."""
    row = _table(file, "vocabulary.toml", "read", faults)
    return row.text("month", pattern=_MONTH)


def words_of(file: Mapping[str, object], faults: list[str]) -> dict[str, dict[str, Term]]:
    """The words of the vocabulary by what they are for."""
    return {
        name: {key: _term(key, row) for key, row in _tables(file, "vocabulary.toml", name, faults)} for name in WORDS
    }


def families_of(folder: Path, faults: list[str]) -> dict[str, Term]:
    """The families that texts share."""
    return {key: _term(key, row) for key, row in records(folder, "families.toml", KEBAB, faults)}


def _table(file: Mapping[str, object], name: str, key: str, faults: list[str]) -> Table:
    """A table of a file; an empty one, and a fault, where it is missing."""
    found = file.get(key)
    if not found:
        faults.append(f"{name}: {key}: missing")
    return Table(found or {}, f"{name}: {key}", faults)


def _tables(file: Mapping[str, object], name: str, key: str, faults: list[str]) -> Iterator[tuple[str, Table]]:
    """The tables below a table of a file, each with its key."""
    found = file.get(key)
    if not isinstance(found, Mapping) or not found:
        faults.append(f"{name}: {key}: missing, or no table with records")
        return
    for below, row in found.items():
        yield below, Table(row, f"{name}: {key}.{below}", faults)


def _term(key: str, row: Table) -> Term:
    term = Term(
        id=key,
        title=row.text("title", required=False) or key.replace("-", " "),
        meaning=row.text("meaning"),
        figures=row.text("figures", required=False),
    )
    row.finish()
    return term


def topics_of(file: Mapping[str, object], faults: list[str]) -> dict[str, str]:
    """The headings under which parameters are listed, in order."""
    row = _table(file, "parameters.toml", "topics", faults)
    return {key: row.text(key) for key in row}


def parameters_of(file: Mapping[str, object], faults: list[str]) -> dict[str, Parameter]:
    """What sources take positions on."""
    return {key: _parameter(key, row) for key, row in _tables(file, "parameters.toml", "parameters", faults)}


def _parameter(key: str, row: Table) -> Parameter:
    parameter = Parameter(
        id=key,
        name=row.text("name"),
        topic=row.text("topic"),
        asks=row.text("asks"),
        meaning=row.text("meaning"),
        disputes=row.texts("disputes", required=False),
    )
    row.finish()
    return parameter


def questions_of(folder: Path, faults: list[str]) -> dict[str, Question]:
    """The questions that are counted, by the id of the number that each is about."""
    return {key: _question(key, row) for key, row in records(folder, "counts.toml", KEBAB, faults)}


def _question(key: str, row: Table) -> Question:
    question = Question(
        id=key,
        parameter=row.text("parameter"),
        scope=row.text("scope"),
        direction=row.choice("direction", _DIRECTIONS),
        unit=row.text("unit"),
        event=row.text("event"),
        does=row.text("does"),
        articles=row.texts("articles", required=False),
    )
    row.finish()
    return question
