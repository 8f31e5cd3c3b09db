"""Who speaks on a number: one voice a family, and beside them those who do not count, each with the reason."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from followup.knowledge.evidence.counting import Marks, marks, quantiles, spread, whole
from followup.knowledge.evidence.records import Evidence, Position, Question
from followup.knowledge.evidence.units import in_unit
from followup.knowledge.records import Knowledge
from followup.knowledge.spread import Spread

ARTICLE = "article"
"""The kind of the five articles, whose speakers are voices each."""

type Reason = Literal["no-number", "other-end", "figures", "left-out", "same-family"]
"""Why a position is no voice: it names no number, or only the other end; a survey or a law; left out by us; another
text of its family is newer, or as new and came first."""


class Voice(NamedTuple):
    """One voice on a number, with the value that it names."""

    id: str
    """The position, or the claim of one of the five articles."""
    source: str
    kind: str
    region: str
    year: int | None
    value: float
    """In the unit of the question."""


class Count(NamedTuple):
    """What is counted on a question."""

    question: Question
    voices: tuple[Voice, ...]
    """From the smallest value on."""
    apart: tuple[tuple[str, Reason], ...]
    """The other positions on it, with the reason why they are no voices, in the order of their ids."""

    @property
    def values(self) -> list[float]:
        """The value of each voice."""
        return [voice.value for voice in self.voices]

    @property
    def named(self) -> list[int]:
        """The same in whole units."""
        return whole(self.question.direction, self.values)

    @property
    def marks(self) -> Marks | None:
        """The three marks in whole units; None where there are too few voices."""
        return marks(self.question.direction, self.named)

    @property
    def quantiles(self) -> Marks:
        """The same however few there are, and to the fraction; raises IndexError without a voice."""
        return quantiles(self.question.direction, self.values)

    @property
    def spread(self) -> Spread:
        """How many accept which value."""
        return spread(self.question.direction, self.values)


def count(question: Question, evidence: Evidence, known: Knowledge, without: str = "") -> Count:
    """The voices on a question; those of the source `without` are passed over, as if it had never been read."""
    asked = [
        position
        for position in evidence.positions.values()
        if (position.parameter, position.scope) == (question.parameter, question.scope) and position.source != without
    ]
    apart: dict[str, Reason] = {}
    heads: dict[str, Voice] = {}
    for position in asked:
        source = evidence.sources[position.source]
        value = _value(position, question)
        if isinstance(value, str):
            apart[position.id] = value
        elif evidence.vocabulary["kinds"][source.kind].figures:
            apart[position.id] = "figures"
        elif source.left_out:
            apart[position.id] = "left-out"
        else:
            voice = Voice(position.id, source.id, source.kind, source.region, source.year, value)
            newest = _newer(heads.get(source.family), voice)
            for other in (heads.get(source.family), voice):
                if other and other is not newest:
                    apart[other.id] = "same-family"
            heads[source.family] = newest
    voices = [*_of_articles(question, known, without), *heads.values()]
    return Count(
        question,
        tuple(sorted(voices, key=lambda voice: voice.value)),
        tuple((position.id, apart[position.id]) for position in asked if position.id in apart),
    )


def _value(position: Position, question: Question) -> float | Reason:
    """The end of the position that the question asks for, in its unit, or why there is none."""
    if position.minimum is None and position.maximum is None:
        return "no-number"
    end = position.minimum if question.direction == "from" else position.maximum
    value = None if end is None else in_unit(end, position.unit, question.unit)
    return "other-end" if value is None else value


def _newer(first: Voice | None, second: Voice) -> Voice:
    """The newer of two voices of a family, the first where neither is; a text without a year is older than any."""
    return first if first and (first.year or 0) >= (second.year or 0) else second


def _of_articles(question: Question, known: Knowledge, without: str) -> Iterator[Voice]:
    """A voice for each speaker of the five articles whose claims set the bound that is asked for.

    An example sets none, and an objection to all that is earlier names no first day.
    """
    speakers: set[tuple[str, str]] = set()
    for claim in known.claims.values():
        for position in claim.positions:
            is_asked = position.parameter in question.articles and position.stance == question.direction
            value = in_unit(position.value, position.unit, question.unit) if is_asked else None
            if value is None or claim.source == without or (claim.source, claim.speaker) in speakers:
                continue
            speakers.add((claim.source, claim.speaker))
            region = "us" if known.sources[claim.source].country == "US" else "other-english"
            yield Voice(claim.id, claim.source, ARTICLE, region, None, value)
