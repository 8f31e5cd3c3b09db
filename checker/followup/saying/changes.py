"""What would change the answer: the nearest days and the nearest other situations, found by asking the plan."""

from collections.abc import Iterator

from followup.advice import Change
from followup.days.calendar import day_of, shift
from followup.facts.facts import Facts, find_facts
from followup.knowledge.records import Knowledge
from followup.model import CompetingOffer, Dated, OtherContact, Promise, Situation
from followup.plan import AFTER_INTERVIEW, ROADS, Planned, first
from followup.words import Words

SOON = 7
"""Days ahead of today for a made-up date in a neighbouring situation."""


def changes(
    facts: Facts, due: Planned, later: tuple[Planned, ...], knowledge: Knowledge, words: Words
) -> tuple[Change, ...]:
    """The flips of the answer, those that come by themselves first; a neighbour with the same answer is none."""
    return (*_by_day(due, later, words), *_by_neighbour(facts, due, knowledge, words))


def _by_day(due: Planned, later: tuple[Planned, ...], words: Words) -> Iterator[Change]:
    """The next days on which the answer is another, if nobody answers and nothing is sent."""
    if not due.is_open and due.earliest:
        yield Change(
            when=words.text("changes.from-day", date=due.earliest), action=due.step.action, starts=due.earliest
        )
    elif due.strength == "tolerated" and due.recommended:
        yield Change(
            when=words.text("changes.advised-from", date=due.recommended),
            action=due.step.action,
            starts=due.recommended,
        )
    elif later and later[0].preferred and due.preferred and later[0].preferred > due.preferred:
        yield Change(
            when=words.text("changes.if-done", date=later[0].preferred),
            action=later[0].step.action,
            starts=later[0].preferred,
        )


def _by_neighbour(facts: Facts, due: Planned, knowledge: Knowledge, words: Words) -> Iterator[Change]:
    """Situations that differ in one thing and get another action."""
    answer = _action(due)
    for name, neighbour in _neighbours(facts):
        other = first(find_facts(neighbour, knowledge))
        if _action(other) != answer:
            starts = max(day_of(other.earliest), facts.today) if other.earliest else None
            yield Change(when=words.text(f"changes.{name}"), action=_action(other), starts=starts)


def _action(due: Planned) -> str:
    return due.step.action if due.is_open else "wait"


def _neighbours(facts: Facts) -> Iterator[tuple[str, Situation]]:
    """The neighbouring situations that a reader may be in, each with its name in the words."""
    situation = facts.situation
    if ROADS[situation.stage] is not AFTER_INTERVIEW:
        return
    if not facts.is_agency:
        yield "if-agency", situation._replace(route="agency", contact_type="agency_recruiter")
    if facts.promised_on is None:
        yield "if-promised", situation._replace(promised=Promise(ends_on=shift(facts.today, SOON)))
    if not facts.has_deadline:
        offer = CompetingOffer(real=True, deadline=shift(facts.today, SOON))
        yield "if-deadline", situation._replace(competing_offer=offer)
    if facts.history.unanswered_checks():
        yield "if-no-news", situation._replace(last_reply=Dated(at=situation.today, kind="no_news_yet"))
        if not facts.is_agency and not situation.other_contacts:
            others = (
                OtherContact(type="hiring_manager" if facts.contact != "hiring_manager" else "hr", email_given=True),
            )
            yield "if-other-contact", situation._replace(other_contacts=others)
    if not facts.is_agency and not situation.phone_invited:
        yield "if-phone-invited", situation._replace(phone_invited=True)
    if not situation.told_no_contact:
        yield "if-told-not-to-write", situation._replace(told_no_contact=True)
