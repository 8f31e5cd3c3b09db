"""The thank-you after an interview (rule R1): at once, by a target, by an edge, and late rather than never."""

from datetime import date

from followup.days.calendar import day_of, shift
from followup.days.zones import after_hours
from followup.facts.channels import CALLS
from followup.facts.facts import Facts
from followup.facts.history import CHECK_KINDS, History
from followup.model import Counted, Moment, Point, Reasons, Step, Window
from followup.steps.check_window import check_window
from followup.vocabulary import Channel, Recipient

EACH: Recipient = "each_interviewer"


def thank_you(facts: Facts, history: History) -> Step | None:
    """The thank-you inside its window; None where everybody is thanked, or where an agency stands between (D15)."""
    if facts.is_agency or not _is_owed(facts, history):
        return None
    recipient, channel = _addressee(facts)
    letter = may_still_post(facts) and channel != "post"
    return Step(
        action="send_thank_you",
        recipient=recipient,
        channel=channel,
        also_channels=("post",) if letter else (),
        window=_window(facts, channel),
        sends="thank_you",
        reasons=lambda: Reasons(
            because=_because(facts, channel),
            how=_how(facts, recipient, channel),
            avoid=_avoid(facts, history, channel),
            disputes=_disputes(facts, recipient),
        ),
    )


def late_thank_you(facts: Facts, history: History) -> Step | None:
    """The thank-you after its window.

    Still worth sending, until the status check is due and can carry the thanks (D01, D02).
    """
    step = thank_you(facts, history)
    if step is None or step.window.latest is None:
        return None
    opens = step.window.latest
    return step._replace(
        action="send_late_thank_you",
        also_channels=(),
        window=Window(earliest=opens, recommended=opens, gives_way_on=check_opens_on(facts, history)),
        reasons=lambda: _when_late(step.reasons()),
    )


def _when_late(reasons: Reasons) -> Reasons:
    """What is said of a thank-you, once its window is over."""
    return Reasons(
        because=(Point("late-thanks-welcome"),),
        how=tuple(point for point in reasons.how if point.id != "letter-as-extra"),
        avoid=(Point("no-apology"), *reasons.avoid),
        disputes=("C01", "C02", *(dispute for dispute in reasons.disputes if dispute not in ("C01", "C04"))),
    )


def check_due_on(facts: Facts, history: History) -> date | None:
    """The day from which a status check is advised.

    Where none may be sent: the day from which the silence is long enough to stop.
    """
    window = check_window(facts, history)
    return _day_to_ask(facts, window, window.recommended)


def check_opens_on(facts: Facts, history: History) -> date | None:
    """The first day that a source supports for a status check, which can then carry the thanks (R1)."""
    window = check_window(facts, history)
    return _day_to_ask(facts, window, window.earliest)


def _day_to_ask(facts: Facts, window: Window, mark: Moment | None) -> date | None:
    """The day of a mark; the day to stop, where no status check can be sent at all."""
    can_ask = facts.channels and not facts.situation.told_no_contact
    day = mark if can_ask else window.gives_way_on
    return day and day_of(day)


def may_still_post(facts: Facts) -> bool:
    """Whether a handwritten note as an extra can still go out in its time (D04)."""
    end = facts.interview_end
    is_over = end is not None and facts.has_passed(after_hours(end, facts.policy.hours("handwritten-by")))
    return facts.may_post_letter and not is_over


def _is_owed(facts: Facts, history: History) -> bool:
    """Whether somebody is still to be thanked. Once a status check is out, the moment has passed.

    After a fair only those are thanked who gave an address (G23).
    """
    if history.sent(*CHECK_KINDS) or (facts.situation.stage == "fair" and not facts.channels):
        return False
    thanked = {attempt.to for attempt in history.sent("thank_you")}
    owed = (facts.situation.addresses_given or 0) if _addressee(facts)[0] == EACH else 1
    return EACH not in thanked and len(thanked) < owed


def _addressee(facts: Facts) -> tuple[Recipient, Channel]:
    """To whom and by which channel (R8, D09, G03 to G06).

    A note to each whose address was given, else the main contact, else a letter.
    """
    channels, situation = facts.channels, facts.situation
    if len(situation.interviewers or ()) > 1 and (situation.addresses_given or 0) > 1:
        return EACH, "email"
    if channels:
        return facts.contact, channels[0]
    return "interviewer", "post"


def _window(facts: Facts, channel: str) -> Window:
    """From the end of the interview to the edge; without a known interview there is no clock to count on."""
    end, policy = facts.interview_end, facts.policy
    if end is None:
        return Window()
    if channel == "post":
        return Window(earliest=end, recommended=end, latest=after_hours(end, policy.hours("handwritten-by")))
    target = after_hours(end, policy.hours("thank-you-by"))
    return Window(
        earliest=end,
        recommended=end,
        latest=after_hours(end, policy.hours("thank-you-by", "keen")),
        target=target,
        counted=Counted("thank-you-by", end),
    )


def _because(facts: Facts, channel: str) -> tuple[Point, ...]:
    points = [Point("letter-is-the-way" if channel == "post" else "thanks-promptly")]
    if _before_weekend(facts) and channel == "email":
        points.append(Point("weekend-is-no-reason"))
    return tuple(points)


def _how(facts: Facts, recipient: str, channel: str) -> tuple[Point, ...]:
    announced = facts.situation.announced_contact
    gate = check_due_on(facts, facts.history) if announced else None
    people, addresses = len(facts.situation.interviewers or ()), facts.situation.addresses_given
    is_partly_reached = people > max(1, addresses or 0) or recipient == "coordinator"
    conditions = {
        "one-note-each": recipient == EACH,
        "group-note": is_partly_reached and recipient != EACH,
        "note-to-pass-on": is_partly_reached and recipient != EACH,
        "lead-passes-on": is_partly_reached and recipient == EACH,
        "second-note-differs": facts.situation.stage == "between_rounds",
        "letter-public-address": recipient == "interviewer" and channel == "post",
        "email-first": channel == "email",
        "thanks-by-phone": channel in CALLS,
        "one-call-then-email": channel in CALLS,
        "stay-in-their-medium": channel == "linkedin",
        "ask-timeline-in-thanks": _lacks_date(facts),
        "check-names": True,
        "link-work-sample": True,
        "letter-as-extra": channel != "post" and may_still_post(facts),
        "announced-contact-fits": bool(announced and gate and announced >= gate),
        "contact-type-matters": True,
    }
    return tuple(Point(ground, {"date": announced}) for ground, holds in conditions.items() if holds)


def _avoid(facts: Facts, history: History, channel: str) -> tuple[Point, ...]:
    situation = facts.situation
    people, addresses = len(situation.interviewers or ()), situation.addresses_given
    announced = situation.announced_contact
    gate = check_due_on(facts, history) if announced else None
    points = []
    if announced and gate and announced < gate:
        points.append(Point("announced-too-early", {"date": announced, "gate": gate}))
    if people > 1 and (addresses or 0) > 1:
        points.append(Point("no-copies"))
    if people > 1 and _lacks_date(facts):
        points.append(Point("one-question-only"))
    if channel == "post" or (addresses is not None and addresses < people):
        points.append(Point("no-look-up"))
    if "post" in (situation.channels_given or ()) and channel != "post" and not facts.letter_is_in_time:
        points.append(Point("letter-too-slow"))
    if not facts.phone_is_open:
        points.append(Point("no-uninvited-call"))
    return (*points, Point("expect-no-effect"))


def _disputes(facts: Facts, recipient: str) -> tuple[str, ...]:
    given = facts.situation.channels_given or ()
    conditions = {
        "C01": True,
        "C09": recipient == EACH or len(facts.situation.interviewers or ()) > 1,
        "C04": "post" in given or not facts.channels,
        "C05": len(given) > 1,
        "C08": not facts.channels,
        "C18": facts.situation.announced_contact is not None,
        "C17": _before_weekend(facts),
        "C06": "phone" in given,
        "C13": facts.promised_on is None,
        "C03": True,
        "C20": True,
        "C21": "email" in facts.channels,
        "C26": True,
        "C32": True,
    }
    return tuple(dispute for dispute, touched in conditions.items() if touched)


def _before_weekend(facts: Facts) -> bool:
    """Whether the day after the interview is no working weekday (G01)."""
    day = facts.interview_on
    return day is not None and shift(day, 1).isoweekday() not in facts.calendar.week.working


def _lacks_date(facts: Facts) -> bool:
    """Whether the thank-you may ask about the timing: no date is known, and questions are welcome."""
    situation = facts.situation
    is_open = facts.promised_on is None and situation.told_interval is None and not situation.told_no_contact
    return is_open and situation.stage != "fair"
