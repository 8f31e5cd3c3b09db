"""CPython and the reader's browser give the same text, byte for byte, from the files that the site serves."""

import json

from playwright.sync_api import Page

from advice_cases import all_cases
from ask_in_page import ASK
from built_site import Site
from followup import wire


def test_every_case_gets_the_same_advice_in_the_browser(page: Page, site: Site) -> None:
    """For every case both write the same bytes."""
    lines = [json.dumps(case.situation) for case in all_cases()]
    page.goto(f"{site.url}checker/")

    assert [wire.advise(line) for line in lines] == page.evaluate(ASK, lines)
