"""The page that Python-Markdown is converting, as far as the site generator tells, and its text without code."""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,}).*?^(?P=indent)(?P=mark)[ \t]*$", re.MULTILINE | re.DOTALL
)
_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


class Page:
    """The page being converted: its path in the docs folder and its file, empty and None outside the site."""

    def __init__(self, md: Markdown) -> None:
        """Ask the processor of links that MkDocs registers on every page."""
        steps = md.treeprocessors
        self._links = steps["relpath"] if "relpath" in steps else None  # noqa: SIM401 - this registry has no get
        file = getattr(self._links, "file", None)
        self.path: str = getattr(file, "src_uri", "")
        self.source: str | None = getattr(file, "abs_src_path", None)

    def link_to(self, page: str) -> str:
        """Return how Markdown on this page links to a page of the docs folder."""
        return posixpath.relpath(page, posixpath.dirname(self.path) or ".")

    def address_of(self, page: str) -> str:
        """Return the relative address of a page in the built site; outside the site, how Markdown links to it."""
        link = self.link_to(page)
        resolve: Callable[[str], str] | None = getattr(self._links, "path_to_url", None)
        return resolve(link) if resolve else link

    def complaints(self, text: str, complaints_of: Callable[[str, str], list[str]]) -> list[str]:
        """Return what is wrong in the text, with the lines of its file where there is one and the fault is in it."""
        name = self.path or "text"
        if self.source is not None:
            in_file = complaints_of(Path(self.source).read_text(encoding="utf-8"), name)
            if in_file:
                return in_file
        return complaints_of(text, name)


def without_code(text: str) -> str:
    """Return the text with code spans and fences blanked out and every offset and line where it was."""

    def blanked(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    return _SPAN.sub(blanked, _FENCE.sub(blanked, text))
