"""The checker's form as data: its controls in the order in which a reader thinks, with the options of `vocabulary`.

A control is named by the path of the situation's key that it fills. The others help them: `promise` (what kind of date
was promised), `<path>.time` (the time of a day), `country.other`, `attempts[].to.name` and `now` (the page's clock).
"""

from typing import Literal, NamedTuple

from followup import vocabulary

type Kind = Literal[
    "choice", "list", "choices", "yes-no", "tick", "day", "time", "number", "text", "zone", "names", "hidden"
]
"""`choice` shows its options as radio buttons, `list` in a drop-down list; `choices` are boxes to tick, `tick` one."""

COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ", "IN", "DE", "FR", "ES", "MX", "SG")
"""Countries with a table of public holidays."""
PROMISES = ("date", "words", "none")
NO_CHANNELS = "none"
"""The box that says that no contact details were given: no box at all means that it is unknown."""
HELPERS = frozenset({"promise", "country.other", "attempts[].to.name", "now"})
"""Controls without a key of their own in a situation."""
ROWS = "attempts"
"""The one list whose entries are rows of controls: `attempts[].at` is `attempts[0].at` in the first row."""


class Field(NamedTuple):
    """One control of the form."""

    path: str
    kind: Kind
    section: str
    options: tuple[str, ...] = ()
    words: str = ""
    """Where the catalogue has the options' words: `form.options.<words>.<option>`."""
    shown_when: str = ""
    """Conditions that must all hold, such as `route=agency stage!=fair,withdrawn`; `*` is any answer. Empty: always."""
    day: str = ""
    """For a time: the control that holds its day."""

    @property
    def key(self) -> str:
        """The control's entry in the catalogue: `attempts[].at` is `form.attempts.at`."""
        return "form." + self.path.replace("[]", "")

    @property
    def in_row(self) -> bool:
        """Whether the control belongs to a repeated row."""
        return self.path.startswith(f"{ROWS}[]")


def _field(section: str, path: str, kind: Kind, shown_when: str = "", *, day: str = "") -> Field:
    return Field(path=path, kind=kind, section=section, shown_when=shown_when, day=day)


def _choice(section: str, path: str, kind: Kind, words: str, options: tuple[str, ...]) -> Field:
    return Field(path=path, kind=kind, section=section, words=words, options=options)


_DATED = "promise=date"
_UNANSWERED = "attempts[].channel=email attempts[].answered!=yes"

FIELDS: tuple[Field, ...] = (
    _choice("standing", "stage", "choice", "stages", vocabulary.STAGES),
    _choice("standing", "route", "choice", "routes", vocabulary.ROUTES),
    _field("standing", "application_date", "day", "stage=applied_only,fair"),
    _field("standing", "emergency", "tick", "stage=pre_interview"),
    _field("interview", "interview_date", "day", "stage!=applied_only"),
    _field("interview", "interview_start", "time", "stage=pre_interview", day="interview_date"),
    _field("interview", "interview_end", "time", "stage!=pre_interview,applied_only", day="interview_date"),
    _field("interview", "interviewers", "names", "stage!=pre_interview,applied_only"),
    _field("interview", "addresses_given", "number", "interviewers=*"),
    _choice("contact", "contact_type", "choice", "contact_types", vocabulary.CONTACT_TYPES),
    _choice("contact", "channels_given", "choices", "channels", (*vocabulary.CHANNELS, NO_CHANNELS)),
    _field("contact", "phone_invited", "yes-no", "channels_given=phone,mobile"),
    _choice("told", "promise", "choice", "promises", PROMISES),
    _field("told", "promised.from", "day", _DATED),
    _field("told", "promised.to", "day", _DATED),
    _field("told", "promised.text", "text", "promise=words"),
    _field("told", "told_interval.date", "day"),
    _field("told", "told_interval.said_on", "day", "told_interval.date=*"),
    _choice("told", "last_reply.kind", "list", "replies", vocabulary.REPLY_KINDS),
    _field("told", "last_reply.at", "day", "last_reply.kind=*"),
    _field("told", "progress.kind", "text"),
    _field("told", "progress.at", "day", "progress.kind=*"),
    _field("told", "rejection_at", "day", "stage=rejected,withdrawn"),
    _field("told", "rejection_at.time", "time", "stage=rejected,withdrawn rejection_at=*", day="rejection_at"),
    _field("told", "told_no_contact", "tick"),
    _choice("sent", "attempts[].kind", "list", "attempts", vocabulary.ATTEMPT_KINDS),
    _field("sent", "attempts[].at", "day"),
    _field("sent", "attempts[].at.time", "time", day="attempts[].at"),
    _choice("sent", "attempts[].to", "list", "contact_types", (*vocabulary.CONTACT_TYPES[:-1], "person")),
    _field("sent", "attempts[].to.name", "text", "attempts[].to=person"),
    _choice("sent", "attempts[].channel", "list", "channels", vocabulary.CHANNELS),
    _field("sent", "attempts[].answered", "yes-no"),
    _field("sent", "attempts[].bounced", "tick", _UNANSWERED),
    _field("sent", "attempts[].auto_reply_until", "day", _UNANSWERED),
    _choice("contacts", "other_contacts", "choices", "contact_types", vocabulary.CONTACT_TYPES[:-1]),
    _field("contacts", "linkedin_invited", "yes-no"),
    _field("offers", "competing_offer.real", "yes-no"),
    _field("offers", "competing_offer.deadline", "day", "competing_offer.real=yes"),
    _field("offers", "other_processes", "yes-no"),
    _field("offers", "new_info.kind", "text"),
    _field("offers", "new_info.relevant", "yes-no", "new_info.kind=*"),
    _choice("place", "country", "list", "countries", (*COUNTRIES, "other")),
    _field("place", "country.other", "text", "country=other"),
    _field("place", "subdivision", "text"),
    _field("place", "recipient_zone", "zone"),
    _choice("place", "recipient_week", "choice", "weeks", vocabulary.WEEKS),
    _choice("wishes", "pace", "choice", "paces", vocabulary.PACES),
    _choice("wishes", "idea", "list", "ideas", vocabulary.IDEAS),
    _field("wishes", "announced_contact", "day"),
    _choice("wishes", "role_family", "list", "roles", vocabulary.ROLE_FAMILIES),
    _field("wishes", "today", "day"),
    _field("wishes", "today.time", "time", day="today"),
    _field("", "zone", "hidden"),
    _field("", "now", "hidden"),
)
FOLDED = ("contacts", "offers", "place", "wishes")
"""Sections that most readers do not need: the page folds them away."""
