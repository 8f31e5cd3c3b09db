"""A situation from JSON: every key of the contract, and every fault at once."""

from datetime import UTC, date, tzinfo
from typing import Any

from followup import vocabulary
from followup.days.zones import zone
from followup.model import (
    Attempt,
    CompetingOffer,
    Dated,
    Fault,
    NewInfo,
    OtherContact,
    Promise,
    Situation,
    ToldInterval,
)
from followup.reading.checks import check_dates
from followup.reading.objects import ObjectReader

LONGEST_CODE = 5
"""Letters and digits of an ISO 3166-2 code, its country included."""
LONGEST_NAME = 60
"""Characters of a region's name: the longest that the tables know has 41."""


def read_situation(value: Any, language: str = "en") -> tuple[Situation | None, list[Fault]]:
    """The situation, or None with every fault: unreadable fields first, then fields that contradict each other.

    `language` is the one in which the reader writes, for what they give in words.
    """
    faults: list[Fault] = []
    if not isinstance(value, dict):
        return None, [Fault("", "not-an-object", {"given": type(value).__name__})]
    reader = ObjectReader(value, faults)
    zone_name, clock = _zone(reader, "zone")
    reader.clock = clock or UTC
    reader.need("today", "stage")
    situation = _read(reader, zone_name, language)
    reader.finish()
    faults += check_dates(situation)
    return (None, faults) if faults else (situation, [])


def _read(reader: ObjectReader, zone_name: str | None, language: str) -> Situation:
    """The situation with whatever could be read; it stands only if no fault was noted.

    What could not be read is filled with something that brings no further fault: an unreadable `today` becomes the
    calendar's last day, so that nothing is faulted for lying after it.
    """
    _, recipient_zone = _zone(reader, "recipient_zone")
    return Situation(
        today=reader.moment("today") or date.max,
        stage=reader.choice("stage", vocabulary.STAGES) or vocabulary.STAGES[0],
        zone=reader.clock,
        zone_name=zone_name,
        country=_country(reader),
        subdivision=_subdivision(reader),
        holidays=reader.days("holidays"),
        recipient_zone=recipient_zone,
        recipient_week=reader.choice("recipient_week", vocabulary.WEEKS),
        route=reader.choice("route", vocabulary.ROUTES),
        application_date=reader.day("application_date"),
        interview_date=reader.day("interview_date"),
        interview_start=reader.moment("interview_start"),
        interview_end=reader.moment("interview_end"),
        contact_type=reader.choice("contact_type", vocabulary.CONTACT_TYPES),
        channels_given=reader.choices("channels_given", vocabulary.CHANNELS),
        phone_invited=reader.flag("phone_invited"),
        linkedin_invited=reader.flag("linkedin_invited"),
        interviewers=reader.texts("interviewers"),
        addresses_given=reader.count("addresses_given"),
        other_contacts=tuple(_other_contact(item) for item in reader.objects("other_contacts")),
        promised=_promise(reader.object("promised")),
        told_interval=_told_interval(reader.object("told_interval")),
        told_no_contact=reader.flag("told_no_contact"),
        attempts=tuple(_attempt(item) for item in reader.objects("attempts")),
        last_reply=_dated(reader.object("last_reply"), vocabulary.REPLY_KINDS),
        progress=_dated(reader.object("progress"), None),
        rejection_at=reader.moment("rejection_at"),
        competing_offer=_offer(reader.object("competing_offer")),
        other_processes=reader.flag("other_processes"),
        new_info=_new_info(reader.object("new_info")),
        announced_contact=reader.day("announced_contact"),
        emergency=reader.flag("emergency"),
        role_family=reader.choice("role_family", vocabulary.ROLE_FAMILIES),
        idea=reader.choice("idea", vocabulary.IDEAS),
        pace=reader.choice("pace", vocabulary.PACES) or "usual",
        language=language,
    )


def _zone(reader: ObjectReader, key: str) -> tuple[str | None, tzinfo | None]:
    """The name and the clock of a zone; a name that the table lacks is a fault."""
    name = reader.text(key)
    found = zone(name) if name else None
    if name and found is None:
        reader.fault(key, "unknown-zone", given=name)
    return name, found


def _country(reader: ObjectReader) -> str | None:
    """The two letters of an ISO 3166 code, in capitals."""
    code = reader.text("country")
    if code is None or (len(code) == 2 and code.isascii() and code.isalpha()):  # noqa: PLR2004 - ISO 3166-1 alpha-2
        return code and code.upper()
    reader.fault("country", "not-a-country", given=code)
    return None


def _subdivision(reader: ObjectReader) -> str | None:
    """A region by its name, or by its ISO 3166-2 code in capitals; which of them exist is for the tables to know."""
    name = reader.text("subdivision")
    if name is None:
        return None
    if name[0].isalnum() and len(name) <= LONGEST_NAME:
        is_code = name.isascii() and len(name.replace("-", "")) <= LONGEST_CODE
        return name.upper() if is_code else name
    reader.fault("subdivision", "not-a-subdivision", given=name)
    return None


def _attempt(reader: ObjectReader) -> Attempt:
    reader.need("at", "kind")
    attempt = Attempt(
        at=reader.moment("at") or date.min,
        kind=reader.choice("kind", vocabulary.ATTEMPT_KINDS) or vocabulary.ATTEMPT_KINDS[0],
        to=reader.text("to"),
        channel=reader.choice("channel", vocabulary.CHANNELS),
        answered=reader.flag("answered") or False,
        bounced=reader.flag("bounced") or False,
        auto_reply_until=reader.day("auto_reply_until"),
    )
    reader.finish()
    return attempt


def _promise(reader: ObjectReader | None) -> Promise | None:
    if reader is None:
        return None
    promise = Promise(
        starts_on=reader.day("from"),
        ends_on=reader.day("to"),
        text=reader.text("text"),
        by=reader.choice("by", vocabulary.PROMISERS),
    )
    reader.finish()
    return promise


def _dated(reader: ObjectReader | None, kinds: tuple[str, ...] | None) -> Dated | None:
    """A reply or a sign of progress; the kind of progress is free text."""
    if reader is None:
        return None
    reader.need("at")
    dated = Dated(
        at=reader.moment("at") or date.min,
        kind=reader.text("kind") if kinds is None else reader.choice("kind", kinds),
    )
    reader.finish()
    return dated


def _told_interval(reader: ObjectReader | None) -> ToldInterval | None:
    if reader is None:
        return None
    reader.need("date")
    told = ToldInterval(check_on=reader.day("date") or date.max, said_on=reader.day("said_on"))
    reader.finish()
    return told


def _other_contact(reader: ObjectReader) -> OtherContact:
    reader.need("type")
    contact = OtherContact(
        type=reader.choice("type", vocabulary.CONTACT_TYPES) or "unknown",
        email_given=reader.flag("email_given") or False,
    )
    reader.finish()
    return contact


def _offer(reader: ObjectReader | None) -> CompetingOffer | None:
    if reader is None:
        return None
    offer = CompetingOffer(real=reader.flag("real"), deadline=reader.day("deadline"))
    reader.finish()
    return offer


def _new_info(reader: ObjectReader | None) -> NewInfo | None:
    if reader is None:
        return None
    info = NewInfo(kind=reader.text("kind"), relevant=reader.flag("relevant"))
    reader.finish()
    return info
