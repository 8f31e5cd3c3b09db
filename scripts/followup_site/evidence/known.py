"""What the pages of the wider evidence are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import followup.knowledge
from followup.knowledge import evidence
from followup.knowledge.evidence.records import Evidence
from followup.knowledge.evidence.voices import Count
from followup.knowledge.records import Knowledge


@dataclass(frozen=True, slots=True)
class Known:
    """The evidence, what is counted from it by the id of the number, and what the five articles say."""

    evidence: Evidence
    counts: Mapping[str, Count]
    articles: Knowledge

    def on(self, parameter: str) -> list[Count]:
        """Return what is counted on a parameter, in the order of the questions."""
        return [count for count in self.counts.values() if count.question.parameter == parameter]


@cache
def load() -> Known:
    """Return all of this project; raises `KnowledgeError` with every fault."""
    articles, found = followup.knowledge.load(), evidence.load()
    return Known(found, evidence.counts(found, articles), articles)
