"""A small knowledge for tests that must not depend on what the real one says today."""

from datetime import date

import pytest

from followup.knowledge.records import Claim, Dispute, Knowledge, Mark, Number, Position, Side, Source


def _source(name: str, published: str) -> Source:
    return Source(
        id=name,
        name=name.capitalize(),
        title=f"The {name} article",
        author="Ann Author",
        publisher=f"{name.capitalize()}; a paper",
        url=f"https://{name}.example/article",
        published=published,
        kind="news article",
        country="US",
        family=name,
        worth=f"What {name} is worth.",
        checked_on=date(2026, 11, 22),
    )


@pytest.fixture
def small_knowledge() -> Knowledge:
    """Two sources, three claims, one number, one disagreement."""
    early = Claim(
        id="alpha-early",
        source="alpha",
        lines="3",
        speaker="Eve Early",
        role="coach",
        says="Ask on the *next* day.",
        kind="timing",
        evidence="expert-opinion",
        positions=(Position(parameter="wait", stance="from", value=1, unit="days", condition="after the date"),),
    )
    late = Claim(
        id="beta-late",
        source="beta",
        lines="5-7",
        speaker="the author",
        role="Ann Author",
        says="Wait for a week.",
        kind="timing",
        evidence="author-opinion",
        note="A note of ours.",
    )
    figure = Claim(
        id="beta-figure",
        source="beta",
        lines="9,11",
        speaker="Some survey",
        role="reported by the author",
        says="Half of them answer.",
        kind="statistic",
        evidence="survey",
        sample="200 managers; date not stated",
    )
    claims = (early, late, figure)
    wait = Number(
        id="wait",
        meaning="Days to wait.",
        rule="R1",
        keen=Mark(value=1, unit="days", claims=("alpha-early",)),
        usual=Mark(value=7, unit="days", claims=()),
        cautious=Mark(value=7, unit="days", claims=("beta-late",)),
        claims=("alpha-early", "beta-late"),
        dispute="C01",
        apart=(
            Mark(value=1, unit="days", claims=("alpha-early",)),
            Mark(value=7, unit="days", claims=("beta-late",)),
        ),
    )
    dispute = Dispute(
        id="C01",
        slug="when-to-ask",
        question="When may you ask?",
        sides=(
            Side(answer="soon", text="Soon.", claims=("alpha-early",)),
            Side(answer="later", text="Later.", claims=("beta-late",)),
        ),
        ours="We wait for a week.",
        note="Both are opinions.",
        numbers=("wait",),
    )
    return Knowledge(
        version="1",
        sources={name: _source(name, published) for name, published in (("alpha", "not stated"), ("beta", "2014"))},
        claims={claim.id: claim for claim in claims},
        numbers={"wait": wait},
        disputes={"C01": dispute},
        grounds={},
    )
