"""The page of the numbers that the checker uses: what each means, its three marks, and what they rest on."""

from collections.abc import Iterator
from typing import get_args

from followup.knowledge.kinds import StatedNumber
from followup.knowledge.records import NONE, Knowledge, Number
from followup_site.markdown.claim_links import with_source
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import block, fine, front_matter
from followup_site.pages.marks import SpreadPages, going_along, is_spread, paces
from followup_site.pages.prose import capital, plain, quantity
from followup_site.pages.usage import Usage, used_in

STATED = frozenset(get_args(StatedNumber.__value__))
"""The numbers on which no date of the checker hangs."""


def number_pages(known: Knowledge, usage: Usage, spreads: SpreadPages = NONE) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page of the numbers.

    `spreads` maps the id of a number to the page that shows who stands where on it.
    """
    parts = [
        front_matter(
            "Which numbers does the checker use?",
            "Every number behind the dates of the checker: what it means, who says so, and which are our own choice.",
            tags=["numbers", "policy", "marks", "parameters", "thresholds", "why this number"],
        ),
        "# Which numbers does the checker use?\n",
        f"These {len(known.numbers)}, and no others. Each is counted from what many sources say, stands on what a few",
        f"say, or carries the label {OUR_CHOICE} with the reason.\n",
        "Where sources name different numbers there are three marks. Where enough of them do, the marks are counted:\n",
        "- **Keen:** as far as a quarter of the sources go along.",
        "- **Usual:** as far as three quarters go along. The checker uses it unless you ask for another pace.",
        "- **Cautious:** as far as nineteen in twenty go along.\n",
        "Where too few name a number to count them, we set the marks ourselves.",
        "[How opinions become dates](../method/window-of-dates.md)\n",
        "[All our own choices in one list](our-choices.md)\n",
    ]
    by_rule: dict[str, list[Number]] = {rule: [] for rule in known.rules}
    for number in known.numbers.values():
        by_rule.setdefault(number.rule, []).append(number)
    headings = {**_other_headings(known), **{rule.id: rule.heading for rule in known.rules.values()}}
    for rule, numbers in by_rule.items():
        if numbers:
            parts += [f"## {plain(headings.get(rule, rule))} {{ #{rule.lower()} }}\n", f"{fine(_short(rule, known))}\n"]
            parts += [_card(number, known, usage, spreads) for number in numbers]
    without = [rule for rule in known.rules.values() if not by_rule[rule.id]]
    if without:
        parts.append("## Rules without a number { #rules }\n")
        parts += [f"- {plain(rule.heading)}. {fine(_short(rule.id, known))}" for rule in without]
    yield "numbers/index.md", "\n".join(parts)


def _other_headings(known: Knowledge) -> dict[str, str]:
    """What numbers besides those of a rule are about: `D16` is our default for the disagreement C16, `G17` a gap."""
    defaults = {f"D{dispute.id.removeprefix('C')}": dispute.question for dispute in known.disputes.values()}
    return {**defaults, **{gap.id: gap.situation.removesuffix(".") for gap in known.gaps.values()}}


def _short(rule: str, known: Knowledge) -> str:
    """The short name of a rule, with what it says where it is one of `rules.toml`."""
    return f"{rule} · {plain(known.rules[rule].about)}" if rule in known.rules else rule


def _card(number: Number, known: Knowledge, usage: Usage, spreads: SpreadPages) -> str:
    """A number under its own anchor."""
    lines = [f"{plain(number.meaning)}\n", *_marks(number, known, spreads)]
    if number.id in STATED:
        lines.append("- Only pages state it; no date of the checker hangs on it.")
    if number.ours:
        lines.append(f"- {OUR_CHOICE} {plain(number.ours)}")
    at_marks = {claim for mark in (number.keen, number.usual, number.cautious) for claim in mark.claims}
    others = [claim for claim in number.claims if claim not in at_marks or not is_spread(number)]
    if others:
        rests = "Rests on" if not at_marks or not is_spread(number) else "Also read for it"
        lines.append(f"- {rests}: {with_source(others, known)}")
    dispute = known.disputes.get(number.dispute)
    if dispute:
        lines.append(f"- Disputed: [{plain(dispute.question)}](../disagreements/{dispute.slug}.md)")
    uses = used_in(usage.linking(f"numbers/index.md#{number.id}"), "numbers")
    if uses:
        lines.append(f"- {uses}")
    return block("claim", "\n".join(lines), anchor=number.id)


def _marks(number: Number, known: Knowledge, spreads: SpreadPages) -> Iterator[str]:
    """The marks, each with how many sources go along with it, or as ours, and the articles that stand just there."""
    if not is_spread(number):
        yield f"- **{quantity(number.usual.value, number.usual.unit)}**"
        return
    for one in paces(number):
        agreeing = going_along(number, one.mark, known, spreads)
        # An article may stand just at a mark; that we use this mark and no other is our choice all the same.
        parts = [
            f"- {capital(one.said)}: **{quantity(one.mark.value, one.mark.unit)}**.",
            OUR_CHOICE if number.ours or not agreeing else "",
            f"{agreeing} go along." if agreeing else "",
            f"Of the articles: {with_source(one.mark.claims, known)}" if one.mark.claims else "",
        ]
        yield " ".join(part for part in parts if part)
