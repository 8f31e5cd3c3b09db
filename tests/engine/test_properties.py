"""What must always hold, over situations that nobody thought of."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advice_cases import cited
from followup import knowledge, vocabulary, wire
from followup.facts import Facts, find_facts
from followup.situation import read_situation
from generated import situations

ROAD = ("post_interview", "between_rounds", "references")
CHECKS = frozenset({"send_status_check", "voicemail_reminder", "redirect_to_other_contact"})
SENDS_NOTHING = frozenset(
    {"wait", "stop_and_move_on", "ask_timeline_at_interview", "accept_linkedin", "emergency_call"}
)


def advised(situation: dict[str, Any]) -> dict[str, Any]:
    """The advice as JSON values; fails where there is none."""
    advice: dict[str, Any] = json.loads(wire.advise(json.dumps(situation)))
    assert "errors" not in advice, advice["errors"]
    return advice


def facts_of(situation: dict[str, Any]) -> Facts:
    """The facts that the engine finds in a situation."""
    read, faults = read_situation(situation)
    assert read is not None, faults
    return find_facts(read, knowledge.load())


def steps_of(advice: dict[str, Any]) -> list[dict[str, Any]]:
    """The step that is due, if any, and all that come after."""
    return [*([] if advice["action"] == "wait" else [advice]), *advice["then"]]


def was_heard_after(situation: dict[str, Any], promised: date) -> bool:
    """Whether there was a sign of life after the promised day: then the promise no longer stands."""
    heard = [situation[key]["at"] for key in ("last_reply", "progress") if key in situation]
    heard += [attempt["at"] for attempt in situation["attempts"] if attempt.get("answered")]
    return any(date.fromisoformat(at) > promised for at in heard)


def day(moment: str | None) -> date | None:
    """The day of an ISO text."""
    return None if moment is None else date.fromisoformat(moment[:10])


@given(situations())
def test_every_valid_situation_gets_a_whole_advice(situation: dict[str, Any]) -> None:
    """Whatever its dates, a valid situation gets an advice in the words of the vocabulary, with its dates in order."""
    advice = advised(situation)

    assert advice["action"] in vocabulary.ACTIONS
    assert advice["strength"] in vocabulary.STRENGTHS
    assert (advice["waiting_for"] is not None) <= (advice["action"] == "wait")
    for step in steps_of(advice):
        marks = [step[key] for key in ("earliest", "recommended", "preferred", "latest") if step[key]]
        assert [mark[:10] for mark in marks] == sorted(mark[:10] for mark in marks)
    assert (advice["then"] or [advice])[-1]["action"] in SENDS_NOTHING


@given(situations())
def test_what_is_cited_exists_and_what_is_ours_cites_nothing(situation: dict[str, Any]) -> None:
    """Every claim id is in the knowledge; a reason rests on claims or is ours, never both; no reason stands twice."""
    advice = advised(situation)
    reasons = [*advice["because"], *advice["avoid"], *((advice["idea"] or {}).get("because", ()))]

    assert set(cited(advice)) <= knowledge.load().claims.keys()
    assert all((reason["basis"] == "sources") == bool(reason["claims"]) for reason in reasons)
    assert all(side["claims"] for dispute in advice["disputed"] for side in dispute["sides"])
    for listed in (advice["because"], advice["avoid"], advice["assumed"]):
        texts = [item if isinstance(item, str) else item["text"] for item in listed]
        assert len(set(texts)) == len(texts)


@given(situations())
def test_json_is_stable_under_a_round_trip(situation: dict[str, Any]) -> None:
    """The same situation gives the same text, however its JSON was written; the text is one line."""
    text = wire.advise(json.dumps(situation))

    assert text == wire.advise(json.dumps(situation, indent=2, sort_keys=True))
    assert text == wire.written(json.loads(text))
    assert "\n" not in text


@given(situations(ROAD))
def test_nobody_is_asked_on_or_before_the_promised_day(situation: dict[str, Any]) -> None:
    """While a promise stands, every status check of the plan, the redirect too, lies after the promised day."""
    promised = facts_of(situation).promised_on
    assume(promised is not None)
    assert promised is not None
    assume(not was_heard_after(situation, promised))

    for step in steps_of(advised(situation)):
        if step["action"] in CHECKS:
            assert date.fromisoformat(step["earliest"][:10]) > promised


@given(situations(ROAD))
def test_checks_to_an_employer_keep_to_the_day_rule(situation: dict[str, Any]) -> None:
    """No check is advised for a weekend, a public holiday, the year-end break or the busiest day of their week."""
    facts = facts_of(situation)
    allows = facts.calendar.is_working if facts.is_agency or facts.has_deadline else facts.calendar.allows_check

    for step in steps_of(advised(situation)):
        if step["action"] in CHECKS and (best := day(step["preferred"])) and best < date.max:
            assert allows(best)


@given(situations(ROAD))
def test_nothing_goes_past_an_agency(situation: dict[str, Any]) -> None:
    """Where an agency put the reader forward, every message of the plan goes to the agency."""
    assume(situation.get("route") == "agency" or situation.get("contact_type") == "agency_recruiter")

    recipients = {step["recipient"] for step in steps_of(advised(situation))}

    assert recipients <= {"agency_recruiter", "agency_desk", "none"}


@given(situations())
def test_no_channel_is_used_that_was_not_given_or_invited(situation: dict[str, Any]) -> None:
    """A message goes by a channel that was given, or by phone if invited; without any, only thanks may go by post."""
    given_channels = set(situation.get("channels_given", ["email"]))
    if situation.get("phone_invited"):
        given_channels.add("phone")
    fallback = {"gracious_close", "withdraw_note", "debrief_recruiter", "application_follow_up", "emergency_call"}

    for step in steps_of(advised(situation)):
        if (
            step["recipient"] in ("none", "interviewer", "each_interviewer", "agency_desk")
            or step["action"] in fallback
        ):
            continue
        if step["action"] == "redirect_to_other_contact" or situation.get("channels_given") == []:
            continue
        assert {step["channel"], *step.get("also_channels", ())} <= given_channels


@given(situations(ROAD))
def test_the_cap_is_never_passed(situation: dict[str, Any]) -> None:
    """The plan never holds more checks than the pace allows, nor more than three messages that ask for news."""
    advice = advised(situation)
    asked = [step for step in steps_of(advice) if step["action"] in CHECKS]
    to_main = [step for step in asked if step["action"] != "redirect_to_other_contact"]

    assert len(to_main) <= (1 if situation.get("pace") == "cautious" else 2)
    assert len(asked) <= 3


@given(situations(ROAD), st.integers(0, 30))
def test_one_more_unanswered_check_moves_nothing_earlier(situation: dict[str, Any], ago: int) -> None:
    """After one more check without an answer, the next message to the same person comes on the same day or later.

    Where the day of the interview is not known, one more message also tells when there was contact: left out here.
    """
    assume("interview_date" in situation or "interview_end" in situation)
    situation.pop("competing_offer", None)  # telling of a deadline is no check, and goes at once
    today = date.fromisoformat(situation["today"][:10])
    sent = today - timedelta(days=min(ago, (today - date.min).days))
    more = {**situation, "attempts": [*situation["attempts"], {"at": sent.isoformat(), "kind": "status_check"}]}
    before, after = advised(situation), advised(more)
    assume(before["waiting_for"] and before["earliest"])
    assume(after["action"] not in ("stop_and_move_on", "share_new_info"))
    assume(after["waiting_for"] != "stop_and_move_on" and before["waiting_for"] != "stop_and_move_on")
    assume("redirect_to_other_contact" not in (after["action"], after["waiting_for"]))

    assert after["action"] == "wait"
    assert after["earliest"] is None or after["earliest"][:10] >= before["earliest"][:10]


@given(situations(ROAD), st.integers(1, 30))
def test_a_later_promise_moves_nothing_earlier(situation: dict[str, Any], days_later: int) -> None:
    """With a later promised day the first check is recommended on the same day or later, while the promise stands."""
    promised = facts_of(situation).promised_on
    assume(promised is not None and promised < date.max - timedelta(days=90))
    assert promised is not None
    assume(not was_heard_after(situation, promised))
    later = {**situation, "promised": {"to": (promised + timedelta(days=days_later)).isoformat()}}
    first, second = (
        next((step for step in steps_of(advised(each)) if step["action"] in CHECKS), None)
        for each in ({**situation, "promised": {"to": promised.isoformat()}}, later)
    )
    assume(first and second and first["recommended"] and second["recommended"])
    assert first is not None
    assert second is not None

    assert first["recommended"][:10] <= second["recommended"][:10]


@given(situations(ROAD))
def test_a_keener_reader_never_waits_longer(situation: dict[str, Any]) -> None:
    """The recommended day of the first check is never later for a keener pace."""
    marks: list[str] = []
    for pace in ("keen", "usual", "cautious"):
        first = next(
            (step for step in steps_of(advised({**situation, "pace": pace})) if step["action"] in CHECKS), None
        )
        assume(first and first["recommended"])
        marks.append(first["recommended"] if first else "")

    assert marks == sorted(marks)


@given(situations(ROAD), st.data())
def test_a_wait_ends_on_its_day_and_on_no_day_before(situation: dict[str, Any], data: st.DataObject) -> None:
    """If the answer is "wait until D for X" and nothing happens, the answer on D is X, and on no day before."""
    for volatile in ("competing_offer", "new_info", "recipient_zone"):
        situation.pop(volatile, None)
    advice = advised(situation)
    assume(advice["waiting_for"] and advice["earliest"] and advice["earliest"] < "9990")
    opens, today = advice["earliest"], date.fromisoformat(situation["today"][:10])
    ends_on = date.fromisoformat(opens[:10])
    between = data.draw(st.integers(1, max(1, (ends_on - today).days - 1)))

    on_the_day = advised({**situation, "today": opens})
    day_before = advised({**situation, "today": (today + timedelta(days=between)).isoformat()})

    assert on_the_day["action"] == advice["waiting_for"]
    if ends_on > today + timedelta(days=1):
        assert day_before["action"] == "wait"
        assert day_before["waiting_for"] == advice["waiting_for"]


@given(situations(ROAD))
def test_the_plan_comes_true(situation: dict[str, Any]) -> None:
    """When the next step is taken on its best day and stays unanswered, the step after it comes when the plan said."""
    for volatile in ("competing_offer", "new_info", "recipient_zone"):
        situation.pop(volatile, None)
    steps = steps_of(advised(situation))
    assume(len(steps) > 1 and steps[1]["preferred"] and steps[1]["preferred"] < "9990")
    kinds = {
        "send_thank_you": "thank_you",
        "send_late_thank_you": "thank_you",
        "debrief_recruiter": "debrief",
        "voicemail_reminder": "voicemail",
    }
    taken = {
        "at": steps[0]["preferred"],
        "kind": kinds.get(steps[0]["action"], "status_check"),
        "to": steps[0]["recipient"],
    }
    then = {**situation, "today": steps[1]["preferred"], "attempts": [*situation["attempts"], taken]}

    assert advised(then)["action"] == steps[1]["action"]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", "[]", '"soon"', "\x00", '{"stage": "\\ud800"}'])
def test_no_text_makes_the_door_fail(text: str) -> None:
    """Whatever the text, faults come back, each with what to do, and UTF-8 can carry them."""
    for door in (wire.advise, wire.answer):
        answer = json.loads(door(text).encode().decode())

        assert all(fault["problem"] and fault["hint"] for fault in answer["errors"])
        assert answer["errors"]
