"""When Python cannot run: every failure ends in words with a way on, loses nothing, and can be tried again."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, Route, expect

from browser.reader import WORDS, Reader
from built_site import Site

LONGER_THAN_ANY_LIMIT = 200_000
"""Milliseconds on the page's clock, which these tests move by hand."""
ENDLESS = "export const startPython = () => new Promise(() => {});"
GREEDY = """export const loadPyodide = async () => {
    throw new RangeError("WebAssembly.Memory(): could not allocate memory");
};"""


def refuse(route: Route) -> None:
    """Cut the connection."""
    route.abort()


def not_found(route: Route) -> None:
    """Answer that there is no such file."""
    route.fulfill(status=404, body="Not found")


def damage(route: Route) -> None:
    """Change the last byte."""
    if route.request.method == "HEAD":
        route.continue_()
        return
    response = route.fetch()
    content = response.body()
    route.fulfill(response=response, body=content[:-1] + bytes([content[-1] ^ 1]))


def cut_short(route: Route) -> None:
    """Send the first half only."""
    response = route.fetch()
    content = response.body()
    route.fulfill(response=response, body=content[: len(content) // 2])


def another_program(route: Route) -> None:
    """Send a page in place of the file, as a network's sign-in does, but with the type of the file."""
    response = route.fetch()
    route.fulfill(response=response, body="<!doctype html><title>Sign in</title>")


def say_nothing(_: Route) -> None:
    """Leave the request without an answer."""


@dataclass(frozen=True)
class Trouble:
    """What happens to requests for a file, and the state of which the page then speaks."""

    file: str
    act: Callable[[Route], None]
    said: str


TROUBLES = {
    f"{file.removeprefix('*/')}-{act.__name__}": Trouble(file, act, said)
    for file, act, said in (
        ("*/worker.js", refuse, "missing"),
        ("*/python.js", not_found, "missing"),
        ("*/pyodide.js", not_found, "missing"),
        ("*/pyodide.asm.js", refuse, "missing"),
        ("*/pyodide.asm.js", cut_short, "damaged"),
        ("*/pyodide.asm.wasm", refuse, "missing"),
        ("*/pyodide.asm.wasm", not_found, "missing"),
        ("*/pyodide.asm.wasm", cut_short, "damaged"),
        ("*/pyodide.asm.wasm", another_program, "damaged"),
        ("library-*.bin", not_found, "missing"),
        ("library-*.bin", cut_short, "damaged"),
        ("engine-*.bin", refuse, "missing"),
        ("engine-*.bin", damage, "damaged"),
    )
}
AGAIN = ("pyodide.js-not_found", "pyodide.asm.wasm-refuse", "engine-*.bin-damage")


def begin(reader: Reader) -> None:
    """Answer the first questions and ask, without waiting for what comes."""
    reader.fill("stage", "post_interview")
    reader.fill("interview_date", "2 June 2026")
    reader.submit.click()


def expect_failure(reader: Reader, said: str, table: str = "unknown/#no-date") -> None:
    """The page says what happened, offers what may help, the table and the guides, and keeps what was entered."""
    reader.expect_runtime("failed")
    expect(reader.status).to_have_text(WORDS.text(f"page.state.{said}"))
    expect(reader.retry).to_be_visible(visible=said not in {"unsupported", "blocked"})
    link = reader.page.get_by_role("link", name=WORDS.text("page.table"), exact=True)
    expect(link).to_have_attribute("href", f"../answers/{table}")
    for guide in ("first-48-hours", "the-date-has-passed"):
        link = reader.page.get_by_role("link", name=WORDS.text(f"page.guide.{guide}"), exact=True)
        expect(link.filter(visible=True).last).to_have_attribute("href", f"../guides/{guide}/")
    expect(reader.option("stage", "post_interview")).to_be_checked()
    expect(reader.control("interview_date")).to_have_value("2 June 2026")
    expect(reader.answer).to_be_hidden()


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_a_file_that_does_not_arrive(reader: Reader, trouble: Trouble) -> None:
    """Whichever file is missing or damaged, the page says so in words."""
    reader.page.route(f"**/assets/runtime/{trouble.file}", trouble.act)
    begin(reader)
    expect_failure(reader, trouble.said)


@pytest.mark.parametrize("trouble", [TROUBLES[name] for name in AGAIN], ids=AGAIN)
def test_another_try(reader: Reader, trouble: Trouble) -> None:
    """A second try in vain says the same again; once the file is there, another try gives the answer."""
    address = f"**/assets/runtime/{trouble.file}"
    reader.page.route(address, trouble.act)
    begin(reader)
    expect_failure(reader, trouble.said)
    with reader.page.expect_request(address):
        reader.retry.click()
    expect_failure(reader, trouble.said)

    reader.page.unroute(address)
    reader.retry.click()
    reader.expect_answer()
    expect(reader.retry).to_be_hidden()


@pytest.mark.parametrize("file", ["*/pyodide.asm.wasm", "*/pyodide.asm.js", "library-*.bin"])
def test_a_file_that_never_comes(page: Page, site: Site, file: str) -> None:
    """A connection that hangs ends as well, by the page's own clock."""
    page.clock.install()
    reader = Reader.at_checker(page, site.url)
    address = f"**/assets/runtime/{file}"
    with page.expect_request(address):
        page.route(address, say_nothing)
        begin(reader)
    page.clock.fast_forward(LONGER_THAN_ANY_LIMIT)
    expect_failure(reader, "slow")

    page.unroute(address)
    reader.retry.click()
    reader.expect_answer()


def test_a_worker_that_is_stuck(page: Page, site: Site) -> None:
    """An endless loop is ended with its worker, and another worker answers."""
    page.clock.install()
    reader = Reader.at_checker(page, site.url)
    reader.submit.focus()
    reader.expect_runtime("ready")
    stuck = reader.worker()
    stuck.evaluate("() => { self.onmessage = () => { for (;;); }; }")
    begin(reader)
    with stuck.expect_event("close"):
        page.clock.fast_forward(LONGER_THAN_ANY_LIMIT)
    expect_failure(reader, "slow")

    reader.retry.click()
    reader.expect_answer()


def test_a_start_without_end(page: Page, site: Site) -> None:
    """A Python that never becomes ready is ended as well, and the stage before it is named in words."""
    page.clock.install()
    reader = Reader.at_checker(page, site.url)
    page.route(
        "**/assets/runtime/*/python.js", lambda route: route.fulfill(content_type="text/javascript", body=ENDLESS)
    )
    reader.submit.focus()
    reader.expect_runtime("starting")
    expect(reader.status).to_have_text(WORDS.text("page.state.starting"))
    begin(reader)
    page.clock.fast_forward(LONGER_THAN_ANY_LIMIT)
    expect_failure(reader, "slow")

    page.unroute_all()
    reader.retry.click()
    reader.expect_answer()


def test_a_crash_within_python(page: Page, site: Site) -> None:
    """Python runs out of stack on a text too deep for it, for which Pyodide has no way back: another worker answers."""
    reader = Reader.at_checker(page, site.url)
    reader.submit.focus()
    reader.expect_runtime("ready")
    reader.worker().evaluate(
        """() => {
            const ask = self.onmessage;
            self.onmessage = ({ data }) => ask({ data: { id: data.id, text: "[".repeat(1e6) } });
        }"""
    )
    begin(reader)
    expect_failure(reader, "stopped")

    reader.retry.click()
    reader.expect_answer()


def test_without_memory(page: Page, site: Site) -> None:
    """A device that cannot give Python its memory is named as the reason; with memory another try gives the answer."""
    reader = Reader.at_checker(page, site.url)
    address = "**/assets/runtime/*/pyodide.js"
    page.route(address, lambda route: route.fulfill(content_type="text/javascript", body=GREEDY))
    begin(reader)
    expect_failure(reader, "memory")

    page.unroute(address)
    reader.retry.click()
    reader.expect_answer()


def test_without_a_network(page: Page, site: Site) -> None:
    """Whoever is offline reads that, and gets the answer without asking again when the connection is back."""
    reader = Reader.at_checker(page, site.url)
    page.context.set_offline(True)
    begin(reader)
    expect_failure(reader, "offline")

    page.context.set_offline(False)
    reader.expect_answer()


@pytest.mark.parametrize(
    ("answers", "table"),
    [
        ("#contact_type=hr", "hr/#no-date"),
        ("#contact_type=unknown&promise=words", "unknown/#no-date"),
        ("#contact_type=hiring_manager&promise=date", "hiring-manager/#promised"),
        ("#contact_type=team_member", "team-member/#no-date"),
        ("#contact_type=internal_recruiter&promised.to=2026-06-10", "internal-recruiter/#promised"),
        ("#contact_type=coordinator", "coordinator/#no-date"),
        ("#route=agency&contact_type=hr&promise=date", "agency-recruiter/#promised"),
    ],
)
def test_the_table_fits_what_was_entered(page: Page, site: Site, answers: str, table: str) -> None:
    """After a failure the link leads to the table for the reader's contact, and follows what is changed."""
    page.add_init_script("delete globalThis.WebAssembly")
    reader = Reader.at_checker(page, site.url, answers)
    begin(reader)
    expect_failure(reader, "unsupported", table)


def test_a_request_in_flight_when_it_fails(page: Page, site: Site) -> None:
    """What was asked while Python was starting is asked again by another try, without being pressed anew."""
    reader = Reader.at_checker(page, site.url)
    address = "**/assets/runtime/*/pyodide.asm.js"
    page.route(address, refuse)
    begin(reader)
    expect_failure(reader, "missing")
    page.unroute(address)
    reader.fill("contact_type", "hiring_manager")
    reader.retry.click()
    reader.expect_answer()


def test_a_fault_of_the_program(reader: Reader) -> None:
    """A worker that stops with an error of its own is replaced when the reader tries again."""
    reader.submit.focus()
    reader.expect_runtime("ready")
    reader.worker().evaluate("() => { self.onmessage = () => self.postMessage({failed: 'stopped'}); }")
    begin(reader)
    expect_failure(reader, "stopped")

    reader.retry.click()
    reader.expect_answer()


def test_without_webassembly(page: Page, site: Site) -> None:
    """A browser without WebAssembly gets the reason and the guides, and nothing is fetched for it."""
    page.add_init_script("delete globalThis.WebAssembly")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    reader = Reader.at_checker(page, site.url)
    begin(reader)
    expect_failure(reader, "unsupported")
    assert not [url for url in fetched if "/assets/runtime/" in url and "/checker-" not in url]


def test_where_a_policy_forbids_webassembly(page: Page, site: Site) -> None:
    """A network that adds a stricter policy is named as the reason; without it another visit works."""

    def without_webassembly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("'wasm-unsafe-eval'", ""))

    page.route(f"{site.url}checker/", without_webassembly)
    reader = Reader.at_checker(page, site.url)
    begin(reader)
    expect_failure(reader, "blocked")

    page.unroute(f"{site.url}checker/")
    reader = Reader.at_checker(page, site.url)
    begin(reader)
    reader.expect_answer()
