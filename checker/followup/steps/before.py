"""Before an interview: the question to ask there (C13), the emergency call (D16), an application's follow-up (G24)."""

from followup.days.calendar import day_of, first_on_or_after, shift
from followup.facts.facts import Facts
from followup.facts.history import History
from followup.model import Counted, Moment, Point, Reasons, Step, Window
from followup.steps.check_window import allows
from followup.steps.gates import (
    Gate,
    after_promise,
    after_reply,
    opens,
    own_spacing,
    standing_promise,
    told_day,
    told_from,
)
from followup.vocabulary import Channel

_RING_FIRST: tuple[Channel, ...] = ("mobile", "phone")
_THEN: tuple[Channel, ...] = ("phone", "email")
"""In an emergency: what to ring, and what else is fine."""


def ask_timeline(facts: Facts, history: History) -> Step:
    """Asking at the interview what happens next and when; recommended on the day of the interview."""
    del history
    situation = facts.situation
    starts: Moment | None = situation.interview_start or situation.interview_date or situation.interview_end
    return Step(
        action="ask_timeline_at_interview",
        recipient="interviewer",
        channel="in_person",
        window=Window(recommended=starts),
        reasons=lambda: Reasons(
            because=(Point("ask-before-leaving"), Point("dates-hang-on-it")),
            how=(Point("arrive-early"),),
            avoid=(Point("nothing-before-interview"),),
            disputes=("C13",),
        ),
    )


def emergency_call(facts: Facts, history: History) -> Step | None:
    """Calling at once, on a mobile too, when the reader cannot make the interview or is lost; else None."""
    del history
    if not facts.situation.emergency:
        return None
    given = facts.situation.channels_given or ()
    channel: Channel = next((channel for channel in _RING_FIRST if channel in given), "phone")
    return Step(
        action="emergency_call",
        recipient=facts.contact,
        channel=channel,
        also_channels=tuple(other for other in _THEN if other in given and other != channel),
        window=Window(earliest=facts.now, recommended=facts.now),
        reasons=lambda: Reasons(
            because=(Point("emergency" if facts.is_agency else "emergency-employer"),),
            disputes=("C16",),
        ),
    )


def application_follow_up(facts: Facts, history: History) -> Step | None:
    """One follow-up of an application; None once one was sent, or without an open channel."""
    is_sent = history.sent("status_check", "voicemail", "new_info")
    if is_sent or not facts.channels or facts.situation.told_no_contact:
        return None
    return Step(
        action="application_follow_up",
        recipient=facts.contact,
        channel=facts.channels[0],
        also_channels=facts.channels[1:],
        window=_application_window(facts, history),
        days="working" if facts.is_agency else "check",
        sends="status_check",
        reasons=lambda: Reasons(
            because=(
                *_what_they_said(facts, history),
                Point("application-is-late" if _is_late(facts) else "application-within-two-weeks"),
                Point("best-days"),
            ),
            how=(Point("email-first"),) if facts.channels[:1] == ("email",) else (),
            avoid=(*([] if facts.phone_is_open else [Point("no-uninvited-call")]), Point("no-look-up")),
            disputes=("C29", "C17"),
        ),
    )


def _application_window(facts: Facts, history: History) -> Window:
    """Counted from the application (G24); what they said of their timing comes first (R2, R4, G21)."""
    applied, told = facts.situation.application_date, told_from(facts, history)
    waits = [] if told else _waits(facts, history)
    if not told and not waits:
        return Window()
    earliest, recommended = (
        first_on_or_after(told or max(opens(facts, gate, mark) for gate in waits), lambda day: allows(facts, day))
        for mark in ("keen", None)
    )
    aim_by = shift(applied, facts.policy.days("application-follow-up-by")) if applied else recommended
    return Window(
        earliest=earliest,
        recommended=recommended,
        latest=max(recommended, aim_by),
        is_soft=True,
        counted=Counted("application-follow-up-from", applied) if applied and len(waits) == 1 else None,
    )


def _waits(facts: Facts, history: History) -> list[Gate]:
    """What keeps the follow-up of an application back."""
    applied, promised, reply = facts.situation.application_date, standing_promise(facts, history), history.last_reply
    waits = [Gate("application-follow-up-from", applied)] if applied else []
    waits += [after_promise(facts, promised)] if promised else []
    return [*waits, after_reply(facts, reply)] if reply else waits


def _what_they_said(facts: Facts, history: History) -> tuple[Point, ...]:
    """What they said about their timing, which comes before any rule."""
    told, promised, reply = told_day(facts, history), standing_promise(facts, history), history.last_reply
    if told:
        return (Point("told-overrides", {"date": told}),)
    points = [Point("clock-restarts", {"date": day_of(reply.at)})] if reply else []
    return (*points, Point("count-from-promise", {"date": promised})) if promised else tuple(points)


def _is_late(facts: Facts) -> bool:
    """Whether the time for a follow-up of the application is over."""
    applied = facts.situation.application_date
    return applied is not None and facts.today > shift(applied, facts.policy.days("application-follow-up-by"))


def application_silent(facts: Facts, history: History) -> Step:
    """After the one follow-up of an application, or where none can be sent: nothing more to send."""
    sent = history.sent("status_check", "voicemail", "new_info")
    since = max((day_of(attempt.at) for attempt in sent), default=facts.today)
    ends = opens(facts, Gate(own_spacing(facts), since)) if sent else since
    return Step(
        action="stop_and_move_on",
        window=Window(earliest=ends, recommended=ends),
        reasons=lambda: Reasons(
            because=(
                Point("one-application-follow-up" if sent else "no-channel-for-a-check"),
                Point("no-answer-is-an-answer"),
                Point("keep-applying"),
            ),
            avoid=(Point("nothing-more-to-send" if sent else "no-look-up"),),
            disputes=("C30",),
        ),
    )


def after_fair(facts: Facts, history: History) -> Step:
    """After a fair: no status check before there is an application (G23)."""
    del facts, history
    return Step(action="wait", reasons=lambda: Reasons(because=(Point("fair-apply-first"), Point("keep-applying"))))
