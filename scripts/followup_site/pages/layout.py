"""The Markdown that generated pages share: front matter, blocks, links at the top and at the end."""

import json
from collections.abc import Mapping, Sequence

QUIETER_THAN_GUIDES = 0.5
"""Search ranks the page that answers a question above a generated page that has the same words."""


def front_matter(
    title: str, description: str, tags: Sequence[str] = (), search_boost: float = 1, *, wide: bool = False
) -> str:
    """Return the front matter of a page; the tags are words that readers search for, and are not shown.

    A `wide` page has no table of contents beside it.
    """
    lines = [
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"description: {json.dumps(description, ensure_ascii=False)}",
        f"tags: {json.dumps(list(tags), ensure_ascii=False)}",
        f"search: {{boost: {search_boost}}}",
        f"hide: [navigation, {'toc, ' if wide else ''}tags]",
    ]
    return "\n".join(["---", *lines, "---", ""])


def block(classes: str, text: str, anchor: str = "") -> str:
    """Return Markdown in a `div` with these classes and, if given, an anchor to link to."""
    attributes = f'class="{classes}" id="{anchor}"' if anchor else f'class="{classes}"'
    return f"<div {attributes} markdown>\n\n{text.strip()}\n\n</div>\n"


def fine(text: str) -> str:
    """Return inline Markdown in small print on a line of its own."""
    return f'<span class="fine">{text}</span>'


def back_link(label: str, page: str) -> str:
    """Return the line that leads up to the list this page belongs to."""
    return f"[{label}]({page}){{ .up }}\n"


def neighbours(links: Mapping[str, tuple[str, str]]) -> str:
    """Return the links to the pages beside this one: label to title and page, none of them escaped yet."""
    items = [f"- {label}: [{title}]({page})" for label, (title, page) in links.items()]
    return "\n" + block("neighbours", "\n".join(items)) if items else ""
