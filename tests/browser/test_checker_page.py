"""The checker's page around its answers: when it fetches what, what it keeps to itself, and who can use it."""

import json
import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from browser.reader import STARTING, Reader
from built_site import Site
from page_checks import Scheme, context, overhang, stored, violations

RUNTIME = re.compile("/assets/runtime/(?!checker-)")
"""Addresses of Python's files; the page's own modules lie beside them."""
FREE = 'Object.defineProperty(navigator, "connection", {value: {effectiveType: "4g", saveData: false}});'
"""A script before the page's own: lets it think that its connection is fast and costs nothing."""
GUIDES = ("guides/first-48-hours/", "guides/the-date-has-passed/", "")


@pytest.fixture
def requested(page: Page) -> list[str]:
    """The address of every request, those of workers too."""
    found: list[str] = []

    def note(request: Request) -> None:
        found.append(request.url)

    page.context.on("request", note)
    return found


def begin(reader: Reader) -> None:
    """Enter a situation that has an answer."""
    reader.enter(
        {
            "today": "2026-06-10T12:00",
            "stage": "post_interview",
            "interview_end": "2026-06-02T11:00",
            "promised": {"to": "2026-06-09"},
            "attempts": [{"kind": "thank_you", "at": "2026-06-02T15:00", "channel": "email"}],
        }
    )


def test_the_runtime_comes_with_the_first_sign_of_use(page: Page, site: Site, requested: list[str]) -> None:
    """Guides and an untouched form fetch nothing of Python; the first focus fetches, starts and readies it, once."""
    for guide in GUIDES:
        page.goto(site.url + guide, wait_until="networkidle")
    reader = Reader.at_checker(page, site.url)
    page.wait_for_load_state("networkidle")
    reader.expect_runtime("idle")
    assert not [url for url in requested if RUNTIME.search(url)]

    page.evaluate(
        """() => {
            const checker = document.querySelector("follow-up-checker");
            globalThis.states = [];
            new MutationObserver(() => globalThis.states.push(checker.dataset.runtime)).observe(
                checker, {attributeFilter: ["data-runtime"]});
        }"""
    )
    reader.option("stage", "post_interview").focus()
    reader.expect_runtime("ready")
    reader.option("stage", "applied_only").focus()
    reader.ask_in_vain()
    assert list(dict.fromkeys(page.evaluate("() => globalThis.states"))) == ["fetching", "starting", "ready"]
    files = [url for url in requested if RUNTIME.search(url)]
    manifest = json.loads((site.folder / "assets/runtime/manifest.json").read_text(encoding="utf-8"))
    assert sorted(files) == sorted(f"{site.url}assets/runtime/{name}" for name in manifest["files"])


def test_an_idle_page_starts_python_where_that_costs_nothing(browser: Browser, site: Site) -> None:
    """On a fast connection that is not metered the checker is ready before it is touched; guides fetch none of it."""
    with closing(browser.new_context()) as opened:
        opened.add_init_script(FREE)
        page = opened.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for guide in GUIDES:
            page.goto(site.url + guide, wait_until="networkidle")
        assert not [url for url in asked if "/assets/runtime/" in url]
        Reader.at_checker(page, site.url).expect_runtime("ready")


def test_a_link_that_fills_in_the_form_starts_python(browser: Browser, site: Site) -> None:
    """Whoever follows one is about to ask: where it costs nothing, Python starts before the page is idle."""
    with closing(browser.new_context()) as opened:
        opened.add_init_script(f"{FREE} globalThis.requestIdleCallback = () => {{}};")
        page = opened.new_page()
        page.goto(f"{site.url}checker/")
        page.wait_for_load_state("networkidle")
        Reader(page).expect_runtime("idle")
        page.goto("about:blank")
        page.goto(f"{site.url}checker/#contact_type=hr")
        Reader(page).expect_runtime("ready")


@pytest.mark.parametrize("comes", [True, False])
def test_the_theme_works_where_python_starts_first(browser: Browser, site: Site, comes: bool) -> None:  # noqa: FBT001
    """The theme's script lets Python go first, but comes after it, and comes where Python does not."""
    with closing(browser.new_context()) as opened:
        opened.add_init_script(FREE)
        if not comes:
            opened.route("**/*.wasm", lambda _: None)
        page = opened.new_page()
        page.goto(f"{site.url}checker/#contact_type=hr")
        search = page.get_by_role("textbox", name="Search")
        for _ in range(STARTING // 100):
            page.keyboard.press("/")
            page.wait_for_timeout(100)
            if search.evaluate("box => box === document.activeElement"):
                break
        expect(search).to_be_focused()
        Reader(page).expect_runtime("ready" if comes else "fetching")
        page.keyboard.press("Escape")
        page.mouse.wheel(0, 1000)
        # The theme shows the page's title in the header once its heading is out of sight.
        expect(page.locator(".md-header__title--active")).to_be_visible()


def test_nothing_leaves_and_nothing_is_kept(page: Page, site: Site, requested: list[str]) -> None:
    """A whole visit asks this site alone, without a word of what was entered, and leaves nothing in the browser."""
    reader = Reader.at_checker(page, site.url)
    begin(reader)
    reader.fill("interviewers", "Ana Ruiz")
    reader.ask()
    after_answer = len(requested)
    reader.fill("promised.to", "12 June 2026")
    reader.ask()

    assert len(requested) == after_answer
    assert all(url.startswith((site.url, "blob:", "about:")) for url in requested)
    # A version stands behind the addresses of styles and scripts, and nothing else anywhere.
    assert not [url for url in requested if "?" in re.sub(r"\?v=[0-9a-f]{8}$", "", url) or "Ruiz" in url]
    assert page.url == f"{site.url}checker/"
    assert not any(stored(page).values())
    assert page.context.cookies() == []
    assert page.context.service_workers == []


def test_what_was_entered_is_gone_after_the_visit(page: Page, site: Site) -> None:
    """Whoever opens the page next on this computer finds an empty form."""
    reader = Reader.at_checker(page, site.url)
    begin(reader)
    page.reload()
    expect(reader.option("stage", "post_interview")).not_to_be_checked()
    reader.fill("stage", "post_interview")
    expect(reader.control("interview_date")).to_have_value("")
    expect(reader.message(1)).to_have_count(0)


def test_the_policy_holds_in_the_worker(page: Page, site: Site) -> None:
    """Even a Python gone wrong could tell nobody: the worker may ask this site alone and may not run text as code."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="{}", headers={"Access-Control-Allow-Origin": "*"})

    page.context.route("https://elsewhere.example/**", answer)
    reader = Reader.at_checker(page, site.url)
    reader.submit.focus()
    reader.expect_runtime("ready")
    outcome = reader.worker().evaluate(
        """async (own) => {
            const violated = [];
            self.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
            const attempt = async (action) => {
                await new Promise((resolve) => setTimeout(resolve));  // evaluate itself is free of the policy
                try { await action(); return "done"; } catch (error) { return error.name; }
            };
            return {
                fetch: await attempt(() => fetch("https://elsewhere.example/")),
                eval: await attempt(() => eval("1")),
                Function: await attempt(() => new Function("return 1")()),
                here: await attempt(() => fetch(own)),
                violated,
            };
        }""",
        f"{site.url}assets/runtime/manifest.json",
    )

    assert outcome == {
        "fetch": "TypeError",
        "eval": "EvalError",
        "Function": "EvalError",
        "here": "done",
        "violated": ["connect-src", "script-src", "script-src"],
    }
    assert asked == []


def test_another_address_on_the_same_page(page: Page, site: Site) -> None:
    """A link on the page itself that carries answers fills them in as well, and keeps the others."""
    reader = Reader.at_checker(page, site.url, "#stage=post_interview&interview_date=2026-06-02")
    expect(reader.control("interview_date")).to_have_value("2026-06-02")
    page.goto(f"{site.url}checker/#contact_type=hr")
    expect(reader.option("contact_type", "hr")).to_be_checked()
    expect(reader.control("interview_date")).to_have_value("2026-06-02")


@pytest.fixture(params=[(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def visitor(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Reader]:
    """Somebody at the checker with a small or a large screen, in light or dark colours."""
    width: int
    scheme: Scheme
    width, scheme = request.param
    with context(browser, scheme, width) as opened:
        yield Reader.at_checker(opened.new_page(), site.url)


def expect_accessible(reader: Reader) -> None:
    """Axe finds nothing, and nothing sticks out."""
    assert violations(reader.page) == []
    assert overhang(reader.page) <= 0


def test_everybody_can_use_it(visitor: Reader) -> None:
    """Unfolded, with faults, with an answer and with all its details open: axe is content and nothing sticks out."""
    visitor.unfold()
    visitor.add_message(1, {"kind": "thank_you", "at": "2026-06-02", "to": "hr", "channel": "email"})
    expect_accessible(visitor)

    visitor.ask_in_vain()
    expect_accessible(visitor)

    visitor.message(1).get_by_role("button").last.click()
    begin(visitor)
    visitor.ask()
    expect_accessible(visitor)
    for folded in visitor.answer.locator("summary").all():
        folded.click()
    expect_accessible(visitor)


def test_a_failure_is_within_reach_of_everybody(visitor: Reader) -> None:
    """The way on after a failure passes the same checks."""
    visitor.page.route("**/assets/runtime/engine-*.bin", lambda route: route.abort())
    visitor.page.reload()  # Python may have started by itself before the file was taken away
    visitor.submit.click()
    visitor.expect_runtime("failed")
    expect_accessible(visitor)
