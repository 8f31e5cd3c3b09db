"""Messages with something to tell: new information (D22), and a deadline elsewhere (D25, G12)."""

from followup.calendar import day_of, last_on_or_before, shift
from followup.facts import Facts
from followup.history import History
from followup.model import Point, Reasons, Step, Window
from followup.steps.check_window import burst_ends, last_contact, standing_promise


def share_new_info(facts: Facts, history: History) -> Step | None:
    """Something of value, without asking for news; None unless it may go today.

    Once in 14 days, and not in the last 3 days before the promised day. It may go before a status check opens (D22).
    """
    info = facts.situation.new_info
    channels = facts.channels
    if not (info and info.relevant) or not channels or facts.situation.told_no_contact:
        return None
    policy, today = facts.policy, facts.today
    promised = standing_promise(facts, history)
    is_ahead = promised is not None and promised >= today
    latest = shift(promised, -policy.value("new-info-before-promise")) if promised and is_ahead else None
    is_spaced = all(shift(day_of(a.at), policy.value("new-info-spacing")) <= today for a in history.sent("new_info"))
    if not is_spaced or (latest and latest < today) or burst_ends(facts, history) > today:
        return None
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


def tell_deadline(facts: Facts, history: History) -> Step | None:
    """Telling them of a real deadline elsewhere before their own promised day: once, on any working day (G12)."""
    deadline = facts.deadline
    if deadline is None:
        return None
    promised = standing_promise(facts, history)
    channels = facts.channels
    is_for_check = promised is not None and promised < facts.today and not facts.situation.told_no_contact
    if not channels or history.unanswered_checks() or is_for_check:
        return None
    opens = max(facts.today, last_contact(facts, history))
    latest = max(opens, last_on_or_before(shift(deadline, -1), facts.calendar.is_working))
    told = facts.situation.told_no_contact
    exception = (Point("told-not-to-write"), Point("deadline-is-an-exception")) if told else ()
    is_call = facts.is_agency and facts.phone_is_open
    channel = "phone" if is_call and "phone" in channels else channels[0]
    return Step(
        action="tell_competing_deadline",
        recipient=facts.contact,
        channel=channel,
        also_channels=tuple(other for other in channels if other != channel),
        window=Window(earliest=opens, recommended=opens, latest=latest),
        days="working",
        sends="status_check",
        reasons=lambda: Reasons(
            because=(Point("tell-the-deadline", {"date": deadline}), Point("deadline-is-news"), *exception),
            how=(Point("other-processes-line"),),
            avoid=(Point("no-ultimatum"),),
            disputes=("C25",),
        ),
    )
