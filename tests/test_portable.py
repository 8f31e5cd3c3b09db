"""What sets the site of another generator apart is noticed: pages, links, the checker's runtime, and words."""

from pathlib import Path

import pytest

from followup_site.links import broken_links
from portable.differences import differences, faults

CHECKER = """<html><head><script type="module" src="../assets/runtime/checker-1/early.js"></script></head><body>
<article>
<follow-up-checker><form></form></follow-up-checker></article></body></html>"""
PAGE = """<html><body><nav>menu</nav><article><h1 id="a">One</h1><p>Two <em>three</em> four.</p>
<ul hidden><li>found by</li></ul><a href="../checker/">Check</a></article><footer>end</footer></body></html>"""


def site(folder: Path, page: str = PAGE, checker: str = CHECKER) -> Path:
    """Write a site of two pages."""
    for name, html in {"page/index.html": page, "checker/index.html": checker}.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(html, encoding="utf-8")
    return folder


def test_the_same_site_has_no_fault_and_no_difference(tmp_path: Path) -> None:
    """Two equal sites are equal; what surrounds the article, and what is hidden in it, may differ."""
    other = PAGE.replace("menu", "another menu").replace("end", "").replace("<li>found by</li>", "")
    ours, theirs = site(tmp_path / "a"), site(tmp_path / "b", other)
    assert [*faults(ours, theirs)] == []
    assert [*differences(ours, theirs)] == []
    assert broken_links(theirs, theirs) == ""


def test_pages_that_came_or_went_are_faults(tmp_path: Path) -> None:
    """A page that one of the two does not have is named."""
    ours, theirs = site(tmp_path / "a"), site(tmp_path / "b")
    (theirs / "page").rename(theirs / "other")
    assert [fault.partition(" ")[0] for fault in faults(ours, theirs)] == ["page/index.html", "other/index.html"]


@pytest.mark.parametrize(("gone", "named"), [
    ("<form></form>", "form"),
    ("follow-up-checker", "follow-up-checker"),
    ("early.js", "early.js"),
    (' src="../assets/runtime/checker-1/early.js"', "early.js"),
])  # fmt: skip
def test_a_checker_that_cannot_start_is_a_fault(gone: str, named: str, tmp_path: Path) -> None:
    """The page of the checker has its form, and fetches what our own site fetches."""
    ours, theirs = site(tmp_path / "a"), site(tmp_path / "b", checker=CHECKER.replace(gone, "div"))
    (fault,) = faults(ours, theirs)
    assert named in fault


def test_words_that_differ_are_told(tmp_path: Path) -> None:
    """A page that reads otherwise is named, with the words before, those of the other and ours."""
    ours, theirs = site(tmp_path / "a"), site(tmp_path / "b", PAGE.replace("three", "3 thirds"))
    assert [*differences(ours, theirs)] == ["page/index.html: after 'One Two' comes '3 thirds', not 'three'"]


@pytest.mark.parametrize(("link", "named"), [("../chequer/", "chequer"), ("#b", "#b"), ("../page/#b", "page#b")])
def test_links_that_lead_nowhere_are_told(link: str, named: str, tmp_path: Path) -> None:
    """A page and a part of a page that are not there are both named."""
    theirs = site(tmp_path, PAGE.replace("../checker/", link))
    assert named in broken_links(theirs, theirs)
