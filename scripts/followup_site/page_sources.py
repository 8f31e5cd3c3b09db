"""From a page of the built site back to the file that somebody wrote."""

from pathlib import Path


def place_of(what: str, page: Path, root: Path) -> str | None:
    """Where a text of a page comes from, as file and line; None where it is in no file that somebody writes.

    `page` is the path of the page in the site, such as `guides/no-reply/index.html`, and `root` the project's folder.
    Looks in the page's Markdown, then in the templates.
    """
    for source in _sources(page, root):
        lines = source.read_text(encoding="utf-8").splitlines() if source.is_file() else []
        for number, line in enumerate(lines, 1):
            if what in line:
                return f"{source.relative_to(root)}:{number}"
    return None


def _sources(page: Path, root: Path) -> list[Path]:
    docs, overrides = root / "docs", root / "overrides"
    folder = docs / page.parent
    own = [docs / "index.md"] if folder == docs else [folder.parent / f"{folder.name}.md", folder / "index.md"]
    return [*own, *sorted(overrides.rglob("*.html"))]
