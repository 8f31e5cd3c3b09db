"""The nouns of the wider evidence: texts that were read, where each stands on what, and what is counted.

The five articles are not here but in `followup.knowledge.records`; what they say of the same parameters is worked out
from their claims.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from followup.knowledge.spread import Direction


class Term(NamedTuple):
    """A word that the files use, and what it means."""

    id: str
    title: str
    meaning: str
    figures: str = ""
    """Of kinds of source: why what they say are figures, shown beside the voices, and no voice."""


class Source(NamedTuple):
    """One text that was read in a stored copy."""

    id: str
    title: str
    publisher: str
    kind: str
    country: str
    region: str
    url: str
    text: str
    """Whether the copy showed the `whole` page or was `cut-off`."""
    family: str
    """Texts that are not independent share one; a text that stands alone has a family of its own name."""
    date: str = ""
    """When it was written, in words; empty where the text shows none."""
    year: int | None = None
    also_at: tuple[str, ...] = ()
    weak: bool = False
    """A job board or portal without a named author, or one of which only a machine's reading is there."""
    left_out: str = ""
    """Why it is no voice although its kind is."""
    note: str = ""


class Position(NamedTuple):
    """Where a source stands on a parameter, in our words."""

    id: str
    source: str
    parameter: str
    scope: str
    value: str
    """Our label for what it says."""
    says: str
    """Our paraphrase."""
    locator: str
    """Where in the text it stands."""
    basis: str
    minimum: float | None = None
    """The earliest or fewest that the text allows, in `unit`; None where it names none."""
    maximum: float | None = None
    """The latest or most that the text allows, in `unit`; None where it names none."""
    unit: str = ""
    condition: str = ""
    """When it holds."""


class Parameter(NamedTuple):
    """What sources take positions on."""

    id: str
    name: str
    """What it is called in lists, in a few words."""
    topic: str
    asks: str
    """The question that it answers, as a heading."""
    meaning: str
    disputes: tuple[str, ...] = ()
    """The disagreements of the five articles that it speaks to."""


class Question(NamedTuple):
    """A number of the policy that is counted: whose positions, and which end of what they name."""

    id: str
    """The id of the number."""
    parameter: str
    scope: str
    direction: Direction
    unit: str
    event: str
    """What the number is counted from, in words."""
    does: str
    """What somebody does who accepts a value, in words."""
    articles: tuple[str, ...] = ()
    """The numbers on which claims of the five articles take positions that count as well."""


class Stand(NamedTuple):
    """Where a claim of one of the five articles stands without a number."""

    claim: str
    parameter: str
    scope: str
    value: str


class Duty(NamedTuple):
    """A law or a code behind a position: where it holds, how strongly, and when to look again."""

    position: str
    place: str
    force: str
    since: str
    known: str
    """How we know of it, and as of when."""
    check_again_by: date


class Evidence(NamedTuple):
    """All of it, by id, in the order of the files; positions in the order of their ids."""

    read_in: str
    """The month in which the texts were read, such as `2026-11`."""
    sources: Mapping[str, Source]
    positions: Mapping[str, Position]
    parameters: Mapping[str, Parameter]
    questions: Mapping[str, Question]
    families: Mapping[str, Term]
    duties: Mapping[str, Duty]
    stands: tuple[Stand, ...]
    topics: Mapping[str, str]
    vocabulary: Mapping[str, Mapping[str, Term]]
    """The words by what they are for: `kinds`, `regions`, `scopes`, `units`, `bases`, `texts` and `forces`."""
