"""The list of everything that we decided because no source does: numbers, defaults, reasons, gaps."""

from collections.abc import Iterator

from followup.knowledge.records import NONE, Dispute, Gap, Knowledge, Number
from followup.model import Point
from followup.words import Words
from followup.words.quantities import usual_numbers
from followup_site.answers.runs import EXAMPLE, Runs, sentence
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import back_link, block, fine, front_matter
from followup_site.pages.marks import SpreadPages, going_along, is_spread, marks_in_words
from followup_site.pages.prose import counted, plain


def our_choices(known: Knowledge, runs: Runs, words: Words, spreads: SpreadPages = NONE) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page; `spreads` maps a number to the page that shows who stands where on it."""
    numbers = [number for number in known.numbers.values() if number.ours]
    between = [number for number in known.numbers.values() if is_spread(number) and not number.ours]
    in_words = usual_numbers(known, words)
    grounds = [ground for ground in known.grounds.values() if ground.ours]
    total = len(numbers) + len(between) + len(grounds) + len(known.disputes) + len(known.gaps)
    parts = [
        front_matter(
            "What did we decide ourselves?",
            "Every choice of our own in one list: numbers, defaults where sources disagree, reasons, and gaps.",
            tags=["our choice", "your own choices", "assumptions", "defaults", "decided by us", "decide yourselves"],
            wide=True,
        ),
        back_link("All numbers", "index.md"),
        "# What did we decide ourselves?\n",
        f"{counted(total, 'thing')}, all in this list. Elsewhere on this site they carry the label {OUR_CHOICE}.",
        "Do you work at a career centre and see it differently? Each of them can be changed in one place.\n",
        "## Numbers that no source gives, or too few { #numbers }\n",
        *(f"{_number(number)}.\n  {fine(plain(number.ours))}" for number in numbers),
        "\n## Numbers that we take from between the sources { #between }\n",
        "Our choice is how many must go along: three quarters of the sources, a quarter of them if you are keen, and",
        "nineteen in twenty if you are careful.\n",
        *(f"{_number(number)}.{_agreement(number, known, spreads)}" for number in between),
        "\n## What we do where sources disagree { #disagreements }\n",
        *(block("side", _default(dispute)) for dispute in known.disputes.values()),
        "## Situations of which no source speaks { #gaps }\n",
        *(block("side", _gap(gap)) for gap in known.gaps.values()),
        "## Reasons that we give ourselves { #reasons }\n",
        f"The checker says these sentences; where it would name one of your dates, {words.day(EXAMPLE)} stands here.\n",
        *(
            f"- {plain(sentence(runs.points.get(ground.id, Point(ground.id)), words, in_words))}\n"
            f"  {fine(plain(ground.ours))}"
            for ground in grounds
        ),
    ]
    yield "numbers/our-choices.md", "\n".join([*parts, ""])


def _number(number: Number) -> str:
    """A number with its marks, as an item of a list."""
    return f"- [{plain(number.meaning.removesuffix('.'))}](index.md#{number.id}): {marks_in_words(number)}"


def _agreement(number: Number, known: Knowledge, spreads: SpreadPages) -> str:
    """How many sources go along with the usual mark, as small print of the item; nothing where they are not counted."""
    agreeing = going_along(number, number.usual, known, spreads)
    return f"\n  {fine(f'{agreeing} go along.')}" if agreeing else ""


def _default(dispute: Dispute) -> str:
    """Our default for a disagreement, under its short name: `D10` for `C10`."""
    name = f"D{dispute.id.removeprefix('C')}"
    link = f"[{plain(dispute.question)}](../disagreements/{dispute.slug}.md)"
    return f"### {link} {{ #{name.lower()} }}\n\n{plain(dispute.ours)}\n{fine(name)}"


def _gap(gap: Gap) -> str:
    """What we decided where no source speaks, under its short name."""
    notes = f"{gap.id} · The checker does not decide this one" if gap.left_out else gap.id
    heading = f"### {plain(gap.situation.removesuffix('.'))} {{ #{gap.id.lower()} }}"
    return f"{heading}\n\n{plain(gap.decision)}\n{fine(notes)}"
