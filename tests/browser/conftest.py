"""The checker's page in a browser whose clock stands in Chicago, as in the cases."""

from typing import Any

import pytest
from playwright.sync_api import Page

from browser.reader import Reader
from site_server import Site

ZONE = "America/Chicago"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Open every window in the time zone of the cases."""
    return {**browser_context_args, "timezone_id": ZONE, "viewport": {"width": 1280, "height": 800}}


@pytest.fixture
def reader(page: Page, site: Site) -> Reader:
    """Return somebody who has just opened the checker."""
    page.goto(f"{site.url}checker/")
    return Reader(page)
