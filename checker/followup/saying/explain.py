"""Points, disputes and flips as a reader gets them: the sentence from the words, the claims from the knowledge."""

from collections.abc import Iterable
from typing import NamedTuple

from followup.advice import Reason, ShownDispute
from followup.knowledge.records import Dispute, Knowledge, Mark
from followup.model import Point
from followup.words import Words


class Explainer(NamedTuple):
    """Turns what the engine names into what a reader reads."""

    knowledge: Knowledge
    words: Words

    def reason(self, point: Point) -> Reason:
        """The sentence of a point with its claims; `ours` where it rests on none."""
        claims = self.knowledge.grounds[point.id].claims
        return Reason(
            text=self.words.text(f"ground.{point.id}", **point.values),
            claims=claims,
            basis="sources" if claims else "ours",
        )

    def reasons(self, points: Iterable[Point]) -> tuple[Reason, ...]:
        """The reasons of points, each once, in their order."""
        return tuple(self.reason(point) for point in {point.id: point for point in points}.values())

    def disputes(self, ids: Iterable[str]) -> tuple[ShownDispute, ...]:
        """The disagreements of these ids, each once, in their order."""
        found = (self.knowledge.disputes[dispute] for dispute in dict.fromkeys(ids))
        return tuple(ShownDispute(dispute=dispute, apart=self._apart(dispute)) for dispute in found)

    def _apart(self, dispute: Dispute) -> str:
        """From which to which value the sources go, for the first number on which they differ."""
        numbers = (self.knowledge.numbers[number] for number in dispute.numbers)
        marks = next(((number.keen, number.cautious) for number in numbers if number.keen != number.cautious), None)
        if marks is None:
            return ""
        low, high = sorted(marks, key=lambda mark: mark.value)
        return self.words.text("view.apart", low=self._quantity(low), high=self._quantity(high))

    def _quantity(self, mark: Mark) -> str:
        form = "one" if mark.value == 1 else "many"
        return self.words.text(f"unit.{mark.unit}.{form}", count=mark.value)
