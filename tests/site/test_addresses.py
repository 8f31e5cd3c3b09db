"""Links that our own code writes lead there without the help of whatever generates the site."""

import re

import pytest
from markdown import Markdown

import followup.knowledge
from checkout import ROOT
from followup_site.addresses import address_of, with_relative_addresses
from followup_site.pages.folders import written_pages
from followup_site.pages.sources import source_pages
from followup_site.pages.usage import Usage

EXTENSIONS = [
    "attr_list",
    "footnotes",
    "followup_site.markdown.citations",
    "followup_site.markdown.numbers",
    "followup_site.markdown.checker_links",
    "md_in_html",
    "tables",
]


@pytest.mark.parametrize(
    ("page", "fragment", "address"),
    [
        ("index.md", "", "site:"),
        ("index.md", "part", "site:#part"),
        ("about.md", "", "site:about/"),
        ("sources/index.md", "", "site:sources/"),
        ("sources/alpha.md", "alpha-early", "site:sources/alpha/#alpha-early"),
        ("checker/index.md", "stage=fair&promise=none", "site:checker/#stage=fair&promise=none"),
    ],
)
def test_an_address_begins_at_the_home_page(page: str, fragment: str, address: str) -> None:
    """A page of the docs folder has one address, whichever page names it."""
    assert address_of(page, fragment) == address


@pytest.mark.parametrize(
    ("held", "at", "link"),
    [
        ("site:", "index.html", "./"),
        ("site:", "guides/no-reply/index.html", "../../"),
        ("site:#part", "index.html", "./#part"),
        ("site:about/", "about/index.html", "../about/"),
        (
            "site:checker/#stage=fair&amp;promise=none",
            "questions/index.html",
            "../checker/#stage=fair&amp;promise=none",
        ),
    ],
)
def test_a_finished_page_leads_there_below_any_path(held: str, at: str, link: str) -> None:
    """From home page, pages of the first folder and deeper ones, to all of them; a second time nothing changes."""
    html = with_relative_addresses(f'<p><a class="a" href="{held}">b</a></p>', at)
    assert html == f'<p><a class="a" href="{link}">b</a></p>'
    assert with_relative_addresses(html, at) == html


def test_what_is_no_address_of_ours_stays() -> None:
    """Other links, and text that looks like one of ours, are left alone."""
    html = '<a href="../site:x">a</a> <a href="https://there.example/site:x">b</a> site:about/ <i title="site:x">c</i>'
    assert with_relative_addresses(html, "a/index.html") == html


def test_every_page_links_to_what_exists() -> None:
    """In plain Python-Markdown, each citation leads to the card of its claim, and each link into the checker to it."""
    known = followup.knowledge.load()
    cards = {
        f"site:{path.removesuffix('.md')}/#{claim}"
        for path, text in source_pages(known, Usage())
        for claim in re.findall(r'<div class="claim" id="([^"]+)"', text)
    }
    found = {
        address
        for _, text in written_pages(ROOT / "docs")
        for address in re.findall(r'href="(site:[^"]*)"', Markdown(extensions=EXTENSIONS).convert(text))
    }
    into_checker = {address for address in found if address.partition("#")[0] == "site:checker/"}
    assert found - into_checker <= cards
    assert into_checker
    assert found - into_checker
    assert (ROOT / "docs" / "checker" / "index.md").is_file()
