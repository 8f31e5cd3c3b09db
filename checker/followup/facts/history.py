"""What was sent and what came back since the last interview: who is thanked, what is unanswered, when was contact."""

from datetime import date
from typing import NamedTuple

from followup.days.calendar import day_of, is_later
from followup.model import Attempt, Dated, Moment
from followup.vocabulary import AttemptKind

CHECK_KINDS: tuple[AttemptKind, ...] = ("status_check", "voicemail")
"""Kinds of attempt that ask for news."""
NO_NEWS = frozenset({"no_news_yet", "busy_now", "cannot_share"})
"""Replies that say there is nothing to tell yet."""


class History(NamedTuple):
    """The attempts of this round that arrived, and the signs of life from the other side."""

    attempts: tuple[Attempt, ...]
    replies: tuple[Dated, ...]
    """Replies and signs of progress (G21, G22, G27), oldest first."""
    since_answer: tuple[Attempt, ...]
    """The attempts after the last that was answered, by a tick of the reader or by a later sign of life."""
    unanswered_checks: tuple[Attempt, ...]
    """The status checks among them.

    An automatic reply is no answer, and what it answers does not use up the cap (G19).
    """

    @property
    def last_reply(self) -> Dated | None:
        """The latest sign of life that came with a date."""
        return self.replies[-1] if self.replies else None

    def sent(self, *kinds: AttemptKind) -> tuple[Attempt, ...]:
        """The attempts of these kinds."""
        return tuple([attempt for attempt in self.attempts if attempt.kind in kinds])

    def unanswered_to(self, recipients: frozenset[str]) -> tuple[Attempt, ...]:
        """Every unanswered message to one of these, of whatever kind (burst guard, R7)."""
        return tuple(attempt for attempt in self.since_answer if (attempt.to or "") in recipients)

    def last_touch(self) -> date | None:
        """The day of the last contact by either side; checks that only met an automatic reply do not count (G19)."""
        days = [
            day_of(attempt.at)
            for attempt in self.attempts
            if not (attempt.kind in CHECK_KINDS and attempt.auto_reply_until)
        ]
        days += [day_of(reply.at) for reply in self.replies]
        return max(days, default=None)

    def away_until(self) -> date | None:
        """The latest day on which an automatic reply said that somebody would be back."""
        return max((a.auto_reply_until for a in self.since_answer if a.auto_reply_until), default=None)

    def having_sent(self, attempt: Attempt) -> "History":
        """The same history with one more unanswered attempt."""
        return _history((*self.attempts, attempt), self.replies)

    def before(self, attempt: Attempt) -> "History":
        """The same history as it was before one of its attempts was sent."""
        return _history(self.attempts[: self.attempts.index(attempt)], self.replies)

    def without_unanswered_checks(self) -> "History":
        """The same history before anybody was asked without an answer."""
        rest = [attempt for attempt in self.attempts if attempt not in self.unanswered_checks]
        return _history(tuple(rest), self.replies)


def history_of(attempts: tuple[Attempt, ...], replies: tuple[Dated | None, ...], since: Moment | None) -> History:
    """The history since a moment (the end of the last interview, G07), without what bounced (G20)."""
    return _history(
        tuple(
            sorted(
                (a for a in attempts if not a.bounced and not (since and is_later(since, a.at))),
                key=lambda attempt: str(attempt.at),
            )
        ),
        tuple(sorted((r for r in replies if r and not (since and is_later(since, r.at))), key=lambda r: str(r.at))),
    )


def _history(attempts: tuple[Attempt, ...], replies: tuple[Dated, ...]) -> History:
    """The history with what is unanswered in it: found once, because every step asks for it."""
    last, reply = 0, replies[-1] if replies else None
    for index, attempt in enumerate(attempts, start=1):
        is_before_reply = reply is not None and not is_later(attempt.at, reply.at)
        if attempt.answered or (is_before_reply and not attempt.is_planned):
            last = index
    since_answer = attempts[last:]
    checks = [attempt for attempt in since_answer if attempt.kind in CHECK_KINDS and not attempt.auto_reply_until]
    return History(attempts, replies, since_answer, tuple(checks))
