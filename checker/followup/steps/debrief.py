"""Through the agency (D15, D16, G09): tell the recruiter how it went, and have the thanks passed on to the client."""

from datetime import datetime

from followup.days.calendar import HOURS_A_DAY, shift
from followup.days.zones import after_hours
from followup.facts.facts import Facts
from followup.facts.history import CHECK_KINDS, History
from followup.model import Moment, Point, Reasons, Step, Window
from followup.steps.thank_you import check_due_on, check_opens_on

AVOID = (Point("client-through-agency"),)


def debrief(facts: Facts, history: History) -> Step | None:
    """The debrief of the agency recruiter: the same day, at the latest until the status check is due."""
    if not facts.is_agency or history.sent("debrief", *CHECK_KINDS):
        return None
    channels = facts.channels or ("email",)
    end = facts.interview_end
    return Step(
        action="debrief_recruiter",
        recipient=facts.contact,
        channel=channels[0],
        also_channels=channels[1:],
        window=Window(
            earliest=end,
            recommended=end,
            latest=facts.office.closes_after(end) if end else None,
            is_soft=True,
            gives_way_on=check_due_on(facts, history),
        ),
        sends="debrief",
        reasons=lambda: Reasons(
            because=(Point("debrief-the-recruiter"), Point("contact-type-matters")),
            how=(
                Point("ask-client-policy"),
                Point("add-the-thanks"),
                *([Point("ask-feedback-date")] if facts.promised_on is None else []),
            ),
            avoid=(*AVOID, *phone_warnings(facts)),
            disputes=("C15", "C16"),
        ),
    )


def forward_thanks(facts: Facts, history: History) -> Step | None:
    """Asking the recruiter to forward the thank-you, where the debrief stayed unanswered (G09)."""
    debriefs = history.sent("debrief")
    end = facts.interview_end
    if not facts.is_agency or not debriefs or end is None:
        return None
    has_answer = any(attempt.answered for attempt in debriefs) or history.last_reply is not None
    if has_answer or history.sent("thank_you", *CHECK_KINDS):
        return None
    hours, edge = facts.policy.hours("thank-you-by"), facts.policy.hours("thank-you-by", "keen")
    opens = _answer_is_due(after_hours(end, hours), debriefs[-1].at, hours)
    return Step(
        action="send_thank_you",
        recipient=facts.contact,
        channel=(facts.channels or ("email",))[0],
        window=Window(
            earliest=opens,
            recommended=opens,
            latest=max(opens, after_hours(end, edge)),
            target=after_hours(end, hours),
        ),
        sends="thank_you",
        reasons=lambda: Reasons(
            because=(
                Point("ask-to-forward"),
                Point("client-policy-unanswered"),
                Point("thanks-window"),
            ),
            avoid=(*AVOID, *phone_warnings(facts)),
            disputes=("C15", "C01"),
        ),
    )


def _answer_is_due(opens: datetime, asked_at: Moment, hours: int) -> datetime:
    """When the recruiter has had time for an answer: counted from the interview, or from a debrief after it (G09)."""
    if isinstance(asked_at, datetime):
        return after_hours(asked_at, hours) if asked_at > opens else opens
    next_day = shift(asked_at, hours // HOURS_A_DAY)
    return opens if next_day <= opens.date() else datetime.combine(next_day, opens.timetz())


def late_forward(facts: Facts, history: History) -> Step | None:
    """The same after its window, until the status check is due."""
    step = forward_thanks(facts, history)
    if step is None or step.window.latest is None:
        return None
    opens = step.window.latest
    return step._replace(
        action="send_late_thank_you",
        window=Window(earliest=opens, recommended=opens, gives_way_on=check_opens_on(facts, history)),
        reasons=lambda: _when_late(step.reasons()),
    )


def _when_late(reasons: Reasons) -> Reasons:
    """What is said of forwarding the thanks, once the window is over; the window itself is not spoken of any more."""
    because = tuple(point for point in reasons.because if point.id != "thanks-window")
    return reasons._replace(because=(Point("late-thanks-welcome"), *because))


def phone_warnings(facts: Facts) -> tuple[Point, ...]:
    """What to mind about the recruiter's telephones (D16)."""
    given = facts.situation.channels_given or ()
    points = []
    if "mobile" in given:
        points.append(Point("mobile-as-office-line" if facts.phone_is_mobile else "no-mobile"))
    if facts.phone_is_open:
        points.append(Point("no-after-hours"))
    return tuple(points)
