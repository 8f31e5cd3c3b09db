"""The site with JavaScript off: all guidance is there, and nothing is offered that cannot work."""

from collections.abc import Iterator

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Locator, Page, expect

import followup.knowledge
from built_site import Site
from draw_pictures import pictures
from followup_site.pictures.drawing import snippet
from page_checks import PAGES, Scheme

GUIDE = PAGES["guide"]


def opened(browser: Browser, scheme: Scheme, *, scripts: bool) -> Iterator[Page]:
    """Open a window of a phone's width."""
    window = browser.new_context(
        java_script_enabled=scripts, color_scheme=scheme, viewport={"width": 360, "height": 740}
    )
    yield window.new_page()
    window.close()


@pytest.fixture(params=["light", "dark"])
def quiet(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts, on a device with light or dark colours."""
    yield from opened(browser, request.param, scripts=False)


def test_guidance_is_there(quiet: Page, site: Site) -> None:
    """Text, tables, citations and notes are on the page, and the notes lead to their claims."""
    quiet.goto(site.url + GUIDE)
    expect(quiet.get_by_role("heading", level=1)).to_be_visible()
    expect(quiet.get_by_role("table").first).to_be_visible()
    quiet.locator(".footnote-ref").first.click()
    note = quiet.locator(".footnote li:target")
    expect(note).to_contain_text("Kristine Knutter")
    note.get_by_role("link").first.click()
    expect(quiet.locator(".claim:target")).to_be_in_viewport()


def test_nothing_is_offered_that_cannot_work(quiet: Page, site: Site) -> None:
    """No search, no choice of colours, no button to copy; the checker says what it needs and where else to look."""
    for path in (GUIDE, PAGES["not-found"]):
        quiet.goto(site.url + path)
        for useless in (
            ".md-search",
            ".md-header [for=__search]",
            ".md-header__option label",
            ".find",
            ".md-clipboard",
        ):
            for one in quiet.locator(useless).all():
                expect(one).to_be_hidden()
    quiet.goto(site.url + PAGES["checker"])
    expect(quiet.locator("noscript p").first).to_be_visible()  # the browser's driver finds no text in there
    expect(quiet.locator("noscript a").first).to_be_visible()
    expect(quiet.locator("follow-up-checker form")).to_be_hidden()


def test_navigation_opens(quiet: Page, site: Site) -> None:
    """The menu of a phone opens and leads on."""
    quiet.goto(site.url + GUIDE)
    quiet.locator(".md-header [for=__drawer]").click()
    expect(quiet.get_by_role("link", name="Home", exact=True)).to_be_visible()


def shown(page: Page, site: Site) -> list[Locator]:
    """Open a page with every picture of the site on it, and return the images that can be seen."""
    text = "\n".join(snippet(one) for one in pictures(followup.knowledge.load()))
    html = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(
        text.replace("(/assets/", "(../../assets/")
    )
    guide = (site.folder / GUIDE / "index.html").read_text(encoding="utf-8")
    page.route(site.url + GUIDE, lambda route: route.fulfill(body=guide.replace("</h1>", f"</h1>{html}", 1)))
    page.goto(site.url + GUIDE)
    expect(page.locator(".picture")).to_have_count(text.count('class="picture"'))
    return [image for image in page.locator(".picture img").all() if image.is_visible()]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_picture_is_seen_once(browser: Browser, site: Site, scheme: Scheme, *, scripts: bool) -> None:
    """Of each picture the one in the page's colours is seen, whole; without scripts the page and it are light."""
    for page in opened(browser, scheme, scripts=scripts):
        images = shown(page, site)
        assert len(images) == len(pictures(followup.knowledge.load()))
        expected = scheme if scripts else "light"
        for image in images:
            image.scroll_into_view_if_needed()
            assert (image.get_attribute("src") or "").endswith(f"-{expected}.svg#only-{expected}")
            expect(image).to_have_js_property("complete", value=True)
            expect(image).to_have_js_property("naturalWidth", 480)
            box = image.bounding_box()
            assert box
            assert box["width"] <= 328


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_pictures_once_and_light(browser: Browser, site: Site, scheme: Scheme) -> None:
    """Printed, each picture is there in light colours."""
    for page in opened(browser, scheme, scripts=True):
        page.emulate_media(media="print", color_scheme=scheme)
        images = shown(page, site)
        assert len(images) == len(pictures(followup.knowledge.load()))
        assert all((image.get_attribute("src") or "").endswith("#only-light") for image in images)
