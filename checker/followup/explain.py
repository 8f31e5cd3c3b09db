"""Points, disputes and flips as a reader gets them: the sentence from the words, the claims from the knowledge."""

from collections.abc import Iterable
from dataclasses import dataclass

from followup.advice import Reason
from followup.knowledge.records import Dispute, Knowledge
from followup.model import Point
from followup.words import Words


@dataclass(frozen=True, slots=True)
class Explainer:
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

    def disputes(self, ids: Iterable[str]) -> tuple[Dispute, ...]:
        """The disagreements of these ids, each once, in their order."""
        return tuple(self.knowledge.disputes[dispute] for dispute in dict.fromkeys(ids))
