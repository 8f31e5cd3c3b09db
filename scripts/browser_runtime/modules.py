"""Which modules the engine takes in the browser's Python: found by running it there on everything that is tested."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import find_node
from advice_cases import all_cases, made_up_situations
from browser_runtime.archives import run

STANDINS = Path(__file__).parent / "standins"
"""Modules in place of those that Pyodide imports while it starts, as far as its start or the engine asks for them.

The real ones take two thirds of the time in which Pyodide starts: its event loop, its documentation, its loader of
packages, and what those import. Of the modules that the engine imports only `typing` has a stand-in, which a test
checks, and every case is asked of the very library that results.
"""


def with_standins(library: Mapping[str, bytes]) -> dict[str, bytes]:
    """The standard library's files with the stand-ins in place of the modules and packages of their names."""
    standins = {path.relative_to(STANDINS).as_posix(): path.read_bytes() for path in sorted(STANDINS.rglob("*.py"))}
    packages = tuple(f"{name.removesuffix('.py')}/" for name in standins)
    return {name: content for name, content in library.items() if not name.startswith(packages)} | standins


def used_modules(pyodide: Path, library: Path, engine: Path) -> frozenset[str]:
    """The names, within their archives, of all modules that were loaded: `json/__init__.pyc`, `followup/wire.pyc`."""
    command = [str(find_node.node()), str(Path(__file__).parent / "trace.mjs"), *map(str, (pyodide, library, engine))]
    files = json.loads(run("the list of modules", command, text=json.dumps(_questions())))
    in_archives = [name.partition(".zip/")[2] for name in files]
    return frozenset(name + ("c" if name.endswith(".py") else "") for name in in_archives)


def _questions() -> dict[str, list[str]]:
    """Texts for each door of the engine: the cases, made-up situations, and what is at fault."""
    situations = [*(case.situation for case in all_cases()), *made_up_situations()]
    faulty = ["[]", "{", "\ud800", '{"stage": "soon", "today": "2026-02-30", "chanels_given": []}']
    forms = [dict(_controls(situation)) for situation in situations]
    return {
        "advise": [*map(json.dumps, situations), *faulty],
        "answer": [
            *(json.dumps({"form": {**form, "now": form["today"]}}) for form in forms),
            '{"form": null}',
            *faulty,
        ],
    }


def _controls(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """A situation as the form's controls hold it: texts by the paths of its keys."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _controls(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        for number, part in enumerate(value):
            yield from _controls(part, f"{path}[{number}]")
    elif isinstance(value, bool):
        yield path, "yes" if value else "no"
    elif value is not None:
        yield path, value if isinstance(value, list) else str(value)
