"""The pages of the steps: all that the engine says of a step is on its page, filled in, with what it rests on."""

import re
from functools import cache

import pytest

import followup.knowledge
from followup.advise import advise
from followup.model import Point
from followup.vocabulary import ACTIONS
from followup.words import load as load_words
from followup.words.quantities import usual_numbers
from followup_site.answers.cases import situations
from followup_site.answers.runs import EXAMPLE, Runs, run, sentence
from followup_site.pages.prose import plain
from followup_site.pages.steps import file_of, step_pages, steps_of_disputes
from followup_site.pages.usage import Usage

KNOWN = followup.knowledge.load()
WORDS = load_words()
NUMBERS = usual_numbers(KNOWN, WORDS)


@cache
def runs() -> Runs:
    """Return what the engine says."""
    return run(situations(), KNOWN)


@cache
def pages() -> dict[str, str]:
    """Return the pages by path, with no guide using anything."""
    return dict(step_pages(KNOWN, runs(), WORDS, Usage()))


def test_every_action_has_a_page_and_a_line_in_the_list() -> None:
    """Nothing that the checker can advise is without its page."""
    assert pages().keys() == {"steps/index.md", *(f"steps/{file_of(action)}" for action in ACTIONS)}
    for action in ACTIONS:
        assert pages()["steps/index.md"].count(f"]({file_of(action)})") == 1
        assert WORDS.text(f"action.{action}.step") in pages()[f"steps/{file_of(action)}"]


def test_the_runs_meet_every_reason() -> None:
    """Every sentence that the engine can give as a reason was met, so the pages lack none."""
    assert runs().points.keys() == KNOWN.grounds.keys()


def test_what_an_advice_says_is_on_the_page_of_its_step() -> None:
    """Reasons, warnings and disagreements of each case stand on the page of the step that is due or waited for."""
    for situation in situations():
        advice = advise(situation, KNOWN)
        page = pages()[f"steps/{file_of(advice.action)}"]
        if advice.waiting_for:
            page += pages()[f"steps/{file_of(advice.waiting_for)}"]
        for reason in (*advice.said.because, *advice.said.how, *advice.said.avoid):
            assert all(f"@{claim}" in page for claim in reason.claims), reason.id
        for shown in advice.said.disputed:
            if shown.dispute.id in runs().steps[advice.waiting_for or advice.action].disputes:
                assert f"../disagreements/{shown.dispute.slug}.md" in page


@pytest.mark.parametrize("action", ACTIONS)
def test_reasons_are_filled_in_and_rest_on_something(action: str) -> None:
    """No placeholder is left, every claim under a reason is cited, and what is ours is marked with the reason."""
    page, record = pages()[f"steps/{file_of(action)}"], runs().steps[action]
    assert "{" not in re.sub(r"\{ [.#][\w -]+ \}", "", page.split("---", 2)[2])
    for point in (*record.because.values(), *record.how.values(), *record.avoid.values()):
        ground = KNOWN.grounds[point.id]
        assert plain(sentence(point, WORDS, NUMBERS)) in page
        assert all(f"@{claim}" in page for claim in ground.claims)
        assert plain(ground.ours) in page
    for dispute in record.disputes:
        assert f"../disagreements/{KNOWN.disputes[dispute].slug}.md" in page
    for number in record.numbers:
        assert f"../numbers/index.md#{number}" in page


def test_numbers_are_those_that_a_step_looks_up() -> None:
    """A first question hangs on the slack after a promise; a gracious reply does not."""
    assert "first-check-after-promise" in runs().steps["send_status_check"].numbers
    assert list(runs().steps["gracious_close"].numbers) == ["rejection-reply-by"]


def test_disagreements_know_their_steps() -> None:
    """The way back from a disagreement to the steps that show it."""
    steps = steps_of_disputes(runs(), WORDS)
    assert (WORDS.text("action.send_status_check.step"), "send-status-check.md") in steps["C10"]
    assert "gracious-close.md" not in {file for _, file in steps["C10"]}


def test_every_date_is_the_same_example() -> None:
    """A sentence names one day whatever its placeholder is called; other values stay."""
    said = sentence(Point("promise-next-day", {"date": EXAMPLE.replace(year=2020)}), WORDS, NUMBERS)
    assert WORDS.day(EXAMPLE) in said
    named = Point("day-is-holiday", {"name": "Labor Day"})
    assert "Labor Day" in sentence(named, WORDS, NUMBERS)


def test_steps_name_the_guides_that_speak_of_them() -> None:
    """Pages that link to a step come first, then those that cite most of its claims."""
    usage = Usage(
        cited={"huffpost-knutter-next-day": [("Cites", "guides/cites.md")]},
        linked={"steps/send-status-check.md": [("Links", "links.md")]},
    )
    page = dict(step_pages(KNOWN, runs(), WORDS, usage))["steps/send-status-check.md"]
    assert "Used in: [Links](../links.md) and [Cites](../guides/cites.md)" in page
