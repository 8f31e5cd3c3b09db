"""The finished site as files: strict, complete, linked, and from nowhere but here."""

import hashlib
import re
from urllib.parse import urlsplit

import followup.knowledge
from built_site import Site
from followup_site.content_policy import read_page
from followup_site.links import broken_links


def html_of(site: Site, path: str) -> str:
    """Return the HTML of a page of the site by its path."""
    return (site.folder / path / "index.html").read_text(encoding="utf-8")


def test_mkdocs_has_nothing_to_say(site: Site) -> None:
    """The strict build gives no warning, and no remark on our pages either."""
    lines = [line for line in site.log.splitlines() if line.strip()]
    assert [re.sub(r"(directory: ).*|(in )[\d.]+", r"\1\2", line) for line in lines] == [
        "INFO    -  Cleaning site directory",
        "INFO    -  Building documentation to directory: ",
        "INFO    -  Documentation built in  seconds",
    ]


def test_every_claim_is_on_its_page(site: Site) -> None:
    """The address that an advice links to exists for each claim."""
    for claim in followup.knowledge.load().claims.values():
        assert f'id="{claim.id}"' in html_of(site, f"sources/{claim.source}")


def test_every_dispute_links_to_all_its_claims(site: Site) -> None:
    """The page of each disagreement leads to each claim of each side."""
    known = followup.knowledge.load()
    for dispute in known.disputes.values():
        html = html_of(site, f"disagreements/{dispute.slug}")
        for claim in (claim for side in dispute.sides for claim in side.claims):
            assert f'href="../../sources/{known.claims[claim].source}/#{claim}"' in html


def test_pages_are_called_what_they_answer(site: Site) -> None:
    """A tab, a bookmark and a search engine see the question or the article, not the name of a file."""
    known = followup.knowledge.load()
    titles = {f"disagreements/{dispute.slug}": dispute.question for dispute in known.disputes.values()}
    titles |= {f"sources/{source.id}": source.title for source in known.sources.values()}
    for page, title in titles.items():
        assert f"<title>{title} - After the interview</title>" in html_of(site, page)


def test_links_and_fragments_lead_somewhere(site: Site) -> None:
    """Every link of every page, with its fragment, has a target in the site."""
    assert broken_links(site.folder, site.root) == ""


def test_every_page_has_the_policy(site: Site) -> None:
    """All pages carry the same policy, and hold nothing that it would block."""
    pages = [read_page(file.read_text(encoding="utf-8")) for file in sorted(site.folder.rglob("*.html"))]
    assert len({page.policies for page in pages}) == 1
    assert all(len(page.policies) == 1 and not page.faults for page in pages)


def test_styles_fetch_from_here_only(site: Site) -> None:
    """No style sheet imports or draws from another origin."""
    for file in site.folder.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", text):
            parts = urlsplit("".join(address))
            assert parts.scheme in ("", "data"), f"{file.name}: {address}"
            assert not parts.netloc, f"{file.name}: {address}"


def test_pages_hold_no_path_from_the_server_root(site: Site) -> None:
    """All links are relative, so that a copy works below any path; only the page for what is not there cannot be."""
    for file in site.folder.rglob("index.html"):
        absolute = re.findall(r'(?:href|src)="(/[^"]*)"', file.read_text(encoding="utf-8"))
        assert not absolute, f"{file}: {absolute}"


def test_nothing_is_published_that_nobody_loads(site: Site) -> None:
    """Every file is a page, or is named by a page, a style, a script or the runtime's list; no folder is empty."""
    files = [file for file in site.folder.rglob("*") if file.is_file()]
    texts = [file.read_text(encoding="utf-8") for file in files if file.suffix in {".html", ".css", ".js", ".json"}]
    named = set(re.findall(r"[\w.-]+", " ".join(texts)))
    asked_for = {".nojekyll", "llms.txt", "sitemap.xml", "sitemap.xml.gz", "manifest.json", "THIRD-PARTY-NOTICES.txt"}
    assert [file for file in files if file.suffix != ".html" and file.name not in named | asked_for] == []
    assert [path for path in site.folder.rglob("*") if path.is_dir() and not list(path.iterdir())] == []
    assert (site.folder / ".nojekyll").is_file()


def test_styles_and_scripts_change_their_address_with_their_content(site: Site) -> None:
    """Each has a hash in its address, ours one of what is in the file, so that a page meets none of another build."""
    ours = set()
    for page in site.folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for address in re.findall(r'<(?:link|script)[^>]+?(?:href|src)="([^"]+\.(?:css|js)(?:\?[^"]*)?)"', html):
            path, _, version = address.partition("?v=")
            assert version or re.search(r"[.-][0-9a-f]{8,16}[./]", path), f"{page}: {address}"
            if version:
                file = site.folder / path[path.index("assets/") :]
                assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(version)
                ours.add(file.name)
    assert {"site.css", "checker.css", "answer.css", "print.css", "notes.js", "theme-last.js"} <= ours


def test_no_address_needs_a_server_that_knows_modules_by_their_ending(site: Site) -> None:
    """Many servers send .mjs as text, or not at all: nothing that is published ends in it."""
    assert not list(site.folder.rglob("*.mjs"))


def test_hand_written_pages_mark_our_choices(site: Site) -> None:
    """The label of our own choices is one class everywhere, and its words are there without any colour."""
    for page in ("", "guides/first-48-hours", "guides/the-date-has-passed", "about", "disagreements/linkedin"):
        assert '<strong class="our-choice">Our choice</strong>' in html_of(site, page)
