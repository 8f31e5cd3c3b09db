"""Faults between the records of the evidence: a word that nobody declared, a link that leads nowhere, a double."""

import difflib
from collections.abc import Collection, Iterable, Iterator

from followup.knowledge.evidence.records import Evidence, Position, Question, Source
from followup.knowledge.evidence.units import in_unit
from followup.knowledge.records import Knowledge

DUTY_BASES = ("law", "code-of-conduct")
"""What the positions rest on that have a record in `duties.toml`."""
DUTIES_OF = "employer-must-answer"
"""The parameter whose positions those are."""


def nearest(name: str, known: Collection[str]) -> str:
    """What to do about a name that is not known: the nearest that is, or that it is to be declared."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else "; add it there, or use a name that is there"


def faults_between(evidence: Evidence, known: Knowledge) -> Iterator[str]:
    """A line for every fault: file, record, key, what is wrong and what to do."""
    for source in evidence.sources.values():
        yield from _source_faults(source, evidence)
    for position in evidence.positions.values():
        yield from _position_faults(position, evidence)
    yield from _doubles(evidence)
    yield from _family_faults(evidence)
    for parameter in evidence.parameters.values():
        where = f"parameters.toml: parameters.{parameter.id}"
        yield from _unknown(where, "topic", parameter.topic, evidence.topics, "topics above")
        for dispute in parameter.disputes:
            yield from _unknown(where, "disputes", dispute, known.disputes, "../disputes.toml")
        if not any(position.parameter == parameter.id for position in evidence.positions.values()):
            yield f"{where}: no position is on it; add one, or take the parameter out"
    for question in evidence.questions.values():
        yield from _question_faults(question, evidence)
    for stand in evidence.stands:
        where = f"articles.csv: {stand.claim}"
        yield from _unknown(where, "claim", stand.claim, known.claims, "../claims/")
        yield from _unknown(where, "parameter", stand.parameter, evidence.parameters, "parameters.toml")
        yield from _unknown(where, "scope", stand.scope, evidence.vocabulary["scopes"], "vocabulary.toml")
    yield from _duty_faults(evidence)


def _unknown(where: str, key: str, name: str, known: Collection[str], file: str) -> Iterator[str]:
    """A fault where a name is not known, with the nearest that is; an empty one was a fault before."""
    if name and name not in known:
        yield f"{where}: {key}: {name!r} is not in {file}{nearest(name, known)}"


def _source_faults(source: Source, evidence: Evidence) -> Iterator[str]:
    where = f"sources/{source.kind}.toml: {source.id}"
    words = evidence.vocabulary
    yield from _unknown(where, "region", source.region, words["regions"], "vocabulary.toml")
    yield from _unknown(where, "text", source.text, words["texts"], "vocabulary.toml")
    if source.family != source.id:
        yield from _unknown(where, "family", source.family, evidence.families, "families.toml")
    if source.year is not None and str(source.year) > evidence.read_in[:4]:
        yield f"{where}: year: {source.year} is in the future: the texts were read in {evidence.read_in}; mend one"
    if not any(position.source == source.id for position in evidence.positions.values()):
        yield f"{where}: no position in positions/{source.kind}.csv; add what it says, or take the source out"


def _position_faults(position: Position, evidence: Evidence) -> Iterator[str]:
    source = evidence.sources.get(position.source)
    if source is None:
        return
    where = f"positions/{source.kind}.csv: {position.id}"
    words = evidence.vocabulary
    yield from _unknown(where, "parameter", position.parameter, evidence.parameters, "parameters.toml")
    yield from _unknown(where, "scope", position.scope, words["scopes"], "vocabulary.toml")
    yield from _unknown(where, "unit", position.unit, words["units"], "vocabulary.toml")
    yield from _unknown(where, "basis", position.basis, words["bases"], "vocabulary.toml")


def _doubles(evidence: Evidence) -> Iterator[str]:
    first: dict[tuple[str, ...], str] = {}
    for position in evidence.positions.values():
        same = (position.source, position.parameter, position.scope, position.value)
        before = first.setdefault(same, position.id)
        source = evidence.sources.get(position.source)
        if before != position.id and source:
            yield (
                f"positions/{source.kind}.csv: {position.id}: value: {before} says the same of this source, parameter "
                "and scope; keep one of them"
            )


def _family_faults(evidence: Evidence) -> Iterator[str]:
    for family in evidence.families:
        if not any(source.family == family for source in evidence.sources.values()):
            yield f"families.toml: {family}: no source belongs to it; name it in a source, or take it out"


def _question_faults(question: Question, evidence: Evidence) -> Iterator[str]:
    where = f"counts.toml: {question.id}"
    words = evidence.vocabulary
    yield from _unknown(where, "parameter", question.parameter, evidence.parameters, "parameters.toml")
    yield from _unknown(where, "scope", question.scope, words["scopes"], "vocabulary.toml")
    yield from _unknown(where, "unit", question.unit, words["units"], "vocabulary.toml")
    for position in evidence.positions.values():
        is_asked = (position.parameter, position.scope) == (question.parameter, question.scope)
        source = evidence.sources.get(position.source)
        if is_asked and source and position.unit and in_unit(1, position.unit, question.unit) is None:
            yield (
                f"positions/{source.kind}.csv: {position.id}: unit: {position.unit} cannot be counted in "
                f"{question.unit}, which counts.toml wants for {question.id}; give the number in {question.unit}"
            )


def faults_of_numbers(questions: Iterable[Question], numbers: Collection[str]) -> Iterator[str]:
    """A line for every question that is about no number of the policy, or counts the articles on none."""
    for question in questions:
        for key, named in (("id", (question.id,)), ("articles", question.articles)):
            for number in named:
                yield from _unknown(f"counts.toml: {question.id}", key, number, numbers, "../policy.toml")


def _duty_faults(evidence: Evidence) -> Iterator[str]:
    wanted = [
        position.id
        for position in evidence.positions.values()
        if position.parameter == DUTIES_OF and position.basis in DUTY_BASES
    ]
    for position in wanted:
        if position not in evidence.duties:
            yield f"duties.toml: {position}: missing; say where the law or code holds, how, and when to look again"
    for duty in evidence.duties.values():
        where = f"duties.toml: {duty.position}"
        yield from _unknown(where, "force", duty.force, evidence.vocabulary["forces"], "vocabulary.toml")
        if duty.position not in wanted:
            yield f"{where}: no position of that id on {DUTIES_OF} rests on a law or a code; take it out"
