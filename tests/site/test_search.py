"""Readers find the right page with the site's own search, asking in their own words."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, cast

import pytest
from playwright.sync_api import Locator, Page

from built_site import Site

FIRST, AMONG_THREE = 0.90, 0.98
"""Shares of the questions for which a right page must be the first result, and be among the first three."""

ASK = """async (box, words) => {
    const says = document.querySelector(".md-search-result__meta"), empty = "Type to start searching";
    const put = text => { box.value = text; box.dispatchEvent(new KeyboardEvent("keyup")); };
    const shown = isRight => new Promise(resolve => {
        const look = () => { if (isRight(says.textContent)) { watching.disconnect(); resolve(); } };
        const watching = new MutationObserver(look);
        watching.observe(says, {childList: true});
        look();
    });
    put(""); await shown(text => text === empty);
    put(words); await shown(text => text !== empty);
    const home = new URL(".", document.baseURI).pathname;
    return [...document.querySelectorAll(".md-search-result__item > a")].map(
        link => new URL(link.href).pathname.slice(home.length).replace(/\\/$/, ""));
}"""
"""Empties the box, so that the results seen are those of these words, then puts the words in and reads the results."""


class Question(TypedDict):
    """What somebody asks, and the pages that answer it: any of them counts as right."""

    asks: str
    pages: list[str]


def questions() -> list[Question]:
    """Return the questions of both parts of the list."""
    parts = tomllib.loads(Path(__file__).with_name("search_questions.toml").read_text(encoding="utf-8"))
    return [question for part in parts.values() for question in part]


@pytest.fixture
def box(page: Page, site: Site) -> Locator:
    """The search box of the home page, opened."""
    page.goto(site.url)
    opened = page.get_by_role("textbox", name="Search")
    opened.click()
    return opened


def found(box: Locator, words: str) -> list[str]:
    """Return the pages that a search finds, best first, as addresses below the site."""
    return cast("list[str]", box.evaluate(ASK, words))


def test_readers_find_the_right_page(box: Locator, record_testsuite_property: Callable[[str, object], None]) -> None:
    """For nearly every question a right page comes first, and for all but a few it is among the first three."""
    asked = questions()
    places = {
        question["asks"]: next(
            (place for place, page in enumerate(found(box, question["asks"]), 1) if page in question["pages"]), None
        )
        for question in asked
    }
    assert len(places) == len(asked), "a question is asked twice"
    first = sum(place == 1 for place in places.values()) / len(asked)
    among_three = sum(place in {1, 2, 3} for place in places.values()) / len(asked)
    record_testsuite_property("search-first", f"{first:.3f}")
    record_testsuite_property("search-among-three", f"{among_three:.3f}")
    wrong = "\n".join(f"{place or 'not found'}: {asks}" for asks, place in places.items() if place != 1)
    assert first >= FIRST, f"{first:.1%} first, {among_three:.1%} among three of {len(asked)}:\n{wrong}"
    assert among_three >= AMONG_THREE, f"{first:.1%} first, {among_three:.1%} among three of {len(asked)}:\n{wrong}"


def test_pages_of_the_questions_exist(site: Site) -> None:
    """Every page that a question names is a page of the site."""
    assert {page for question in questions() for page in question["pages"]} <= {
        path.parent.relative_to(site.folder).as_posix() for path in site.folder.rglob("index.html")
    }


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("interview", {"", "guides/before-you-leave", "guides/first-48-hours"}),
        ("hr", {"contacts/hr"}),
        ("HR", {"contacts/hr"}),
        ("recruiter", {"contacts/internal-recruiter", "contacts/agency-recruiter"}),
        ("LinkedIn", {"channels/linkedin"}),
        ("thanks", {"guides/first-48-hours", "writing/thank-you"}),
        ("rejected", {"guides/after-a-no"}),
        ("no", {"guides/no-reply", "guides/while-you-wait", "guides/after-a-no"}),
        ("what should I do", {"", "checker"}),
    ],
)
def test_single_words(box: Locator, words: str, pages: set[str]) -> None:
    """A word alone leads to its page."""
    assert found(box, words)[0] in pages


def test_words_found_are_marked(box: Locator) -> None:
    """A result shows which words were found, and none of those that say nothing; the tags stay out of sight."""
    found(box, "How do I follow up with HR")
    result = box.page.locator(".md-search-result__item").first
    assert result.locator("h1 mark").all_inner_texts() == ["follow", "HR"]
    assert result.locator(".md-tags").count() > 0
    assert not result.locator(".md-tags").first.is_visible()
