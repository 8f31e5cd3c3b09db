"""Addresses of pages from the home page on, which become relative when the site is finished.

What Markdown makes of a text cannot know which page it becomes part of: no two generators of sites tell it alike. So
the extensions write such an address with a scheme of its own, which generators leave alone, and whoever finishes the
site replaces it by one that leads there from the page that holds it, below any path.
"""

import re
from pathlib import PurePosixPath

_SCHEME = "site"
_HELD = re.compile(rf'(?<=href="){_SCHEME}:([^"#]*)')


def address_of(page: str, fragment: str = "") -> str:
    """The address of a page of the docs folder, such as `sources/index.md`, and of a part of it: `site:sources/#a`."""
    path = PurePosixPath(page)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    below = "" if folder == PurePosixPath() else f"{folder}/"
    return f"{_SCHEME}:{below}{f'#{fragment}' if fragment else ''}"


def with_relative_addresses(html: str, path: str) -> str:
    """The HTML of the page at a path in the site, such as `guides/no-reply/index.html`, with relative addresses."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return _HELD.sub(lambda held: f"{up}{held[1]}" or "./", html)
