"""The site in a real browser: found, read, private, and within reach of everybody."""

import gzip
from collections.abc import Callable
from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from built_site import Site
from page_checks import PAGES, Scheme, context, overhang, stored, violations


@pytest.fixture
def problems(page: Page, site: Site) -> list[str]:
    """What went wrong in the page: requests to elsewhere, failed ones, errors in the console."""
    found: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith((site.url, "blob:", "data:")):
            found.append(f"request to {request.url}")

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left while it was still loading something
            found.append(f"failed: {request.url}: {request.failure}")

    page.on("request", note_request)
    page.on("requestfailed", note_failure)
    page.on(
        "response",
        lambda response: (
            found.append(f"{response.status}: {response.url}") if response.status >= HTTPStatus.BAD_REQUEST else None
        ),
    )
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_private(page: Page, site: Site, problems: list[str]) -> None:
    """Reading all kinds of pages and searching asks no other origin, breaks no policy and stores nothing."""
    for path in PAGES.values():
        page.goto(site.url + path, wait_until="networkidle")
    search(page, "thank-you")
    page.goto(site.url)
    assert problems == []
    assert not any(stored(page).values())
    assert page.context.cookies() == []


def test_the_search_is_fetched_when_it_is_wanted(page: Page, site: Site) -> None:
    """A guide takes at most 250 KB as a host sends it; the index of the search comes with the first focus there."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.url}guides/while-you-wait/", wait_until="networkidle")
    sent = sum(len(gzip.compress(page.request.get(url).body(), 6)) for url in asked if url.startswith(site.url))
    assert sent <= 250_000
    assert not [url for url in asked if "search_index" in url]
    page.get_by_role("textbox", name="Search").focus()
    page.wait_for_load_state("networkidle")
    search(page, "thank-you")
    assert [url for url in asked if "search_index" in url]


def search(page: Page, words: str) -> None:
    """Type into the search box and wait for results."""
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("ghosted", "guides/no-reply/"),
        ("thank you note", "guides/first-48-hours/"),
        ("linkedin", "channels/linkedin/"),
        ("privacy", "about/"),
        ("table", "answers/"),
        ("compare sources", "sources/who-says-what/"),
    ],
)
def test_search_finds_and_opens(page: Page, site: Site, words: str, address: str) -> None:
    """Words that people use bring up the right page first, and it opens."""
    page.goto(site.url)
    search(page, words)
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == site.url + address)


@pytest.mark.parametrize("reach", ["hover", "focus"])
def test_notes_show_where_they_are_cited(page: Page, site: Site, reach: str) -> None:
    """Pointing at a citation or reaching it with the keyboard shows who says so."""
    page.goto(site.url + PAGES["guide"])
    citation = page.locator(".footnote-ref").first
    act: dict[str, Callable[[], None]] = {"hover": citation.hover, "focus": citation.focus}
    act[reach]()
    note = page.get_by_role("dialog", name="Who says so?")
    expect(note).to_contain_text("Kristine Knutter")
    note.evaluate("note => Promise.all(note.getAnimations().map(({finished}) => finished))")  # it slides into place
    note.hover()
    expect(note).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("reach", ["hover", "focus"])
def test_escape_takes_a_note_away_until_the_next_time(page: Page, site: Site, reach: str) -> None:
    """Escape hides the note without moving focus or pointer; leaving and coming back shows it again."""
    page.goto(site.url + PAGES["guide"])
    citation, other = page.locator(".footnote-ref").first, page.locator(".md-header__title")
    act: dict[str, Callable[[], None]] = {"hover": citation.hover, "focus": citation.focus}
    note = page.get_by_role("dialog", name="Who says so?")
    act[reach]()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    if reach == "focus":
        expect(citation).to_be_focused()
        citation.blur()
    else:
        other.hover()
    expect(page.locator(".md-tooltip2")).to_have_count(0)
    act[reach]()
    expect(note).to_be_visible()


def test_note_leads_to_the_claim(page: Page, site: Site) -> None:
    """From the number to the note, and from the note to the claim's own place."""
    page.goto(site.url + PAGES["guide"])
    page.locator(".footnote-ref").first.click()
    page.get_by_role("listitem").filter(has_text="Kristine Knutter").get_by_role("link").first.click()
    expect(page).to_have_url(f"{site.url}sources/huffpost/#huffpost-knutter-next-day")
    expect(page.locator("#huffpost-knutter-next-day")).to_be_in_viewport()


def test_a_wide_table_scrolls_with_the_keyboard(browser: Browser, site: Site) -> None:
    """On a phone the table of who says what moves inside its own region, which has a name and takes the focus."""
    with context(browser, width=320) as opened:
        page = opened.new_page()
        page.goto(site.url + PAGES["who says what"])
        region = page.get_by_role("region", name="Table: When to write")
        region.focus()
        expect(region).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(region).not_to_have_js_property("scrollLeft", 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_device(browser: Browser, site: Site, scheme: Scheme) -> None:
    """Until the reader chooses, the device decides, on every page, and nothing is stored."""
    with context(browser, scheme) as opened:
        page = opened.new_page()
        for path in ("", "about/"):
            page.goto(site.url + path)
            expected = {"light": "default", "dark": "slate"}[scheme]
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", expected)
        assert stored(page)["local"] == 0


def test_chosen_colours_are_kept_and_forgotten(browser: Browser, site: Site) -> None:
    """A choice of colours holds on the next page; giving the decision back to the device removes it."""
    with context(browser, "light") as opened:
        page = opened.new_page()
        page.goto(site.url)
        page.get_by_title("Colours follow your device; switch to light").click()
        page.get_by_title("Light colours; switch to dark").click()
        page.goto(site.url + "about/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert stored(page)["local"] == 1
        page.get_by_title("Dark colours; let your device decide").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert stored(page)["local"] == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site: Site, scheme: Scheme, width: int) -> None:
    """Each kind of page passes the automatic checks of WCAG 2.2 AA and of good practice."""
    with context(browser, scheme, width) as opened:
        page = opened.new_page()
        for path in PAGES.values():
            page.goto(site.url + path)
            assert violations(page) == [], path or "home"


@pytest.mark.parametrize(("width", "percent"), [(320, 100), (640, 200)])
def test_nothing_sticks_out(browser: Browser, site: Site, width: int, percent: int) -> None:
    """On the smallest screens, and with text at twice its size, no page scrolls sideways."""
    with context(browser, width=width) as opened:
        page = opened.new_page()
        for path in PAGES.values():
            page.goto(site.url + path)
            page.evaluate("percent => { document.documentElement.style.fontSize = `${1.25 * percent}%` }", percent)
            wider = overhang(page)
            assert wider <= 0, f"{path or 'home'} is {wider} px too wide"


def test_skip_link_and_focus(page: Page, site: Site) -> None:
    """The first stop of the keyboard skips to the heading, and what has the focus can be seen."""
    page.goto(site.url + PAGES["guide"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("outline-style", "solid")
    page.keyboard.press("Enter")
    assert page.url.endswith("#they-said-they-would-decide-by-now-may-i-ask")
