"""The tables of answers say what the engine says: read as a reader reads them, for every weekday."""

import re
from calendar import day_name
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import product
from typing import Any

import pytest

import followup.knowledge
from followup.advise import advise
from followup.facts.finding import find_facts
from followup.plan import Planned, due_step
from followup.reading.situation import read_situation
from followup.words import load as load_words
from followup_site.answers.pages import answer_pages, guide_of, slug_of
from followup_site.answers.situations import AGENCY, CONTACTS, LATEST_QUESTION, TO_PROMISE, UNKNOWN
from followup_site.answers.words import span
from followup_site.pages.usage import Usage

KNOWN = followup.knowledge.load()
WORDS = load_words()
STARTS = [date(2026, 3, 2) + timedelta(days=shift) for shift in range(7)]
"""One of each weekday; in the USA, the default country, no public holiday follows until 25 May."""
CLEAR_UNTIL = date(2026, 5, 24)
ASKED = {
    "You have not asked yet": 0,
    "You asked once, and nobody answered": 1,
    "You asked twice, and nobody answered": 2,
}
ASKED_AFTER: dict[int, list[tuple[int, ...]]] = {
    0: [()],
    1: [(1,), (LATEST_QUESTION,)],
    2: [(1, 5), (7, 21), (LATEST_QUESTION - 14, LATEST_QUESTION)],
}
"""By how often a reader has asked: days after the named day or the last contact on which they did."""
OTHER = "You asked twice, and somebody else there gave you an address"

EVERY: dict[str, int] = {"hr": 1, AGENCY: 1, UNKNOWN: 1}
"""Of three kinds of contact every day is asked; of the others, whose windows are those of the last, every fourth."""

type Rows = list[tuple[str, str]]


@cache
def pages() -> dict[str, str]:
    """Return the pages of the tables by path."""
    return dict(answer_pages(KNOWN, WORDS, Usage()))


@cache
def tables(contact: str) -> dict[tuple[str, str], Rows]:
    """Return the tables of a contact's page: label and answer of each row, by anchor and heading."""
    page = pages()[f"answers/{slug_of(contact)}.md"]
    found: dict[tuple[str, str], Rows] = {}
    anchor = heading = ""
    for line in page.splitlines():
        if line.startswith("## "):
            anchor, heading = line.partition("{ #")[2].removesuffix(" }"), ""
        elif line.startswith("### "):
            heading = line.removeprefix("### ")
        elif line.startswith("| ") and not line.startswith("| ---") and not line.startswith(("| Days", "| Hours")):
            label, text = line.strip("| ").split(" | ")
            plain = re.sub(r"\[@[^\]]*\]", "", text)
            found.setdefault((anchor, heading), []).append((label, re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain)))
    return found


@cache
def holds(label: str, number: int, after_promise: int | None) -> bool:
    """Whether a row is about so many days, or so many days after the named day."""
    late = re.fullmatch(r"Day (\d+) after the named day, and later", label)
    if late:
        return after_promise is not None and after_promise >= int(late[1])
    numbers = [int(each) for each in re.findall(r"\d+", label)]
    if label.endswith("or before"):
        return number <= numbers[0]
    return numbers[0] <= number and (label.endswith("or more") or number <= numbers[-1])


def row_of(rows: Rows, number: int, after_promise: int | None = None) -> str:
    """Return the answer for a day; the last row goes before the others."""
    found = [text for label, text in rows if holds(label, number, after_promise)]
    assert found, f"no row for day {number}"
    return found[-1]


@cache
def weekdays(words: str) -> set[int]:
    """Return the weekdays that a span names."""
    names = list(day_name)
    if " to " in words:
        begin, end = (names.index(name) for name in words.split(" to "))
        return {(begin + shift) % 7 + 1 for shift in range((end - begin) % 7 + 1)}
    return {names.index(name) + 1 for name in re.split(r", | and | or ", words)}


@cache
def clause(text: str, weekday: int) -> str:
    """Return what a row says for today's weekday."""
    if ": " not in text or text.startswith("Wait"):
        return text.removesuffix(".")
    parts = re.findall(r"([A-Z][a-z]+day(?:(?:, | and | to )[A-Z][a-z]+day)*): ([^.]+)\.", text)
    (said,) = [str(words) for days, words in parts if weekday in weekdays(days)]
    return said


@cache
def told_days(text: str) -> list[tuple[int, int, set[int]]]:
    """Return each day that an answer names: the day, the latest that it may be, and the weekdays that move it."""
    pattern = r"day (\d+)(?:, or up to day (\d+) if day \1 falls on ([A-Z][a-z ,A-Z]*day))?"
    return [
        (int(low), int(high or low), weekdays(days) if days else set()) for low, high, days in re.findall(pattern, text)
    ]


def situation(contact: str, today: date, **more: Any) -> dict[str, Any]:
    """Return a reader's situation as the checker gets it."""
    agency = contact == AGENCY
    interview = more.pop("interview")
    thanks = {"at": interview.isoformat(), "kind": "debrief" if agency else "thank_you", "to": contact}
    asked = [{"at": day.isoformat(), "kind": "status_check", "to": contact} for day in more.pop("asked", ())]
    return {
        "today": today.isoformat(),
        "stage": "post_interview",
        "contact_type": contact,
        "channels_given": ["email"],
        "interview_date": interview.isoformat(),
        "attempts": [{**thanks, "answered": agency}, *asked],
        **more,
    }


def planned(value: dict[str, Any]) -> Planned:
    """Return the engine's step for a situation."""
    found, faults = read_situation(value)
    assert found, faults
    return due_step(find_facts(found, KNOWN))


def check(text: str, start: date, today: date, answer: Planned) -> None:
    """Compare what a row says with what the engine answers."""
    step, said = answer.step, clause(text, today.isoweekday())
    where = f"{text!r} on day {(today - start).days} after {start:%A}"
    if said.startswith("Wait"):
        assert not answer.dates.is_open or step.action == "wait", where
        marks = told_days(text)
        for (low, high, moved), mark in zip(
            marks, (answer.dates.earliest, answer.dates.recommended)[-len(marks) :], strict=True
        ):
            assert isinstance(mark, date)
            falls = (start + timedelta(days=low)).isoweekday() in moved
            assert low < (mark - start).days <= high if falls else (mark - start).days == low, where
        return
    if said == "not today":
        assert not answer.dates.is_open or step.action == "stop_and_move_on", where
        return
    form = "do" if answer.dates.strength == "recommended" else "may"
    assert answer.dates.is_open, where
    assert said.partition(" (")[0] == WORDS.text(f"action.{step.action}.{form}"), where
    if answer.dates.strength == "tolerated" and "Advised from" in text:
        ((low, high, moved),) = told_days(text)
        assert isinstance(answer.dates.recommended, date)
        falls = (start + timedelta(days=low)).isoweekday() in moved
        days = (answer.dates.recommended - start).days
        assert low < days <= high if falls else days == low, where


def histories(tries: int, start: date, *, is_promised: bool) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the promised day or last contact, and a history, of different readers who count from a day."""
    for asked_after in ASKED_AFTER[tries]:
        origin = start - timedelta(days=asked_after[-1]) if tries else start
        asked = [origin + timedelta(days=days) for days in asked_after]
        for to_promise in (3, 30) if is_promised and not tries else (TO_PROMISE,) if is_promised else (0,):
            more: dict[str, Any] = {"interview": origin - timedelta(days=to_promise), "asked": asked}
            yield origin, {**more, "promised": {"to": origin.isoformat()}} if is_promised else more


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("anchor", ["promised", "no-date"])
def test_no_weekday_contradicts_the_tables(contact: str, anchor: str) -> None:
    """For each weekday to count from, each day since then and different histories, row and engine say the same."""
    for (section, heading), rows in tables(contact).items():
        if section != anchor:
            continue
        tries = ASKED.get(heading, 2)
        other = "hr" if contact == "hiring_manager" else "hiring_manager"
        more = {"other_contacts": [{"type": other, "email_given": True}]} if heading == OTHER else {}
        for start in STARTS:
            for origin, history in histories(tries, start, is_promised=anchor == "promised"):
                first_day = -2 if anchor == "promised" and not tries else 0
                for number in range(first_day, (CLEAR_UNTIL - start).days, EVERY.get(contact, 4)):
                    today = start + timedelta(days=number)
                    since = (today - origin).days if anchor == "promised" else None
                    check(
                        row_of(rows, number, since), start, today, planned(situation(contact, today, **history, **more))
                    )


@pytest.mark.parametrize("contact", CONTACTS)
def test_the_end_of_a_long_silence(contact: str) -> None:
    """Where no day was named, the tables hold to the last day of the silence and for good after it."""
    for (section, heading), rows in tables(contact).items():
        if section != "no-date" or heading == OTHER:
            continue
        tries = ASKED[heading]
        for start, number in product(STARTS, (84, *range(86, 94), 120)):
            _, history = next(histories(tries, start, is_promised=False))
            today = start + timedelta(days=number)
            # Without public holidays, of which this time of the year has one.
            check(row_of(rows, number), start, today, planned(situation(contact, today, country="ZZ", **history)))


@pytest.mark.parametrize("contact", ["hr", AGENCY])
def test_a_message_after_the_named_day_counts_from_itself(contact: str) -> None:
    """Whoever heard from them after the named day reads the table of no named day, counted from that message."""
    rows = tables(contact)["no-date", "You have not asked yet"]
    for reply, number in product(STARTS, range(30)):
        today = reply + timedelta(days=number)
        answer = planned(
            situation(
                contact,
                today,
                interview=reply - timedelta(days=20),
                asked=[reply - timedelta(days=1)],
                promised={"to": (reply - timedelta(days=3)).isoformat()},
                last_reply={"at": reply.isoformat(), "kind": "no_news_yet"},
            )
        )
        check(row_of(rows, number), reply, today, answer)


def test_the_checker_itself_says_so() -> None:
    """The whole advice of the checker is the answer that the tables were compared with."""
    for number, start in product((0, 3, 7, 20), STARTS):
        today = start + timedelta(days=number)
        value = situation("hr", today, interview=start - timedelta(days=10), promised={"to": start.isoformat()})
        found, _ = read_situation(value)
        assert found
        advice, step = advise(found, KNOWN), planned(value)
        assert advice.action == (step.step.action if step.dates.is_open else "wait")
        assert (advice.earliest, advice.recommended) == (step.dates.earliest, step.dates.recommended)


def ended(contact: str, start: date, hours: int, reported_at: int | None = None) -> Planned:
    """Return the engine's step so many hours after an interview; at an agency, also after a report."""
    end = datetime.combine(start, time(11, 30))
    attempts = []
    if reported_at is not None:
        at = end + timedelta(hours=reported_at)
        attempts = [{"at": at.isoformat(), "kind": "debrief", "to": contact, "channel": "email"}]
    return planned(
        {
            **situation(contact, start, interview=start),
            "today": (end + timedelta(hours=hours)).isoformat(),
            "interview_end": end.isoformat(),
            "attempts": attempts,
            "zone": "UTC",
        }
    )


@pytest.mark.parametrize("contact", [contact for contact in CONTACTS if contact != AGENCY])
def test_hours_of_the_thank_you(contact: str) -> None:
    """Within a day, within two, and late until a question may be asked: on every weekday."""
    (rows,) = [rows for (anchor, _), rows in tables(contact).items() if anchor == "thank-you"]
    assert [label for label, _ in rows] == ["0 to 24", "24 to 48", "more than 48"]
    last_day = 24 * (KNOWN.numbers["first-check-without-date"].keen.value - 1)
    for start, hours in product(STARTS, (0, 1, 12, 24, 25, 40, 48, 49, 72, last_day)):
        text = rows[0 if hours <= 24 else 1 if hours <= 48 else 2][1]
        step = ended(contact, start, hours).step
        assert text.startswith(WORDS.text(f"action.{step.action}.do")), hours
    tuesday = STARTS[1]
    assert ended(contact, tuesday, last_day + 24).step.action == "send_status_check"


def test_hours_of_an_agency() -> None:
    """Report at any hour; a day without an answer later, ask to have the thanks forwarded, until a question is open."""
    found = [rows for (anchor, _), rows in tables(AGENCY).items() if anchor == "thank-you"]
    (report,), forward = found
    for start, hours in product(STARTS, (0, 5, 24, 30, 60, 72)):
        assert report[1].startswith(WORDS.text(f"action.{ended(AGENCY, start, hours).step.action}.do"))
    assert [label for label, _ in forward] == ["0 to 24", "24 to 48", "more than 48"]
    for start, hours in product(STARTS, (0, 5, 23, 24, 30, 48, 49, 55)):
        answer = ended(AGENCY, start, hours, reported_at=0)
        assert answer.dates.is_open == (hours >= 24)
        assert answer.step.action == ("send_thank_you" if hours <= 48 else "send_late_thank_you")
        text = forward[0 if hours < 24 else 1 if hours <= 48 else 2][1]
        assert text.startswith(WORDS.text("action.forward_thanks.do") if hours >= 24 else "Wait until hour 24.")


def test_pages_have_the_parts_that_are_linked_to() -> None:
    """Each contact's page has its three parts under their names, and the list leads to every page."""
    for contact in CONTACTS:
        for anchor in ("thank-you", "promised", "no-date"):
            assert f"{{ #{anchor} }}" in pages()[f"answers/{slug_of(contact)}.md"]
        assert f"]({slug_of(contact)}.md)" in pages()["answers/index.md"]
        assert f"../contacts/{guide_of(contact)}.md" in pages()[f"answers/{slug_of(contact)}.md"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({6, 7, 1}, "Saturday to Monday"),
        ({2, 3, 4, 5}, "Tuesday to Friday"),
        ({6, 7}, "Saturday and Sunday"),
        ({3}, "Wednesday"),
        ({1, 3, 5}, "Monday, Wednesday and Friday"),
        ({7, 1}, "Monday and Sunday"),
    ],
)
def test_weekdays_read_well(days: set[int], words: str) -> None:
    """Days in a row are a span, also across the week's end, and a reader gets the same days back."""
    assert span(days) == words
    assert weekdays(words) == days
