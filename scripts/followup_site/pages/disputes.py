"""The page of each disagreement, with all its sides and what we do about it, and the list of the disagreements."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from followup.knowledge.records import Dispute, Knowledge, Number, Side
from followup_site.pages.layout import QUIETER_THAN_GUIDES, back_link, block, fine, front_matter, neighbours
from followup_site.pages.marks import marks_in_words
from followup_site.pages.prose import capital, counted, evidence_of, listed, plain, spread
from followup_site.pages.usage import Usage, used_in

GROUPS = {
    "When to write": ("timing",),
    "How often, and when to stop": ("limit",),
    "How to reach them": ("channel",),
    "Whom to write to": ("recipient",),
    "What to say, and how": ("content", "etiquette"),
    "Does it help, and what does silence mean?": ("effect", "process-context", "statistic", "anecdote"),
}
"""Headings of the list in reading order, with the kinds of claims that a disagreement under them is mostly about."""

OUR_CHOICE = "**Our choice**{ .our-choice }"


def dispute_pages(
    known: Knowledge,
    usage: Usage,
    steps: Mapping[str, Sequence[tuple[str, str]]],
    others: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the list of disagreements and of each one's page.

    `steps` maps the id of a disagreement to title and file of the steps of the checker that it touches, `others` to
    what texts beside the sources say, as Markdown.
    """
    yield "disagreements/index.md", _index(known)
    disputes = [dispute for group in grouped(known).values() for dispute in group]
    for place, dispute in enumerate(disputes):
        beside = {"Before": disputes[place - 1 : place], "Next": disputes[place + 1 : place + 2]}
        links = {label: (plain(one.question), f"{one.slug}.md") for label, found in beside.items() for one in found}
        yield (
            f"disagreements/{dispute.slug}.md",
            _page(dispute, known, others.get(dispute.id, ""), _where(dispute, usage, steps.get(dispute.id, ())))
            + neighbours(links),
        )


def grouped(known: Knowledge) -> dict[str, list[Dispute]]:
    """Return the disagreements under their headings: the kind of most claims decides, on a tie the earlier heading."""
    groups: dict[str, list[Dispute]] = {heading: [] for heading in GROUPS}
    for dispute in known.disputes.values():
        kinds = Counter(known.claims[claim].kind for claim in _claims(dispute))
        groups[max(GROUPS, key=lambda heading: sum(kinds[kind] for kind in GROUPS[heading]))].append(dispute)
    return {heading: group for heading, group in groups.items() if group}


def _claims(dispute: Dispute) -> list[str]:
    return list(dict.fromkeys(claim for side in dispute.sides for claim in side.claims))


def _apart(dispute: Dispute, known: Knowledge) -> list[str]:
    """How far apart the articles are on each number of a disagreement on which they differ, in words."""
    numbers = [known.numbers[number] for number in dispute.numbers]
    return [spread(*number.named) for number in numbers if number.named]


def _voices(dispute: Dispute, known: Knowledge) -> str:
    claims = [known.claims[claim] for claim in _claims(dispute)]
    voices = {(claim.source, claim.speaker) for claim in claims}
    return f"{counted(len(voices), 'voice')} in {counted(len({source for source, _ in voices}), 'article')}"


def _index(known: Knowledge) -> str:
    parts = [
        front_matter(
            "Where do the sources disagree?",
            "Every question on which the articles contradict each other, with all sides and what we do about it.",
            tags=[
                *("disagreements", "disagree", "do experts agree", "agree", "conflicting advice", "conflict"),
                *("contradictions", "contradict each other", "contradictory", "who is right", "both sides", "debate"),
            ],
        ),
        "# Where do the sources disagree?\n",
        f"On {counted(len(known.disputes), 'question')}.",
        "Each has a page with every side, who takes it, and what this site does about it.",
        "One table shows [who says what](../sources/who-says-what.md).",
        f"What we do is always marked {OUR_CHOICE}, because no source decides it for us.\n",
    ]
    for heading, disputes in grouped(known).items():
        parts.append(f"## {heading}\n")
        for dispute in disputes:
            apart = listed(dict.fromkeys(_apart(dispute, known)))
            facts = f"{counted(len(dispute.sides), 'side')} · {_voices(dispute, known)}"
            parts.append(f"- [{plain(dispute.question)}]({dispute.slug}.md)")
            parts.append(f"  {fine(f'{facts} · **{apart}**' if apart else facts)}")
        parts.append("")
    return "\n".join(parts)


def _where(dispute: Dispute, usage: Usage, steps: Sequence[tuple[str, str]]) -> list[str]:
    """Where a disagreement matters: pages that link to it or cite claims of two of its sides, and steps."""
    sides = Counter(page for side in dispute.sides for page in usage.citing(side.claims))
    on_several = [page for page, count in sides.most_common() if count > 1]
    uses = used_in([*usage.linking(f"disagreements/{dispute.slug}.md"), *on_several], "disagreements")
    touched = listed(f"[{plain(title)}](../steps/{file})" for title, file in steps)
    return [line for line in (uses, touched and f"Steps of the checker that it touches: {touched}") if line]


def _page(dispute: Dispute, known: Knowledge, others: str, where: Sequence[str]) -> str:
    parts = [
        front_matter(
            dispute.question,
            f"{dispute.question} All sides, who takes them, and our choice.",
            search_boost=QUIETER_THAN_GUIDES,
        ),
        back_link("All disagreements", "index.md"),
        f"# {plain(dispute.question)}\n",
        f"The sources do not agree: {counted(len(dispute.sides), 'side')}, {_voices(dispute, known)}.\n",
        block("ours", f"{OUR_CHOICE}\n\n{plain(dispute.ours)}", anchor="ours"),
        "## Who says what?\n",
        *(_side(f"side-{place}", side, known) for place, side in enumerate(dispute.sides, start=1)),
    ]
    if others:
        parts.append("## What do others say? { #others }\n")
        parts.append("So far the five articles; [further texts](../evidence/index.md) stand apart from them.\n")
        parts.append(f"{others}\n")
    if dispute.numbers:
        asked = "How far apart are the articles?" if _apart(dispute, known) else "Which numbers hang on it?"
        parts.append(f"## {asked} {{ #how-far-apart }}\n")
        parts += [_number(known.numbers[number]) for number in dispute.numbers]
        parts.append("")
    if dispute.note:
        parts += ["## What else should you know?\n", f"{plain(dispute.note)}\n"]
    if where:
        parts += ["## Where does it matter?\n", *(f"- {line}" for line in where), ""]
    parts.append("[Check my situation](../checker/index.md){ .md-button }\n")
    return "\n".join(parts)


def _side(anchor: str, side: Side, known: Knowledge) -> str:
    lines = [f"### {plain(side.text)} {{ #{anchor} }}\n"]
    for claim_id in side.claims:
        claim = known.claims[claim_id]
        source = known.sources[claim.source]
        claim_page = f"../sources/{source.id}.md#{claim.id}"
        who = f"**{plain(capital(claim.speaker))}**, {plain(claim.role)}"
        lines += [
            f"- {plain(claim.says)}",
            f"  {fine(f'{who} · {plain(evidence_of(claim))} · [{plain(source.name)}]({claim_page})')}",
        ]
    return block("side", "\n".join(lines))


def _number(number: Number) -> str:
    """A number with its marks, how far apart the articles are on it, and our reason where the marks are ours."""
    link = f"[{plain(number.meaning.removesuffix('.'))}](../numbers/index.md#{number.id})"
    parts = [
        f"- {link}: {marks_in_words(number)}.",
        f"The articles name **{spread(*number.named)}**." if number.named else "",
        f"{plain(number.ours)} {OUR_CHOICE}" if number.ours else "",
    ]
    return " ".join(part for part in parts if part)
