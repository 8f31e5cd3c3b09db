"""The evidence as tables for others: rows, and for each column what it holds (the data dictionary).

The tables follow the Data Package standard: `datapackage.json` describes files of CSV, their columns and the links
between them.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from followup.knowledge.evidence.records import Evidence, Term
from followup.knowledge.evidence.voices import ARTICLE
from followup_site.evidence.known import Known
from followup_site.evidence.words import position_page, source_page

NAME = "after-the-interview-evidence"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
TITLE = "What people advise after a job interview: positions of texts from many countries"
DESCRIPTION = (
    "Who advises what after a job interview, and by which day: each position paraphrased, with its source, its scope "
    "and its number. Stored copies of public pages were read, mostly cut off; no share in it is a share of employers."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    holds: str
    type: str = "string"
    constraints: Mapping[str, Any] = field(default_factory=dict)
    format: str = "default"

    def described(self) -> dict[str, Any]:
        """Return the column as a field of a table schema."""
        limits = {"constraints": dict(self.constraints)} if self.constraints else {}
        return {
            "name": self.name,
            "type": self.type,
            "format": self.format,
            "description": self.holds,
            **limits,
        }


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, its columns, what names a row, and which columns name rows of other tables."""

    name: str
    holds: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]
    links: Mapping[str, str] = field(default_factory=dict)
    """Column to the table whose rows it names by their id."""

    def text(self) -> str:
        """Return the table as CSV; nothing stands for what is not known."""
        written = io.StringIO()
        writer = csv.DictWriter(written, [column.name for column in self.columns], lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return written.getvalue()

    def described(self) -> dict[str, Any]:
        """Return the table as a resource of a data package."""
        text = self.text().encode()
        keys = [
            {"fields": [column], "reference": {"resource": table, "fields": ["id"]}}
            for column, table in self.links.items()
        ]
        return {
            "name": self.name,
            "path": f"{self.name}.csv",
            "profile": "tabular-data-resource",
            "description": self.holds,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(text),
            "hash": f"sha256:{hashlib.sha256(text).hexdigest()}",
            "schema": {
                "fields": [column.described() for column in self.columns],
                "primaryKey": ["id"],
                **({"foreignKeys": keys} if keys else {}),
            },
        }


def tables(known: Known, site: str) -> list[Table]:
    """Return all tables; `site` is the address at which the site is published, with a slash at its end."""
    return [
        _sources(known.evidence, site),
        _positions(known, site),
        _articles(known, site),
        _parameters(known.evidence, site),
        _counts(known),
        _families(known.evidence),
        _words(known.evidence),
    ]


def version(known: Known, found: Sequence[Table]) -> str:
    """Return the version: the month of reading, and a hash of all tables but for the addresses of this site in them."""
    rows = [[{**row, "address": ""} for row in table.rows] for table in found]
    digest = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
    return f"{known.evidence.read_in}.{digest[:8]}"


def data_package(known: Known, found: Sequence[Table], site: str) -> str:
    """Return `datapackage.json`: what the dataset is, and every table with its columns."""
    return _json({
        "profile": "tabular-data-package",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": version(known, found),
        "homepage": f"{site}evidence/",
        "licenses": [LICENCE],
        "contributors": [{"title": "The After the interview authors", "role": "author"}],
        "keywords": ["job interview", "follow-up", "thank-you note", "hiring", "recruiting", "etiquette"],
        "resources": [table.described() for table in found],
    })  # fmt: skip


def as_json(known: Known, found: Sequence[Table]) -> str:
    """Return all tables as one JSON text: table to its rows, without what is not known."""
    content = {
        table.name: [{key: value for key, value in row.items() if value not in (None, "")} for row in table.rows]
        for table in found
    }
    return _json({"name": NAME, "version": version(known, found), "licence": LICENCE["name"], **content})


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


_ID = {"required": True, "unique": True}
_TOLD = {"required": True}


def _page(address: str) -> str:
    """Return the address of a page of the docs folder in the built site."""
    page, _, anchor = address.partition("#")
    return f"evidence/{page.removesuffix('.md')}/{f'#{anchor}' if anchor else ''}"


def _one_of(terms: Mapping[str, Term]) -> dict[str, Any]:
    return {"required": True, "enum": list(terms)}


def _sources(evidence: Evidence, site: str) -> Table:
    words = evidence.vocabulary
    columns = [
        Column("id", "Its short name; never changes and is never used again.", constraints=_ID),
        Column("address", "Where this site says what it is worth.", constraints=_TOLD, format="uri"),
        Column("title", "Its title, in its own language.", constraints=_TOLD),
        Column("publisher", "Who published it.", constraints=_TOLD),
        Column("kind", "What kind of source it is; see the table of words.", constraints=_one_of(words["kinds"])),
        Column("country", "The country of its publisher or readers, in words.", constraints=_TOLD),
        Column("region", "The part of the world; see the table of words.", constraints=_one_of(words["regions"])),
        Column("date", "When it was written, in words; empty where it shows no date."),
        Column("year", "The year of that date.", "integer", {"minimum": 1990}),
        Column("family", "Sources of one family are not independent and count as one voice.", constraints=_TOLD),
        Column("url", "The address at which it was published.", constraints=_TOLD, format="uri"),
        Column("also_at", "Other addresses of the same or a supporting text, with blanks between them."),
        Column("text", "Whether the copy that we read was whole or cut off.", constraints=_one_of(words["texts"])),
        Column("weak", "Whether no named author stands behind it.", "boolean", _TOLD),
        Column("left_out", "Why it is not counted although its kind is."),
        Column("note", "What else a reader should know."),
    ]
    rows = [
        {
            **{column.name: getattr(source, column.name, "") for column in columns},
            "address": site + _page(source_page(source)),
            "year": "" if source.year is None else source.year,
            "also_at": " ".join(source.also_at),
            "weak": str(source.weak).lower(),
        }
        for source in evidence.sources.values()
    ]
    return Table("sources", "The texts that were read.", columns, rows)


_POSITION = (
    Column("scope", "Whom it is about; see the table of words.", constraints=_TOLD),
    Column("value", "Our label for what it says.", constraints=_TOLD),
    Column("min", "The earliest or fewest that it allows; empty where it names none.", "number"),
    Column("max", "The latest or most that it allows; empty where it names none.", "number"),
    Column("unit", "The unit of both; see the table of words."),
)
_COUNTED = Column(
    "counted",
    "On questions that are counted: `voice`, or why it is none (`no-number`, `other-end`, `figures`, `left-out`, "
    "`same-family`). Empty on other questions.",
)


def _positions(known: Known, site: str) -> Table:
    evidence, counts = known.evidence, known.counts
    columns = [
        Column("id", "Its name; never changes and is never used again.", constraints=_ID),
        Column("address", "Where it stands on this site.", constraints=_TOLD, format="uri"),
        Column("source", "The text that takes it.", constraints=_TOLD),
        Column("parameter", "What it is about.", constraints=_TOLD),
        *_POSITION,
        Column("condition", "When it holds; empty where the text names no condition."),
        Column("says", "What the text says, in our words.", constraints=_TOLD),
        Column("locator", "Where in the text it stands.", constraints=_TOLD),
        Column("basis", "What it rests on; see the table of words.", constraints=_one_of(evidence.vocabulary["bases"])),
        _COUNTED,
    ]
    roles = {voice.id: "voice" for count in counts.values() for voice in count.voices}
    roles |= {position: reason for count in counts.values() for position, reason in count.apart}
    rows = [
        {
            **{column.name: getattr(position, column.name, "") for column in columns},
            "address": site + _page(position_page(position)),
            "min": "" if position.minimum is None else position.minimum,
            "max": "" if position.maximum is None else position.maximum,
            "counted": roles.get(position.id, ""),
        }
        for position in evidence.positions.values()
    ]
    links = {"source": "sources", "parameter": "parameters"}
    return Table("positions", "Where each text stands on what, one row a position.", columns, rows, links)


def _articles(known: Known, site: str) -> Table:
    columns = [
        Column("id", "The claim and the parameter, with a slash between.", constraints=_ID),
        Column("claim", "The claim of the article.", constraints=_TOLD),
        Column("address", "Where the claim stands on this site.", constraints=_TOLD, format="uri"),
        Column("article", "The article.", constraints=_TOLD),
        Column("speaker", "Who says it.", constraints=_TOLD),
        Column("parameter", "What it is about.", constraints=_TOLD),
        *_POSITION,
        Column("says", "What the article says, in our words.", constraints=_TOLD),
        _COUNTED,
    ]
    rows = [*_counted_claims(known), *_other_claims(known.evidence)]
    for row in rows:
        claim = known.articles.claims[row["claim"]]
        row |= {
            "id": f"{claim.id}/{row['parameter']}",
            "address": f"{site}sources/{claim.source}/#{claim.id}",
            "article": claim.source,
            "speaker": claim.speaker,
            "says": claim.says,
        }
    return Table("articles", "Where the five articles stand on the same.", columns, rows, {"parameter": "parameters"})


def _counted_claims(known: Known) -> Iterator[dict[str, Any]]:
    """Yield the claims of the articles that are voices; their number is that of their position."""
    for count in known.counts.values():
        question = count.question
        for voice in count.voices:
            if voice.kind == ARTICLE:
                named = next(
                    position
                    for position in known.articles.claims[voice.id].positions
                    if position.parameter in question.articles and position.stance == question.direction
                )
                end = "min" if question.direction == "from" else "max"
                yield {
                    "claim": voice.id,
                    "parameter": question.parameter,
                    "scope": question.scope,
                    "value": f"{named.value} {named.unit.replace('-', ' ')}",
                    end: named.value,
                    "unit": question.unit if named.unit == "messages" else named.unit,
                    "counted": "voice",
                }


def _other_claims(evidence: Evidence) -> Iterator[dict[str, Any]]:
    asked = {(question.parameter, question.scope) for question in evidence.questions.values()}
    for stand in evidence.stands:
        is_asked = (stand.parameter, stand.scope) in asked
        yield {**stand._asdict(), "counted": "no-number" if is_asked else ""}


def _parameters(evidence: Evidence, site: str) -> Table:
    columns = [
        Column("id", "Its name.", constraints=_ID),
        Column("address", "Its page on this site.", constraints=_TOLD, format="uri"),
        Column("name", "What it is called in short.", constraints=_TOLD),
        Column("topic", "The part of the list in which it stands.", constraints=_TOLD),
        Column("asks", "The question that it answers.", constraints=_TOLD),
        Column("meaning", "What it means.", constraints=_TOLD),
    ]
    rows = [
        {
            **{column.name: getattr(parameter, column.name, "") for column in columns},
            "address": f"{site}{_page(f'{parameter.id}.md')}",
        }
        for parameter in evidence.parameters.values()
    ]
    return Table("parameters", "What the texts take positions on.", columns, rows)


def _counts(known: Known) -> Table:
    columns = [
        Column("id", "The number of the checker that it is about.", constraints=_ID),
        Column("parameter", "Whose positions are counted.", constraints=_TOLD),
        Column("scope", "Of which scope.", constraints=_TOLD),
        Column(
            "direction",
            "`from`: the first day that a text accepts. `by`: the last moment. `at-most`: the highest number.",
            constraints={"required": True, "enum": ["from", "by", "at-most"]},
        ),
        Column("unit", "What it is counted in.", constraints=_TOLD),
        Column("voices", "How many independent voices name a number.", "integer", {"required": True, "minimum": 0}),
        Column("keen", "What a quarter of them accept; empty where fewer than ten name a number.", "integer"),
        Column("usual", "What three quarters accept.", "integer"),
        Column("cautious", "What nineteen in twenty accept.", "integer"),
    ]
    rows = [
        {
            **{column.name: getattr(count.question, column.name, "") for column in columns},
            "voices": len(count.voices),
            **(count.marks._asdict() if count.marks else {}),
        }
        for count in known.counts.values()
    ]
    return Table("counts", "The numbers that are counted.", columns, rows, {"parameter": "parameters"})


def _families(evidence: Evidence) -> Table:
    columns = [
        Column("id", "Its name.", constraints=_ID),
        Column("title", "What it is called.", constraints=_TOLD),
        Column("meaning", "Why its texts are not independent.", constraints=_TOLD),
    ]
    rows = [{column.name: getattr(family, column.name) for column in columns} for family in evidence.families.values()]
    return Table("families", "Texts that are not independent; a text outside stands alone.", columns, rows)


def _words(evidence: Evidence) -> Table:
    columns = [
        Column("id", "The list and the word, with a slash between.", constraints=_ID),
        Column("list", "What it is a word for.", constraints=_TOLD),
        Column("word", "The word as it stands in the other tables.", constraints=_TOLD),
        Column("title", "What it is called.", constraints=_TOLD),
        Column("meaning", "What it means.", constraints=_TOLD),
    ]
    rows = [
        {"id": f"{name}/{term.id}", "list": name, "word": term.id, "title": term.title, "meaning": term.meaning}
        for name, terms in evidence.vocabulary.items()
        for term in terms.values()
    ]
    return Table("words", "The words that the other tables use.", columns, rows)
