"""The pages of the numbers and of our own choices: nothing is missing, and everything says what it rests on."""

import re
from copy import replace

import followup.knowledge
from followup.knowledge import evidence
from followup.knowledge.records import Ground, Knowledge
from followup.knowledge.spread import Spread
from followup.words import load as load_words
from followup_site.answers.cases import situations
from followup_site.answers.runs import Runs, run
from followup_site.pages.marks import spread_pages
from followup_site.pages.numbers import number_pages
from followup_site.pages.our_choices import our_choices
from followup_site.pages.prose import plain, quantity
from followup_site.pages.said import said
from followup_site.pages.usage import Usage


def card(page: str, number: str) -> str:
    """Return the block of one number."""
    found = re.search(rf'<div class="claim" id="{number}" markdown>(.*?)</div>', page, re.DOTALL)
    assert found, f"{number} has no card"
    return found[1]


def test_every_number_has_its_marks_and_what_they_rest_on() -> None:
    """Each number stands under its own anchor with its values, its claims or our reason, and its disagreement."""
    known = followup.knowledge.load()
    ((_, page),) = number_pages(known, Usage())
    for number in known.numbers.values():
        text = card(page, number.id)
        assert plain(number.meaning) in text
        for mark in (number.keen, number.usual, number.cautious):
            assert f"**{quantity(mark.value, mark.unit)}**" in text
        for claim in number.claims:
            assert f"#{claim})" in text
        assert ("our-choice" in text) == bool(number.ours)
        assert plain(number.ours) in text
        assert not number.dispute or f"../disagreements/{known.disputes[number.dispute].slug}.md" in text


def test_rules_are_headings_in_words() -> None:
    """No heading is a short name of ours."""
    ((_, page),) = number_pages(followup.knowledge.load(), Usage())
    assert not re.search(r"^## [A-Z]\d+\b", page, re.MULTILINE)


def test_numbers_name_the_pages_that_link_to_them(small_knowledge: Knowledge) -> None:
    """A number leads to the pages that link to its anchor."""
    usage = Usage(linked={"numbers/index.md#wait": [("May I ask?", "guides/ask.md")]})
    ((_, page),) = number_pages(small_knowledge, usage)
    text = card(page, "wait")
    assert "Used in: [May I ask?](../guides/ask.md)" in text
    assert "Keen: **1 day**. **Our choice**{ .our-choice } Of the articles: [Eve Early, Alpha]" in text
    assert "](../sources/alpha.md#alpha-early)" in text


def test_counted_marks_say_who_goes_along(small_knowledge: Knowledge) -> None:
    """Each mark has how many sources go along with it, as a link to who they are; our own marks stay marked as ours."""
    known = small_knowledge._replace(spreads={"wait": Spread("from", 9, ((1, 2), (7, 9)))})
    ((_, page),) = number_pages(known, Usage(), {"wait": "evidence/waits.md#wait-spread"})
    text = card(page, "wait")
    assert "Keen: **1 day**. [2 of 9 sources](../evidence/waits.md#wait-spread) go along." in text
    assert "Usual and cautious: **7 days**. [9 of 9 sources](../evidence/waits.md#wait-spread) go along." in text
    assert "our-choice" not in text
    ours = known._replace(numbers={"wait": known.numbers["wait"]._replace(ours="A guess.")})
    ((_, page),) = number_pages(ours, Usage(), {})
    assert "Keen: **1 day**. **Our choice**{ .our-choice } 2 of 9 sources go along." in card(page, "wait")


def test_who_goes_along_is_shown_where_it_says() -> None:
    """The page of a number's spread is one of the wider evidence's, at the part that is about this number."""
    known, questions = followup.knowledge.load(), evidence.load().questions
    pages = spread_pages(questions)
    assert known.spreads.keys() <= pages.keys()
    for number, page in pages.items():
        assert page == f"evidence/{questions[number].parameter}.md#{number}-spread"


def choices(known: Knowledge, runs: Runs) -> str:
    """Return the page of our choices."""
    ((path, page),) = our_choices(known, runs, load_words())
    assert path == "numbers/our-choices.md"
    return page


def test_every_choice_of_ours_is_listed() -> None:
    """Numbers, defaults, gaps and reasons that are ours are all there, each with its reason, and filled in."""
    known = said(followup.knowledge.load(), load_words())
    page = choices(known, run(situations(), followup.knowledge.load()))
    for number in known.numbers.values():
        is_ours = bool(number.ours) or (number.keen.value, number.keen.unit) != (
            number.cautious.value,
            number.cautious.unit,
        )
        assert (f"](index.md#{number.id})" in page) == is_ours
    for dispute in known.disputes.values():
        assert plain(dispute.ours) in page
    for gap in known.gaps.values():
        assert f"{{ #{gap.id.lower()} }}" in page
        assert plain(gap.decision) in page
    for ground in known.grounds.values():
        assert plain(ground.ours) in page
    assert "{" not in re.sub(r"\{ [.#][\w-]+ \}", "", page.split("---", 2)[2])


def test_what_rests_on_claims_is_no_choice(small_knowledge: Knowledge) -> None:
    """A reason with claims is not in the list, one of ours is."""
    grounds = {
        "patience": Ground(id="patience", claims=("beta-late",)),
        "no-complaint": Ground(id="no-complaint", ours="Nobody says so."),
    }
    page = choices(replace(small_knowledge, grounds=grounds), Runs(steps={}, points={}))
    assert "Nobody says so." in page
    assert load_words().text("ground.no-complaint") in page
    assert load_words().text("ground.patience") not in page
