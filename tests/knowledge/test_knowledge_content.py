"""What the project's own knowledge holds."""

from collections import Counter

from followup.knowledge import load

CLAIMS = {"resumenow": 89, "huffpost": 66, "glassdoor": 65, "ziprecruiter": 47, "clearpoint": 35}

POSITIONS = {
    "thank-you-by": {"clearpoint-direct-email-24h", "glassdoor-note-24-48h"},
    "handwritten-by": {"clearpoint-handwritten-24h"},
    "first-check-after-promise": {
        "huffpost-knutter-next-day",
        "huffpost-woody-week-after",
        "ziprecruiter-brown-respect-timeline",
        "huffpost-dilber-month-after-two-weeks",
    },
    "first-check-without-date": {"resumenow-hr-2-3-weeks"},
    "check-without-date-aim-by": {"resumenow-hr-2-3-weeks"},
    "first-check-agency": {"clearpoint-agency-3-4-days"},
    "spacing-employer": {"resumenow-hr-2-3-weeks"},
    "spacing-voicemail": {"glassdoor-mattson-week-then-voicemail"},
    "cap-per-contact": {"huffpost-dilber-two-ok", "huffpost-woody-no-multiple-nudges"},
    "redirect-after-checks": {"huffpost-dilber-twice-then-manager"},
    "closed-after-checks": {"huffpost-dilber-then-assume-choice"},
    "people-asked-in-first-day": {"huffpost-dilber-many-people-24h"},
    "calls-to-agency-a-day": {"clearpoint-not-2-3-calls-a-day"},
    "application-follow-up-by": {"glassdoor-rh-81-application"},
    "managers-who-expect-application-follow-up": {"glassdoor-rh-81-application"},
    "managers-asked": {"glassdoor-rh-81-application"},
    "managers-who-would-drop": {"glassdoor-cb-22-dismiss"},
    "arrive-early": {"clearpoint-arrive-15-early"},
    "post-transit": {"ziprecruiter-dardis-post-two-days-too-late"},
    "days-to-hire": {"huffpost-linkedin-slowest-roles", "huffpost-linkedin-fastest-roles"},
    "hires-analysed": {"huffpost-linkedin-slowest-roles", "huffpost-linkedin-fastest-roles"},
    "years-of-screening-by-follow-up": {"ziprecruiter-babbitt-filter-20y"},
}


def test_every_claim_of_every_source_is_there() -> None:
    """Five sources with 302 claims; 102 decide something in the checker, 69 about a message."""
    claims = load().claims.values()
    assert Counter(claim.source for claim in claims) == CLAIMS
    assert sum(bool(claim.checker_rule) for claim in claims) == 102
    assert sum(bool(claim.message_rule) for claim in claims) == 69


def test_positions_are_taken_by_these_claims() -> None:
    """Each parameter is spoken of by the claims that state its number, and by no misspelt parameter's."""
    found: dict[str, set[str]] = {}
    for claim in load().claims.values():
        for position in claim.positions:
            found.setdefault(position.parameter, set()).add(claim.id)
    assert found == POSITIONS


def test_every_disagreement_has_two_sides_and_a_default() -> None:
    """C01 to C32, in order, each with at least two sides that name claims."""
    disputes = load().disputes
    assert list(disputes) == [f"C{place:02}" for place in range(1, 33)]
    assert all(len(dispute.sides) >= 2 for dispute in disputes.values())


def test_figures_say_who_was_asked() -> None:
    """A survey or an analysis never stands without its sample and what is not known of it."""
    figures = [claim for claim in load().claims.values() if claim.evidence in ("survey", "analysis")]
    assert len(figures) == 5
    assert all("not stated" in claim.sample for claim in figures)


def test_marks_of_the_disputed_numbers() -> None:
    """The marks that today's five sources give."""
    marks = {
        number.id: [(mark.value, mark.unit) for mark in (number.keen, number.usual, number.cautious)]
        for number in load().numbers.values()
        if number.keen != number.cautious
    }
    assert marks == {
        "thank-you-by": [(48, "hours"), (24, "hours"), (24, "hours")],
        "first-check-after-promise": [(1, "working-days"), (7, "days"), (7, "days")],
        "first-check-agency": [(3, "working-days"), (4, "working-days"), (4, "working-days")],
        "cap-per-contact": [(2, "messages"), (2, "messages"), (1, "messages")],
    }


def test_the_application_figure_stays_with_applications() -> None:
    """The 81 percent are on a side of the disagreement about what two weeks mean, and of no other."""
    named = [
        dispute.id
        for dispute in load().disputes.values()
        for side in dispute.sides
        if "glassdoor-rh-81-application" in side.claims
    ]
    assert named == ["C29"]
