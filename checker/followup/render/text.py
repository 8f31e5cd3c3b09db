"""The view of an advice as plain text for a terminal."""

from textwrap import fill

from followup.render.view import Item, Section, View

WIDTH = 88


def text(view: View) -> str:
    """The answer as lines of at most 88 characters, ending in a line break."""
    blocks = [_wrapped(view.verdict)]
    if view.line:
        blocks[0] += "\n" + _wrapped(view.line)
    if view.dates:
        width = max(len(label) for label, _ in view.dates)
        blocks.append("\n".join(f"  {label.ljust(width)}  {day}" for label, day in view.dates))
    blocks += [_section(section) for section in view.sections]
    return "\n\n".join([*blocks, view.rules]) + "\n"


def _section(section: Section, indent: str = "") -> str:
    lines = [_wrapped(section.heading, indent)]
    lines += [_item(item, indent) for item in section.items]
    lines += [_section(part, indent + "  ") for part in section.parts]
    return "\n".join(lines)


def _item(item: Item, indent: str) -> str:
    cited = "; ".join(filter(None, (item.choice, *(citation.claim for citation in item.citations))))
    return _wrapped(item.text + (f" [{cited}]" if cited else ""), indent + "  ", first="- ")


def _wrapped(line: str, indent: str = "", first: str = "") -> str:
    return fill(
        line,
        WIDTH,
        initial_indent=indent + first,
        subsequent_indent=indent + " " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
