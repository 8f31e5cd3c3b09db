"""The loader of the evidence names file, record and key of every fault, says what to do, and all of them at once."""

import tomllib
from pathlib import Path

import pytest

from followup.knowledge import KnowledgeError, evidence
from small_texts import read_small

CASES = tomllib.loads((Path(__file__).parent / "evidence_faults.toml").read_text(encoding="utf-8"))["case"]


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the one occurrence of `old` in a file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults(folder: Path) -> tuple[str, ...]:
    """The faults that reading the evidence in a folder raises."""
    with pytest.raises(KnowledgeError) as caught:
        read_small(folder.parent)
    return caught.value.faults


def test_evidence_without_a_fault_is_read(evidence_folder: Path) -> None:
    """A sound folder is read: sources, and positions by their ids, whatever their file."""
    found = evidence.read(evidence_folder, read_small(evidence_folder.parent))
    assert list(found.sources) == ["ann", "bea", "poll"]
    assert list(found.positions) == ["p001", "p002", "p003", "p010"]
    assert found.positions["p001"].says == "Ask, after three days."
    assert (found.positions["p002"].minimum, found.positions["p002"].maximum) == (5, None)
    assert found.positions["p010"].minimum == 4.5
    assert found.sources["poll"].family == "poll"


@pytest.mark.parametrize("case", CASES, ids=[case["fault"] for case in CASES])
def test_a_fault_is_named_with_file_record_and_key(evidence_folder: Path, case: dict[str, str]) -> None:
    """Each kind of fault gives a line: file, record, key, and what is wrong there or what to do."""
    spoil(evidence_folder, case["file"], case["old"], case["new"])
    found = faults(evidence_folder)
    assert case["fault"] in found
    assert all(fault.startswith("evidence/") for fault in found)


def test_all_faults_come_at_once(evidence_folder: Path) -> None:
    """Faults of four files are in one error."""
    spoil(evidence_folder, "sources/coach.toml", "year = 2020", "year = 2030")
    spoil(evidence_folder, "positions/coach.csv", "p002,bea,first-day", "p002,bea,last-day")
    spoil(evidence_folder, "counts.toml", 'scope = "employer"', 'scope = "nobody"')
    spoil(evidence_folder, "duties.toml", "2027-01-31", '"soon"')
    assert {tuple(fault.split(": ")[:3]) for fault in faults(evidence_folder)} == {
        ("evidence/sources/coach.toml", "ann", "year"),
        ("evidence/positions/coach.csv", "p002", "parameter"),
        ("evidence/counts.toml", "first-check", "scope"),
        ("evidence/duties.toml", "p003", "check_again_by"),
    }


@pytest.mark.parametrize(
    ("file", "content", "fault"),
    [
        ("positions/coach.csv", None, "evidence/positions/coach.csv: missing"),
        ("positions/coach.csv", b"id,\xff", "is not in UTF-8 (invalid start byte); save it as CSV in UTF-8"),
        ("positions/cook.csv", b"", "evidence/positions/cook.csv: no kind of that name in vocabulary.toml"),
        ("sources/coach.toml", b"[ann", "evidence/sources/coach.toml: cannot be read as TOML"),
    ],
)
def test_a_file_at_fault_is_named(evidence_folder: Path, file: str, content: bytes | None, fault: str) -> None:
    """A file that is missing, belongs to no kind, or cannot be read is named."""
    path = evidence_folder / file
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert any(fault in found for found in faults(evidence_folder))


def test_what_a_spreadsheet_writes_is_read(evidence_folder: Path) -> None:
    """A mark of the encoding at the start and line ends of another system change nothing."""
    path = evidence_folder / "positions/coach.csv"
    before = evidence.read(evidence_folder, read_small(evidence_folder.parent))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert evidence.read(evidence_folder, read_small(evidence_folder.parent)) == before
