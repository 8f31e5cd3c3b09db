"""The checker's page in a browser whose clock stands in Chicago, as in the cases."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.reader import Reader
from built_site import Site

ZONE = "America/Chicago"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Open every window in the time zone of the cases."""
    return {**browser_context_args, "timezone_id": ZONE, "viewport": {"width": 1280, "height": 800}}


@pytest.fixture(autouse=True)
def on_a_metered_connection(context: BrowserContext) -> None:
    """Let every page think that its connection costs money: then Python waits for a sign of use."""
    context.add_init_script("""Object.defineProperty(navigator, "connection", {value: {saveData: true}})""")


@pytest.fixture
def reader(page: Page, site: Site) -> Reader:
    """Return somebody who has just opened the checker."""
    page.goto(f"{site.url}checker/")
    return Reader(page)
