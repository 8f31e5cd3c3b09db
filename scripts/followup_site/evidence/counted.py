"""What is counted on a question: the marks, the picture with its table, and how much it is worth."""

from collections.abc import Iterator

from followup.knowledge.evidence.counting import FEWEST, spread
from followup.knowledge.evidence.influence import Move, Push, moves, pushes
from followup.knowledge.evidence.records import Question
from followup.knowledge.evidence.voices import Count, Voice
from followup.knowledge.spread import accepting
from followup_site.evidence.known import Known
from followup_site.evidence.picture import Scale, groups_picture, spread_picture
from followup_site.evidence.wide_table import wide_table
from followup_site.evidence.words import ARTICLES, MARKS, amount, kind_of, limits
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import block
from followup_site.pages.prose import capital, counted, listed, plain

AXIS = {"hours": "hours", "days": "days", "checks": "messages"}
"""What stands beside the axis of a picture."""


def counted_parts(found: Count, known: Known, hashes: str) -> Iterator[str]:
    """Yield the Markdown on one question, its headings with so many hashes."""
    number = found.question.id
    yield from _marks(found)
    yield f"{hashes} How many go along? {{ #{number}-spread }}\n"
    yield from _pictures(found, known)
    yield f"{hashes} How much is that worth? {{ #{number}-worth }}\n"
    yield "\n".join(f"- {line}" for line in limits(found.voices, known.evidence)) + "\n"
    if found.marks:
        yield f"{hashes} What would change the marks? {{ #{number}-change }}\n"
        yield "\n".join(f"- {line}" for line in _changes(found, known)) + "\n"


def marks_sentence(found: Count) -> str:
    """Return how many accept each mark: `After the last contact, 36 of 47 voices would ask on day 7 ...`."""
    question, total = found.question, counted(len(found.voices), "voice")
    if found.marks is None:
        return f"Only {total} of independent texts, too few to count."
    (first, count), *others = [(value, accepting(found.spread, int(value))) for value in dict.fromkeys(found.marks)]
    parts = [f"{count} of {total} {question.does} {_at(first, question)}"]
    parts += [f"{count} {_at(value, question)}" for value, count in others]
    return f"{capital(question.event)}, {listed(parts)}."


def _at(value: float, question: Question) -> str:
    """A value in a sentence on who accepts it: `on day 3`, `after 24 hours`, `2 messages`."""
    if question.direction == "from":
        return f"on day {value:g}"
    return f"after {amount(value, question.unit)}" if question.direction == "by" else amount(value, question.unit)


def _marks(found: Count) -> Iterator[str]:
    question, unit, total = found.question, found.question.unit, len(found.voices)
    if found.marks is None:
        values = listed(dict.fromkeys(amount(value, unit) for value in found.values))
        yield block(
            "ours",
            f"Only {counted(total, 'voice')}: {values}, {question.event}. With fewer than {FEWEST} we compute nothing, "
            f"and what the checker does is {OUR_CHOICE}",
        )
        return
    rows = [
        f"| {capital(mark)} | **{amount(value, unit)}** | {accepting(found.spread, int(value))} of {total} |"
        for mark, value in zip(MARKS, found.marks, strict=True)
    ]
    yield f"Counted in {AXIS[unit]} {question.event}:\n"
    yield "\n".join(["| Mark | Value | Voices that accept it |", "| --- | --- | --- |", *rows, ""])
    shares = listed(f"the {mark} one {share}" for mark, share in [*MARKS.items()][1:])
    yield f"The keen mark is as far as {MARKS['keen']} of them go along, {shares}. {OUR_CHOICE}\n"


def _scale(found: Count) -> Scale:
    return Scale(found.question.direction, tuple(sorted(set(found.named))), AXIS[found.question.unit])


def _by_kind(found: Count, known: Known) -> dict[str, list[Voice]]:
    """The voices by kind of source, the articles first."""
    kinds = [ARTICLES, *(term.title for term in known.evidence.vocabulary["kinds"].values())]
    groups = {kind: [voice for voice in found.voices if kind_of(voice, known.evidence) == kind] for kind in kinds}
    return {kind: voices for kind, voices in groups.items() if voices}


def _by_region(found: Count, known: Known) -> dict[str, list[Voice]]:
    regions = known.evidence.vocabulary["regions"].values()
    groups = {term.title: [voice for voice in found.voices if voice.region == term.id] for term in regions}
    return {region: voices for region, voices in groups.items() if voices}


def _pictures(found: Count, known: Known) -> Iterator[str]:
    question, scale = found.question, _scale(found)
    by_kind, by_region = _by_kind(found, known), _by_region(found, known)
    said = f"of {counted(len(found.voices), 'voice')}, how many {question.does}, {question.event}"
    drawn = spread_picture(found, scale, f"Steps: {said}. The table below says the same.")
    yield f'<div class="picture">\n{drawn}\n</div>\n'
    for name, by, groups in (("kinds", "kind of source", by_kind), ("regions", "region", by_region)):
        title = f"The same steps by {by}, a row each. The table below says the same."
        drawn = groups_picture(f"{question.id}-{name}", title, groups, scale, found.marks)
        yield f"By {by}, with the number of voices:\n"
        yield f'<div class="picture">\n{drawn}\n</div>\n'
    if found.marks:
        yield "The dashed line is the usual mark.\n"
    yield _table(found, {**by_kind, **by_region})


def _table(found: Count, groups: dict[str, list[Voice]]) -> str:
    """How many accept each value: all, by kind and by region, in a region that scrolls on a phone."""
    values = sorted(set(found.named))
    unit = AXIS[found.question.unit]
    rows = []
    for group, voices in {"All": list(found.voices), **groups}.items():
        table = spread(found.question.direction, [voice.value for voice in voices])
        rows.append([plain(group), str(len(voices)), *(str(accepting(table, value)) for value in values)])
    label = f"Table: how many voices accept each number of {unit}"
    return f"How many accept each number of {unit}:\n\n" + wide_table(label, ["Voices", "of", *map(str, values)], rows)


def _changes(found: Count, known: Known) -> Iterator[str]:
    moved = moves(found, known.evidence, known.articles)
    held = [move for move in moved if move.mark == "usual" or move.steps > 1]
    if not held:
        yield "Take away any one source, and the usual mark stays where it is."
    for move in held:
        yield _held(move, found, known)
    for push in pushes(found):
        yield _pushed(push, found)
    others = [f"{move.mark} to {amount(move.after, found.question.unit)}" for move in moved if move not in held]
    if others:
        yield f"One source less can move another mark by a single step: {listed(dict.fromkeys(others))}."


def _held(move: Move, found: Count, known: Known) -> str:
    source = known.evidence.sources.get(move.source)
    name = source.publisher if source else known.articles.sources[move.source].name
    unit = found.question.unit
    steps = "one step" if move.steps == 1 else f"{move.steps} steps"
    return (
        f"Without {plain(name)} the {move.mark} mark would be {amount(move.after, unit)} and not "
        f"{amount(move.before, unit)}: {steps} of the values that anybody names."
    )


def _pushed(push: Push, found: Count) -> str:
    unit = found.question.unit
    more = "One more voice" if push.voices == 1 else f"{push.voices} more voices"
    return f"{more} for {amount(push.at, unit)} would move the usual mark to {amount(push.after, unit)}."
