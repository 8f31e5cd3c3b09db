"""How many sources accept a step: today, and on the day that is advised."""

import json
from datetime import date
from typing import Any

import pytest

from followup import knowledge, wire
from followup.knowledge.spread import accepting

THANKED = {"at": "2026-06-03", "kind": "thank_you"}
BASE: dict[str, Any] = {
    "stage": "post_interview",
    "country": "US",
    "contact_type": "hiring_manager",
    "channels_given": ["email"],
    "interview_date": "2026-06-03",
    "attempts": [THANKED],
}
AGENCY = {"route": "agency", "contact_type": "agency_recruiter", "attempts": [{**THANKED, "kind": "debrief"}]}
APPLIED: dict[str, Any] = {
    "stage": "applied_only",
    "application_date": "2026-06-03",
    "interview_date": None,
    "attempts": [],
}
INTERVIEWED: dict[str, Any] = {"zone": "America/Chicago", "interview_date": None, "attempts": []}
"""Nothing was sent yet, so a thank-you is due."""


def asked(*days: str) -> list[dict[str, Any]]:
    """The thank-you, and a check on each of the days, to whoever is the contact."""
    return [THANKED, *({"at": day, "kind": "status_check"} for day in days)]


def advised(**more: Any) -> dict[str, Any]:
    """The advice for the base with something changed; None takes a key away."""
    situation = {key: value for key, value in {**BASE, **more}.items() if value is not None}
    advice: dict[str, Any] = json.loads(wire.advise(json.dumps(situation)))
    assert "errors" not in advice, advice["errors"]
    return advice


@pytest.mark.parametrize(
    ("more", "number", "since"),
    [
        ({"today": "2026-06-09", "promised": {"to": "2026-06-09"}}, "first-check-after-promise", "2026-06-09"),
        ({"today": "2026-06-10", "promised": {"to": "2026-06-09"}}, "first-check-after-promise", "2026-06-09"),
        ({"today": "2026-06-12", "promised": {"to": "2026-06-09"}}, "first-check-after-promise", "2026-06-09"),
        ({"today": "2026-06-05"}, "first-check-without-date", "2026-06-03"),
        ({"today": "2026-06-10"}, "first-check-without-date", "2026-06-03"),
        ({"today": "2026-06-10", "contact_type": "hr"}, "first-check-without-date", "2026-06-03"),
        ({"today": "2026-06-10", "contact_type": None}, "first-check-without-date", "2026-06-03"),
        ({"today": "2026-06-23", "pace": "cautious"}, "first-check-without-date", "2026-06-03"),
        (
            {"today": "2026-06-12", "last_reply": {"at": "2026-06-09", "kind": "acknowledgement"}},
            "first-check-without-date",
            "2026-06-09",
        ),
        ({"today": "2026-06-12", "attempts": asked("2026-06-10")}, "spacing-employer", "2026-06-10"),
        ({"today": "2026-06-17", "attempts": asked("2026-06-10")}, "spacing-employer", "2026-06-10"),
        (
            # A check before the promised day: which of the two waits is over later?
            {"today": "2026-06-11", "promised": {"to": "2026-06-10"}, "attempts": asked("2026-06-09")},
            "spacing-employer",
            "2026-06-09",
        ),
        (
            {"today": "2026-06-11", "promised": {"to": "2026-06-10"}, "attempts": asked("2026-06-05")},
            "first-check-after-promise",
            "2026-06-10",
        ),
        ({"today": "2026-06-09", **APPLIED}, "application-follow-up-from", "2026-06-03"),
        ({"today": "2026-06-16", **APPLIED}, "application-follow-up-from", "2026-06-03"),
    ],
)
def test_days_are_counted_from_where_the_number_runs(more: dict[str, Any], number: str, since: str) -> None:
    """Of all sources that name the number, as many as accept the days that have gone by, today and on the best day."""
    advice = advised(**more)
    spread = knowledge.load().spreads[number]
    today, preferred = (
        (date.fromisoformat(day[:10]) - date.fromisoformat(since)).days for day in (more["today"], advice["preferred"])
    )

    assert advice["agreement"] == {
        "number": number,
        "of": spread.of,
        "today": accepting(spread, today),
        "on_preferred": accepting(spread, preferred),
    }


def test_more_agree_on_the_advised_day_than_today() -> None:
    """On the promised day fewer accept a question than a day later, and most on the day that is advised."""
    on_the_day, next_day = (
        advised(today=today, promised={"to": "2026-06-10"})["agreement"] for today in ("2026-06-10", "2026-06-11")
    )

    assert 0 < on_the_day["today"] < next_day["today"] < next_day["on_preferred"] <= next_day["of"]
    assert on_the_day["on_preferred"] == next_day["on_preferred"] >= 3 / 4 * next_day["of"]


@pytest.mark.parametrize(
    ("end", "now", "hours"),
    [
        ("2026-06-02T11:00", "2026-06-02T11:00", 0),
        ("2026-06-02T11:00", "2026-06-03T11:00", 24),
        ("2026-06-02T11:00", "2026-06-03T11:01", 25),
        ("2026-06-02T11:00", "2026-06-04T10:59", 48),
        ("2026-06-02T11:00", "2026-06-04T11:00", 48),
        ("2026-03-07T10:00", "2026-03-08T11:00", 24),  # the clocks go forward meanwhile
        ("2026-03-07T10:00", "2026-03-08T11:01", 25),
        ("2026-06-02T11:00", "2026-06-03", 24),  # the hour is not known
        ("2026-06-02T11:00", "2026-06-04", 48),
    ],
)
def test_a_thank_you_counts_elapsed_hours(end: str, now: str, hours: int) -> None:
    """An hour that has begun counts, across a clock change too; days without an hour count as 24 of them."""
    agreement = advised(**INTERVIEWED, interview_end=end, today=now)["agreement"]
    spread = knowledge.load().spreads["thank-you-by"]

    assert (agreement["number"], agreement["of"]) == ("thank-you-by", spread.of)
    assert agreement["today"] == agreement["on_preferred"] == accepting(spread, hours)


def test_fewer_accept_a_later_thank_you() -> None:
    """At once everybody; at the target three quarters; a minute after it fewer."""
    at_once, at_target, after = (
        advised(**INTERVIEWED, interview_end="2026-06-02T11:00", today=now)["agreement"]
        for now in ("2026-06-02T11:30", "2026-06-03T11:00", "2026-06-03T11:01")
    )

    assert at_once["today"] == at_once["of"]
    assert at_target["of"] > at_target["today"] >= 3 / 4 * at_target["of"] > after["today"]


@pytest.mark.parametrize(
    "more",
    [
        {"today": "2026-06-09", **AGENCY},
        {"today": "2026-06-10", **AGENCY, "promised": {"to": "2026-06-09", "by": "agency"}},
        {"today": "2026-06-10", "told_interval": {"date": "2026-06-10"}},
        {"today": "2026-06-17", "contact_type": "hr", "attempts": asked("2026-06-10")},
        {"today": "2026-06-17", "last_reply": {"at": "2026-06-10", "kind": "no_news_yet"}},
        {"today": "2026-06-17", "phone_invited": True, "attempts": asked("2026-06-10")},
        {"today": "2026-06-18", "attempts": asked("2026-06-03", "2026-06-10")},
        {"today": "2026-06-17", "attempts": asked("2026-06-03", "2026-06-10")},
        {"today": "2026-06-23", "attempts": [{**THANKED, "auto_reply_until": "2026-06-19"}]},
        {"today": "2026-06-12", **APPLIED, "last_reply": {"at": "2026-06-09", "kind": "acknowledgement"}},
        {"today": "2026-06-08T12:00", **INTERVIEWED, "interview_end": "2026-06-03T11:00"},
        {"today": "2026-06-03T12:00", **INTERVIEWED, "interview_end": "2026-06-03T11:00", "channels_given": []},
        {"today": "2026-06-03", "stage": "withdrawn"},
    ],
    ids=[
        "an agency",
        "an agency's day",
        "a day that they told the reader",
        "HR a second time",
        "an answer without news",
        "a voicemail",
        "a stop",
        "the wait for a stop",
        "an automatic reply",
        "an application that was answered",
        "a late thank-you",
        "a letter",
        "a withdrawal",
    ],
)
def test_where_nothing_is_counted_nobody_is_named(more: dict[str, Any]) -> None:
    """Windows that rest on our choice or on what they said have no count."""
    assert advised(**more)["agreement"] is None
