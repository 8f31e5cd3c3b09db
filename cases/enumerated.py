"""Situations counted out, not drawn: every combination of what decides most, so that no corner is left to chance."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import prod
from typing import Any

INTERVIEWS = (
    *(date(2026, 6, 1) + timedelta(days=weekday) for weekday in range(7)),
    date(2026, 11, 17),  # a promise of a week or two meets Thanksgiving
    date(2026, 12, 10),  # ... and the year's end
    date(2026, 12, 23),
    date(2027, 8, 23),  # two weeks before Labor Day
)
DAYS_SINCE = (0, 1, 2, 3, 4, 6, 7, 8, 10, 13, 14, 15, 16, 20, 21, 22, 28, 35, 49, 61, 62, 90, 91, 120)
STAGES = ("post_interview", "between_rounds", "references")
PROMISES: tuple[dict[str, Any] | None, ...] = (None, {"days": 2}, {"days": 7}, {"days": 14}, {"text": "a few weeks"})
CONTACTS = ("agency_recruiter", "hr", "hiring_manager", "coordinator")
REACHED: tuple[dict[str, Any], ...] = (
    {"channels_given": ["email"]},
    {"channels_given": ["email", "phone"], "phone_invited": True},
    {"channels_given": ["phone"]},
    {"channels_given": []},
    {},
)
SENT: tuple[tuple[tuple[str, int], ...], ...] = (
    (),
    (("thank_you", 0),),
    (("thank_you", 1), ("status_check", 7)),
    (("thank_you", 1), ("status_check", 14), ("status_check", 28)),
    (("debrief", 0), ("status_check", 4)),
    (("status_check", 8), ("status_check", 15), ("voicemail", 22)),
)
"""Kind and days after the interview; what would lie after today was not sent yet."""
OTHERS: tuple[dict[str, Any], ...] = ({}, {"other_contacts": [{"type": "hiring_manager", "email_given": True}]})
REPLIES: tuple[dict[str, Any] | None, ...] = (
    None,
    {"days": 5, "kind": "acknowledgement"},
    {"days": 9, "kind": "no_news_yet"},
)
PACES = ("keen", "usual", "cautious")

DIMENSIONS = (DAYS_SINCE, SENT, PROMISES, CONTACTS, REACHED, PACES, INTERVIEWS, STAGES, OTHERS, REPLIES)
TOTAL = prod(map(len, DIMENSIONS))
STRIDE = 104_729
"""A prime that divides no dimension: steps of it visit every combination once, and neighbours differ in all."""


def enumerated(count: int) -> Iterator[dict[str, Any]]:
    """Yield so many situations of all combinations, evenly spread; each at most once up to `TOTAL`."""
    for place in range(count):
        yield _situation(place * STRIDE % TOTAL)


def _situation(index: int) -> dict[str, Any]:
    """The combination of a number from 0 to below `TOTAL`, as JSON values."""
    chosen: list[Any] = []
    for dimension in DIMENSIONS:
        index, place = divmod(index, len(dimension))
        chosen.append(dimension[place])
    since, sent, promise, contact, reached, pace, interview, stage, others, reply = chosen
    today = interview + timedelta(days=since)

    def day(days: int) -> str:
        return str(interview + timedelta(days=days))

    situation: dict[str, Any] = {
        "today": today.isoformat(),
        "stage": stage,
        "interview_date": interview.isoformat(),
        "contact_type": contact,
        "pace": pace,
        "attempts": [{"at": day(days), "kind": kind} for kind, days in sent if days <= since],
        **reached,
        **others,
    }
    if promise:
        situation["promised"] = {"to": day(promise["days"])} if "days" in promise else promise
    if reply and reply["days"] <= since:
        situation["last_reply"] = {"at": day(reply["days"]), "kind": reply["kind"]}
    return situation
