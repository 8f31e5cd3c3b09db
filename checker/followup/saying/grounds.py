"""Points and disagreements with what they rest on, from the knowledge."""

from collections.abc import Iterable

from followup.advice import Reason, ShownDispute
from followup.knowledge.records import Dispute, Ground, Knowledge
from followup.model import Point


def reasons(points: Iterable[Point], knowledge: Knowledge, *, of_step: bool = False) -> tuple[Reason, ...]:
    """The points with the claims under them, each once, in their order."""
    grounds = knowledge.grounds
    return once([_reason(point, grounds[point.id], of_step) for point in points])


def once(found: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons, each once, in their order."""
    return tuple({reason.id: reason for reason in found}.values())


def disputes(of_moment: Iterable[str], of_step: Iterable[str], knowledge: Knowledge) -> tuple[ShownDispute, ...]:
    """The disagreements of these ids, each once, those of the moment first."""
    bears_on_step = dict.fromkeys(of_moment, False) | dict.fromkeys(of_step, True)
    return tuple(_shown(knowledge.disputes[id], knowledge, of_step=of_step) for id, of_step in bears_on_step.items())


def _reason(point: Point, ground: Ground, of_step: bool) -> Reason:  # noqa: FBT001 - a named one costs time
    return Reason(point.id, point.values, ground.claims, "sources" if ground.claims else "ours", of_step)


def _shown(dispute: Dispute, knowledge: Knowledge, *, of_step: bool) -> ShownDispute:
    """The disagreement, and from which to which value the articles go on the first number on which they differ."""
    numbers = (knowledge.numbers[number] for number in dispute.numbers)
    return ShownDispute(dispute, next((number.named for number in numbers if number.named), ()), of_step)
