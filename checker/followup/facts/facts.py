"""A situation made definite: what follows from it, what had to be assumed, and on which calendar it is counted."""

from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from followup.days.calendar import WorkingCalendar, day_of, is_later
from followup.days.holidays import PublicHolidays, public_holidays, works_from_sunday
from followup.days.promises import promised_day
from followup.days.zones import in_zone
from followup.facts.channels import open_channels, phone_is_open
from followup.facts.history import History, history_of
from followup.knowledge.policy import Policy
from followup.knowledge.records import Knowledge
from followup.model import Dated, Moment, Point, Situation
from followup.reading.checks import AFTER_INTERVIEW

DEFAULT_COUNTRY = "US"
DEFAULT_WEEK = "Mon-Fri"
SUNDAY_WEEK = "Sun-Thu"
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
    channels: tuple[str, ...]
    """The channels open to the reader, best first (rule R8)."""
    phone_is_open: bool
    contact: str
    """The contact to write to: the recruiter where an agency is between, `hr` where unknown."""
    assumed: tuple[Point, ...]

    @property
    def interview_on(self) -> date | None:
        """The day of the interview."""
        return self.interview_end.date() if self.interview_end else None

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
        return decision is None or end is None or (decision - end).days > self.policy.value("letter-arrives-after")

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


def find_facts(situation: Situation, knowledge: Knowledge) -> Facts:
    """The facts of a valid situation. Whatever had to be assumed is in `assumed`, in the order of the fields."""
    policy = Policy(knowledge, situation.pace)
    assumed: list[Point] = []
    is_agency = situation.route == "agency" or situation.contact_type == "agency_recruiter"
    contact = _contact(situation, assumed, is_agency=is_agency)
    if situation.channels_given is None:
        assumed.append(Point("channels-unknown"))
    moments = (situation.today, situation.interview_start, situation.interview_end)
    if situation.zone_name is None and any(isinstance(moment, datetime) for moment in moments):
        assumed.append(Point("zone-unknown"))
    interview_end = _interview_end(situation, policy, assumed)
    holidays = _holidays(situation, policy, assumed)
    names = holidays.names if holidays else {}
    extra = frozenset(situation.holidays)
    calendar = policy.calendar(_week(situation, assumed), lambda day: day in names or day in extra)
    return Facts(
        situation=situation,
        policy=policy,
        calendar=calendar,
        holidays=holidays,
        history=history_of(situation.attempts, _signs_of_life(situation), interview_end),
        today=_recipient_day(situation),
        now=situation.today,
        interview_end=interview_end,
        promised_on=_promised_on(situation, _said_on(situation, interview_end), policy, calendar, assumed),
        is_agency=is_agency,
        channels=open_channels(situation, is_agency=is_agency),
        phone_is_open=phone_is_open(situation, is_agency=is_agency),
        contact=contact,
        assumed=tuple(assumed),
    )


def _signs_of_life(situation: Situation) -> tuple[Dated | None, ...]:
    """What came from the other side: a reply, progress, and the day on which they said when to check back."""
    told = situation.told_interval
    said = Dated(at=told.said_on, kind="told_interval") if told and told.said_on else None
    return situation.last_reply, situation.progress, said


def _contact(situation: Situation, assumed: list[Point], *, is_agency: bool) -> str:
    if is_agency:
        if situation.contact_type not in ("agency_recruiter", None):
            assumed.append(Point("agency-contact"))
        return "agency_recruiter"
    if situation.contact_type in ("unknown", None):
        assumed.append(Point("contact-unknown"))
        return "hr"
    return situation.contact_type or "hr"


def _interview_end(situation: Situation, policy: Policy, assumed: list[Point]) -> datetime | None:
    """The end of the interview on the reader's clock.

    With the day alone: 17:00 on the recipient's clock (G17), or now if that is sooner.
    """
    end = situation.interview_end or situation.interview_date or situation.interview_start
    if end is None:
        if situation.stage in AFTER_INTERVIEW:
            assumed.append(Point("interview-unknown"))
        return None
    if isinstance(end, datetime) and situation.interview_end:
        return end
    assumed_end = in_zone(_evening(end, policy, situation.recipient_zone or situation.zone), situation.zone)
    if situation.stage in AFTER_INTERVIEW and is_later(assumed_end, situation.today):
        assumed.append(Point("interview-ended-now"))
        now = situation.today
        return now if isinstance(now, datetime) else _evening(now, policy, situation.zone)
    assumed.append(Point("interview-end", {"moment": assumed_end}))
    return assumed_end


def _evening(day: Moment, policy: Policy, clock: tzinfo) -> datetime:
    """The assumed end of an interview on a day, or its start where that is known and later."""
    hour, minute = divmod(policy.value("assumed-interview-end"), 60)
    evening = datetime.combine(day_of(day), time(hour, minute), clock)
    return max(evening, day) if isinstance(day, datetime) else evening


def _week(situation: Situation, assumed: list[Point]) -> str:
    """The recipient's working week: as they say, else the usual one of the country (G16)."""
    country = situation.country
    if situation.recipient_week or country is None or not works_from_sunday(country):
        return situation.recipient_week or DEFAULT_WEEK
    assumed.append(Point("week-of-country", {"country": country}))
    return SUNDAY_WEEK


def _holidays(situation: Situation, policy: Policy, assumed: list[Point]) -> PublicHolidays | None:
    country = situation.country or DEFAULT_COUNTRY
    found = public_holidays(country, situation.subdivision, policy.value("holiday-in-most-regions"))
    if found is None:
        assumed.append(Point("holidays-no-table", {"country": country}))
    elif situation.country is None:
        assumed.append(Point("holidays-default", {"country": country}))
    elif situation.subdivision and not found.is_local:
        assumed.append(Point("holidays-national", {"subdivision": situation.subdivision}))
    return found


def _said_on(situation: Situation, interview_end: datetime | None) -> date | None:
    """The day from which a promise in words counts: the interview, or the application where there was none."""
    return interview_end.date() if interview_end else situation.application_date


def _promised_on(
    situation: Situation,
    said_on: date | None,
    policy: Policy,
    calendar: WorkingCalendar,
    assumed: list[Point],
) -> date | None:
    promise = situation.promised
    if promise is None:
        return None
    if promise.ends_on or promise.starts_on:
        return promise.ends_on or promise.starts_on
    if promise.text is None:
        return None
    if said_on is None:
        assumed.append(Point("promise-without-start", {"words": promise.text}))
        return None
    day = promised_day(promise.text, said_on, policy, calendar)
    assumed.append(
        Point("promise-read", {"words": promise.text, "date": day})
        if day
        else Point("promise-vague", {"words": promise.text})
    )
    return day


def _recipient_day(situation: Situation) -> date:
    """Today on the recipient's clock (policy, clock conventions)."""
    now = situation.today
    if isinstance(now, datetime) and situation.recipient_zone:
        return in_zone(now, situation.recipient_zone).date()
    return day_of(now)
