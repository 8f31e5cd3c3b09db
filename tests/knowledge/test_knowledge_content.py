"""What the project's own knowledge holds."""

from followup.knowledge import load
from followup.words import load as load_words


def test_every_source_has_claims_that_decide_something() -> None:
    """No source is only named: each has claims, one of which the checker uses."""
    known = load()
    for source in known.sources:
        assert any(claim.checker_rule for claim in known.claims.values() if claim.source == source), source


def test_every_figure_is_stated_by_a_claim() -> None:
    """A figure that no claim takes a position on is a leftover."""
    stated = {position.parameter for claim in load().claims.values() for position in claim.positions}
    assert load().figures.keys() <= stated


def test_every_disagreement_has_two_sides_and_a_default() -> None:
    """Numbered from C01 without a gap, each with at least two sides."""
    disputes = load().disputes
    assert list(disputes) == [f"C{place:02}" for place in range(1, len(disputes) + 1)]
    assert all(len(dispute.sides) >= 2 for dispute in disputes.values())


def test_figures_say_who_was_asked() -> None:
    """A survey or an analysis never stands without its sample and what is not known of it."""
    figures = [claim for claim in load().claims.values() if claim.evidence in ("survey", "analysis")]
    assert figures
    assert all("not stated" in claim.sample for claim in figures)


def test_weekdays_that_rest_on_claims_are_those_of_the_claims() -> None:
    """No claim has a position on a weekday, so the words of one behind such a number name each of its days."""
    known, words = load(), load_words()
    found = [number for number in known.numbers.values() if number.usual.unit == "weekdays" and number.claims]
    assert found
    for number in found:
        said = " ".join(known.claims[claim].says for claim in number.claims)
        assert all(words.text(f"calendar.weekday.{digit}") in said for digit in str(number.usual.value)), number.id


def test_the_application_figure_stays_with_applications() -> None:
    """The 81 percent are on a side of the disagreement about what two weeks mean, and of no other."""
    named = [
        dispute.id
        for dispute in load().disputes.values()
        for side in dispute.sides
        if "glassdoor-rh-81-application" in side.claims
    ]
    assert named == ["C29"]
