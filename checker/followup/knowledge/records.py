"""The nouns of the knowledge: sources, claims, positions, numbers and their rules, disputes, grounds and gaps.

Every record is a frozen value that reads alone; `followup.knowledge.load` makes them from the TOML files beside this
module.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from followup.knowledge.spread import Spread

type Stance = Literal["from", "not-before", "by", "at-most", "example", "figure"]
type Unit = Literal[
    "hours",
    "days",
    "working-days",
    "minutes",
    "messages",
    "contacts-a-day",
    "people",
    "words",
    "percent",
    "years",
    "weekday",
    "weekdays",
    "day-of-month",
    "month-day",
    "time-of-day",
]
"""`weekday`: an ISO weekday. `weekdays`: each digit one, so 23 is Tuesday and Wednesday. `day-of-month`: one that every
month has. `month-day`: 1224 is 24 December. `time-of-day`: minutes after midnight, so 540 is 9:00."""
type MarkName = Literal["keen", "usual", "cautious"]
"""The marks of a number, and the paces at which a reader can go."""


NONE: Mapping[str, Any] = MappingProxyType({})


class Source(NamedTuple):
    """One document and what it is worth."""

    id: str
    name: str
    """What it is called in short, in lists and links."""
    title: str
    author: str
    publisher: str
    url: str
    published: str
    """When it was written, in words, because some do not say."""
    kind: str
    country: str
    family: str
    """Sources that copy each other share a family and count once."""
    worth: str
    """What a reader should know before trusting it: one to three sentences of ours."""
    checked_on: date
    note: str = ""


class Position(NamedTuple):
    """A number that a claim states: where it stands on one parameter of the policy."""

    parameter: str
    """A number of the policy, or a figure."""
    stance: Stance
    """`from`: accepts it from here on. `not-before`: objects earlier. `by`: wants it by then. `at-most`: a ceiling.
    `example`: a case in point that sets no bound. `figure`: a measured figure."""
    value: int
    unit: Unit
    condition: str = ""
    """When the number holds and how it was read, where the source leaves that open."""


class Claim(NamedTuple):
    """One statement of one source, in our words."""

    id: str
    source: str
    lines: str
    """Line numbers in the stored text of the source, such as `13-17` or `15,17`."""
    speaker: str
    role: str
    says: str
    kind: str
    evidence: str
    sample: str = ""
    """For figures: who was asked, how many, when; and what the source does not say."""
    checker_rule: str = ""
    """How the checker uses it; empty where it decides nothing."""
    message_rule: str = ""
    """How a draft is held against it; empty where it says nothing about wording."""
    note: str = ""
    positions: tuple[Position, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the speaker is somebody by name; others, such as "the writer", begin with a small letter."""
        return not self.speaker[0].islower()


class Side(NamedTuple):
    """One side of a disagreement, with who takes it."""

    answer: str
    """Its answer in a few words, for the table of who says what; true of each of its claims by itself."""
    text: str
    claims: tuple[str, ...]


class Dispute(NamedTuple):
    """A disagreement between the sources (`C01` ...), all its sides, and what we do about it."""

    id: str
    slug: str
    question: str
    sides: tuple[Side, ...]
    ours: str
    """Our default (`D01` ... in the policy): our own choice, never a citation."""
    note: str = ""
    numbers: tuple[str, ...] = ()
    """The policy numbers that hang on this disagreement."""


class Mark(NamedTuple):
    """A point on the scale of a number, and the claims that put it there (none where it is our own choice)."""

    value: int
    unit: Unit
    claims: tuple[str, ...]


class Number(NamedTuple):
    """A number that the engine uses.

    Where sources enough take a position on it, its marks are counted from them: `keen` is as far as a quarter of them
    go along, `usual` three quarters, `cautious` nineteen in twenty. Where few do, they are our own choice, or follow
    from the positions of the articles' claims. A number on which none does has one value for all three.
    """

    id: str
    meaning: str
    rule: str
    """What it belongs to: a rule (`R1` ...), our default for a disagreement (`D01` for `C01`), or a gap (`G01` ...)."""
    keen: Mark
    usual: Mark
    cautious: Mark
    claims: tuple[str, ...]
    """Those that take a position on it, and others that were read for it."""
    follows_pace: bool = False
    """Whether a reader's pace moves it from mark to mark; else `usual` holds at every pace."""
    ours: str = ""
    """Why we chose it, where no source gives the number."""
    dispute: str = ""
    named: tuple[Mark, ...] = ()
    """The smallest and the largest value that the articles name, where they name more than one."""

    def marks(self) -> Mapping[MarkName, Mark]:
        """The three marks by name."""
        return {"keen": self.keen, "usual": self.usual, "cautious": self.cautious}

    def at(self, pace: MarkName) -> Mark:
        """The mark at a reader's pace."""
        return self.marks()[pace] if self.follows_pace else self.usual


class Rule(NamedTuple):
    """A rule that numbers belong to (`R1` ...)."""

    id: str
    heading: str
    about: str
    """What it says, in one sentence without a number."""


class Figure(NamedTuple):
    """Something that claims state in numbers, and that moves no number of the policy."""

    id: str
    meaning: str
    unit: Unit


class Gap(NamedTuple):
    """A situation of which no source speaks (`G01` ...), and what we decided."""

    id: str
    situation: str
    decision: str
    left_out: bool = False
    """Whether the checker does not decide it."""
    said_as: str = ""
    """The words under which the site says what to do instead, where it is left out."""


class Ground(NamedTuple):
    """What a reason rests on: claims, or our own choice. Its sentence is in `words/` under the same id."""

    id: str
    claims: tuple[str, ...] = ()
    ours: str = ""
    """Why we say so, where no source does."""


class Knowledge(NamedTuple):
    """Everything that the project knows, by id, in the order of the files.

    Rules, figures and gaps are for those who read the whole: a built package does without them.
    """

    version: str
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    numbers: Mapping[str, Number]
    disputes: Mapping[str, Dispute]
    grounds: Mapping[str, Ground]
    spreads: Mapping[str, Spread] = NONE
    """How many sources accept which value of a number, for each number whose marks are counted."""
    rules: Mapping[str, Rule] = NONE
    figures: Mapping[str, Figure] = NONE
    gaps: Mapping[str, Gap] = NONE

    def __hash__(self) -> int:
        """A hash, so that what follows from the knowledge alone can be kept for it."""
        return hash(self.version)
