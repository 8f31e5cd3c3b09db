"""No sentence of ours types a number of the policy, so that none can be left behind when a number moves."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bare_numbers import stated_by, typed_numbers
from followup.knowledge import load
from followup.knowledge.records import Claim
from followup.words import load as load_words
from followup_site.markdown.citations import citations
from followup_site.markdown.page import without_code
from followup_site.pages.folders import written_pages

DOCS = Path(__file__).parents[2] / "docs"
HELD: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("held_numbers.toml").read_text(encoding="utf-8"))[
    "held"
]
KNOWN = load()

PLACEHOLDER = re.compile(r"\{[^}]*\}|\[#[^\]]*\]")
CITED_OR_LINKED = re.compile(r"\]\([^)]*\)|\[@[^\]]*\]")
LISTED = re.compile(r"^\s*(?:\d+\. |- |\||#|:   )")
SAYS_HOW_NUMBERS_ARE_SAID = ("unit.", "quantity.", "calendar.", "form.months.")
"""Parts of the catalogue that are made of numbers."""

type Sentence = tuple[str, str, tuple[str, ...]]
"""Where it stands, what it says, and the claims that it cites."""


def of_words() -> Iterator[Sentence]:
    """Every sentence of the catalogue, a reason with its claims."""
    for key, said in load_words().sentences.items():
        if not key.startswith(SAYS_HOW_NUMBERS_ARE_SAID):
            section, _, name = key.partition(".")
            yield key, said, KNOWN.grounds[name].claims if section == "ground" else ()


def of_knowledge() -> Iterator[Sentence]:
    """What is ours in the knowledge, and the sides of disagreements with their claims."""
    for dispute in KNOWN.disputes.values():
        claims = tuple(claim for side in dispute.sides for claim in side.claims)
        yield f"{dispute.id}.ours", dispute.ours, ()
        yield f"{dispute.id}.note", dispute.note, claims
        for place, side in enumerate(dispute.sides):
            yield f"{dispute.id}.sides[{place}]", f"{side.text} {side.answer}", side.claims
    for gap in KNOWN.gaps.values():
        yield gap.id, f"{gap.situation} {gap.decision}", ()
    yield from ((number.id, number.ours, number.claims) for number in KNOWN.numbers.values())
    yield from ((ground.id, ground.ours, ()) for ground in KNOWN.grounds.values())
    for rule in KNOWN.rules.values():
        yield rule.id, f"{rule.heading} {rule.about}", ()


def of_pages() -> Iterator[Sentence]:
    """Every line of a hand-written page that is no letter to copy, with the claims cited in it, or in its list item."""
    for path, text in written_pages(DOCS):
        lines = _prose(without_code(text).split("\n"))
        items: list[tuple[int, str, list[str]]] = []
        for number, line in lines:
            claims = [claim for citation in citations(line) for claim in citation.claims]
            if line.startswith("  ") and not LISTED.match(line) and items:
                items[-1][2].extend(claims)
            items.append((number, line, items[-1][2] if line.startswith("  ") and items else claims))
        for number, line, claims in items:
            yield f"{path}:{number}", re.sub(r"^\s*\d+\. ", "", CITED_OR_LINKED.sub("]", line)), tuple(claims)


def _prose(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines of a page with their numbers, of its head only the description."""
    in_head = False
    for number, line in enumerate(lines, start=1):
        if line == "---":
            in_head = number == 1
        elif not line.startswith((">", "--8<--")) and (not in_head or line.startswith("description:")):
            yield number, line


@cache
def all_sentences() -> tuple[Sentence, ...]:
    """Every sentence that may not type a number of ours."""
    return (*of_words(), *of_knowledge(), *of_pages())


def foreign(sentence: str, claims: Iterable[Claim]) -> list[str]:
    """The numbers that a sentence types, that none of its claims states, and that are not held."""
    said = PLACEHOLDER.sub(" ", sentence)
    for held in sorted(HELD, key=lambda held: -len(held["words"])):
        said = said.replace(held["words"], " ")
    stated = stated_by(claims)
    return [
        typed.text
        for typed in typed_numbers(said)
        if not typed.values <= stated and not typed.text.lower().startswith("one ")
    ]


def test_no_sentence_types_a_number_of_ours() -> None:
    """What a sentence types is stated by a claim that it cites, or held with its reason; the rest is a placeholder."""
    found = {
        where: numbers
        for where, said, claims in all_sentences()
        if (numbers := foreign(said, (KNOWN.claims[claim] for claim in claims)))
    }
    assert found == {}


@pytest.mark.parametrize("held", HELD, ids=lambda held: held["words"])
def test_a_sentence_that_was_written_for_a_number_is_looked_at_when_it_moves(held: dict[str, Any]) -> None:
    """Every exception has its reason, is still needed, and was written for what the numbers are now."""
    assert ("because" in held) != ("written_for" in held)
    assert any(typed_numbers(held["words"]))
    assert any(held["words"] in PLACEHOLDER.sub(" ", said) for _, said, _ in all_sentences())
    for number, value in held.get("written_for", {}).items():
        name = value.split()[0]
        mark = {"keen": KNOWN.numbers[number].keen, "usual": KNOWN.numbers[number].usual}[name]
        assert f"{name} {mark.value} {mark.unit}" == value, number


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("Wait two weeks, then ask.", ["two weeks"]),
        ("Ask 24 to 48 hours after it.", ["24 to 48 hours"]),
        ("Between day 7 and day 14.", ["day 7", "day 14"]),
        ("At most two unanswered messages, or twice.", ["two unanswered messages", "twice"]),
        ("A week after your second message.", ["A week", "second message"]),
        ("From 9:00 on, not on a Monday, nor on 24 December.", ["9:00", "24 December", "Monday"]),
        ("Keep it under 200 words, or 120.", ["200 words", "120"]),
        ("Send one message to one person.", ["one message", "one person"]),
        ("Write soon, and kindly.", []),
    ],
)
def test_numbers_are_found_however_they_are_typed(sentence: str, typed: list[str]) -> None:
    """Digits, words, ranges, ordinals, spans, days and times."""
    assert [number.text for number in typed_numbers(sentence)] == typed


def test_a_typed_number_is_noticed_and_that_of_a_claim_is_not() -> None:
    """A week is stated by a claim that says seven days; two weeks are not."""
    week = KNOWN.claims["huffpost-woody-week-after"]
    assert foreign("Ask after a week, or after 7 days.", [week]) == []
    assert foreign("Ask after two weeks.", [week]) == ["two weeks"]
    assert foreign("Ask after a week.", []) == ["a week"]
