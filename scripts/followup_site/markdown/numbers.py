"""Numbers in Markdown: `[#first-check-without-date]` becomes "14 days", as the policy has it when the page is built.

An ordinary Python-Markdown extension. The name is that of `policy.toml`; what follows a dot asks for a mark or a form,
as in the sentences of the checker: `[#first-check-agency.ordinal]`, `[#thank-you-by.keen]`, or how many sources accept
it where they are counted, `[#first-check-without-date.accept]` (`words/quantities.py`).
Pages are for every reader, so it is our default where no mark is named. Code is left alone.
"""

import difflib
import re
from collections.abc import Iterator
from typing import override

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

import followup.knowledge
import followup.words
from followup.knowledge.records import Knowledge
from followup.words.quantities import COUNTS, FORMS, MARKS, NumbersInWords, usual_numbers
from followup_site.markdown.page import Page, without_code

_NUMBER = re.compile(r"\[#([a-z0-9-]+)((?:\.[a-z-]+)*)\]")

_ASKED = [*MARKS, *FORMS, *COUNTS]
_BEFORE_CITATIONS = 24.5
"""And after fences are stashed."""


class UnknownNumberError(ValueError):
    """A page names a number that the policy does not have, or a form in which it cannot be said."""


def numbers_on(text: str) -> Iterator[re.Match[str]]:
    """Yield every number that a Markdown text names, in order, leaving out code: its name, and what is asked of it."""
    yield from _NUMBER.finditer(without_code(text))


def with_numbers(text: str, numbers: NumbersInWords) -> str:
    """Return the text with its numbers in words; raises as `numbers` does where one of them is unknown."""
    pieces, end = [], 0
    for named in numbers_on(text):
        pieces += [text[end : named.start()], _in_words(named, numbers)]
        end = named.end()
    return "".join([*pieces, text[end:]])


def unknown_numbers(text: str, known: Knowledge, page: str) -> list[str]:
    """Return one complaint for each number that cannot be said: page, line, what is wrong, and what to write."""
    numbers = usual_numbers(known, followup.words.load())
    return [
        f"{page}:{text.count('\n', 0, named.start()) + 1}: {fault}"
        for named in numbers_on(text)
        if (fault := _fault(named, known, numbers))
    ]


def _in_words(named: re.Match[str], numbers: NumbersInWords) -> str:
    return f"{{{named[1]}{named[2]}}}".format_map(numbers)


def _fault(named: re.Match[str], known: Knowledge, numbers: NumbersInWords) -> str:
    """What is wrong with a number; nothing where it can be said."""
    name, asked = named[1], named[2].split(".")[1:]
    if name not in known.numbers:
        return f"no number has the name '{name}'{_nearest(name, [*known.numbers])}"
    for part in asked:
        if part not in _ASKED:
            return f"a number has no '{part}'{_nearest(part, _ASKED)}"
    try:
        _in_words(named, numbers)
    except (AttributeError, IndexError, ValueError):
        return f"'{name}' ({numbers[name]}) cannot be said as '{'.'.join(asked)}'"
    return ""


def _nearest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


class _NumbersBecomeWords(Preprocessor):
    def __init__(self, md: Markdown, known: Knowledge | None) -> None:
        super().__init__(md)
        self.markdown = md
        self.known = known

    @override
    def run(self, lines: list[str]) -> list[str]:
        """Put the numbers into the text; raises UnknownNumberError with every fault of the page."""
        text = "\n".join(lines)
        if not any(numbers_on(text)):
            return lines
        known = self.known or followup.knowledge.load()
        complaints = Page(self.markdown).complaints(text, lambda text, name: unknown_numbers(text, known, name))
        if complaints:
            raise UnknownNumberError("\n".join(complaints))
        return with_numbers(text, usual_numbers(known, followup.words.load())).split("\n")


class NumberExtension(Extension):
    """Puts numbers into pages; `knowledge` takes the place of what the engine knows."""

    def __init__(self, knowledge: Knowledge | None = None, **options: object) -> None:
        super().__init__(**options)
        self.knowledge = knowledge

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processor."""
        md.preprocessors.register(_NumbersBecomeWords(md, self.knowledge), "numbers", _BEFORE_CITATIONS)


def makeExtension(knowledge: Knowledge | None = None, **options: object) -> NumberExtension:  # noqa: N802 - the name that Python-Markdown calls
    """Return the extension, as Python-Markdown asks for it."""
    return NumberExtension(knowledge, **options)
