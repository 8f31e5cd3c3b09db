"""What a reader is tempted to do ("may I ...?"): a verdict on each, with its reasons, in the light of the situation."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from followup.days.calendar import day_of
from followup.facts.facts import Facts
from followup.model import Point
from followup.plan import Planned
from followup.vocabulary import INTERVIEW_IS_OVER, Idea, Verdict

type Judged = tuple[Verdict, tuple[str, ...]]
"""What to think of an idea, and the grounds."""
type Judge = Callable[[Facts, Planned], Judged]

ASKS = frozenset({"send_status_check", "voicemail_reminder", "tell_competing_deadline", "application_follow_up"})
THANKS = frozenset({"send_thank_you", "send_late_thank_you"})
NEVER_ASKS = frozenset({"stop_and_move_on", "gracious_close", "withdraw_note", "wait"})
"""Steps after which no status check comes any more."""


class _Idea(NamedTuple):
    judge: Judge
    dispute: str = ""
    """The disagreement behind it, where there is one."""


def judge(idea: Idea, facts: Facts, due: Planned) -> tuple[Verdict, tuple[Point, ...]]:
    """The verdict on an idea of the vocabulary, with its reasons."""
    verdict, grounds = _IDEAS[idea].judge(facts, due)
    return verdict, tuple(Point(ground) for ground in grounds)


def dispute_of(idea: Idea) -> str:
    """The id of the disagreement behind an idea; empty where there is none."""
    return _IDEAS[idea].dispute


def _ask_now(facts: Facts, due: Planned) -> Judged:
    if due.dates.is_open and due.step.action in ASKS:
        is_advised = due.dates.recommended is None or due.dates.strength == "recommended"
        return "fine" if is_advised else "with_care", ("idea-ask-open",)
    is_thanks = due.dates.is_open and due.step.action in THANKS
    if is_thanks and facts.promised_on is None and not facts.situation.told_no_contact:
        return "with_care", ("idea-ask-in-thanks",)
    if _nothing_is_left(facts, due):
        return "no", ("idea-ask-never",)
    if due.dates.is_open and due.step.action == "redirect_to_other_contact":
        return "no", ("idea-ask-elsewhere",)
    return "no", ("idea-ask-early", "resist-impulse")


def _nothing_is_left(facts: Facts, due: Planned) -> bool:
    """Whether no message that asks for anything comes any more."""
    return due.step.action in NEVER_ASKS or bool(facts.situation.told_no_contact)


def _connect_on_linkedin(facts: Facts, _: Planned) -> Judged:
    if facts.situation.linkedin_invited:
        return "fine", ("idea-linkedin-invited",)
    return "no", ("idea-linkedin-uninvited",)


def _phone(facts: Facts, due: Planned) -> Judged:
    if not facts.phone_is_open:
        return "no", ("idea-phone-not-given",) if facts.is_agency else ("no-uninvited-call",)
    if _nothing_is_left(facts, due) and not (due.dates.is_open and due.step.action in THANKS):
        return "no", ("idea-phone-never",)
    today = [attempt for attempt in facts.history.attempts if day_of(attempt.at) == facts.today]
    if facts.is_agency and len(today) >= facts.policy.how_many("calls-to-agency-a-day"):
        return "no", ("no-daily-calls",)
    if isinstance(facts.now, datetime) and facts.office.open_from(facts.now) > facts.now:
        return "no", ("no-after-hours",)
    grounds = ("idea-phone-agency",) if facts.is_agency else ("idea-phone-open", "no-after-hours")
    is_early = not due.dates.is_open and due.step.action in ASKS
    return "with_care", (*grounds, "idea-phone-not-yet") if is_early else grounds


def _ring_mobile(facts: Facts, due: Planned) -> Judged:
    if facts.situation.emergency:
        return "fine", ("emergency",) if facts.is_agency else ("emergency-employer",)
    if "mobile" in facts.channels:
        if _nothing_is_left(facts, due):
            return "no", ("idea-phone-never",)
        return "with_care", ("mobile-as-office-line", "no-after-hours") if facts.is_agency else ("idea-phone-open",)
    return "no", ("idea-mobile",) if facts.is_agency else ("no-uninvited-call",)


def _email_the_client(facts: Facts, _: Planned) -> Judged:
    return ("no", ("idea-client",)) if facts.is_agency else ("fine", ("idea-no-agency",))


def _letter_only(facts: Facts, _: Planned) -> Judged:
    if facts.channels:
        return "no", ("idea-letter-only",)
    return "with_care", ("idea-letter-open", "letter-public-address")


def _skip_thank_you(facts: Facts, _: Planned) -> Judged:
    if facts.history.sent("thank_you"):
        return "fine", ("idea-skip-thanked",)
    if facts.situation.stage not in INTERVIEW_IS_OVER:
        return "fine", ("idea-skip-not-due",)
    return "no", ("idea-skip", "idea-skip-no-penalty")


def _group_note(facts: Facts, _: Planned) -> Judged:
    if (facts.situation.addresses_given or 0) > 1:
        return "no", ("idea-group-note-each",)
    return "with_care", ("idea-group-note",)


def _always(verdict: Verdict, *grounds: str) -> Judge:
    """A verdict that no situation changes."""
    return lambda _facts, _due: (verdict, grounds)


_IDEAS: Mapping[Idea, _Idea] = {
    "ask_now": _Idea(_ask_now, "C32"),
    "connect_on_linkedin": _Idea(_connect_on_linkedin, "C07"),
    "phone": _Idea(_phone, "C06"),
    "ring_mobile": _Idea(_ring_mobile, "C16"),
    "email_the_client": _Idea(_email_the_client, "C15"),
    "ask_several_people": _Idea(_always("no", "idea-several-people"), "C09"),
    "send_gift": _Idea(_always("no", "idea-gimmick"), "C31"),
    "letter_only": _Idea(_letter_only, "C04"),
    "go_through_a_friend": _Idea(_always("no", "idea-private-life"), "C31"),
    "name_someone_senior": _Idea(_always("no", "idea-senior-name")),
    "skip_thank_you": _Idea(_skip_thank_you, "C02"),
    "look_up_address": _Idea(_always("no", "idea-look-up"), "C08"),
    "group_note": _Idea(_group_note, "C09"),
    "visit": _Idea(_always("no", "idea-visit"), "C31"),
}
