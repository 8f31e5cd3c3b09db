"""What the page shows is what the engine says: cases entered by hand, compared with the advice for each situation."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from advice_cases import Case, all_cases
from browser.reader import WORDS, Reader, shown_for
from built_site import Site
from followup import wire
from followup.page.entered import read_form
from followup.render.view import View, lay_out

CHOSEN = {
    "S01": "an hour after the interview",
    "S03": "late",
    "S11": "a panel of three",
    "S13": "no contact details",
    "S15": "a day announced, and a letter on top",
    "S21": "the interview is to come",
    "S23": "an agency, and an idea",
    "S25": "an agency, tolerated on the third day",
    "S27": "two calls today",
    "S31": "the promised day",
    "S33": "a real deadline elsewhere",
    "S37": "a range of days",
    "S41": "the end of the year",
    "S43": "two weeks with HR, and the kind of job",
    "S45": "told to check back",
    "S53": "two unanswered, and the manager's address",
    "S55": "a thank-you to each by name",
    "X05": "bounced",
    "X09": "told not to write",
    "P08": "a promise in words, and days without times",
}


@pytest.fixture(scope="module")
def window(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """Keep one window for all cases, so that the browser fetches the runtime once."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def as_asked(case: Case) -> dict[str, Any]:
    """The situation without what the form does not ask at its stage, in the browser's zone."""
    situation = {**case.situation, "zone": "America/Chicago"}
    if situation["stage"] not in {"applied_only", "fair"}:
        situation.pop("application_date", None)
    if "to" in (situation.get("promised") or {}):
        situation["promised"] = {key: value for key, value in situation["promised"].items() if key != "text"}
    return situation


def view_of(situation: dict[str, Any]) -> View:
    """The view of the advice for a valid situation."""
    _, advice = wire.answer_to(situation)
    assert advice is not None
    return lay_out(advice, wire.voice_in("en"))


@pytest.mark.parametrize("case", [case for case in all_cases() if case.id in CHOSEN], ids=lambda case: case.id)
def test_the_page_says_what_the_engine_says(window: Page, site: Site, case: Case) -> None:
    """The form reads back as the situation, every word of the advice is shown in order, and every link leads on."""
    situation, reader = as_asked(case), Reader.at_checker(window, site.url)
    reader.enter(situation)
    reader.ask()

    assert read_form(reader.values()) == situation
    assert reader.shown() == shown_for(view_of(situation))
    for link in reader.answer.get_by_role("link").all():
        address = urlsplit(urljoin(reader.page.url, link.get_attribute("href")))
        file = site.root / unquote(address.path).removeprefix("/")
        page = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
        assert f'id="{address.fragment}"' in page or not address.fragment


def test_every_chosen_case_is_there() -> None:
    """No case that is entered by hand has been renamed or dropped."""
    assert set(CHOSEN) <= {case.id for case in all_cases()}


def test_a_change_brings_the_answer_up_to_date(reader: Reader) -> None:
    """After the first answer, a change shows the new one by itself and leaves the reader where they are."""
    situation = {"today": "2026-06-03T12:00", "stage": "post_interview", "zone": "America/Chicago"}
    situation |= {"interview_end": "2026-06-02T11:00"}
    reader.enter(situation)
    reader.ask()
    assert reader.shown() == shown_for(view_of(situation))

    reader.fill("interview_end", "15:00")
    changed = view_of({**situation, "interview_end": "2026-06-02T15:00"})
    assert changed.dates != view_of(situation).dates
    expect(reader.answer.get_by_text(changed.dates[-1][1], exact=True)).to_be_visible()
    assert reader.shown() == shown_for(changed)
    expect(reader.control("interviewers")).to_be_focused()


def test_a_message_can_be_removed(reader: Reader) -> None:
    """A removed message no longer counts, the others are counted anew, and the focus stays near."""
    situation = {"today": "2026-06-10T12:00", "stage": "post_interview", "zone": "America/Chicago"}
    situation |= {"interview_end": "2026-06-02T11:00"}
    thanks, check = (
        {"kind": "thank_you", "at": "2026-06-02"},
        {"kind": "status_check", "at": "2026-06-09", "channel": "email"},
    )
    reader.enter({**situation, "attempts": [check, thanks]})
    reader.ask()
    reader.message(1).get_by_role("button", name=WORDS.text("form.remove-row"), exact=True).click()

    expect(reader.message(2)).to_have_count(0)
    expect(reader.page.get_by_role("heading", name=WORDS.text("form.attempts.label"), exact=True)).to_be_focused()
    left = view_of({**situation, "attempts": [thanks]})
    expect(reader.answer.get_by_role("heading", name=left.verdict, exact=True)).to_be_visible()
    assert read_form(reader.values()) == {**situation, "attempts": [thanks]}
    assert reader.shown() == shown_for(left)


def test_a_question_that_does_not_apply_does_not_count(reader: Reader) -> None:
    """What was answered before another answer ruled it out is kept, but is no part of the situation."""
    situation: dict[str, Any] = {"today": "2026-06-10T12:00", "stage": "post_interview", "zone": "America/Chicago"}
    situation |= {"interview_end": "2026-06-02T11:00", "promised": {"to": "2026-06-12"}}
    reader.enter(situation)
    reader.option("promise", "none").check()
    reader.ask()
    assert read_form(reader.values()) == {**situation, "promised": None}
    expect(reader.control("promised.to")).to_be_hidden()

    reader.option("promise", "date").check()
    expect(reader.control("promised.to")).to_have_value("12 June 2026")
    reader.ask()
    assert reader.shown() == shown_for(view_of(situation))


def test_without_another_day_it_is_now(reader: Reader, page: Page) -> None:
    """Left alone, the advice is for the moment on the reader's clock and in the reader's zone."""
    page.clock.set_fixed_time("2026-06-02T18:00:00Z")
    situation = {"today": "2026-06-02T13:00", "stage": "post_interview", "zone": "America/Chicago"}
    situation |= {"interview_end": "2026-06-02T11:00"}
    reader.enter({key: value for key, value in situation.items() if key != "today"})
    reader.ask()

    assert read_form(reader.values()) == situation
    assert reader.shown() == shown_for(view_of(situation))


def test_an_address_fills_in_answers(page: Page, site: Site) -> None:
    """A link with answers in it opens the form with them and with what they depend on, and starts nothing."""
    page.goto(f"{site.url}checker/#contact_type=hr&promised.to=2026-06-10&attempts[0].kind=thank_you")
    reader = Reader(page)

    expect(reader.option("contact_type", "hr")).to_be_checked()
    expect(reader.option("promise", "date")).to_be_checked()
    expect(reader.control("promised.to")).to_have_value("2026-06-10")
    expect(reader.control("attempts[].kind", reader.message(1))).to_have_value("thank_you")
    reader.expect_runtime("idle")
