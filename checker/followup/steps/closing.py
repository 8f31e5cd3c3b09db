"""The ends: after a no (G11), after withdrawing (G34), and when they asked not to be written to (G13)."""

from datetime import datetime

from followup.days.calendar import HOURS_A_DAY, day_of, is_later, shift
from followup.days.zones import after_hours
from followup.facts.facts import Facts
from followup.facts.history import History
from followup.knowledge.kinds import HoursNumber
from followup.model import Point, Reasons, Step, Window


def gracious_close(facts: Facts, history: History) -> Step | None:
    """One gracious reply to a rejection, inside its hours; None once something was sent after it."""
    if _is_sent(facts, history):
        return None
    return Step(
        action="gracious_close",
        recipient="rejection_sender",
        channel=(facts.channels or ("email",))[0],
        window=_window(facts, "rejection-reply-by"),
        sends="thank_you",
        reasons=lambda: Reasons(
            because=(
                Point("gracious-close"),
                Point("gracious-close-in-time"),
                Point("kept-in-mind"),
            ),
            how=(Point("one-feedback-question"),),
            avoid=(Point("no-bitter-message"), Point("no-private-life")),
            disputes=("C30", "C31"),
        ),
    )


def withdraw_note(facts: Facts, history: History) -> Step | None:
    """One courteous note of withdrawal; None once something was sent after it."""
    if _is_sent(facts, history):
        return None
    return Step(
        action="withdraw_note",
        recipient=facts.contact,
        channel=(facts.channels or ("email",))[0],
        window=_window(facts, "withdrawal-note-by"),
        sends="thank_you",
        reasons=lambda: Reasons(
            because=(Point("withdraw-courteously"), Point("keep-applying")),
            avoid=(Point("nothing-after-this-note"),),
        ),
    )


def closed(facts: Facts, history: History) -> Step:
    """Nothing more to send after a rejection or a withdrawal."""
    del history
    is_rejected = facts.situation.stage == "rejected"
    return Step(
        action="stop_and_move_on",
        window=Window(earliest=facts.today, recommended=facts.today),
        reasons=lambda: Reasons(
            because=(Point("rejected-is-final" if is_rejected else "withdrawn-is-final"), Point("keep-applying")),
            avoid=(Point("no-bitter-message"), Point("no-private-life"))
            if is_rejected
            else (Point("nothing-more-to-send"),),
            disputes=("C30",),
        ),
    )


def no_contact(facts: Facts, history: History) -> Step | None:
    """Waiting without a date, because they asked not to be contacted; None otherwise."""
    del history
    if not facts.situation.told_no_contact:
        return None
    return Step(
        action="wait",
        reasons=lambda: Reasons(
            because=(Point("told-not-to-write"), Point("patience"), Point("keep-applying")),
            avoid=(Point("no-status-check"),),
            disputes=("C12",),
        ),
    )


def _is_sent(facts: Facts, history: History) -> bool:
    """Whether a note went out since the news: since today, where its day is not known."""
    news_at = facts.situation.rejection_at or min(facts.today, day_of(facts.now))
    return any(not is_later(news_at, attempt.at) for attempt in history.sent("thank_you"))


def _window(facts: Facts, number: HoursNumber) -> Window:
    """So many hours from the news on, in whole days where its hour is not known; no dates where its day is not."""
    news_at, hours = facts.situation.rejection_at, facts.policy.hours(number)
    if news_at is None:
        return Window()
    latest = after_hours(news_at, hours) if isinstance(news_at, datetime) else shift(news_at, hours // HOURS_A_DAY)
    return Window(earliest=news_at, recommended=news_at, latest=latest)
