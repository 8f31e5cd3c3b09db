"""The wheel holds all that the engine needs, as a browser reads it fastest, and is the same each time."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from checkout import ROOT, copy_checkout
from followup.knowledge import compile_knowledge
from followup.words.catalogues import compiled


def build(project: Path, folder: Path) -> Path:
    """The wheel of a checkout, built into a folder."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(project)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout."""
    folder = tmp_path_factory.mktemp("project")
    copy_checkout(folder)
    return folder


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return build(project, tmp_path_factory.mktemp("wheel"))


def test_knowledge_and_words_are_compiled(project: Path, wheel: Path) -> None:
    """The wheel carries JSON in place of every TOML file, and no compiled copy stays in the checkout."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        assert not [name for name in names if name.endswith(".toml")]
        assert archive.read("followup/tables/knowledge.json").decode() == compile_knowledge()
        assert archive.read("followup/tables/words.en.json").decode() == compiled("en")
    tables = project / "checker" / "followup" / "tables"
    assert not [*tables.glob("knowledge*"), *tables.glob("words*")]


def test_the_wider_evidence_stays_at_home(wheel: Path) -> None:
    """No file of the evidence is in the wheel, and what counts it is not either; the table of counts is readable."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert not [name for name in names if "evidence" in name]
    assert "followup/knowledge/spread.py" in names


def test_tables_types_and_licences_are_in_it(wheel: Path) -> None:
    """The tables, the mark of a typed package and all notices travel with the engine."""
    with ZipFile(wheel) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    assert {"py.typed", "tables/zones.bin", "tables/holidays/US.json", "tables/holidays/SG.json"} <= names
    assert {"licenses/LICENSE", "licenses/LICENSE-CONTENT", "licenses/THIRD-PARTY-NOTICES.md"} <= names


def test_the_same_checkout_gives_the_same_bytes(project: Path, wheel: Path, tmp_path: Path) -> None:
    """A second build of the same files is the same file."""
    assert build(project, tmp_path).read_bytes() == wheel.read_bytes()


def test_the_wheel_advises_by_itself(wheel: Path) -> None:
    """With nothing but the wheel and the standard library the engine gives the advice that this checkout gives."""
    situation = json.dumps({
        "today": "2026-06-10T10:00",
        "zone": "America/Chicago",
        "country": "US",
        "subdivision": "CA",
        "stage": "post_interview",
        "interview_date": "2026-06-02",
    })  # fmt: skip
    program = f"import sys; sys.path[:0] = sys.argv[1:]; from followup.wire import advise; print(advise({situation!r}))"
    answers = [
        subprocess.run(
            [sys.executable, "-I", "-S", "-c", program, str(place)], check=True, capture_output=True, text=True
        ).stdout
        for place in (wheel, ROOT / "checker")
    ]
    assert json.loads(answers[0])["action"]
    assert answers[0] == answers[1]
