"""The situations in which the engine is listened to: the cases of its tests, and their neighbours."""

from collections.abc import Iterator
from copy import replace
from datetime import timedelta

from advice_cases import all_cases
from followup.days.calendar import day_of, shift
from followup.model import OtherContact, Promise, Situation
from followup.reading.situation import read_situation
from followup.vocabulary import CHANNELS, CONTACT_TYPES, INTERVIEW_IS_OVER

FAR = 70
"""Days ahead of today that lie beyond every usual wait."""
HOLIDAY = (7, 3)
"""Month and day of a public holiday where most cases are, in their year."""


def situations() -> Iterator[Situation]:
    """Yield the situation of each case, in the order of the files, and the neighbours of the first of each sort."""
    sorts = set()
    for case in all_cases():
        situation, _ = read_situation(case.situation)
        if situation:
            yield situation
            sort = (situation.stage, situation.contact_type, situation.promised is None, len(situation.attempts))
            if sort not in sorts:
                yield from _neighbours(situation)
            sorts.add(sort)


def _neighbours(situation: Situation) -> Iterator[Situation]:
    """Situations that differ in little, so that rare answers are met as well."""
    for channel in CHANNELS:
        yield replace(situation, channels_given=(channel,))
    for contact in CONTACT_TYPES:
        others = (OtherContact(type="hr", email_given=True),)
        yield replace(situation, contact_type=contact, route=None, other_contacts=others)
    if situation.stage not in INTERVIEW_IS_OVER:
        yield replace(situation, emergency=True)
        return
    today = day_of(situation.today)
    yield replace(situation, attempts=())
    yield replace(situation, linkedin_invited=True, idea="connect_on_linkedin")
    yield replace(situation, channels_given=("email", "post"), promised=Promise(ends_on=shift(today, 1)))
    yield replace(situation, announced_contact=shift(today, FAR))
    yield replace(situation, today=situation.today + timedelta(days=FAR))
    yield replace(situation, today=situation.today.replace(month=HOLIDAY[0], day=HOLIDAY[1]))
