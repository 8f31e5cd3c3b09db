"""Imports point one way: each room of the engine uses only those below it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import followup

PACKAGE = Path(followup.__file__).parent
FLOORS = (
    ("files", "resources", "vocabulary"),
    ("model",),
    ("days",),
    ("knowledge", "words"),
    ("languages",),
    ("reading",),
    ("facts",),
    ("steps",),
    ("timing",),
    ("plan",),
    ("advice",),
    ("saying",),
    ("advise",),
    ("render",),
    ("page", "wire"),
    ("cli",),
)
"""The rooms, from the ground up. Rooms of one floor do not use each other, but for the two that are named here."""
NEIGHBOURS = {("words", "knowledge")}
"""The build compares the catalogues with the texts of the knowledge."""


def rooms() -> Iterator[tuple[str, str]]:
    """Every import between two rooms: who imports, and what."""
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "followup":
                names = node.module.split(".")[1:] if node.module else []
                for used in names[:1] or [alias.name for alias in node.names]:
                    if room not in (used, "__init__"):
                        yield room, used


def test_imports_point_down() -> None:
    """No room uses one above it or beside it, lazy imports included; and every room has its floor."""
    floor = {room: level for level, floor in enumerate(FLOORS) for room in floor}
    found = set(rooms())

    assert {room for pair in found for room in pair} <= floor.keys()
    assert {(room, used) for room, used in found if floor[used] >= floor[room]} == NEIGHBOURS


def test_the_floor_plan_for_newcomers_is_this_one() -> None:
    """CONTRIBUTING.md names every room, from the door down, each above those that it uses."""
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?`) \|", text, re.MULTILINE)
    told = [room for row in rows for room in re.findall(r"`(\w+)(?:/|\.py)`", row)]
    floor = {room: level for level, floor in enumerate(FLOORS) for room in floor}

    assert sorted(told) == sorted(floor)
    assert [floor[room] for room in told] == sorted((floor[room] for room in told), reverse=True)
