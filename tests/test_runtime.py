"""The runtime that the build makes: the same each time, named by its content, and only on the Python that fits."""

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import build_runtime
import find_node
from browser_runtime.archives import contents, stored
from browser_runtime.errors import CannotBuildError
from browser_runtime.modules import used_modules, with_standins
from browser_runtime.program import without_spare_exports
from build_date import build_date

ROOT = Path(__file__).parent.parent
READ_BY_THE_BUILD = {"_folder.py", "_reading.py"}
# What a build of the runtime reads, without what is generated.
NEEDED = (*build_runtime.INPUTS, ".python-version", "scripts/find_node.py")


def files_of(folder: Path) -> dict[str, str]:
    """A hash of each file by its name below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_another_checkout_gives_the_same_files(runtime: Path, tmp_path: Path) -> None:
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
    done = subprocess.run(
        [sys.executable, "scripts/build_runtime.py"],
        cwd=tmp_path,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(build_date())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "docs" / "assets" / "runtime") == files_of(runtime)


@pytest.mark.usefixtures("runtime")
def test_what_the_runtime_is_made_from_decides_whether_it_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runtime counts as made from what is here now, until the date of the build or one of its inputs changes."""
    assert build_runtime.is_current()
    monkeypatch.setattr(build_runtime, "INPUTS", build_runtime.INPUTS[1:])
    assert not build_runtime.is_current()
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(build_date() + 1))
    assert not build_runtime.is_current()


def test_each_file_is_named_by_its_content(runtime: Path) -> None:
    """Every file that a page fetches has a hash in its address, and the manifest knows its size."""
    manifest = json.loads((runtime / "manifest.json").read_text(encoding="utf-8"))
    for name, file in manifest["files"].items():
        assert re.search(r"-[0-9a-f]{16}[/.]", name)
        assert (runtime / name).stat().st_size == file["size"]
    assert set(files_of(runtime)) - set(manifest["files"]) == {
        "THIRD-PARTY-NOTICES.txt",
        "manifest.json",
        *(path.relative_to(runtime).as_posix() for path in runtime.glob("checker-*/*.js")),
    }


def test_the_engine_uses_no_module_that_has_a_stand_in_but_for_typing() -> None:
    """What the engine's modules import while they are loaded in the browser is else the real standard library."""
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
    assert imported & standins == {"typing"}


def _typing_of_the_browser() -> ModuleType:
    source = with_standins({})["typing.py"].decode()
    module = ModuleType("typing")
    exec(source, module.__dict__)  # noqa: S102 - our own file, which stands in place of a module that is taken
    return module


def test_a_module_that_is_missing_in_the_browser_is_named(tmp_path: Path) -> None:
    """An engine that imports what the browser's Python does not have stops the build with Python's own last line."""
    library, engine = tmp_path / "library.zip", tmp_path / "engine.zip"
    library.write_bytes(stored(with_standins(contents(build_runtime.PYODIDE / "python_stdlib.zip"))))
    packages = {"followup/__init__.py": b"", "followup/page/__init__.py": b""}
    engine.write_bytes(stored({**packages, "followup/page/door.py": b"import nowhere"}))
    with pytest.raises(CannotBuildError, match="ModuleNotFoundError: No module named 'nowhere'") as stopped:
        used_modules(build_runtime.PYODIDE, library, engine)
    assert "AttributeError" not in str(stopped.value)


RECORD = """
class Point(NamedTuple):
    x: int
    y: "int | None" = None
    name: Literal["a", "b"] = "a"

    @property
    def both(self) -> tuple[int, Any]:
        return self.x, self.y
"""


@pytest.fixture(params=["real", "browser"])
def point(request: pytest.FixtureRequest) -> Any:
    """The same class of tuples, made by the real module and by the one for the browser."""
    names = dict(vars(typing if request.param == "real" else _typing_of_the_browser()))
    exec(RECORD, names)  # noqa: S102 - the text above
    return names["Point"]


def test_tuples_with_names_are_the_same_in_the_browser(point: Any) -> None:
    """Values by place and by name, defaults, equality, changes, methods."""
    assert point(1) == (1, None, "a") == point(x=1) == point(1, name="a")
    assert point(1, 2).both == (1, 2)
    assert point(1)._replace(y=5, name="b") == (1, 5, "b")
    assert point._fields == ("x", "y", "name")
    assert point._field_defaults == {"y": None, "name": "a"}
    assert hash(point(1)) == hash((1, None, "a"))
    match point(3, 4):
        case point(x=x, y=y):
            assert (x, y) == (3, 4)


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, "a", 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_tuples_with_names_take_nothing_else(point: Any, values: tuple[Any, ...], named: dict[str, Any]) -> None:
    """A field without a value, one too many, one given twice and one that is not there are errors."""
    with pytest.raises((TypeError, KeyError)):
        point(*values, **named)


def test_another_python_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A build on a Python whose bytecode the browser cannot run stops with a sentence that names both."""
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert build_runtime.main() == 1
    assert re.search(r"Python 3\.99, .* Python is 3\.\d+,", capsys.readouterr().err)


LIST_EXPORTS = """
const program = new WebAssembly.Module(require("fs").readFileSync(0));
console.log(JSON.stringify(WebAssembly.Module.exports(program).map(({ name }) => name)));
"""


def test_the_program_hands_out_whatever_its_script_asks_for(runtime: Path) -> None:
    """Few exports are left of the thousands, and all of those that the script takes by name."""
    (script,) = (path.read_text(encoding="utf-8") for path in runtime.glob("pyodide-*/pyodide.asm.js"))
    (program,) = (path.read_bytes() for path in runtime.glob("pyodide-*/pyodide.asm.wasm"))
    asked = set(re.findall(r'wasmExports\["(\w+)"\]', script))
    ask = subprocess.run(
        [str(find_node.node()), "--eval", LIST_EXPORTS], input=program, capture_output=True, check=True
    )
    handed_out = set(json.loads(ask.stdout))
    assert {"malloc", "PyRun_SimpleString"} <= asked <= handed_out
    assert len(handed_out) < 500


def test_a_program_of_another_form_is_refused() -> None:
    """Where the script notes its exports in another way, the build stops instead of cutting at random."""
    with pytest.raises(CannotBuildError, match="notes 1 exports"):
        without_spare_exports(b"\0asm\1\0\0\0", 'var _main=Module["_main"]=wasmExports["main"];')
