"""The status check (rules R2 to R6): asking the main contact for news, each time after the first optional."""

from datetime import date

from followup.days.calendar import day_of
from followup.facts.facts import Facts
from followup.facts.history import CHECK_KINDS, NO_NEWS, History
from followup.model import Attempt, Point, Reasons, Step
from followup.steps.check_window import check_window, main_recipients
from followup.steps.gates import own_spacing, standing_promise, told_day

ELSEWHERE = frozenset({"agency_desk"})


def status_check(facts: Facts, history: History) -> Step | None:
    """The next status check to the main contact.

    None at the cap, without an open channel, or where they asked not to be written to (R6, G13).
    """
    channels = facts.channels
    sent = checks_to_main(facts, history)
    unanswered, how_many = history.unanswered_checks, facts.policy.how_many
    is_capped = len(sent) >= how_many("cap-per-contact") or len(unanswered) >= how_many("cap-per-employer")
    if facts.situation.told_no_contact or not channels or is_capped:
        return None
    if sent and not facts.is_agency and channels[0] != "phone" and facts.situation.phone_invited:
        return _voicemail(facts, history)
    return Step(
        action="send_status_check",
        recipient=facts.contact,
        channel=channels[0],
        also_channels=channels[1:],
        window=check_window(facts, history),
        strength="optional" if sent else "recommended",
        days="working" if facts.is_agency else "check",
        committed_on=committed_on(facts, history),
        sends="status_check",
        reasons=lambda: Reasons(
            because=(*_because(facts, history, sent), *_progress(facts, history)),
            how=_how(facts, history, sent),
            avoid=_avoid(facts, history),
            disputes=_disputes(facts, history, sent),
        ),
    )


def checks_to_main(facts: Facts, history: History) -> tuple[Attempt, ...]:
    """The unanswered checks that went to the main contact, not to another person (R6)."""
    others = ELSEWHERE | {other.type for other in facts.situation.other_contacts} - main_recipients(facts)
    return tuple(attempt for attempt in history.unanswered_checks if attempt.to not in others)


def _voicemail(facts: Facts, history: History) -> Step:
    """The second check as a voicemail, where they invited the reader to telephone (R4, D06)."""
    return Step(
        action="voicemail_reminder",
        recipient=facts.contact,
        channel="phone",
        window=check_window(facts, history, "spacing-voicemail")._replace(latest=None),
        strength="optional",
        days="check",
        sends="voicemail",
        reasons=lambda: Reasons(
            because=(Point("week-then-voicemail"), Point("second-is-optional")),
            how=(Point("voicemail-content"),),
            avoid=(Point("no-call-back-request"), Point("no-after-hours")),
            disputes=("C06", "C12", "C11"),
        ),
    )


def _because(facts: Facts, history: History, sent: tuple[Attempt, ...]) -> tuple[Point, ...]:
    counted = check_window(facts, history).counted
    decisive, gap = counted and counted.number, own_spacing(facts)
    points = [Point(gap)] if decisive == gap else []
    points += [Point("second-is-optional")] if sent else []
    points += _opening_reasons(facts, history, decisive)
    if not facts.is_agency:
        best = "best-days-of-their-week" if facts.works_from_sunday else "best-days"
        points += [Point(best), Point("nudges-unwelcome")]
    return tuple(points)


def _how(facts: Facts, history: History, sent: tuple[Attempt, ...]) -> tuple[Point, ...]:
    has_news = bool(facts.situation.new_info and facts.situation.new_info.relevant)
    conditions = {
        "thanks-inside-check": not history.sent("thank_you", "debrief") and not sent,
        "email-for-next-steps": facts.channels[0] == "email",
        "cite-their-date": standing_promise(facts, history) is not None,
        "new-info-is-welcome": has_news,
        "add-value": not facts.is_agency and not has_news,
        "ask-when-again": facts.contact == "internal_recruiter",
        "team-not-swamped": facts.contact in ("hiring_manager", "team_member"),
        "other-processes-line": _may_mention_others(facts, history),
        "announced-contact-fits": committed_on(facts, history) is not None,
        "expect-information-only": True,
    }
    values = {"date": facts.situation.announced_contact}
    return tuple(Point(ground, values) for ground, holds in conditions.items() if holds)


def committed_on(facts: Facts, history: History) -> date | None:
    """The day that the reader announced, where it is not before the check is due: then it is to be kept (D18)."""
    announced = facts.situation.announced_contact
    if announced is None or any(day_of(attempt.at) >= announced for attempt in history.sent(*CHECK_KINDS)):
        return None
    due = check_window(facts, history).recommended
    return announced if due and announced >= day_of(due) else None


def _may_mention_others(facts: Facts, history: History) -> bool:
    """Whether other talks may be mentioned: they are real, and a date has passed or a deadline is near (D25)."""
    promised = standing_promise(facts, history)
    is_passed = promised is not None and promised < facts.today
    return facts.has_deadline or (bool(facts.situation.other_processes) and is_passed)


def _opening_reasons(facts: Facts, history: History, decisive: str | None) -> list[Point]:
    """Why the check opens when it does; `decisive` is the number that decides it, which is said of no other."""
    promised, told, reply = standing_promise(facts, history), told_day(facts, history), history.last_reply
    if told:
        return [Point("told-overrides", {"date": told})]
    away_until = history.away_until()
    if away_until:
        return [Point("auto-reply-sets-the-day", {"date": away_until}), Point("follow-up-on-silence")]
    if promised and facts.is_agency:
        return [Point("agency-promise-passed", {"date": promised}), Point("agency-ask")]
    if promised:
        is_counted = decisive == "first-check-after-promise"
        points = [Point("deadline-elsewhere")] if facts.has_deadline else []
        points += [
            *([Point("count-after-promise")] if is_counted and not facts.has_deadline else []),
            Point("promise-week-after", {"date": promised}),
            Point("promise-next-day", {"date": promised}),
            Point("count-from-promise", {"date": promised}),
        ]
        if reply and reply.kind in NO_NEWS:
            points.append(Point("back-off-after-no-news", {"date": day_of(reply.at)}))
        points.append(Point("follow-up-on-silence"))
        return points + ([Point("month-after-two-weeks")] if _is_month_after_two_weeks(facts, promised) else [])
    if reply and reply.kind in NO_NEWS:
        points = [Point("back-off-after-no-news", {"date": day_of(reply.at)})]
        points += [Point("after-no-news")] if decisive == "after-no-news" else []
    elif reply:
        points = [Point("clock-restarts", {"date": day_of(reply.at)})]
    else:
        points = []
    if facts.is_agency:
        return [*points, Point("agency-days"), Point("agency-ask")]
    points += [Point("count-without-date")] if decisive == "first-check-without-date" else []
    return [*points, Point("follow-up-on-silence"), Point("weeks-are-normal")]


def _progress(facts: Facts, history: History) -> tuple[Point, ...]:
    """What the wait may be about, once they have asked for references or the like (G27)."""
    progress = facts.situation.progress
    is_under_way = facts.situation.stage == "references" or (progress is not None and history.last_reply == progress)
    return (Point("progress-takes-time"),) if is_under_way else ()


def _is_month_after_two_weeks(facts: Facts, promised: date) -> bool:
    """Whether the case of one source is this one: an answer was due in about two weeks, and a month has gone by."""
    interview, days = facts.interview_on, facts.policy.days
    if interview is None:
        return False
    is_as_promised = abs((promised - interview).days - days("month-example-promised")) <= days("month-example-about")
    return is_as_promised and (facts.today - interview).days >= days("month-example-gone")


def _avoid(facts: Facts, history: History) -> tuple[Point, ...]:
    given = facts.situation.channels_given or ()
    points = []
    if standing_promise(facts, history) and not facts.is_agency:
        points.append(Point("no-reproach"))
    if history.unanswered_checks:
        points.append(Point("no-messages-in-a-row"))
    if facts.is_agency:
        points += [Point("client-through-agency"), Point("no-daily-calls")]
        points += [Point("no-mobile")] if "mobile" in given and not facts.phone_is_mobile else []
        points += [Point("no-after-hours")] if facts.phone_is_open else []
    elif not facts.phone_is_open:
        points.append(Point("no-uninvited-call"))
    if len(history.unanswered_checks) > 1:
        points.append(Point("too-many-is-fatal"))
    return tuple(points)


def _disputes(facts: Facts, history: History, sent: tuple[Attempt, ...]) -> tuple[str, ...]:
    promised = standing_promise(facts, history)
    opening = "C14" if facts.is_agency else "C10" if promised else "C13"
    extra = ["C11", "C12"] if sent else ["C11"]
    if promised and not facts.is_agency:
        extra.append("C19")
    if not facts.is_agency:
        extra += ["C17", "C24"]
    if "phone" in (facts.situation.channels_given or ()) and not facts.is_agency:
        extra.append("C06")
    if _may_mention_others(facts, history):
        extra.append("C25")
    if facts.situation.announced_contact:
        extra.append("C18")
    return (opening, *extra)
