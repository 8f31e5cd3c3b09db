"""What is asked of any page of the site in a browser: what it stores, what axe finds, whether it fits."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page

type Scheme = Literal["light", "dark"]

PAGES = {
    "home": "",
    "checker": "checker/",
    "guide": "guides/the-date-has-passed/",
    "contact": "contacts/hr/",
    "channel": "channels/email/",
    "writing": "writing/thank-you/",
    "why": "why/how-long-hiring-takes/",
    "method": "method/window-of-dates/",
    "questions": "questions/",
    "glossary": "glossary/",
    "sources": "sources/",
    "source": "sources/huffpost/",
    "who says what": "sources/who-says-what/",
    "what others say": "evidence/",
    "spread": "evidence/first-check-after-promised-date/",
    "positions": "evidence/phone-ok/",
    "texts of a kind": "evidence/sources/university/",
    "laws": "evidence/must-they-answer/",
    "data": "evidence/data/",
    "numbers": "numbers/",
    "our choices": "numbers/our-choices/",
    "steps": "steps/",
    "step": "steps/send-status-check/",
    "answers": "answers/",
    "answers of a contact": "answers/hr/",
    "disagreements": "disagreements/",
    "disagreement": "disagreements/the-promised-date-has-passed/",
    "about": "about/",
    "not-found": "404.html",
}
"""One page of each kind, by its address below the site's: what is asked of any page is asked of these."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def context(browser: Browser, scheme: Scheme = "light", width: int = 1280) -> Iterator[BrowserContext]:
    """Open a window of its own, as a first visit."""
    opened = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    try:
        yield opened
    finally:
        opened.close()


def stored(page: Page) -> dict[str, int]:
    """Return how much the site has stored in the browser, by kind."""
    counts: dict[str, int] = page.evaluate(
        """async () => ({
            local: localStorage.length,
            session: sessionStorage.length,
            databases: (await indexedDB.databases()).length,
            caches: (await caches.keys()).length,
            cookies: document.cookie.length,
        })"""
    )
    return counts


def violations(page: Page) -> list[str]:
    """Return what axe has against the page, each with the rule and the elements."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        """async (tags) => (await axe.run(document, {runOnly: {type: "tag", values: tags}})).violations.map(
            ({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)""",
        RULES,
    )
    return found


def overhang(page: Page) -> int:
    """Return by how many pixels the page is wider than its window; none or fewer where it fits."""
    wider: int = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return wider
