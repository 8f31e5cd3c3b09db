"""Before an interview: the question to ask there (C13), the emergency call (D16), an application's follow-up (G24)."""

from followup.calendar import day_of, first_on_or_after, shift
from followup.facts import Facts
from followup.history import History
from followup.model import Moment, Point, Reasons, Step, Window
from followup.steps.check_window import allows


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
    channel = next((channel for channel in ("mobile", "phone") if channel in given), "phone")
    return Step(
        action="emergency_call",
        recipient=facts.contact,
        channel=channel,
        also_channels=tuple(other for other in ("phone", "email") if other in given and other != channel),
        window=Window(earliest=facts.now, recommended=facts.now),
        reasons=lambda: Reasons(
            because=(Point("emergency" if facts.is_agency else "emergency-employer"),),
            disputes=("C16",),
        ),
    )


def application_follow_up(facts: Facts, history: History) -> Step | None:
    """One follow-up of an application, from day 7 and by day 14; None once one was sent."""
    applied = facts.situation.application_date
    if history.sent("status_check", "voicemail", "new_info") or facts.situation.told_no_contact:
        return None
    window = Window()
    if applied:
        opens = shift(applied, facts.policy.value("application-follow-up-from"))
        opens = first_on_or_after(opens, lambda day: allows(facts, day))
        aim_by = shift(applied, facts.policy.value("application-follow-up-by"))
        window = Window(earliest=opens, recommended=opens, latest=max(opens, aim_by), is_soft=True)
    return Step(
        action="application_follow_up",
        recipient=facts.contact,
        channel=(facts.channels or ("email",))[0],
        window=window,
        days="working" if facts.is_agency else "check",
        sends="status_check",
        reasons=lambda: Reasons(
            because=(Point("application-within-two-weeks"), Point("best-days")),
            how=(Point("email-first"),) if facts.channels[:1] == ("email",) else (),
            avoid=(*([] if facts.phone_is_open else [Point("no-uninvited-call")]), Point("no-look-up")),
            disputes=("C29", "C17"),
        ),
    )


def application_silent(facts: Facts, history: History) -> Step:
    """After the one follow-up of an application: nothing more to send."""
    sent = history.sent("status_check", "voicemail", "new_info")
    since = max((day_of(attempt.at) for attempt in sent), default=facts.today)
    opens = shift(since, facts.policy.value("spacing-employer")) if sent else since
    return Step(
        action="stop_and_move_on",
        window=Window(earliest=opens, recommended=opens),
        reasons=lambda: Reasons(
            because=(Point("one-application-follow-up"), Point("no-answer-is-an-answer"), Point("keep-applying")),
            avoid=(Point("nothing-more-to-send"),),
            disputes=("C30",),
        ),
    )


def after_fair(facts: Facts, history: History) -> Step:
    """After a fair: no status check before there is an application (G23)."""
    del facts, history
    return Step(action="wait", reasons=lambda: Reasons(because=(Point("fair-apply-first"), Point("keep-applying"))))
