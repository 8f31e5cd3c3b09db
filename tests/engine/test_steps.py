"""What an advice must not say or offer, and the edges of steps that no single case shows."""

import json
from typing import Any

import pytest
from hypothesis import given

from advice_cases import all_cases
from expectations import cited
from followup import vocabulary, wire
from generated import situations

THANKED = {"at": "2026-06-02T15:00", "kind": "thank_you", "to": "hr"}
BASE: dict[str, Any] = {
    "today": "2026-06-02T14:00",
    "stage": "post_interview",
    "country": "US",
    "route": "direct",
    "contact_type": "hr",
    "channels_given": ["email"],
    "interview_end": "2026-06-02T11:00",
}
AGENCY = {"route": "agency", "contact_type": "agency_recruiter", "channels_given": ["email", "phone"]}
ABOUT_APPLICATIONS = {"glassdoor-rh-81-application"}


def advised(**more: Any) -> dict[str, Any]:
    """The advice for the base with something changed."""
    advice: dict[str, Any] = json.loads(wire.advise(json.dumps({**BASE, **more})))
    assert "errors" not in advice, advice["errors"]
    return advice


@given(situations())
def test_the_survey_on_applications_is_for_applications_only(situation: dict[str, Any]) -> None:
    """The 81 percent spoke of applications: after an interview they are never cited (D29)."""
    advice = json.loads(wire.advise(json.dumps(situation)))

    assert situation["stage"] == "applied_only" or not ABOUT_APPLICATIONS & set(cited(advice))


@given(situations(("applied_only",)))
def test_an_application_gets_no_advice_for_interviews(situation: dict[str, Any]) -> None:
    """Without an interview nobody is thanked for one."""
    advice = json.loads(wire.advise(json.dumps(situation)))
    steps = [advice, *advice["then"]]

    assert {step["action"] for step in steps} <= {"application_follow_up", "wait", "stop_and_move_on"}


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ({"promised": {"to": "2026-06-05"}}, True),
        ({"promised": {"to": "2026-06-04"}}, False),  # it would arrive with the decision
        ({}, True),
        ({"channels_given": ["email"]}, False),  # no address of theirs
        ({"zone": "America/Chicago", "recipient_zone": "Europe/Berlin"}, False),
        ({"zone": "Europe/Berlin", "recipient_zone": "Europe/Berlin"}, True),
        (AGENCY, False),
    ],
)
def test_a_letter_is_offered_only_where_it_can_arrive(more: dict[str, Any], *, offered: bool) -> None:
    """On top of the email, in reach, and more than two days before the decision (D04)."""
    advice = advised(**{"channels_given": ["email", "post"], **more})

    assert ("post" in advice["also_channels"]) == offered
    assert ("glassdoor-dadah-handwritten-extra" in set(cited(advice["because"]))) == offered
    assert advice["channel"] == "email"


@pytest.mark.parametrize(
    ("sent", "action"),
    [
        ([], "send_thank_you"),
        (["Ana"], "send_thank_you"),
        (["Ana", "Ben"], "wait"),
        (["each_interviewer"], "wait"),
    ],
)
def test_everybody_with_an_address_is_thanked(sent: list[str], action: str) -> None:
    """Of three people met, the two who gave an address get a note each, and one who was thanked is not enough."""
    attempts = [{**THANKED, "at": "2026-06-02T13:00", "to": name} for name in sent]
    advice = advised(interviewers=["Ana", "Ben", "Cleo"], addresses_given=2, attempts=attempts)

    assert advice["action"] == action
    assert advice["recipient"] == ("none" if action == "wait" else "each_interviewer")


@pytest.mark.parametrize("contact", [None, "unknown"])
def test_an_unknown_contact_is_whoever_invited_the_reader(contact: str | None) -> None:
    """Nobody is guessed: every message of the plan goes to the contact, whoever that is, and the answer says so."""
    said = {"contact_type": contact} if contact else {}
    situation = {key: value for key, value in BASE.items() if key != "contact_type"} | said
    advice = json.loads(wire.advise(json.dumps(situation)))
    named = advised()

    assert advice["recipient"] == "unknown"
    assert {step["recipient"] for step in advice["then"]} == {"unknown", "none"}
    assert len(advice["assumed"]) == len(named["assumed"]) + 1


def test_a_thank_you_that_came_back_was_none() -> None:
    """What bounced is sent again, and the hours still count from the interview (G20)."""
    advice = advised(today="2026-06-03T10:00", attempts=[{**THANKED, "bounced": True}])

    assert (advice["action"], advice["latest"]) == ("send_thank_you", "2026-06-04T11:00")


@pytest.mark.parametrize(("day", "is_fine"), [("2026-06-08", False), ("2026-06-09", True), ("2026-06-20", True)])
def test_an_announced_contact_fits_the_day_of_the_check(day: str, *, is_fine: bool) -> None:
    """A next contact may be named only for the day on which a check is due, or later (D18)."""
    advice = advised(announced_contact=day)
    warned = "ziprecruiter-brown-respect-timeline" in set(cited(advice["avoid"]))

    assert warned != is_fine
    assert ("glassdoor-dadah-close-next-contact" in set(cited(advice["because"]))) == is_fine
    assert "C18" in {dispute["id"] for dispute in advice["disputed"]}


@pytest.mark.parametrize(
    ("channels", "mobile_is_warned_of", "channel"),
    [
        (["email", "phone"], False, "email"),
        (["email", "phone", "mobile"], True, "email"),
        (["email", "mobile"], True, "email"),
        (["phone", "mobile"], True, "phone"),
        (["mobile"], False, "mobile"),
    ],
)
def test_the_recruiters_mobile_is_for_emergencies(
    channels: list[str], channel: str, *, mobile_is_warned_of: bool
) -> None:
    """A mobile is left alone while there is another way; as the only number it is an office line (D16)."""
    for attempts in ([], [{"at": "2026-06-02T12:00", "kind": "debrief", "answered": True}]):
        today = "2026-06-02T14:00" if not attempts else "2026-06-08"
        advice = advised(**{**AGENCY, "channels_given": channels}, attempts=attempts, today=today)

        assert ("clearpoint-mobile-emergency-only" in set(cited(advice["avoid"]))) == mobile_is_warned_of
        assert advice["channel"] == channel
        assert ("mobile" in advice["also_channels"]) is False


def test_the_recruiter_is_asked_to_forward_after_a_day() -> None:
    """24 hours after the interview an unanswered debrief is followed by one request; an answer spares it (G09)."""
    debriefed = {"at": "2026-06-02T13:00", "kind": "debrief"}
    before = advised(**AGENCY, attempts=[debriefed], today="2026-06-03T10:59")
    after = advised(**AGENCY, attempts=[debriefed], today="2026-06-03T11:00")
    late = advised(**AGENCY, attempts=[debriefed], today="2026-06-04T11:01")
    answered = advised(**AGENCY, attempts=[{**debriefed, "answered": True}], today="2026-06-03T13:00")

    assert (before["action"], before["waiting_for"]) == ("wait", "send_thank_you")
    assert (after["action"], after["recipient"]) == ("send_thank_you", "agency_recruiter")
    assert late["action"] == "send_late_thank_you"
    assert answered["waiting_for"] == "send_status_check"


def test_a_recruiter_who_was_told_late_has_a_day_as_well() -> None:
    """A debrief after the first 24 hours gets 24 hours of its own before the request to forward (G09)."""
    debriefed = [{"at": "2026-06-04T12:00", "kind": "debrief"}]
    before = advised(**AGENCY, attempts=debriefed, today="2026-06-05T11:59")
    after = advised(**AGENCY, attempts=debriefed, today="2026-06-05T12:00")

    assert (before["action"], before["earliest"]) == ("wait", "2026-06-05T12:00")
    assert (after["action"], after["recipient"]) == ("send_thank_you", "agency_recruiter")


@pytest.mark.parametrize("pace", ["keen", "usual", "cautious"])
@pytest.mark.parametrize("contact", ["hr", "hiring_manager"])
@pytest.mark.parametrize(
    ("reply", "steps_back"),
    [
        ("no_news_yet", True),
        ("busy_now", True),
        ("cannot_share", True),
        ("acknowledgement", False),
        ("progress", False),
    ],
)
def test_a_reply_restarts_the_count(reply: str, contact: str, pace: str, *, steps_back: bool) -> None:
    """A week from the reply a message is possible; advised then too, or after two weeks where they had no news.

    Careful readers wait two weeks after any reply, keen ones a week (D12, G21).
    """
    said = {"last_reply": {"at": "2026-06-10", "kind": reply}, "attempts": [THANKED]}
    said |= {"contact_type": contact, "pace": pace}
    before, on_the_day = advised(**said, today="2026-06-16"), advised(**said, today="2026-06-17")
    waits_long = pace == "cautious" or (steps_back and pace == "usual")

    assert (before["action"], before["earliest"]) == ("wait", "2026-06-17")
    assert on_the_day["action"] == "send_status_check"
    assert on_the_day["strength"] == ("tolerated" if waits_long else "recommended")
    assert on_the_day["recommended"] == ("2026-06-24" if waits_long else "2026-06-17")
    assert ("resumenow-back-off-when-told-no-news" in set(cited(on_the_day["because"]))) == steps_back


@pytest.mark.parametrize(
    ("today", "named"), [("2026-07-02", False), ("2026-07-03", True), ("2026-07-06", False), ("2026-07-07", False)]
)
def test_a_public_holiday_is_named(today: str, *, named: bool) -> None:
    """Where a check would be due but for a holiday, the answer says which (G02)."""
    advice = advised(today=today, attempts=[{**THANKED, "at": "2026-06-18T15:00"}])
    texts = " ".join(reason["text"] for reason in advice["because"])

    assert ("Independence Day" in texts) == named
    assert advice["action"] == ("wait" if today in ("2026-07-03", "2026-07-06") else "send_status_check")


def test_a_country_without_a_table_is_said() -> None:
    """What is not known is told among the assumptions, and a place beyond the years of the table as well."""
    beyond = advised(today="2050-06-10", interview_end="2050-06-02T11:00", attempts=[])

    assert any("NL" in text for text in advised(country="NL")["assumed"])
    assert any("ZZ" in text for text in advised(subdivision="ZZ")["assumed"])
    assert any("2025" in text for text in beyond["assumed"])
    assert advised(zone="America/Chicago", subdivision="CA")["assumed"] == []


@pytest.mark.parametrize(
    ("family", "shown"),
    [("engineering", True), ("administrative", True), ("other", False), (None, False)],
)
def test_figures_that_help_to_wait_fit_the_kind_of_work(family: str | None, *, shown: bool) -> None:
    """Days to hire are shown with their claim where the sources give any for this kind of work (D28)."""
    figures = advised(role_family=family)["context"]

    assert bool(figures) == shown
    assert all(figure["claims"] for figure in figures)


def test_every_stage_action_and_channel_is_shown_by_a_case() -> None:
    """The cases leave out no stage, no action and no channel that a contact may give."""
    cases = all_cases()

    assert {case.situation["stage"] for case in cases} == set(vocabulary.STAGES)
    assert {case.advice.get("action") for case in cases} >= set(vocabulary.ACTIONS)
    assert {given for case in cases for given in case.situation.get("channels_given", ())} == set(vocabulary.CHANNELS)
