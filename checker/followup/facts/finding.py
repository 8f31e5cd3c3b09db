"""The facts of a situation: what follows from it, what had to be assumed, and on which calendar it is counted."""

from datetime import date, datetime, tzinfo

from followup.days.calendar import WorkingCalendar, day_of, is_later
from followup.days.holidays import PublicHolidays, public_holidays, works_from_sunday
from followup.days.zones import in_zone
from followup.facts.channels import open_channels, phone_is_open
from followup.facts.facts import Facts
from followup.facts.history import history_of
from followup.knowledge.policy import Policy, policy_at
from followup.knowledge.records import Knowledge
from followup.languages import spoken
from followup.model import Dated, Moment, Point, Situation
from followup.vocabulary import INTERVIEW_IS_OVER, ContactType, WeekName

DEFAULT_COUNTRY = "US"
DEFAULT_WEEK: WeekName = "Mon-Fri"
SUNDAY_WEEK: WeekName = "Sun-Thu"


def find_facts(situation: Situation, knowledge: Knowledge) -> Facts:
    """The facts of a valid situation. Whatever had to be assumed is in `assumed`, in the order of the fields."""
    policy = policy_at(knowledge, situation.pace)
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


def _contact(situation: Situation, assumed: list[Point], *, is_agency: bool) -> ContactType:
    if is_agency:
        if situation.contact_type not in ("agency_recruiter", None):
            assumed.append(Point("agency-contact"))
        return "agency_recruiter"
    if situation.contact_type is None or situation.contact_type == "unknown":
        assumed.append(Point("contact-unknown"))
        return "unknown"
    return situation.contact_type


def _interview_end(situation: Situation, policy: Policy, assumed: list[Point]) -> datetime | None:
    """The end of the interview on the reader's clock.

    With the day alone: an assumed hour on the recipient's clock (G17), or now if that is sooner.
    """
    end = situation.interview_end or situation.interview_date or situation.interview_start
    if end is None:
        if situation.stage in INTERVIEW_IS_OVER:
            assumed.append(Point("interview-unknown"))
        return None
    if isinstance(end, datetime) and situation.interview_end:
        return end
    assumed_end = in_zone(_evening(end, policy, situation.recipient_zone or situation.zone), situation.zone)
    if situation.stage in INTERVIEW_IS_OVER and is_later(assumed_end, situation.today):
        assumed.append(Point("interview-ended-now"))
        now = situation.today
        return now if isinstance(now, datetime) else _evening(now, policy, situation.zone)
    assumed.append(Point("interview-end", {"moment": assumed_end}))
    return assumed_end


def _evening(day: Moment, policy: Policy, clock: tzinfo) -> datetime:
    """The assumed end of an interview on a day, or its start where that is known and later."""
    evening = datetime.combine(day_of(day), policy.time_of_day("assumed-interview-end"), clock)
    return max(evening, day) if isinstance(day, datetime) else evening


def _week(situation: Situation, assumed: list[Point]) -> WeekName:
    """The recipient's working week: as they say, else the usual one of the country (G16)."""
    country = situation.country
    if situation.recipient_week or country is None or not works_from_sunday(country):
        return situation.recipient_week or DEFAULT_WEEK
    assumed.append(Point("week-of-country", {"country": country}))
    return SUNDAY_WEEK


def _holidays(situation: Situation, policy: Policy, assumed: list[Point]) -> PublicHolidays | None:
    country = situation.country or DEFAULT_COUNTRY
    found = public_holidays(country, situation.subdivision, policy.percent("holiday-in-most-regions"))
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
    day = spoken(situation.language).promised_day(promise.text, said_on, policy, calendar)
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
