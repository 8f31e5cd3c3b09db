"""A table that may be wider than a phone: it scrolls in a region of its own, which the keyboard can reach."""

from collections.abc import Sequence


def wide_table(label: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the Markdown of a table; the first cell of a row names it, and every cell is inline Markdown."""
    columns = "".join(f'<th scope="col" markdown="span">{cell}</th>\n' for cell in head)
    body = "".join(_row(*cells) for cells in rows)
    return (
        f'<div class="wide counts" role="region" aria-label="{label}" tabindex="0" markdown="block">\n'
        f'<table class="numbers" markdown="block">\n<thead markdown="block">\n<tr markdown="block">\n{columns}'
        f'</tr>\n</thead>\n<tbody markdown="block">\n{body}</tbody>\n</table>\n</div>\n'
    )


def _row(name: str, *cells: str) -> str:
    following = "".join(f'<td markdown="span">{cell}</td>\n' for cell in cells)
    return f'<tr markdown="block">\n<th scope="row" markdown="span">{name}</th>\n{following}</tr>\n'
