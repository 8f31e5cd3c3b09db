"""The checker in a frame of another site, and behind stricter rules: it works, or it says in words why it does not."""

from collections.abc import Callable
from typing import cast

import pytest
from playwright.sync_api import Page, Route, expect

from browser.reader import STARTING, WORDS, Reader
from built_site import Site

UNLOADED_AFTER = 4_000
"""Milliseconds after which the style sheet speaks where no script has come."""


def embedded(page: Page, site: Site, sandbox: str) -> Reader:
    """Open a page of another site that has the checker in a frame with these permissions."""
    frame = f'<iframe name="checker" src="{site.url}checker/" sandbox="{sandbox}" width="900" height="3000"></iframe>'
    host = site.root / f"{sandbox.replace(' ', '-')}.html"
    host.write_text(f"<!doctype html>{frame}", encoding="utf-8")
    page.goto(f"{site.origin.replace('127.0.0.1', 'localhost')}/{host.name}")
    found = page.frame("checker")
    assert found is not None
    # A frame finds its parts as a page does.
    return Reader(cast("Page", found))


def begin(reader: Reader) -> None:
    """Answer the first questions and ask."""
    reader.fill("stage", "post_interview")
    reader.fill("interview_date", "2 June 2026")
    reader.submit.click()


def for_everybody(route: Route) -> None:
    """Allow every origin to read the file, as GitHub Pages does."""
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "Access-Control-Allow-Origin": "*"})


def test_a_frame_that_allows_no_forms(page: Page, site: Site) -> None:
    """The button asks without sending a form, and so does Return in a field."""
    reader = embedded(page, site, "allow-scripts allow-same-origin")
    begin(reader)
    reader.expect_answer()

    reader.fill("interview_date", "not a day")
    reader.control("interview_date").press("Enter")
    expect(reader.problem).to_be_focused(timeout=STARTING)


def test_a_frame_without_an_origin(page: Page, site: Site) -> None:
    """Where the frame's rules forbid the worker, the page says so, and offers the tables and no other try."""
    page.route(f"{site.url}**", for_everybody)
    reader = embedded(page, site, "allow-scripts allow-forms")
    begin(reader)
    expect(reader.status).to_have_text(WORDS.text("page.state.blocked"), timeout=STARTING)
    expect(reader.retry).to_be_hidden()
    expect(reader.page.get_by_role("link", name=WORDS.text("page.table"), exact=True)).to_be_visible()


def test_a_frame_that_gets_no_scripts(page: Page, site: Site) -> None:
    """Where not even the page's modules may come, a sentence stands in place of the button."""
    reader = embedded(page, site, "allow-scripts allow-forms")
    expect_unloaded(reader)


@pytest.mark.parametrize("sources", ["'self'", "'none'"])
def test_a_server_that_allows_no_worker(page: Page, site: Site, sources: str) -> None:
    """A policy of the server that leaves out workers from blobs is named as the reason."""

    def without_workers(route: Route) -> None:
        response = route.fetch()
        policy = {"Content-Security-Policy": f"worker-src {sources}"}
        route.fulfill(response=response, headers={**response.headers, **policy})

    page.route(f"{site.url}checker/", without_workers)
    reader = Reader.at_checker(page, site.url)
    begin(reader)
    expect(reader.status).to_have_text(WORDS.text("page.state.blocked"), timeout=STARTING)
    expect(reader.retry).to_be_hidden()


def refuse(route: Route) -> None:
    """Cut the connection."""
    route.abort()


def as_text(route: Route) -> None:
    """Send the file as a server does that does not know what a module is."""
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "Content-Type": "text/plain"})


def say_nothing(_: Route) -> None:
    """Leave the request without an answer."""


@pytest.mark.parametrize(
    ("module", "act"), [("follow-up-checker", refuse), ("client", as_text), ("protocol", say_nothing)]
)
def test_modules_that_do_not_come(page: Page, site: Site, module: str, act: Callable[[Route], None]) -> None:
    """In a few seconds, and no sooner, a sentence takes the place of the button, with the way to the tables."""
    page.route(f"**/{module}.js", act)
    page.goto(f"{site.url}checker/", wait_until="commit")
    reader = Reader(page)
    expect(reader.submit).to_be_visible()
    expect_unloaded(reader)


def test_the_hint_goes_when_the_modules_come_late(page: Page, site: Site) -> None:
    """On a slow connection the button comes back once it can do something, and what was entered is still there."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/follow-up-checker.js", hold)
    page.goto(f"{site.url}checker/", wait_until="commit")
    reader = Reader(page)
    expect_unloaded(reader)
    page.get_by_label(WORDS.text("form.interview_date.label"), exact=True).fill("2 June 2026")

    (route,) = held
    route.continue_()
    expect(reader.submit).to_be_visible()
    expect(page.get_by_text(WORDS.text("page.unloaded"), exact=True)).to_be_hidden()
    reader.fill("stage", "post_interview")
    expect(reader.control("interview_date")).to_have_value("2 June 2026")
    reader.ask()


def expect_unloaded(reader: Reader) -> None:
    """After the wait, cut short here, the sentence is there with the way to the tables, and the button is not."""
    page = reader.page
    hint = page.locator(".checker-unloaded")
    expect(hint).to_have_count(1)
    waits = hint.evaluate(
        """({ parentElement }) => parentElement.getAnimations({ subtree: true })
            .filter(({ animationName }) => animationName === "checker-hidden")
            .map((wait) => {
                wait.finish();
                return wait.effect.getComputedTiming().endTime;
            })"""
    )
    assert waits == [UNLOADED_AFTER, UNLOADED_AFTER]
    expect(page.get_by_text(WORDS.text("page.unloaded"), exact=True)).to_be_visible()
    expect(reader.submit).to_be_hidden()
    link = page.get_by_role("link", name=WORDS.text("page.tables"), exact=True)
    expect(link).to_have_attribute("href", "../answers/")
    expect(link).to_be_visible()
