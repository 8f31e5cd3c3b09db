"""The docs folder: its hand-written pages and what they cite, and the pages that are generated into it."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from followup.files import read_text
from followup.knowledge.records import Knowledge
from followup_site.markdown.checker_links import faulty_links
from followup_site.markdown.citations import citations, unknown_claims
from followup_site.markdown.numbers import numbers_on, unknown_numbers

GENERATED = ("answers", "disagreements", "evidence", "numbers", "sources", "steps")
"""The folders of `docs/` that are written by the build alone; the Makefile and .gitignore list them too."""

_LINK = re.compile(r"\]\(([^)\s:]+\.md(?:#[\w-]+)?)\)")
_HEADING = re.compile(r"^# +(.+?)(?: +\{.*\})?$", re.MULTILINE)


def written_pages(docs: Path) -> Iterator[tuple[str, str]]:
    """Yield path in the docs folder and text of every hand-written page, in the order of their paths."""
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs)
        if path.parts[0] not in GENERATED:
            yield path.as_posix(), read_text(file)


def title_of(path: str, text: str) -> str:
    """Return the first heading of a page, or its path where it has none."""
    heading = _HEADING.search(text)
    return heading[1] if heading else path


def cited_on(pages: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return, for each claim that is cited, title and path of the pages that cite it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, text in pages:
        for claim in dict.fromkeys(claim for citation in citations(text) for claim in citation.claims):
            found.setdefault(claim, []).append((title_of(path, text), path))
    return found


def linked_on(pages: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return, for each page that is linked to, title and path of the pages that link to it.

    A link to a part of a page counts for the part (`numbers/index.md#wait`) and for the page. A page that states a
    number counts as one that links to it.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for path, text in pages:
        links = (posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in _LINK.findall(text))
        stated = (f"numbers/index.md#{named[1]}" for named in numbers_on(text))
        for target in dict.fromkeys((*(part for link in links for part in (link, link.partition("#")[0])), *stated)):
            found.setdefault(target, []).append((title_of(path, text), path))
    return found


def complaints(pages: Iterable[tuple[str, str]], known: Knowledge, docs: str) -> list[str]:
    """Return every unknown claim, number and answer that a page cites, states or links to, each with page and line."""
    return [
        complaint
        for path, text in pages
        for found in (
            unknown_claims(text, known.claims, f"{docs}/{path}"),
            unknown_numbers(text, known, f"{docs}/{path}"),
            faulty_links(text, f"{docs}/{path}"),
        )
        for complaint in found
    ]


def write_changed(file: Path, content: str | bytes) -> bool:
    """Write the content unless the file holds it already, so that nothing that watches it wakes up; tell if written."""
    written = content.encode() if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == written:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(written)
    return True


def remove_stale(docs: Path, keep: Iterable[str]) -> list[str]:
    """Remove generated pages that are no longer made; return their paths in the docs folder."""
    kept = set(keep)
    stale = [
        file
        for folder in GENERATED
        for file in sorted((docs / folder).rglob("*.md"))
        if file.relative_to(docs).as_posix() not in kept
    ]
    for file in stale:
        file.unlink()
    return [file.relative_to(docs).as_posix() for file in stale]
