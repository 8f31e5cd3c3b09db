"""What sets a built site apart from another of the same pages: what is missing in it, and what it says otherwise."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import override

CHECKER = "checker/index.html"
_RUNTIME = "assets/runtime/"
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
"""Elements without an end."""
_WORDS_SHOWN = 8


@dataclass
class _Page(HTMLParser):
    """What a page holds that a reader sees or runs."""

    words: list[str] = field(default_factory=list)
    """The text of the article, word by word, without what is hidden: words that a page is found by, for instance."""
    elements: set[str] = field(default_factory=set)
    runtime: list[str] = field(default_factory=list)
    """Addresses in the folder of the runtime, from there on, in their order."""
    _is_in_article: bool = False
    _hidden: list[str] = field(default_factory=list)
    """The hidden element that is being read, and those of its kind within it."""

    def __post_init__(self) -> None:
        super().__init__()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and where it leads."""
        self.elements.add(tag)
        self._is_in_article |= tag == "article"
        if tag in self._hidden or (not self._hidden and "hidden" in dict(attrs) and tag not in _VOID):
            self._hidden.append(tag)
        for name, value in attrs:
            if name in {"src", "href"} and value and _RUNTIME in value:
                self.runtime.append(f"{tag} {value.partition(_RUNTIME)[2]}")

    @override
    def handle_endtag(self, tag: str) -> None:
        """Note the end of the article, or of what is hidden."""
        self._is_in_article &= tag != "article"
        if tag in self._hidden:
            self._hidden.pop()

    @override
    def handle_data(self, data: str) -> None:
        """Note the words of the article."""
        if self._is_in_article and not self._hidden:
            self.words += data.split()


def faults(site: Path, other: Path) -> Iterator[str]:
    """Yield what the other site lacks: pages, and on the checker's page its form and what it fetches for Python."""
    ours, theirs = _paths(site), _paths(other)
    yield from (f"{path} is missing" for path in sorted(ours - theirs))
    yield from (f"{path} is not one of ours" for path in sorted(theirs - ours))
    if CHECKER in ours & theirs:
        mine, other_page = _read(site / CHECKER), _read(other / CHECKER)
        for element in ("follow-up-checker", "form"):
            if element not in other_page.elements:
                yield f"{CHECKER} has no <{element}>"
        if not mine.runtime or mine.runtime != other_page.runtime:
            yield f"{CHECKER} fetches {other_page.runtime} of the runtime, not {mine.runtime}"


def differences(site: Path, other: Path) -> Iterator[str]:
    """Yield, for each page whose article reads otherwise, the first words that differ."""
    for path in sorted(_paths(site) & _paths(other)):
        ours, theirs = _read(site / path).words, _read(other / path).words
        if ours != theirs:
            yield f"{path}: {_first_difference(ours, theirs)}"


def _first_difference(ours: list[str], theirs: list[str]) -> str:
    blocks = difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes()
    _, begin, end, other_begin, other_end = next(block for block in blocks if block[0] != "equal")
    before = " ".join(ours[max(0, begin - _WORDS_SHOWN) : begin])
    return f"after '{before}' comes '{_start(theirs[other_begin:other_end])}', not '{_start(ours[begin:end])}'"


def _start(words: list[str]) -> str:
    return " ".join([*words[:_WORDS_SHOWN], *(["..."] if len(words) > _WORDS_SHOWN else [])])


def _paths(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(re.sub(r"<(script|style)\b.*?</\1>", _without_text, file.read_text(encoding="utf-8"), flags=re.DOTALL))
    return page


def _without_text(element: re.Match[str]) -> str:
    """An element that is no text for readers: only its first tag, and its end."""
    return f"{element[0].partition('>')[0]}></{element[1]}>"
