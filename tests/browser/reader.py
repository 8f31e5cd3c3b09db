"""A person at the checker's form: finds controls by their labels, types days as people write them, reads the answer."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from playwright.sync_api import Locator, Page, Worker, expect

from followup import words
from followup.page.fields import COUNTRIES, FIELDS, FOLDED, Field
from followup.render.view import Item, Section, View
from followup.vocabulary import CONTACT_TYPES

WORDS = words.load()
STARTING = 60_000
"""Milliseconds after which a Python that has not started counts as broken; tests wait for the start, not for these."""

_NO_OPTION = {"channels_given": ["none"]}


class Reader:
    """Fills in the form of one page and reads what comes back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading = page.get_by_role("heading", name=WORDS.text("page.answer-heading"), exact=True)
        self.answer = page.get_by_role("region", name=WORDS.text("page.answer-heading"), exact=True)
        self.problem = page.get_by_role("group", name=WORDS.text("page.problem-title"), exact=True)
        self.status = page.get_by_role("status").filter(visible=True)
        self.submit = page.get_by_role("button", name=WORDS.text("form.submit"), exact=True)
        self.retry = page.get_by_role("button", name=WORDS.text("page.retry"), exact=True)

    @classmethod
    def at_checker(cls, page: Page, site_url: str, answers: str = "") -> "Reader":
        """Open the checker anew, with answers in its address if there are any."""
        page.goto("about:blank")
        page.goto(f"{site_url}checker/{answers}")
        return cls(page)

    def enter(self, situation: Mapping[str, Any]) -> None:
        """Fill in all that a situation says, question by question."""
        entries = dict(_entries(situation))
        for field in FIELDS:
            if field.path in entries:
                self.fill(field.path, entries[field.path])
        for number, attempt in enumerate(situation.get("attempts", ()), 1):
            self.add_message(number, attempt)

    def add_message(self, number: int, attempt: Mapping[str, Any]) -> None:
        """Add the given entry of the list of messages, which counts from 1, and fill it in."""
        self.page.get_by_role("button", name=WORDS.text("form.add-row"), exact=True).click()
        entries = dict(_entries_of_attempt(attempt))
        for field in FIELDS:
            if field.path in entries:
                self.fill(field.path, entries[field.path], self.message(number))

    def message(self, number: int) -> Locator:
        """Return an entry of the list of messages, which counts from 1."""
        return self.page.get_by_role("group", name=f"{WORDS.text('form.row')} {number}", exact=True)

    def fill(self, path: str, value: str | list[str], within: Locator | None = None) -> None:
        """Answer the question of a control; opens the folded part where the question is in there."""
        field = _field(path)
        if field.section in FOLDED:
            self.unfold()
        match field.kind:
            case "choice" | "choices" | "yes-no":
                for option in [value] if isinstance(value, str) else value:
                    self.option(path, option, within).check()
            case "list":
                self.control(path, within).select_option(label=_option_text(field, str(value)))
            case "tick":
                self.control(path, within).check()
            case _:
                self.control(path, within).fill(str(value))
                self.control(path, within).press("Tab")

    def control(self, path: str, within: Locator | None = None) -> Locator:
        """Return the control with the label of this path, or the group where it has several options."""
        field, scope = _field(path), within or self.page
        label = WORDS.text(f"{field.key}.label")
        if field.kind in {"choice", "choices", "yes-no"}:
            return scope.get_by_role("group", name=label, exact=True)
        return scope.get_by_label(label, exact=True)

    def option(self, path: str, option: str, within: Locator | None = None) -> Locator:
        """Return one option of a control that has several."""
        field, group = _field(path), self.control(path, within)
        name = _option_text(field, option)
        if field.kind == "choices":
            return group.get_by_role("checkbox", name=name, exact=True)
        return group.get_by_role("radio", name=name, exact=True)

    def unfold(self) -> None:
        """Open the part with the questions that most leave out, unless it is open."""
        summary = self.page.get_by_text(WORDS.text("form.more"), exact=True)
        hint = self.page.get_by_text(WORDS.text("form.more-hint"), exact=True)
        if not hint.is_visible():
            summary.click()
        expect(hint).to_be_visible()

    def ask(self) -> None:
        """Press the button and wait for the answer, which gets the focus."""
        self.submit.click()
        self.expect_answer()

    def expect_answer(self) -> None:
        """Wait until the answer is there and has the focus."""
        expect(self.heading).to_be_focused(timeout=STARTING)
        expect(self.problem).to_be_hidden()

    def ask_in_vain(self) -> None:
        """Press the button and wait for the summary of faults, which gets the focus."""
        self.submit.click()
        expect(self.problem).to_be_focused(timeout=STARTING)
        expect(self.answer).to_be_hidden()

    def expect_runtime(self, state: str) -> None:
        """Wait until Python is in this state."""
        expect(self.page.locator("follow-up-checker")).to_have_attribute("data-runtime", state, timeout=STARTING)

    def worker(self) -> Worker:
        """Return the worker in which Python runs; the site's search has another one."""
        (worker,) = (worker for worker in self.page.workers if worker.url.startswith("blob:"))
        return worker

    def values(self) -> dict[str, Any]:
        """Return what the form holds, as it goes to Python."""
        held: dict[str, Any] = self.page.locator("form[method=dialog]").evaluate(
            """(form) => {
                const data = new FormData(form);
                return Object.fromEntries([...new Set(data.keys())].map((name) =>
                    [name, data.getAll(name).length > 1 ? data.getAll(name) : data.get(name)]));
            }"""
        )
        return held

    def shown(self) -> list[str]:
        """Return the answer's texts in the order of the page, the folded ones too."""
        texts = self.answer.locator("p, h3, h4, dt, dd, summary, li").all_text_contents()
        return [" ".join(text.split()) for text in texts]


def shown_for(view: View) -> list[str]:
    """The texts that the page must show for a view, in its order."""
    texts = [view.strength] if view.tone in {"act", "may"} else []
    texts += [view.verdict, view.line, *(text for pair in view.dates for text in pair)]
    texts += [text for section in view.sections for text in _shown_for_section(section)]
    texts += [view.rules, WORDS.text("page.change")]
    return [" ".join(text.split()) for text in texts if text]


def day_in_words(day: date) -> str:
    """A day as people write it: 2 June 2026."""
    return f"{day.day} {WORDS.text(f'calendar.month.{day.month}')} {day.year}"


def _shown_for_section(section: Section) -> Iterator[str]:
    yield section.heading
    yield from (_shown_for_item(item) for item in section.items)
    for part in section.parts:
        yield from _shown_for_section(part)


def _shown_for_item(item: Item) -> str:
    cited = " · ".join(citation.label for citation in item.citations)
    return " ".join([item.text, *([item.choice] if item.choice else []), cited])


def _field(path: str) -> Field:
    (field,) = (field for field in FIELDS if field.path == path)
    return field


def _option_text(field: Field, option: str) -> str:
    return WORDS.text(f"form.options.{field.words or 'yes-no'}.{option}")


def _entries(situation: Mapping[str, Any]) -> Iterator[tuple[str, str | list[str]]]:
    """What to enter for each key of a situation, by the path of its control; not the messages."""
    for key, value in situation.items():
        match key:
            case "attempts" | "zone":  # rows of their own; the browser's
                pass
            case "today" | "rejection_at":
                yield from _moment(value, key, f"{key}.time")
            case "interview_start" | "interview_end":
                yield from _moment(value, "interview_date", key)
            case "promised":
                yield from _promise(value)
            case "other_contacts":
                yield key, [contact["type"] for contact in value]
            case "country":
                yield from [(key, value)] if value in COUNTRIES else [(key, "other"), ("country.other", value)]
            case "interviewers":
                yield key, "\n".join(value)
            case _:
                yield from _plain(key, value)


def _entries_of_attempt(attempt: Mapping[str, Any]) -> Iterator[tuple[str, str | list[str]]]:
    for key, value in attempt.items():
        if key == "at":
            yield from _moment(value, "attempts[].at", "attempts[].at.time")
        elif key == "to" and value not in CONTACT_TYPES:
            yield from [("attempts[].to", "person"), ("attempts[].to.name", value)]
        else:
            yield from _plain(f"attempts[].{key}", value)


def _promise(value: Mapping[str, str] | None) -> Iterator[tuple[str, str | list[str]]]:
    if value is None:
        yield "promise", "none"
        return
    yield "promise", "date" if "to" in value or "from" in value else "words"
    for key, said in value.items():
        yield from _plain(f"promised.{key}", said)


def _moment(value: str, day: str, time: str) -> Iterator[tuple[str, str]]:
    """A moment's day and, where it has one, its time."""
    yield day, day_in_words(date.fromisoformat(value[:10]))
    if "T" in value:
        yield time, value[11:]


def _plain(path: str, value: Any) -> Iterator[tuple[str, str | list[str]]]:
    """What to enter for a value of any kind; a tick that is not to be set is left alone."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _plain(f"{path}.{key}", part)
        return
    kind = _field(path).kind
    if kind == "day":
        yield path, day_in_words(date.fromisoformat(value[:10]))
    elif kind == "choices":
        yield path, value or _NO_OPTION[path]
    elif isinstance(value, bool):
        if value or kind == "yes-no":
            yield path, "yes" if value else "no"
    else:
        yield path, str(value)
