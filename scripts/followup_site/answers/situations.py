"""The situations that the tables of answers ask the engine about: everything usual, and nothing else going on."""

from collections.abc import Callable
from copy import replace
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from followup.model import Attempt, OtherContact, Promise, Situation
from followup.vocabulary import AttemptKind, ContactType
from followup_site.answers.tables import Count

CONTACTS: tuple[ContactType, ...] = (
    "hiring_manager",
    "internal_recruiter",
    "hr",
    "team_member",
    "coordinator",
    "agency_recruiter",
    "unknown",
)
AGENCY: ContactType = "agency_recruiter"
UNKNOWN: ContactType = "unknown"
NO_HOLIDAYS = "ZZ"
"""No country has this code, so that no public holiday is known."""
INTERVIEW_ENDS = time(15, tzinfo=UTC)
HOURS = Count(timedelta(hours=1), INTERVIEW_ENDS)
"""Hours since the end of the interview."""
TO_PROMISE = 14
"""Days from the interview to the promised day."""
TO_QUESTION = 7
"""Days from the promised day to the first question."""
LATEST_QUESTION = 35
"""Days after the promised day up to which the last question may have gone out for the tables to hold."""
BETWEEN_QUESTIONS = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One table: to whom, whether a day was promised, how often the reader has asked, and who else is there."""

    contact: ContactType
    is_promised: bool
    tries: int = 0
    has_other: bool = False
    to_promise: int = TO_PROMISE
    to_question: int = TO_QUESTION
    between: int = BETWEEN_QUESTIONS

    @property
    def to_count(self) -> int:
        """Days from the promised day, or from the last contact, to the day from which the table counts."""
        return self.to_question + self.between * (self.tries - 1) if self.tries else 0

    def situation(self, begins: date) -> Situation:
        """Return the situation of somebody who counts from a day.

        From the promised day or the last contact, where nobody was asked; else from the last question.
        """
        origin = begins - timedelta(days=self.to_count)
        interview = origin - timedelta(days=self.to_promise) if self.is_promised else origin
        questions = [origin + timedelta(days=self.to_question + self.between * place) for place in range(self.tries)]
        situation = after_interview(self.contact, interview)
        return replace(
            situation,
            attempts=(self._thanks(interview), *(self._sent(day, "status_check") for day in questions)),
            promised=Promise(ends_on=origin) if self.is_promised else None,
            other_contacts=(OtherContact(type=self.other, email_given=True),) if self.has_other else (),
        )

    @property
    def other(self) -> ContactType:
        """Somebody else at the employer."""
        return "hr" if self.contact == "hiring_manager" else "hiring_manager"

    def _thanks(self, interview: date) -> Attempt:
        """The thank-you on the day of the interview; through an agency, the report that the recruiter has answered."""
        sent = self._sent(interview, "thank_you")
        return replace(sent, kind="debrief", answered=True) if self.contact == AGENCY else sent

    def _sent(self, day: date, kind: AttemptKind) -> Attempt:
        return Attempt(at=day, kind=kind, to=self.contact, channel="email")


def thanks(contact: ContactType, *, has_reported: bool = False) -> Callable[[date], Situation]:
    """Return the situations of somebody who has not thanked yet; at an agency, who has or has not reported."""

    def situation(interview: date) -> Situation:
        report = Attempt(at=datetime.combine(interview, INTERVIEW_ENDS), kind="debrief", to=contact, channel="email")
        return replace(after_interview(contact, interview), attempts=(report,) if has_reported else ())

    return situation


def after_interview(contact: ContactType, interview: date) -> Situation:
    """Return the situation at the end of an interview in the afternoon, with nothing sent and nothing promised."""
    ended = datetime.combine(interview, INTERVIEW_ENDS)
    return Situation(
        today=ended,
        stage="post_interview",
        zone=UTC,
        country=NO_HOLIDAYS,
        route="agency" if contact == AGENCY else "direct",
        contact_type=contact,
        channels_given=("email",),
        interview_date=interview,
        interview_end=ended,
    )
