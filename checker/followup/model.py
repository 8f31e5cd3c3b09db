"""The nouns: what a reader tells us (`Situation`), and the steps and windows that an answer is made of.

All values are frozen: named tuples, which Python makes in half the time of frozen dataclasses, here and when a page
starts. They are made and read by the names of their fields only. A missing key of a situation is `None` or empty and
means "unknown", never "no".
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from types import MappingProxyType
from typing import NamedTuple

from followup.vocabulary import (
    Action,
    AttemptKind,
    Channel,
    ContactType,
    Days,
    Idea,
    Means,
    Pace,
    Promiser,
    Recipient,
    RoleFamily,
    Route,
    Stage,
    Strength,
    WeekName,
)

type Moment = date | datetime
"""A day, or a point in time where the hour is known. Times always carry their zone; days never do."""


NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Attempt(NamedTuple):
    """One message that the reader sent."""

    at: Moment
    kind: AttemptKind
    to: str | None = None
    channel: Channel | None = None
    answered: bool = False
    bounced: bool = False
    auto_reply_until: date | None = None
    is_planned: bool = False
    """Whether it is a step of the plan, which nobody can have answered yet."""


class Promise(NamedTuple):
    """When they said that they would decide: days given, or words such as "in a couple of weeks"."""

    starts_on: date | None = None
    ends_on: date | None = None
    text: str | None = None
    by: Promiser | None = None


class Dated(NamedTuple):
    """Something of a kind that happened at a moment: a reply, a sign of progress."""

    at: Moment
    kind: str | None


class ToldInterval(NamedTuple):
    """The day on which they said to check back, and when they said so."""

    check_on: date
    said_on: date | None = None


class OtherContact(NamedTuple):
    """Another person, and whether their address was given to the reader."""

    type: ContactType
    email_given: bool


class CompetingOffer(NamedTuple):
    """An offer from elsewhere; `real` only if the reader says that it is."""

    real: bool | None
    deadline: date | None = None


class NewInfo(NamedTuple):
    """Something of value that the reader could add."""

    kind: str | None
    relevant: bool | None


class Situation(NamedTuple):
    """Where a reader stands. Keys and meanings are those of the JSON that `wire` takes."""

    today: Moment
    stage: Stage
    zone: tzinfo
    zone_name: str | None = None
    country: str | None = None
    subdivision: str | None = None
    holidays: tuple[date, ...] = ()
    recipient_zone: tzinfo | None = None
    recipient_week: WeekName | None = None
    route: Route | None = None
    application_date: date | None = None
    interview_date: date | None = None
    interview_start: Moment | None = None
    interview_end: Moment | None = None
    contact_type: ContactType | None = None
    channels_given: tuple[Channel, ...] | None = None
    phone_invited: bool | None = None
    linkedin_invited: bool | None = None
    interviewers: tuple[str, ...] | None = None
    addresses_given: int | None = None
    other_contacts: tuple[OtherContact, ...] = ()
    promised: Promise | None = None
    told_interval: ToldInterval | None = None
    told_no_contact: bool | None = None
    attempts: tuple[Attempt, ...] = ()
    last_reply: Dated | None = None
    progress: Dated | None = None
    rejection_at: Moment | None = None
    competing_offer: CompetingOffer | None = None
    other_processes: bool | None = None
    new_info: NewInfo | None = None
    announced_contact: date | None = None
    emergency: bool | None = None
    role_family: RoleFamily | None = None
    idea: Idea | None = None
    pace: Pace = "usual"
    language: str = "en"
    """In which language they said when they would decide, where that came in words: the door knows it."""


class Fault(NamedTuple):
    """Something wrong with an input: the path of its field, and which fault it is (its sentences are in `words/`)."""

    field: str
    id: str
    values: Mapping[str, object] = NO_VALUES


class Point(NamedTuple):
    """One thing to say, by name: its sentence is in `words/`, the claims under it in `knowledge/grounds.toml`."""

    id: str
    values: Mapping[str, object] = NO_VALUES


class Window(NamedTuple):
    """When a step may happen (policy, section 0). Bounds are inclusive, but for `gives_way_on`.

    `earliest` is the first moment that a source supports, `recommended` the first at the reader's pace, `latest` the
    end. A soft end only says "aim by": the step stays open after it. From the day `gives_way_on` on, another step
    takes its place.
    """

    earliest: Moment | None = None
    recommended: Moment | None = None
    latest: Moment | None = None
    is_soft: bool = False
    gives_way_on: date | None = None
    opened_on: date | None = None
    """The day on which it would have opened, had the day rule allowed it."""
    target: datetime | None = None
    counted: "Counted | None" = None
    """What it rests on, where that is a number that is counted from the sources."""


class Counted(NamedTuple):
    """A counted number of the policy, and the moment from which it runs."""

    number: str
    since: Moment


class Reasons(NamedTuple):
    """What is said of a step: why this step and why then, how to go about it, what not to do, and who disagrees."""

    because: tuple[Point, ...] = ()
    how: tuple[Point, ...] = ()
    avoid: tuple[Point, ...] = ()
    disputes: tuple[str, ...] = ()
    """Ids of disagreements (`C01` ...)."""


class Step(NamedTuple):
    """One step of the plan: what, to whom, by which channel, when, and why."""

    action: Action
    recipient: Recipient = "none"
    channel: Means = "none"
    window: Window = Window()
    strength: Strength = "recommended"
    """`recommended` or `optional`. An open step before its recommended day is `tolerated`, whatever stands here."""
    also_channels: tuple[Channel, ...] = ()
    days: Days = "any"
    """On which days it may happen: `any`, `working`, or `check` (rule R5, with its best days)."""
    committed_on: date | None = None
    """The day that the reader announced for it, if that is a day on which it may happen."""
    sends: AttemptKind | None = None
    """The kind of attempt that it makes, where it makes one."""
    reasons: Callable[[], Reasons] = Reasons
    """What is said of it: a function, because it is asked only of the one step of a plan that is shown."""
