"""Markdown without its code, in which whatever looks like a citation, a number or a link is only text."""

import re

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,}).*?^(?P=indent)(?P=mark)[ \t]*$", re.MULTILINE | re.DOTALL
)
_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


def without_code(text: str) -> str:
    """Return the text with code spans and fences blanked out and every offset and line where it was."""

    def blanked(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    return _SPAN.sub(blanked, _FENCE.sub(blanked, text))
