"""A situation made definite (`Facts`): everything that the steps ask about."""

from datetime import date, datetime
from typing import NamedTuple

from followup.days.calendar import WorkingCalendar, is_later
from followup.days.holidays import PublicHolidays
from followup.days.office import OfficeHours
from followup.facts.history import History
from followup.knowledge.policy import Policy
from followup.model import Moment, Point, Situation
from followup.vocabulary import Channel, ContactType

SUNDAY = 7
"""The ISO weekday."""


class Facts(NamedTuple):
    """Everything that the steps ask about. Days are the recipient's days, times stand on the reader's clock."""

    situation: Situation
    policy: Policy
    calendar: WorkingCalendar
    holidays: PublicHolidays | None
    history: History
    today: date
    now: Moment
    """The reader's moment: a time where the hour is known, else the day."""
    interview_end: datetime | None
    promised_on: date | None
    """The last day of the promise (`P`), if there is one."""
    is_agency: bool
    channels: tuple[Channel, ...]
    """The channels open to the reader, best first (rule R8)."""
    phone_is_open: bool
    contact: ContactType
    """The contact to write to: the recruiter where an agency is between, `unknown` where the reader does not say."""
    assumed: tuple[Point, ...]

    @property
    def interview_on(self) -> date | None:
        """The day of the interview."""
        return self.interview_end.date() if self.interview_end else None

    @property
    def office(self) -> OfficeHours:
        """When their office can be rung."""
        situation = self.situation
        return OfficeHours(
            opens=self.policy.time_of_day("office-opens"),
            closes=self.policy.time_of_day("office-closes"),
            is_working=self.calendar.is_working,
            clock=situation.recipient_zone or situation.zone,
            readers_clock=situation.zone,
        )

    @property
    def works_from_sunday(self) -> bool:
        """Whether the recipient's week begins on a Sunday (G16)."""
        return SUNDAY in self.calendar.week.working

    @property
    def is_remote(self) -> bool:
        """Whether the recipient is on another clock, and so out of reach of a letter (G15)."""
        other = self.situation.recipient_zone
        return other is not None and str(other) != str(self.situation.zone)

    @property
    def phone_is_mobile(self) -> bool:
        """Whether the only telephone open is a mobile."""
        return "mobile" in self.channels

    @property
    def may_post_letter(self) -> bool:
        """Whether a handwritten note is worth offering as an extra (D04).

        To a direct employer in reach of the post, at an address that was given, with the decision far enough away to
        arrive before.
        """
        given = self.situation.channels_given or ()
        return not self.is_agency and not self.is_remote and "post" in given and self.letter_is_in_time

    @property
    def letter_is_in_time(self) -> bool:
        """Whether a letter posted after the interview would arrive before the decision, as far as its day is known."""
        end, decision = self.interview_on, self.promised_on
        return decision is None or end is None or (decision - end).days > self.policy.days("letter-arrives-after")

    @property
    def deadline(self) -> date | None:
        """The day that a real offer elsewhere sets, while it is not over."""
        offer = self.situation.competing_offer
        is_standing = offer is not None and offer.real and offer.deadline is not None and offer.deadline >= self.today
        return offer.deadline if offer is not None and is_standing else None

    @property
    def has_deadline(self) -> bool:
        """Whether a real offer elsewhere sets a day that is not over."""
        return self.deadline is not None

    def has_passed(self, moment: Moment) -> bool:
        """Whether the moment is over: a point in time once it is exceeded, a day once it has ended."""
        return is_later(self.now, moment)
