"""The wider evidence: what many texts beside the five articles say, and the marks that are counted from it.

Read when the site and the wheel are built, never in a browser. The records are in `records`, the data in the files of
this folder (see its README.md), the counting in `counting`.
"""

from functools import cache
from pathlib import Path

from followup import knowledge
from followup.knowledge.evidence._folder import read_folder
from followup.knowledge.evidence._links import DUTIES_OF
from followup.knowledge.evidence.records import Evidence
from followup.knowledge.evidence.voices import Count, count
from followup.knowledge.records import Knowledge
from followup.knowledge.spread import Spread

__all__ = ["DUTIES_OF", "FOLDER", "counts", "load", "read", "spreads"]

FOLDER = Path(__file__).parent
"""Where the files are."""


@cache
def load() -> Evidence:
    """The evidence of this checkout; raises `KnowledgeError` with every fault."""
    return read(FOLDER, knowledge.load())


def read(folder: Path, known: Knowledge) -> Evidence:
    """The evidence in a folder beside what is known of the five articles; raises `KnowledgeError` with every fault."""
    return read_folder(folder, known)


def counts(evidence: Evidence, known: Knowledge) -> dict[str, Count]:
    """What is counted on each question, by the id of the number that it is about."""
    return {key: count(question, evidence, known) for key, question in evidence.questions.items()}


def spreads(evidence: Evidence, known: Knowledge) -> dict[str, Spread]:
    """How many accept which value, for each number with voices enough: what a browser needs to say how many agree."""
    return {key: one.spread for key, one in counts(evidence, known).items() if one.marks is not None}
