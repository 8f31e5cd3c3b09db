"""The marks of a number follow from the positions of the claims, whatever their unit and order."""

from hypothesis import given
from hypothesis import strategies as st

from followup.knowledge._marks import Direction, Stand, faults_of, is_between, marks
from followup.knowledge.records import Mark, Position, Stance, Unit


def stand(claim: str, stance: Stance, value: int, unit: Unit = "days") -> Stand:
    """A claim's position on the number in question."""
    return Stand(claim, Position(parameter="number", stance=stance, value=value, unit=unit))


def mark(value: int, *claims: str, unit: Unit = "days") -> Mark:
    """A mark at a value, put there by these claims."""
    return Mark(value=value, unit=unit, claims=claims)


def test_from_takes_the_first_that_accepts_and_the_last_that_objects() -> None:
    """`from`: keen is the smallest `from`; cautious is the largest of `from` and `not-before`."""
    stands = [stand("week", "from", 7), stand("next", "from", 1), stand("slow", "not-before", 10)]
    assert marks("from", 7, "days", stands) == (mark(1, "next"), mark(7, "week"), mark(10, "slow"))


def test_an_objection_below_every_acceptance_moves_nothing() -> None:
    """A `not-before` is never the keen mark, however small."""
    stands = [stand("never", "not-before", 1), stand("week", "from", 7)]
    assert marks("from", 7, "days", stands) == (mark(7, "week"), mark(7, "week"), mark(7, "week"))


def test_by_is_cautious_at_the_smallest() -> None:
    """`by`: the earliest wish is the cautious mark, the latest the keen one."""
    stands = [stand("two-days", "by", 48, "hours"), stand("day", "by", 24, "hours")]
    assert marks("by", 24, "hours", stands) == (
        mark(48, "two-days", unit="hours"),
        mark(24, "day", unit="hours"),
        mark(24, "day", unit="hours"),
    )


def test_at_most_is_cautious_at_the_smallest() -> None:
    """`at-most`: the lowest ceiling is the cautious mark, the highest the keen one."""
    stands = [stand("two", "at-most", 2, "messages"), stand("one", "at-most", 1, "messages")]
    keen, usual, cautious = marks("at-most", 2, "messages", stands)
    assert (keen.value, usual.claims, cautious.value) == (2, ("two",), 1)


def test_working_days_compare_as_seven_fifths_of_a_day() -> None:
    """Five working days are as long as seven days: six days are shorter, eight longer."""
    for value, shorter in ((6, "days"), (8, "working-days")):
        stands = [stand("days", "from", value), stand("working-days", "from", 5, "working-days")]
        keen, _, _ = marks("from", value, "days", stands)
        assert keen.claims == (shorter,)
    equal = [stand("days", "from", 7), stand("working-days", "from", 5, "working-days")]
    assert marks("from", 7, "days", equal)[0].claims == ("days", "working-days")


def test_usual_between_two_claims_is_our_own() -> None:
    """A usual mark on which no claim stands has no claims."""
    stands = [stand("next", "from", 1), stand("week", "from", 7)]
    assert marks("from", 3, "days", stands)[1] == mark(3)


def test_usual_lies_between_both_marks_included() -> None:
    """Both marks themselves are inside; one step beyond either is outside."""
    keen, cautious = mark(1, unit="working-days"), mark(7)
    assert [is_between(keen, mark(value), cautious) for value in (1, 2, 7, 8)] == [False, True, True, False]
    assert is_between(keen, mark(1, unit="working-days"), cautious)


def test_positions_that_cannot_be_marks_are_faults() -> None:
    """Another direction, a unit that does not compare, and a number that nobody accepts are faults."""
    assert faults_of("from", "days", [stand("ok", "from", 1)]) == []
    assert len(faults_of("from", "days", [stand("ok", "from", 1), stand("other", "by", 1)])) == 1
    assert len(faults_of("from", "days", [stand("ok", "from", 1), stand("other", "from", 1, "messages")])) == 1
    assert len(faults_of("from", "days", [stand("only", "not-before", 1)])) == 1


SPANS: st.SearchStrategy[tuple[int, Unit]] = st.tuples(
    st.integers(0, 400), st.sampled_from(("hours", "days", "working-days"))
)


@given(
    direction=st.sampled_from(("from", "by", "at-most")),
    spans=st.lists(SPANS, min_size=1, max_size=8),
    further=SPANS,
)
def test_a_further_position_never_narrows_the_marks(
    direction: Direction, spans: list[tuple[int, Unit]], further: tuple[int, Unit]
) -> None:
    """Whatever a new source says, both old marks still lie between the new ones, in any order of the claims."""
    stands = [stand(f"claim-{place}", direction, *span) for place, span in enumerate(spans)]
    value, unit = spans[0]
    keen, _, cautious = marks(direction, value, unit, stands)
    wider = marks(direction, value, unit, [stand("new", direction, *further), *stands])
    assert is_between(wider[0], keen, wider[2])
    assert is_between(wider[0], cautious, wider[2])
    again = marks(direction, value, unit, reversed(stands))
    assert {(entry.value, entry.unit) for entry in (keen, cautious)} <= {(item.value, item.unit) for _, item in stands}
    assert is_between(keen, again[0], keen)
    assert is_between(cautious, again[2], cautious)
