"""The loader names file, record and key of every fault, and all of them at once."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from followup.knowledge import KnowledgeError
from small_texts import read_small

CASES = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))["case"]
PAPER, FIRM, POLICY, DISPUTES = "claims/paper.toml", "claims/firm.toml", "policy.toml", "disputes.toml"


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the one occurrence of `old` in a file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults(folder: Path) -> tuple[str, ...]:
    """The faults that reading the folder raises."""
    with pytest.raises(KnowledgeError) as caught:
        read_small(folder)
    return caught.value.faults


def test_knowledge_without_a_fault_is_read(folder: Path) -> None:
    """A sound folder is read: all records, by id, in the order of the files."""
    knowledge = read_small(folder)
    assert list(knowledge.sources) == ["paper", "firm"]
    assert list(knowledge.claims) == ["paper-next-day", "paper-not-at-once", "paper-patience", "firm-a-week"]
    assert list(knowledge.numbers) == ["first-check", "office-opens"]
    assert list(knowledge.disputes) == ["C01", "C02"]
    assert list(knowledge.grounds) == ["nobody-objects", "hours-are-ours"]


@pytest.mark.parametrize("case", CASES, ids=[case["fault"] for case in CASES])
def test_a_fault_is_named_with_file_record_and_key(folder: Path, case: dict[str, str]) -> None:
    """Each kind of fault gives a line: file, record, key and what is wrong there."""
    spoil(folder, case["file"], case["old"], case["new"])
    assert case["fault"] in faults(folder)


@pytest.mark.parametrize("usual", ["1", "8"])
def test_usual_outside_the_marks_is_a_fault(folder: Path, usual: str) -> None:
    """One day short of the keen mark, or one past the cautious one, is a fault."""
    spoil(folder, POLICY, "usual = 5\n", f"usual = {usual}\n")
    assert len(faults(folder)) == 1


@pytest.mark.parametrize("usual", ["2", "7"])
def test_usual_on_or_between_the_marks_is_accepted(folder: Path, usual: str) -> None:
    """The cautious mark itself, and the first whole day after the keen one, are accepted."""
    spoil(folder, POLICY, "usual = 5\n", f"usual = {usual}\n")
    assert read_small(folder).numbers["first-check"].usual.value == int(usual)


def test_a_claim_id_is_taken_across_files(folder: Path) -> None:
    """The id of a claim is unique among all sources, not only in its own file."""
    (folder / "sources.toml").write_text(
        (folder / "sources.toml").read_text(encoding="utf-8").replace("[firm]", "[paper-next]"), encoding="utf-8"
    )
    text = (folder / FIRM).read_text(encoding="utf-8").replace("firm-a-week", "paper-next-day")
    (folder / FIRM).rename(folder / "claims/paper-next.toml").write_text(text, encoding="utf-8")
    assert (
        "claims/paper-next.toml: paper-next-day: id: 'paper-next-day' is already the id of a claim of paper"
        in faults(folder)
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda folder: (folder / "grounds.toml").unlink(), "grounds.toml: missing"),
        (lambda folder: (folder / FIRM).unlink(), "claims/firm.toml: missing"),
        (
            lambda folder: (folder / "claims/other.toml").write_text(""),
            "claims/other.toml: no source 'other' in sources.toml",
        ),
        (
            lambda folder: (folder / "disputes.toml").write_text("[C01]\n[C01]\n"),
            "disputes.toml: cannot be read as TOML: Cannot declare ('C01',) twice (at line 2, column 5)",
        ),
        (
            lambda folder: (folder / FIRM).write_text('claim = "x"\n'),
            "claims/firm.toml: claim: expected a list of tables, found 'x'",
        ),
    ],
)
def test_a_file_at_fault_is_named(folder: Path, change: Callable[[Path], object], fault: str) -> None:
    """A file that is missing, belongs to nobody or is no TOML is named; nothing else raises."""
    change(folder)
    assert fault in faults(folder)


def test_all_faults_come_at_once(folder: Path) -> None:
    """Faults of four files are in one error, in its text one a line."""
    spoil(folder, "sources.toml", 'worth = "One view."', "")
    spoil(folder, PAPER, 'kind = "timing"\nevidence = "author-opinion"', 'kind = "time"\nevidence = "opinion"')
    spoil(folder, POLICY, 'rule = "G01"', 'rule = "eight"')
    spoil(folder, DISPUTES, '"firm-a-week", ', '"firm-x", ')
    found = faults(folder)
    assert [fault.split(": ")[:3] for fault in found] == [
        ["sources.toml", "paper", "worth"],
        ["claims/paper.toml", "paper-next-day", "kind"],
        ["claims/paper.toml", "paper-next-day", "evidence"],
        ["policy.toml", "office-opens", "rule"],
        ["disputes.toml", "C01", "sides[1].claims"],
    ]
    with pytest.raises(KnowledgeError) as caught:
        read_small(folder)
    assert str(caught.value).splitlines() == list(found)


@pytest.mark.parametrize(("file", "content"), [
    (POLICY, b"[first-check\nusual = 5\n"),
    (POLICY, "# caf\u00e9\n[first-check]\n".encode("latin-1")),
    (PAPER, b"claim = \n"),
    ("sources.toml", None),
])  # fmt: skip
def test_a_file_that_cannot_be_read_is_the_only_fault(folder: Path, file: str, content: bytes | None) -> None:
    """What other files would say of the records that it hides is left out; what is wrong with it stands in one line."""
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content)
    (fault,) = faults(folder)
    assert fault.startswith(f"{file}: ")


def test_every_file_that_cannot_be_read_is_named(folder: Path) -> None:
    """All of them at once, and faults of other records once they can be read."""
    (folder / POLICY).write_bytes(b"[")
    (folder / DISPUTES).write_bytes(b"\xff")
    spoil(folder, "sources.toml", 'worth = "One view."', 'worth = " "')
    assert [fault.partition(":")[0] for fault in faults(folder)] == [POLICY, DISPUTES]
