"""What would change the answer: the nearest days and the nearest other situations, found by asking the plan."""

from collections.abc import Iterator

from followup.advice import Change
from followup.days.calendar import day_of, shift
from followup.facts.facts import Facts
from followup.facts.finding import find_facts
from followup.knowledge.records import Knowledge
from followup.model import NO_VALUES, CompetingOffer, Dated, OtherContact, Promise, Situation
from followup.plan import Planned, due_step, follows_road_after_interview
from followup.vocabulary import Action


def changes(facts: Facts, due: Planned, later: tuple[Planned, ...], knowledge: Knowledge) -> tuple[Change, ...]:
    """The flips of the answer, those that come by themselves first; a neighbour with the same answer is none."""
    return (*_by_day(due, later), *_by_neighbour(facts, due, knowledge))


def _by_day(due: Planned, later: tuple[Planned, ...]) -> Iterator[Change]:
    """The next days on which the answer is another, if nobody answers and nothing is sent."""
    dates = due.dates
    if not dates.is_open and dates.earliest:
        yield Change("from-day", {"date": dates.earliest}, due.step.action, dates.earliest)
    elif dates.strength == "tolerated" and dates.recommended:
        yield Change("advised-from", {"date": dates.recommended}, due.step.action, dates.recommended)
    elif later:
        day = later[0].dates.preferred
        if day and dates.preferred and day > dates.preferred:
            yield Change("if-done", {"date": day}, later[0].step.action, day)


def _by_neighbour(facts: Facts, due: Planned, knowledge: Knowledge) -> Iterator[Change]:
    """Situations that differ in one thing and get another action."""
    answer = _action(due)
    for name, neighbour in _neighbours(facts):
        other = due_step(find_facts(neighbour, knowledge))
        if _action(other) != answer:
            earliest = other.dates.earliest
            starts = max(day_of(earliest), facts.today) if earliest else None
            yield Change(name, NO_VALUES, _action(other), starts)


def _action(due: Planned) -> Action:
    return due.step.action if due.dates.is_open else "wait"


def _neighbours(facts: Facts) -> Iterator[tuple[str, Situation]]:
    """The neighbouring situations that a reader may be in, each with its name among the changes of the catalogue."""
    situation, near = facts.situation, shift(facts.today, facts.policy.days("flip-day"))
    if not follows_road_after_interview(situation.stage):
        return
    if not facts.is_agency:
        yield "if-agency", situation._replace(route="agency", contact_type="agency_recruiter")
    if facts.promised_on is None:
        yield "if-promised", situation._replace(promised=Promise(ends_on=near))
    if not facts.has_deadline:
        yield "if-deadline", situation._replace(competing_offer=CompetingOffer(real=True, deadline=near))
    if facts.history.unanswered_checks:
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
