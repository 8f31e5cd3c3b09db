"""What a situation's fields must say together: no message from tomorrow, no promise before the interview."""

from collections.abc import Iterator

from followup.days.calendar import day_of, is_later
from followup.model import Fault, Moment, Situation
from followup.vocabulary import INTERVIEW_IS_OVER


def check_dates(situation: Situation) -> Iterator[Fault]:
    """Every pair of fields that contradict each other, as faults of one of them. Missing fields contradict nothing."""
    yield from _interview(situation)
    yield from _promise(situation)
    yield from _history(situation)
    people, addresses = situation.interviewers, situation.addresses_given
    if people and addresses is not None and addresses > len(people):
        yield Fault("addresses_given", "more-addresses-than-people", {"people": len(people)})


def _interview(situation: Situation) -> Iterator[Fault]:
    named = {
        "interview_date": situation.interview_date,
        "interview_start": situation.interview_start,
        "interview_end": situation.interview_end,
    }
    if situation.stage in INTERVIEW_IS_OVER:
        for key, moment in named.items():
            if moment and is_later(moment, situation.today):
                yield Fault(key, "interview-in-future", {"date": moment, "today": situation.today})
    start, end, day = situation.interview_start, situation.interview_end, situation.interview_date
    if start and end and is_later(start, end):
        yield Fault("interview_end", "ends-before-start", {"date": start})
    if day and end and day_of(end) != day:
        yield Fault("interview_end", "not-the-interview-day", {"date": day})
    applied = situation.application_date
    first = day or start or end
    if applied and first and applied > day_of(first):
        yield Fault("application_date", "applied-after-interview", {"date": first})


def _promise(situation: Situation) -> Iterator[Fault]:
    promise = situation.promised
    interview = situation.interview_end or situation.interview_date or situation.interview_start
    if promise and interview:
        key, day = ("promised.to", promise.ends_on) if promise.ends_on else ("promised.from", promise.starts_on)
        if day and day < day_of(interview):
            yield Fault(key, "promise-before-interview", {"date": interview})
    if promise and promise.starts_on and promise.ends_on and promise.starts_on > promise.ends_on:
        yield Fault("promised.to", "ends-before-start", {"date": promise.starts_on})
    told = situation.told_interval
    if told and told.said_on and told.check_on < told.said_on:
        yield Fault("told_interval.date", "ends-before-start", {"date": told.said_on})


def _history(situation: Situation) -> Iterator[Fault]:
    past: dict[str, Moment | None] = {
        "application_date": situation.application_date,
        "told_interval.said_on": situation.told_interval.said_on if situation.told_interval else None,
        "last_reply.at": situation.last_reply.at if situation.last_reply else None,
        "progress.at": situation.progress.at if situation.progress else None,
        "rejection_at": situation.rejection_at,
    } | {f"attempts[{index}].at": attempt.at for index, attempt in enumerate(situation.attempts)}
    for key, moment in past.items():
        if moment and is_later(moment, situation.today):
            yield Fault(key, "in-future", {"date": moment, "today": situation.today})
    for index, attempt in enumerate(situation.attempts):
        if attempt.auto_reply_until and attempt.auto_reply_until < day_of(attempt.at):
            yield Fault(f"attempts[{index}].auto_reply_until", "ends-before-start", {"date": attempt.at})
