"""How easily the hand-written pages read: the Flesch-Kincaid grade of each, and of the middle one.

A grade is the number of school years that a text asks for; grade 8 is an age of about 14. It counts words a sentence
and syllables a word, so it is measured on the prose that readers see: no headings, tables, code, labels or citations.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import override

import textstat  # type: ignore[import-untyped]  # it ships no types
from markdown import Markdown

from followup.knowledge import load
from followup.words import load as load_words
from followup.words.quantities import usual_numbers
from followup_site.markdown.citations import citations
from followup_site.markdown.numbers import with_numbers
from followup_site.pages.folders import written_pages

HIGHEST_GRADE = 10
HIGHEST_MEDIAN = 8
_WORST_SHOWN = 3

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_INCLUDED = re.compile(r"^ *--8<--.*$", re.MULTILINE)
_EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences")
_NO_PROSE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "code", "script"})
_LABELS = frozenset({"our-choice", "md-button", "up", "admonition-title"})
_BLOCKS = frozenset({"p", "li", "dt", "dd", "div", "blockquote"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def reading_ease(docs: Path) -> Iterator[str]:
    """Yield the lines of the report: the grade of every page, the median, and the worst three."""
    found = grades(docs)
    worst = sorted(found, key=lambda path: -found[path])[:_WORST_SHOWN]
    yield f"Reading ease (Flesch-Kincaid grade, at most {HIGHEST_GRADE}; median at most {HIGHEST_MEDIAN})"
    yield from (f"  {grade:5.1f}  {path}" for path, grade in found.items())
    yield f"  {median(found.values()):5.1f}  is the median of {len(found)} pages"
    yield f"  The hardest: {', '.join(worst)}"


def grades(docs: Path) -> Mapping[str, float]:
    """Return the grade of every hand-written page that has prose, by its path in the docs folder."""
    texts = {path: prose(text) for path, text in written_pages(docs)}
    return {path: textstat.flesch_kincaid_grade(text) for path, text in texts.items() if text}


def prose(text: str) -> str:
    """Return what a reader reads of a page in Markdown as sentences, each block of text with a stop at its end."""
    for citation in reversed(list(citations(text))):
        text = text[: citation.start] + text[citation.end :]
    text = with_numbers(text, usual_numbers(load(), load_words()))
    text = _INCLUDED.sub("", _FRONT_MATTER.sub("", text))
    reader = _Prose()
    reader.feed(Markdown(extensions=_EXTENSIONS).convert(text))
    reader.close()
    return reader.text()


class _Prose(HTMLParser):
    """Collects the text of a page, block by block, without what is no prose."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks = [""]
        self._unread = 0
        """How many open elements there are from the outermost on that is no prose."""

    def text(self) -> str:
        """Return the blocks, each with a stop at its end."""
        blocks = (" ".join(block.split()) for block in self._blocks)
        return " ".join(block if block[-1] in ".?!" else f"{block.rstrip(':;,')}." for block in blocks if block)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = set((dict(attrs).get("class") or "").split())
        if tag not in _VOID and (self._unread or tag in _NO_PROSE or classes & _LABELS):
            self._unread += 1
        if tag in _BLOCKS:
            self._blocks.append("")

    @override
    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._blocks[-1] += data

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
        if tag in _BLOCKS:
            self._blocks.append("")
