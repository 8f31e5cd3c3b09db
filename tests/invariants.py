"""What must hold for every situation, each as a function: it fails, or says whether it had anything to hold.

Each takes a situation as JSON values and its advice. Some ask for more advice: about the days to come, or about a
situation that differs in one thing.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from expectations import cited
from followup import knowledge, vocabulary, wire
from followup.facts.facts import Facts
from followup.facts.finding import find_facts
from followup.reading.json_text import written
from followup.reading.situation import read_situation

type Values = dict[str, Any]
type Invariant = Callable[[Values, Values], bool]

ROAD = frozenset({"post_interview", "between_rounds", "references"})
CHECKS = frozenset({"send_status_check", "voicemail_reminder", "redirect_to_other_contact"})
SENDS_NOTHING = frozenset(
    {"wait", "stop_and_move_on", "ask_timeline_at_interview", "accept_linkedin", "emergency_call"}
)
LAST_YEAR = "9990"
"""From here on the calendar may end before the plan does."""
SENT_AS = {
    "send_thank_you": "thank_you",
    "send_late_thank_you": "thank_you",
    "debrief_recruiter": "debrief",
    "voicemail_reminder": "voicemail",
}
"""The kind of attempt that a step makes, where it is no status check."""
DAYS_BETWEEN = 3
"""How many of the days of a wait are tried, besides its last: the first, and others evenly spread."""


def advised(situation: Values) -> Values:
    """The advice as JSON values; fails where there is none."""
    advice: Values = json.loads(wire.advise(json.dumps(situation)))
    assert "errors" not in advice, advice["errors"]
    return advice


def is_whole(situation: Values, advice: Values) -> bool:
    """A valid situation gets an advice in the words of the vocabulary, its dates in order, its plan to an end."""
    del situation
    assert advice["action"] in vocabulary.ACTIONS
    assert advice["strength"] in vocabulary.STRENGTHS
    assert (advice["waiting_for"] is not None) <= (advice["action"] == "wait")
    for step in steps_of(advice):
        marks = [step[key][:10] for key in ("earliest", "recommended", "preferred", "latest") if step[key]]
        assert marks == sorted(marks)
    assert (advice["then"] or [advice])[-1]["action"] in SENDS_NOTHING
    return True


def cites_what_exists(situation: Values, advice: Values) -> bool:
    """Every claim id is in the knowledge; a reason rests on claims or is ours, never both; no reason stands twice."""
    del situation
    reasons = [*advice["because"], *advice["avoid"], *((advice["idea"] or {}).get("because", ()))]
    assert set(cited(advice)) <= knowledge.load().claims.keys()
    assert all((reason["basis"] == "sources") == bool(reason["claims"]) for reason in reasons)
    assert all(side["claims"] for dispute in advice["disputed"] for side in dispute["sides"])
    for listed in (advice["because"], advice["avoid"], advice["assumed"]):
        texts = [item if isinstance(item, str) else item["text"] for item in listed]
        assert len(set(texts)) == len(texts)
    return True


def is_stable(situation: Values, advice: Values) -> bool:
    """The same situation gives the same text, however its JSON was written; the text is one line."""
    text = wire.advise(json.dumps(situation, indent=2, sort_keys=True))
    assert text == written(advice)
    assert "\n" not in text
    return True


def waits_for_the_promised_day(situation: Values, advice: Values) -> bool:
    """While a promise stands, every status check of the plan, the redirect too, lies after the promised day."""
    promised = _standing_promise(situation)
    if promised is None or situation["stage"] not in ROAD:
        return False
    checks = [step for step in steps_of(advice) if step["action"] in CHECKS]
    assert all(_day(step["earliest"]) > promised for step in checks)
    return bool(checks)


def keeps_to_the_day_rule(situation: Values, advice: Values) -> bool:
    """No check is advised for a weekend, a public holiday, the year-end break or the busiest day of their week."""
    facts = _facts(situation)
    if situation["stage"] not in ROAD:
        return False
    allows = facts.calendar.is_working if facts.is_agency or facts.has_deadline else facts.calendar.allows_check
    checks = [step for step in steps_of(advice) if step["action"] in CHECKS and _day(step["preferred"]) < date.max]
    assert all(allows(_day(step[key])) for step in checks for key in ("recommended", "preferred"))
    return bool(checks)


def goes_through_the_agency(situation: Values, advice: Values) -> bool:
    """Where an agency put the reader forward, every message of the plan goes to the agency."""
    is_agency = situation.get("route") == "agency" or situation.get("contact_type") == "agency_recruiter"
    if not is_agency or situation["stage"] not in ROAD:
        return False
    assert {step["recipient"] for step in steps_of(advice)} <= {"agency_recruiter", "agency_desk", "none"}
    return True


def uses_open_channels(situation: Values, advice: Values) -> bool:
    """A message goes by a channel that was given, or by phone if invited; without any, only thanks may go by post.

    An agency can be reached at the address that it publishes, whatever its recruiter gave.
    """
    given, facts = set(situation.get("channels_given", ["email"])), _facts(situation)
    if facts.is_agency and not facts.channels:
        return False
    if situation.get("phone_invited"):
        given.add("phone")
    to_others = ("none", "interviewer", "each_interviewer", "agency_desk")
    fallback = ("gracious_close", "withdraw_note", "debrief_recruiter", "emergency_call")
    steps = [
        step
        for step in steps_of(advice)
        if step["recipient"] not in to_others and step["action"] not in (*fallback, "redirect_to_other_contact")
    ]
    assert all({step["channel"], *step.get("also_channels", ())} <= given for step in steps)
    return bool(steps)


def keeps_the_cap(situation: Values, advice: Values) -> bool:
    """The plan never holds more checks than the pace allows, nor, with those that were sent, more than three.

    Careful readers are never sent to somebody else.
    """
    if situation["stage"] not in ROAD:
        return False
    asked = [step for step in steps_of(advice) if step["action"] in CHECKS]
    to_main = [step for step in asked if step["action"] != "redirect_to_other_contact"]
    unanswered = len(_facts(situation).history.unanswered_checks)
    is_careful = situation.get("pace") == "cautious"
    assert len(to_main) <= (1 if is_careful else 2)
    assert not is_careful or asked == to_main
    assert not asked or len(asked) + unanswered <= 3
    return True


def keeps_its_distance(situation: Values, advice: Values) -> bool:
    """From one check of the plan to the next it is a week at the least; with an agency, four working days."""
    if situation["stage"] not in ROAD:
        return False
    facts, applied = _facts(situation), False
    for step, following in pairwise(steps_of(advice)):
        if {step["action"], following["action"]} <= CHECKS and following["preferred"][:10] < LAST_YEAR:
            day = _day(step["preferred"])
            gap_ends = facts.calendar.add_working_days(day, 4) if facts.is_agency else day + timedelta(days=7)
            assert _day(following["preferred"]) >= gap_ends
            applied = True
    return applied


def more_silence_is_never_sooner(situation: Values, advice: Values) -> bool:
    """After one more check without an answer, the next message to the same person comes on the same day or later.

    Where the day of the interview is not known, one more message also tells when there was contact; telling of a
    deadline is no check and goes at once: both are left out.
    """
    is_dated = "interview_date" in situation or "interview_end" in situation
    is_waiting = advice["waiting_for"] not in (None, "stop_and_move_on") and advice["earliest"]
    if situation["stage"] not in ROAD or not is_dated or not is_waiting or "competing_offer" in situation:
        return False
    today = _day(situation["today"])
    others = {"stop_and_move_on", "redirect_to_other_contact", "share_new_info"}
    applied = False
    for ago in (0, 3, 10):
        sent = {"at": (today - timedelta(days=min(ago, (today - date.min).days))).isoformat(), "kind": "status_check"}
        after = advised({**situation, "attempts": [*situation["attempts"], sent]})
        if others & {after["action"], after["waiting_for"]}:
            continue
        assert after["action"] == "wait"
        assert after["earliest"] is None or after["earliest"][:10] >= advice["earliest"][:10]
        applied = True
    return applied


def a_later_promise_is_never_sooner(situation: Values, advice: Values) -> bool:
    """With a later promised day the first check is recommended on the same day or later, while the promise stands."""
    del advice
    promised = _standing_promise(situation)
    if promised is None or situation["stage"] not in ROAD or promised > date(9990, 1, 1):
        return False
    days = (promised, promised + timedelta(days=1), promised + timedelta(days=9))
    first = [_first_check(advised({**situation, "promised": {"to": day.isoformat()}})) for day in days]
    marks = [step["recommended"][:10] for step in first if step and step["recommended"]]
    assert marks == sorted(marks)
    return len(marks) > 1


def a_keener_reader_never_waits_longer(situation: Values, advice: Values) -> bool:
    """The recommended day of the first check is never later for a keener pace."""
    del advice
    if situation["stage"] not in ROAD:
        return False
    first = [_first_check(advised({**situation, "pace": pace})) for pace in ("keen", "usual", "cautious")]
    marks = [step["recommended"][:10] for step in first if step and step["recommended"]]
    assert marks == sorted(marks)
    return len(marks) > 1


def a_wait_ends_on_its_day(situation: Values, advice: Values) -> bool:
    """If the answer is "wait until D for X" and nothing happens, the answer on D is X, and on no day before."""
    if not _is_steady(situation):
        return False
    if not advice["waiting_for"] or not advice["earliest"] or advice["earliest"] > LAST_YEAR:
        return False
    today, ends_on = _day(situation["today"]), _day(advice["earliest"])
    for before in _some_days(today + timedelta(days=1), ends_on):
        answer = advised({**situation, "today": before.isoformat()})
        assert (answer["action"], answer["waiting_for"]) == ("wait", advice["waiting_for"])
        assert _day(answer["earliest"]) == ends_on
    assert advised({**situation, "today": advice["earliest"]})["action"] == advice["waiting_for"]
    return True


def the_plan_comes_true(situation: Values, advice: Values) -> bool:
    """When each step is taken on its best day and stays unanswered, the next one comes when the plan said.

    Where something was heard on the very day of a step, the days alone do not tell which of the two came first.
    """
    if not _is_steady(situation):
        return False
    steps, attempts = steps_of(advice), list(situation["attempts"])
    heard = {situation[key]["at"] for key in ("last_reply", "progress") if key in situation}
    applied = False
    for step, following in pairwise(steps):
        if not following["preferred"] or following["preferred"] > LAST_YEAR or step["action"] in SENDS_NOTHING:
            break
        if step["preferred"] in heard:
            break
        kind = SENT_AS.get(step["action"], "status_check")
        attempts.append({"at": step["preferred"], "kind": kind, "to": step["recipient"]})
        then = advised({**situation, "today": following["preferred"], "attempts": attempts})
        assert then["action"] == following["action"]
        # A stop that is due holds from now on, and has no day of its own any more.
        assert then["preferred"] == (None if then["action"] == "stop_and_move_on" else following["preferred"])
        applied = True
    return applied


OF_ONE_ADVICE: tuple[Invariant, ...] = (
    is_whole,
    cites_what_exists,
    waits_for_the_promised_day,
    keeps_to_the_day_rule,
    goes_through_the_agency,
    uses_open_channels,
    keeps_the_cap,
    keeps_its_distance,
)
OF_SEVERAL: tuple[Invariant, ...] = (
    is_stable,
    more_silence_is_never_sooner,
    a_later_promise_is_never_sooner,
    a_keener_reader_never_waits_longer,
    a_wait_ends_on_its_day,
    the_plan_comes_true,
)
"""Those that ask for more advice, and so take longer."""
INVARIANTS = OF_ONE_ADVICE + OF_SEVERAL


def steps_of(advice: Values) -> list[Values]:
    """The step that is due, if any, and all that come after."""
    return [*([] if advice["action"] == "wait" else [advice]), *advice["then"]]


def _facts(situation: Values) -> Facts:
    """The facts that the engine finds in a situation."""
    read, faults = read_situation(situation)
    assert read is not None, faults
    return find_facts(read, knowledge.load())


def _standing_promise(situation: Values) -> date | None:
    """The promised day, unless there was a sign of life after it: then it no longer stands."""
    if "promised" not in situation:
        return None
    promised = _facts(situation).promised_on
    heard = [situation[key]["at"] for key in ("last_reply", "progress") if key in situation]
    heard += [attempt["at"] for attempt in situation["attempts"] if attempt.get("answered")]
    return None if promised is None or any(_day(at) > promised for at in heard) else promised


def _is_steady(situation: Values) -> bool:
    """Whether nothing but the day changes the answer: no deadline that passes, no news to tell, no other clock."""
    return situation["stage"] in ROAD and not {"competing_offer", "new_info", "recipient_zone"} & situation.keys()


def _first_check(advice: Values) -> Values | None:
    return next((step for step in steps_of(advice) if step["action"] in CHECKS), None)


def _some_days(first: date, end: date) -> Iterator[date]:
    """Yield some of the days from `first` to before `end`: the first, the last, and some between."""
    last = (end - first).days - 1
    if last >= 0:
        for place in sorted({place * last // (DAYS_BETWEEN - 1) for place in range(DAYS_BETWEEN)}):
            yield first + timedelta(days=place)


def _day(moment: str) -> date:
    """The day of an ISO text."""
    return date.fromisoformat(moment[:10])
