"""What stands around the text of every page: its head, the way on, when it was reviewed, and how it looks on paper."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from playwright.sync_api import Browser, Page, expect

from built_site import Site
from checkout import ROOT
from followup_site.pages.folders import GENERATED
from followup_site.pages.overview import Entry, data_entries, entry_of, overview
from page_checks import context

NO_GUIDANCE = {"index.md", "checker/index.md"}
"""Hand-written pages that give no advice of their own."""


def pages(site: Site) -> dict[str, str]:
    """Return every page of the site, but the one for what is not there, by the address that it is published at."""
    return {
        f"{site.published}{file.parent.relative_to(site.folder).as_posix()}/".replace("/./", "/"): file.read_text(
            "utf-8"
        )
        for file in sorted(site.folder.rglob("index.html"))
    }


def metas(html: str) -> dict[str, str]:
    """Return the named contents of a page's head."""
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    return {name: unescape(content) for name, content in found}


def test_every_page_says_what_and_where_it_is(site: Site) -> None:
    """Each page has a description of its own and its one address."""
    found = pages(site)
    for address, html in found.items():
        assert f'<link rel="canonical" href="{address}">' in html
    descriptions = [metas(html)["description"] for html in found.values()]
    assert all(descriptions)
    assert len(set(descriptions)) == len(descriptions)


def test_every_page_has_a_preview(site: Site) -> None:
    """A page that is shared shows title, description and the card, by absolute addresses."""
    for address, html in pages(site).items():
        shown = metas(html)
        assert shown["og:url"] == address
        assert shown["og:description"] == shown["description"]
        assert shown["og:image"] == f"{site.published}assets/pictures/card.png"
        title = re.search(r"<title>(.+?)</title>", html)
        assert title
        assert unescape(title[1]).removesuffix(" - After the interview") == shown["og:title"]


def test_card_has_the_size_that_is_told(site: Site) -> None:
    """The card is a PNG of 1200 by 630 pixels."""
    head = (site.folder / "assets" / "pictures" / "card.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1200, 630)


def test_overview_lists_every_page(site: Site) -> None:
    """`llms.txt` names each page once, by its address, with what it answers, and each file of the dataset."""
    text = (site.folder / "llms.txt").read_text(encoding="utf-8")
    listed = re.findall(r"^- \[.+\]\((\S+)\): .+$", text, re.MULTILINE)
    data = [file.relative_to(site.folder).as_posix() for file in (site.folder / "assets" / "evidence").glob("*.csv")]
    files = {f"{site.published}{name}" for name in [*data, "assets/evidence/datapackage.json"]}
    assert sorted(listed) == sorted(files | {address for address in pages(site) if address != site.published})
    assert text.startswith("# After the interview\n\n> ")


def test_overview_puts_folders_together() -> None:
    """Single pages come first, then folder by folder, each title without the name of the site."""
    entries = [
        Entry("https://x.example/y/b/two/", "Two - Y", "2"),
        Entry("https://x.example/y/", "Y", "All of it."),
        Entry("https://x.example/y/a/", "A - Y", "a"),
        Entry("https://x.example/y/b/", "B - Y", "b"),
        Entry("https://x.example/y/b/one/", "One - Y", "1"),
    ]
    assert overview(entries) == (
        "# Y\n\n> All of it.\n\n## Start here\n\n- [A](https://x.example/y/a/): a\n\n## B\n\n"
        "- [B](https://x.example/y/b/): b\n- [One](https://x.example/y/b/one/): 1\n"
        "- [Two](https://x.example/y/b/two/): 2\n"
    )
    assert entry_of("<title>Nowhere</title>") is None


def test_overview_names_the_data_last() -> None:
    """A dataset has a heading of its own, with its description and each of its files."""
    package = {"title": "Data", "description": "All.", "resources": [{"path": "a.csv", "description": "Some."}]}
    home = Entry("https://x.example/", "Y", "All of it.")
    assert overview([home], data_entries(package, "https://x.example/d/p.json")).endswith(
        "\n\n## Data\n\n- [Data](https://x.example/d/p.json): All.\n- [a.csv](https://x.example/d/a.csv): Some.\n"
    )


def test_road_leads_on(site: Site) -> None:
    """At the end of a page the reader finds the next one of the road, and the one before."""
    html = pages(site)[f"{site.published}guides/the-date-has-passed/"]
    assert '<link rel="prev" href="../while-you-wait/">' in html
    assert '<link rel="next" href="../no-reply/">' in html
    assert re.search(r'href="\.\./no-reply/" class="md-footer__link md-footer__link--next"', html)


def test_guidance_says_when_it_was_reviewed(site: Site) -> None:
    """Each page with advice carries the day on which somebody last read it, and that day is not to come."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)  # somewhere it is tomorrow already
    docs = ROOT / "docs"
    written = {file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8") for file in docs.rglob("*.md")}
    for path, text in written.items():
        if path in NO_GUIDANCE or path.startswith(GENERATED):
            continue
        day = re.search(r"^reviewed: (\d{4}-\d\d-\d\d)$", text.split("\n---\n")[0], re.MULTILINE)
        assert day, f"{path} has no day of review"
        assert day[1] <= tomorrow.isoformat(), f"{path} was reviewed in the future"
        html = (site.folder / path.removesuffix(".md") / "index.html").read_text(encoding="utf-8")
        assert f'<time datetime="{day[1]}">' in html


def test_page_for_what_is_not_there_leads_back_from_any_depth(site: Site) -> None:
    """Wherever it is shown, its links, styles and scripts lead to what exists."""
    html = (site.folder / "404.html").read_text(encoding="utf-8")
    addresses = re.findall(r'(?:href|src|action)="([^"#]+)', html)
    own = [address for address in addresses if not address.startswith("http")]
    below = site.url.removeprefix(site.origin)
    assert own
    for address in own:
        assert address.startswith(below), address
        target = site.folder / address.removeprefix(below)
        assert target.is_file() or (target / "index.html").is_file(), address
    assert f'href="{below}guides/first-48-hours/"' in html
    assert "<title>This page is not here - After the interview</title>" in html


def test_page_for_what_is_not_there_searches(page: Page, site: Site) -> None:
    """What somebody was looking for goes to the search."""
    page.goto(f"{site.url}404.html")
    page.get_by_role("searchbox", name="What are you looking for?").fill("ghosted")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_paper_has_the_text_only(page: Page, site: Site) -> None:
    """Printing leaves navigation and buttons out, keeps the notes, and says where the page is from."""
    page.goto(f"{site.url}guides/the-date-has-passed/")
    from_here = page.get_by_text(f"After the interview: {site.published}guides/the-date-has-passed/")
    expect(from_here).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_be_hidden()
    expect(page.get_by_role("link", name="Check my situation").last).to_be_hidden()
    expect(page.get_by_role("heading", name="Who says so?")).to_be_visible()
    expect(from_here).to_be_visible()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_paper_holds_a_guide_on_two_sheets(page: Page, site: Site, size: str) -> None:
    """The longest guide, with all its notes, fits on two sheets of either size."""
    page.goto(f"{site.url}guides/first-48-hours/")
    assert 1 <= len(re.findall(rb"/Type /Page\b", page.pdf(format=size))) <= 4


def test_paper_is_light(browser: Browser, site: Site) -> None:
    """Whoever reads in dark colours prints black on white."""
    with context(browser, "dark") as opened:
        page = opened.new_page()
        page.goto(site.url)
        page.emulate_media(media="print", color_scheme="dark")
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
        expect(page.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")
