"""The list of everything that we decided because no source does: numbers, defaults, reasons, gaps."""

from collections.abc import Iterator

from followup.knowledge.records import Dispute, Gap, Knowledge
from followup.model import Point
from followup.words import Words
from followup.words.quantities import usual_numbers
from followup_site.answers.runs import EXAMPLE, Runs, sentence
from followup_site.pages.choice import OUR_CHOICE, choice
from followup_site.pages.disputes import is_spread
from followup_site.pages.layout import back_link, block, fine, front_matter
from followup_site.pages.prose import counted, plain, quantity, spread


def our_choices(known: Knowledge, runs: Runs, words: Words) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page."""
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
        "## Numbers that no source gives { #numbers }\n",
        *(
            f"- [{plain(number.meaning.removesuffix('.'))}](index.md#{number.id}): "
            f"**{quantity(number.usual.value, number.usual.unit)}**.{_of(number.layer)}\n  {fine(plain(number.ours))}"
            for number in numbers
        ),
        "\n## Numbers that we chose between sources { #between }\n",
        *(
            f"- [{plain(number.meaning.removesuffix('.'))}](index.md#{number.id}): the sources stand at "
            f"{spread(*number.apart)}, we at **{quantity(number.usual.value, number.usual.unit)}**.{_of(number.layer)}"
            for number in between
        ),
        "\n## What we do where sources disagree { #disagreements }\n",
        *(block("side", _default(dispute)) for dispute in known.disputes.values()),
        "## Situations of which no source speaks { #gaps }\n",
        *(block("side", _gap(gap)) for gap in known.gaps.values()),
        "## Reasons that we give ourselves { #reasons }\n",
        f"The checker says these sentences; where it would name one of your dates, {words.day(EXAMPLE)} stands here.\n",
        *(
            f"- {plain(sentence(runs.points.get(ground.id, Point(ground.id)), words, in_words))}{_of(ground.layer)}\n"
            f"  {fine(plain(ground.ours))}"
            for ground in grounds
        ),
    ]
    yield "numbers/our-choices.md", "\n".join([*parts, ""])


def _default(dispute: Dispute) -> str:
    """Our default for a disagreement, under its short name: `D10` for `C10`."""
    name = f"D{dispute.id.removeprefix('C')}"
    link = f"[{plain(dispute.question)}](../disagreements/{dispute.slug}.md)"
    return f"### {link} {{ #{name.lower()} }}\n\n{plain(dispute.ours)}{_of(dispute.layer)}\n{fine(name)}"


def _gap(gap: Gap) -> str:
    """What we decided where no source speaks, under its short name."""
    notes = f"{gap.id} · The checker does not decide this one" if gap.left_out else gap.id
    heading = f"### {plain(gap.situation.removesuffix('.'))} {{ #{gap.id.lower()} }}"
    return f"{heading}\n\n{plain(gap.decision)}{_of(gap.layer)}\n{fine(notes)}"


def _of(layer: str) -> str:
    """The label of a choice that is a center's, with a blank before it; nothing for one of ours."""
    return f" {choice(layer)}" if layer else ""
