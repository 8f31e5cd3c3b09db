"""Messages with something to tell: new information (D22), and a deadline elsewhere (D25, G12)."""

from datetime import date

from followup.days.calendar import day_of, first_on_or_after, shift
from followup.facts.facts import Facts
from followup.facts.history import History
from followup.model import Point, Reasons, Step, Window
from followup.steps.check_window import burst_ends, check_window, was_due
from followup.steps.gates import last_contact, standing_promise


def share_new_info(facts: Facts, history: History) -> Step | None:
    """Something of value, without asking for news; None unless it may go today.

    It keeps its distance from the one before and from the promised day. It may go before a status check opens (D22).
    """
    info = facts.situation.new_info
    channels = facts.channels
    if not (info and info.relevant) or not channels or facts.situation.told_no_contact:
        return None
    policy, today = facts.policy, facts.today
    promised = standing_promise(facts, history)
    is_ahead = promised is not None and promised >= today
    is_spaced = all(shift(day_of(a.at), policy.days("new-info-spacing")) <= today for a in history.sent("new_info"))
    if not is_spaced or is_too_close_for_news(facts, history) or burst_ends(facts, history) > today:
        return None
    latest = _last_day_for_news(facts, promised) if promised and is_ahead else None
    return Step(
        action="share_new_info",
        recipient=facts.contact,
        channel=channels[0],
        window=Window(earliest=today, recommended=today, latest=latest),
        strength="optional",
        sends="new_info",
        reasons=lambda: Reasons(
            because=(
                Point("new-info-is-welcome"),
                Point("new-info-before-check"),
                *([Point("never-before-promise", {"date": promised})] if is_ahead else []),
            ),
            how=(Point("what-counts-as-value"),),
            avoid=(Point("no-question-in-it"), *([] if facts.phone_is_open else [Point("no-uninvited-call")])),
            disputes=("C22",),
        ),
    )


def is_too_close_for_news(facts: Facts, history: History) -> bool:
    """Whether something relevant to tell must wait, because the promised day is too near (D22)."""
    info, promised = facts.situation.new_info, standing_promise(facts, history)
    if not (info and info.relevant) or promised is None or promised < facts.today:
        return False
    return _last_day_for_news(facts, promised) < facts.today


def _last_day_for_news(facts: Facts, promised: date) -> date:
    return shift(promised, -facts.policy.days("new-info-before-promise"))


def tell_deadline(facts: Facts, history: History) -> Step | None:
    """Telling them of a real deadline elsewhere: once, and soon (G12).

    None where a status check may go out in time and say so itself, and where they have been told already. After an
    unanswered check that may have said nothing of it, the message is optional: only the reader knows.
    """
    deadline = facts.deadline
    channels = facts.channels
    if deadline is None or not channels or _is_told(facts, history) or _fits_into_check(facts, history):
        return None
    opens = max(facts.today, last_contact(facts, history))
    # With no working day left, another day is better than a message after the deadline.
    is_in_time = first_on_or_after(opens, facts.calendar.is_working) <= deadline
    aim_by = facts.calendar.add(opens, facts.policy.wait("deadline-note-by"))
    latest = min(aim_by, deadline) if is_in_time else deadline
    told = facts.situation.told_no_contact
    has_asked = bool(history.unanswered_checks)
    exception = (Point("told-not-to-write"), Point("deadline-is-an-exception")) if told else ()
    is_call = facts.is_agency and facts.phone_is_open
    channel = "phone" if is_call and "phone" in channels else channels[0]
    return Step(
        action="tell_competing_deadline",
        recipient=facts.contact,
        channel=channel,
        also_channels=tuple(other for other in channels if other != channel),
        window=Window(earliest=opens, recommended=opens, latest=max(opens, latest)),
        days="working" if is_in_time else "any",
        strength="optional" if has_asked else "recommended",
        sends="status_check",
        reasons=lambda: Reasons(
            because=(
                *([Point("deadline-after-a-check")] if has_asked else []),
                Point("tell-the-deadline", {"date": deadline}),
                Point("deadline-is-news"),
                *exception,
            ),
            how=(Point("other-processes-line"),),
            avoid=(Point("no-ultimatum"),),
            disputes=("C25",),
        ),
    )


def _fits_into_check(facts: Facts, history: History) -> bool:
    """Whether the promised day is over, so that a status check may go out as soon and name the deadline (D10)."""
    promised, deadline = standing_promise(facts, history), facts.deadline
    if promised is None or promised >= facts.today or facts.situation.told_no_contact or deadline is None:
        return False
    opens = check_window(facts, history).earliest
    note_by = facts.calendar.add(facts.today, facts.policy.wait("deadline-note-by"))
    return opens is not None and day_of(opens) <= min(note_by, deadline)


def _is_told(facts: Facts, history: History) -> bool:
    """Whether they are taken to know of the deadline: a message was sent that asked them, and nobody answered it.

    A check that was due anyway may have said nothing of it: after some days, or sooner where the deadline comes
    sooner, and short of the cap, they are told.
    """
    checks, deadline = history.unanswered_checks, facts.deadline
    if not checks or deadline is None:
        return False
    policy, last = facts.policy, checks[-1]
    is_recent = facts.today < shift(day_of(last.at), policy.days("deadline-after-check")) <= deadline
    is_capped = len(checks) >= policy.how_many("cap-per-contact")
    return last.is_planned or is_recent or is_capped or not was_due(facts, history, last)
