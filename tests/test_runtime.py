"""The runtime that the build makes: the same each time, named by its content, and only on the Python that fits."""

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import build_runtime
from browser_runtime.modules import with_standins

ROOT = Path(__file__).parent.parent
RUNTIME = ROOT / "docs" / "assets" / "runtime"
READ_BY_THE_BUILD = {"_folder.py", "_reading.py"}
# What a build of the runtime reads, without what is generated.
NEEDED = (*build_runtime.INPUTS, ".python-version", "scripts/find_node.py")


def files_of(folder: Path) -> dict[str, str]:
    """A hash of each file by its name below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_another_checkout_gives_the_same_files(tmp_path: Path) -> None:
    """The same commit built in another folder gives the same bytes, file by file."""
    for name in NEEDED:
        if name.startswith("node_modules/"):
            continue
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    command = ["git", "log", "-1", "--format=%ct"]
    dated = (
        os.environ.get("SOURCE_DATE_EPOCH")
        or subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    )
    done = subprocess.run(
        [sys.executable, "scripts/build_runtime.py"],
        cwd=tmp_path,
        env={**os.environ, "SOURCE_DATE_EPOCH": dated},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "docs" / "assets" / "runtime") == files_of(RUNTIME)


def test_each_file_is_named_by_its_content() -> None:
    """Every file that a page fetches has a hash in its address, and the manifest knows its size."""
    manifest = json.loads((RUNTIME / "manifest.json").read_text(encoding="utf-8"))
    for name, file in manifest["files"].items():
        assert re.search(r"-[0-9a-f]{16}[/.]", name)
        assert (RUNTIME / name).stat().st_size == file["size"]
    assert set(files_of(RUNTIME)) - set(manifest["files"]) == {
        "THIRD-PARTY-NOTICES.txt",
        "manifest.json",
        *(path.relative_to(RUNTIME).as_posix() for path in RUNTIME.glob("checker-*/*.mjs")),
    }


def test_the_engine_uses_no_module_that_has_a_stand_in() -> None:
    """What the engine's modules import while they are loaded in the browser is the real standard library."""
    standins = {name.removesuffix(".py").replace("/", ".") for name in with_standins({})}
    imported = {
        name
        for path in sorted((ROOT / "checker" / "followup").rglob("*.py"))
        if path.name != "cli.py" and not (path.parent.name == "knowledge" and path.name in READ_BY_THE_BUILD)
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        for name in (
            [alias.name for alias in statement.names]
            if isinstance(statement, ast.Import)
            else [str(statement.module)]
            if isinstance(statement, ast.ImportFrom)
            else []
        )
    }
    assert "datetime" in imported
    assert not imported & standins


def test_another_python_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A build on a Python whose bytecode the browser cannot run stops with a sentence that names both."""
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert build_runtime.main() == 1
    assert re.search(r"Python 3\.99, .* Python is 3\.\d+,", capsys.readouterr().err)
