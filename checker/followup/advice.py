"""What the engine answers: an `Advice`, made of points. Sentences come in where text is made (`render/`)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from followup.knowledge.records import Dispute, Mark
from followup.model import NO_VALUES, Moment, Point, Situation
from followup.plan import Planned
from followup.timing import Dates
from followup.vocabulary import Action, Basis, Channel, Idea, Means, Recipient, Strength, Verdict


class Reason(NamedTuple):
    """One thing to say, by name, and what it rests on: claims, or none where it is a choice.

    Its sentence is `ground.<id>` of the catalogue, with `values` in it.
    """

    id: str
    values: Mapping[str, object] = NO_VALUES
    claims: tuple[str, ...] = ()
    basis: Basis = "ours"
    of_step: bool = False
    """Whether it is said of the step, whenever that is due; else it is said of the moment."""


class ShownDispute(NamedTuple):
    """A disagreement that touched the answer."""

    dispute: Dispute
    apart: tuple[Mark, ...]
    """How far apart its sides are, the smaller value first; empty where they name no numbers that differ."""
    of_step: bool
    """Whether it bears on the step, whenever that is due; else on what the reader asked beside it."""


class IdeaVerdict(NamedTuple):
    """What to think of something that the reader is tempted to do."""

    idea: Idea
    verdict: Verdict
    because: tuple[Reason, ...]


class Change(NamedTuple):
    """Something that would change the answer (`changes.<id>` of the catalogue), and into which action."""

    id: str
    values: Mapping[str, object]
    action: Action
    starts: Moment | None


class Agreement(NamedTuple):
    """How many of the sources that name a number accept the step, on two days."""

    number: str
    of: int
    today: int
    on_preferred: int | None
    """On the day that is advised; None where there is none."""


class Said(NamedTuple):
    """Everything that is said of a moment, each thing once, most decisive first."""

    because: tuple[Reason, ...]
    how: tuple[Reason, ...]
    """How to go about the step; in JSON these follow `because` in one list."""
    avoid: tuple[Reason, ...]
    disputed: tuple[ShownDispute, ...]
    idea: IdeaVerdict | None
    changes: tuple[Change, ...]
    assumed: tuple[Point, ...]
    """Every assumption (`assumed.<id>` of the catalogue)."""
    context: tuple[Reason, ...]
    """Figures that help to wait."""
    agreement: Agreement | None
    """None where the window does not rest on counted sources."""


class Advice(NamedTuple):
    """The one next step with its dates, the plan from here to the end, and what is said of it.

    The properties are named by the keys of the public contract, and mean the same.
    """

    situation: Situation
    """For whom and for which moment it is."""
    plan: tuple[Planned, ...]
    """At least one step; the first is the one that is due or waited for."""
    said: Said
    rules: str
    """The version of the knowledge that gave it."""

    @property
    def is_due(self) -> bool:
        """Whether the first step of the plan may be taken now; else it is waited for."""
        return self.plan[0].dates.is_open

    @property
    def action(self) -> Action:
        """What to do: `wait` until the first step of the plan is open, then that step."""
        return self.plan[0].step.action if self.is_due else "wait"

    @property
    def strength(self) -> Strength:
        """How far it is advised."""
        return self.plan[0].dates.strength if self.is_due else "recommended"

    @property
    def recipient(self) -> Recipient:
        """To whom; `none` where nothing is sent."""
        return self.plan[0].step.recipient if self.is_due else "none"

    @property
    def channel(self) -> Means:
        """The first choice of how; `none` where nothing is sent."""
        return self.plan[0].step.channel if self.is_due else "none"

    @property
    def also_channels(self) -> tuple[Channel, ...]:
        """The other channels that are fine."""
        return self.plan[0].step.also_channels if self.is_due else ()

    @property
    def waiting_for(self) -> Action | None:
        """The step that is waited for; None where a step is due."""
        return None if self.is_due else self.plan[0].step.action

    @property
    def earliest(self) -> Moment | None:
        """The first moment that a source supports, of the step that is due or waited for."""
        return self._dates and self._dates.earliest

    @property
    def recommended(self) -> Moment | None:
        """The first moment at the reader's pace."""
        return self._dates and self._dates.recommended

    @property
    def preferred(self) -> date | None:
        """The best day."""
        return self._dates and self._dates.preferred

    @property
    def latest(self) -> Moment | None:
        """The end; None where there is none, or where a soft end has passed."""
        return self._dates and self._dates.latest

    @property
    def _dates(self) -> Dates | None:
        """The dates of the first step; None for a stop that is due, which holds from now on."""
        return None if self.action == "stop_and_move_on" else self.plan[0].dates

    @property
    def target(self) -> datetime | None:
        """For thank-yous: the end of the interview and the hours of rule R1."""
        return self.plan[0].step.window.target

    @property
    def then(self) -> tuple[Planned, ...]:
        """The steps from here on if nobody answers, the one that is waited for among them."""
        return self.plan[1:] if self.is_due else self.plan
