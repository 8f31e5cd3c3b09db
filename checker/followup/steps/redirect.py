"""One message to somebody else after the cap (R6, D27, G10), and then the end of the road."""

from datetime import date

from followup.days.calendar import day_of, first_on_or_after, shift
from followup.facts.facts import Facts
from followup.facts.history import History
from followup.knowledge.records import MarkName
from followup.model import Point, Reasons, Step, Window
from followup.steps.check_window import allows, promise_floor, silence_ends
from followup.steps.gates import own_spacing
from followup.steps.status_check import checks_to_main
from followup.vocabulary import Recipient


def redirect(facts: Facts, history: History) -> Step | None:
    """One email to another contact whose address was given, or to the agency's desk.

    None where there is nobody, where it was sent already, or while the main contact may still be asked; none for
    careful readers either, whose cap ends before so many tries.
    """
    sent, unanswered = checks_to_main(facts, history), history.unanswered_checks
    recipient = _other(facts)
    how_many = facts.policy.how_many
    tries = how_many("redirect-after-checks")
    is_used = len(unanswered) > len(sent) or len(unanswered) >= how_many("cap-per-employer")
    is_too_soon = len(sent) < tries or how_many("cap-per-contact") < tries
    if facts.situation.told_no_contact or recipient is None or is_used or is_too_soon:
        return None
    after_last = day_of(sent[-1].at)
    earliest, recommended = _opens(facts, history, after_last, "keen"), _opens(facts, history, after_last)
    return Step(
        action="redirect_to_other_contact",
        recipient=recipient,
        channel="email",
        window=Window(
            earliest=earliest,
            recommended=recommended,
            gives_way_on=max(silence_ends(facts, history), shift(recommended, 1)),
        ),
        strength="optional",
        days="working" if facts.is_agency else "check",
        sends="status_check",
        reasons=lambda: Reasons(
            because=_because(facts),
            avoid=_avoid(facts),
            disputes=("C14",) if facts.is_agency else ("C27", "C11"),
        ),
    )


def _opens(facts: Facts, history: History, last: date, mark: MarkName | None = None) -> date:
    """When somebody else may be written to after the last message, at a mark, or at the reader's pace."""
    gap = facts.policy.wait("spacing-agency" if facts.is_agency else "redirect-after", mark)
    day = max(facts.calendar.add(last, gap), promise_floor(facts, history))
    return first_on_or_after(day, lambda day: allows(facts, day))


def stop(facts: Facts, history: History) -> Step:
    """The end of the road: after the last message has had its time, or after a long silence (D11, D23, D30, G36)."""
    unanswered = history.unanswered_checks
    opens = silence_ends(facts, history)
    is_long_silence = True
    if unanswered:
        after_last = facts.calendar.add(day_of(unanswered[-1].at), facts.policy.wait(own_spacing(facts)))
        is_long_silence = after_last > opens
        opens = max(min(opens, after_last), promise_floor(facts, history))
    return Step(
        action="stop_and_move_on",
        window=Window(earliest=opens, recommended=opens),
        reasons=lambda: _why_stop(facts, len(unanswered), is_long_silence=is_long_silence),
    )


def _why_stop(facts: Facts, checks: int, *, is_long_silence: bool) -> Reasons:
    """What is said at the end of the road, after so many unanswered checks."""
    if is_long_silence:
        may_ask = checks < facts.policy.how_many("cap-per-contact") and facts.channels
        grounds = ["long-silence", "longest-that-is-spoken-of", *(["one-last-check"] if may_ask else [])]
    else:
        grounds = ["then-assume-no" if checks > 1 else "one-check-is-enough"]
    return Reasons(
        because=tuple(map(Point, (*grounds, "no-answer-is-an-answer", "keep-applying"))),
        avoid=() if is_long_silence else (Point("no-further-message"),),
        disputes=("C11", "C30", "C23"),
    )


def _because(facts: Facts) -> tuple[Point, ...]:
    opening = (
        ("agency-desk-once", "two-tries-are-enough") if facts.is_agency else ("two-tries-then-manager", "redirect-once")
    )
    if facts.contact in ("hiring_manager", "team_member"):
        opening = ("two-tries-then-other", "redirect-once")
    return tuple(Point(ground) for ground in (*opening, "then-assume-no", "keep-applying"))


def _avoid(facts: Facts) -> tuple[Point, ...]:
    if facts.is_agency:
        grounds = ["client-through-agency", "no-third-message", "no-daily-calls", "too-many-is-fatal"]
    else:
        grounds = ["no-complaint", "no-third-message", "no-uninvited-call"]
    return tuple(map(Point, grounds))


def _other(facts: Facts) -> Recipient | None:
    """Whom to write to instead.

    The agency's desk, or the first other contact with a given address, a manager before others.
    """
    if facts.is_agency:
        return "agency_desk"
    given = [
        other.type
        for other in facts.situation.other_contacts
        if other.email_given and other.type not in (facts.contact, "agency_recruiter", "unknown")
    ]
    return "hiring_manager" if "hiring_manager" in given else next(iter(given), None)
