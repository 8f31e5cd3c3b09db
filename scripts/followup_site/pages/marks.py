"""The three marks of a number, how many sources go along with each, and where that is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup.knowledge.evidence.records import Question
from followup.knowledge.records import Knowledge, Mark, MarkName, Number
from followup.knowledge.spread import accepting
from followup_site.pages.prose import listed, quantity

type SpreadPages = Mapping[str, str]
"""The page that shows who stands where on a number, by the id of the number; its path begins in the docs folder."""

FROM_FOLDER = "../"
"""The docs folder, seen from a generated page."""


@dataclass(frozen=True, slots=True)
class Paces:
    """A mark of a number, with the paces at which it holds."""

    mark: Mark
    names: tuple[MarkName, ...]

    @property
    def said(self) -> str:
        """The paces in words: `keen and usual`."""
        return listed(self.names)


def spread_pages(questions: Mapping[str, Question]) -> dict[str, str]:
    """Return the page of each number that is asked of the wider evidence."""
    return {key: f"evidence/{question.parameter}.md#{key}-spread" for key, question in questions.items()}


def paces(number: Number) -> list[Paces]:
    """Return the marks from keen to cautious, those of one value together."""
    found: dict[tuple[int, str], Paces] = {}
    for name, mark in number.marks().items():
        one = found.setdefault((mark.value, mark.unit), Paces(mark, ()))
        found[mark.value, mark.unit] = Paces(one.mark, (*one.names, name))
    return [*found.values()]


def is_spread(number: Number) -> bool:
    """Return whether a number has more than one mark."""
    return len(paces(number)) > 1


def marks_in_words(number: Number) -> str:
    """Return the marks as Markdown, ours first: `**3 days** (keen 1 day, cautious 7 days)`."""
    others = [one for one in paces(number) if "usual" not in one.names]
    said = ", ".join(f"{one.said} {quantity(one.mark.value, one.mark.unit)}" for one in others)
    usual = f"**{quantity(number.usual.value, number.usual.unit)}**"
    return f"{usual} ({said})" if said else usual


def going_along(number: Number, mark: Mark, known: Knowledge, pages: SpreadPages) -> str:
    """Return how many sources go along with a mark, as a link to who they are: `[39 of 48 sources](...)`.

    Nothing where too few name the number.
    """
    spread = known.spreads.get(number.id)
    if spread is None:
        return ""
    words = f"{accepting(spread, mark.value)} of {spread.of} sources"
    return f"[{words}]({FROM_FOLDER}{pages[number.id]})" if number.id in pages else words
