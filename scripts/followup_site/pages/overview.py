"""The overview of the site for programs that read, `llms.txt`: each page with its address, title and description.

The format is that of llmstxt.org: a heading, what the site is, and lists of links under headings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, override
from urllib.parse import urlsplit

from followup_site.pages.prose import capital

_GENERAL = "Start here"
_DATA = "Data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page as its head tells of it."""

    address: str
    title: str
    description: str


def entry_of(html: str) -> Entry | None:
    """Return what the head of a page tells of it, or None where it names no address of its own."""
    reader = _Head()
    reader.feed(html)
    return Entry(reader.address, reader.title.strip(), reader.description) if reader.address else None


def data_entries(package: Mapping[str, Any], address: str) -> list[Entry]:
    """Return an entry for a dataset's description, at an address, and for each of its files, from that description."""
    folder = address.rpartition("/")[0]
    return [
        Entry(address, package["title"], package["description"]),
        *(Entry(f"{folder}/{file['path']}", file["path"], file["description"]) for file in package["resources"]),
    ]


def overview(entries: Iterable[Entry], data: Iterable[Entry] = ()) -> str:
    """Return the overview; pages of one folder stand together, those of the top and of single folders come first.

    Files of `data` come last, under a heading of their own.
    The shortest address is the home page, whose title and description are those of the site. Raises ValueError
    without any page.
    """
    home, *others = sorted(entries, key=lambda entry: (len(urlsplit(entry.address).path), entry.address))
    parts = {entry.address: entry.address.removeprefix(home.address).strip("/").split("/") for entry in others}
    folders: dict[str, list[Entry]] = {_GENERAL: []}
    of_one = {name for name, *below in parts.values() if below}
    for entry in sorted(others, key=lambda entry: parts[entry.address]):
        name = parts[entry.address][0]
        folders.setdefault(capital(name) if name in of_one else _GENERAL, []).append(entry)
    lines = [f"# {home.title}", "", f"> {home.description}"]
    if data := [*data]:
        folders[_DATA] = data
    for folder, found in folders.items():
        lines += ["", f"## {folder}", ""]
        lines += [
            f"- [{entry.title.removesuffix(f' - {home.title}')}]({entry.address}): {entry.description}"
            for entry in found
        ]
    return "\n".join(lines) + "\n"


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.address = self.title = self.description = ""
        self._is_in_title = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "title" and not self.title:
            self._is_in_title = True
        elif tag == "meta" and values.get("name") == "description":
            self.description = values.get("content", "")
        elif tag == "link" and values.get("rel") == "canonical":
            self.address = values.get("href", "")

    @override
    def handle_data(self, data: str) -> None:
        if self._is_in_title:
            self.title += data

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._is_in_title = False
