"""What a change to the evidence does to the marks: each of them before and after."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

import followup.knowledge
from followup.knowledge import KnowledgeError, evidence
from followup.knowledge.evidence.voices import Count
from followup_site.evidence.known import Known
from followup_site.evidence.words import amount
from followup_site.pages.prose import counted, listed

KNOWLEDGE = "checker/followup/knowledge"


def known_in(knowledge: Path) -> Known:
    """Return all that a folder of knowledge holds; raises `KnowledgeError` with every fault."""
    articles = followup.knowledge.read(knowledge)
    found = evidence.read(knowledge / "evidence", articles)
    return Known(found, evidence.counts(found, articles), articles)


def known_at(root: Path, commit: str) -> Known | None:
    """Return all that a commit of a checkout holds; None without git, without that commit or without sound evidence."""
    command = ["git", "-C", str(root), "archive", "--format=tar", commit, KNOWLEDGE]
    try:
        packed = subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        try:
            return known_in(Path(folder) / KNOWLEDGE)
        except KnowledgeError:
            return None


def report(before: Known | None, after: Known, commit: str) -> Iterator[str]:
    """Yield the lines of the report: what came and went since a commit, then each number with its marks."""
    sizes = f"{counted(len(after.evidence.sources), 'text')}, {counted(len(after.evidence.positions), 'position')}"
    yield f"Wider evidence: {sizes}"
    if before is None:
        yield f"  Nothing to compare with: {commit} has no evidence that can be read here"
    else:
        yield from _came_and_went("text", before.evidence.sources.keys(), after.evidence.sources.keys(), commit)
        yield from _came_and_went("position", before.evidence.positions.keys(), after.evidence.positions.keys(), commit)
    earlier = before.counts if before else {}
    for number, found in after.counts.items():
        now, then = _marks(found), _marks(earlier[number]) if number in earlier else ""
        compared = ", as before" if then == now else f"; before: {then}" if then else ""
        yield f"  {number}: {now}{compared}"


def _came_and_went(noun: str, before: Collection[str], after: Collection[str], commit: str) -> Iterator[str]:
    """Yield a line for what is there and was not, and one for the other way round."""
    for words, ids in (
        (f"New since {commit}", [id for id in after if id not in before]),
        (f"Gone since {commit}", [id for id in before if id not in after]),
    ):
        if ids:
            yield f"  {words}: {counted(len(ids), noun)} ({', '.join(ids)})"


def _marks(found: Count) -> str:
    voices = counted(len(found.voices), "voice")
    if found.marks is None:
        return f"too few to count ({voices})"
    marks = [f"{name} {amount(value, found.question.unit)}" for name, value in found.marks._asdict().items()]
    return f"{listed(marks)} ({voices})"
