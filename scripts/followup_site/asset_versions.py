"""Versions in the addresses of styles and scripts, so that a new page never meets an old style sheet in a cache."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

_NAMED_BY_CONTENT = ("assets/javascripts/", "assets/runtime/", "assets/stylesheets/")
"""Folders whose files have a hash in their address already: the theme's, and what the checker is made of."""


def versions(site: Path) -> dict[str, str]:
    """The version of each style and script of ours by its path in the site, such as `assets/site.css`."""
    files = [file for ending in ("css", "js") for file in sorted((site / "assets").rglob(f"*.{ending}"))]
    named = ((file.relative_to(site).as_posix(), file) for file in files)
    return {
        name: hashlib.sha256(file.read_bytes()).hexdigest()[:8]
        for name, file in named
        if not name.startswith(_NAMED_BY_CONTENT)
    }


def with_versions(html: str, known: Mapping[str, str]) -> str:
    """The page with the version of each file behind its address, in place of an earlier one.

    The name of the file stays: an old page that a cache still gives out finds its styles, if in a newer state.
    """
    for name, version in known.items():
        html = re.sub(rf'(?<=["/]){re.escape(name)}(\?v=\w+)?(?=")', f"{name}?v={version}", html)
    return html
