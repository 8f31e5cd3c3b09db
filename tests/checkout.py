"""Copies of this checkout, so that what tests build is written there and not here."""

import os
import shutil
from pathlib import Path

from followup_site.pages.folders import GENERATED

ROOT = Path(__file__).parent.parent
RUNTIME = ROOT / "docs" / "assets" / "runtime"
"""What `make build` has made for the browser."""

_NO_PART = {"build", "dist", "node_modules", "site", "tests"}
_MADE = {
    *(ROOT / "docs" / folder for folder in GENERATED),
    ROOT / "docs" / "assets" / "evidence",
    ROOT / "docs" / "assets" / "pictures",
    ROOT / "scripts" / "start_bench" / "node_modules",
}


def copy_checkout(folder: Path) -> None:
    """Copy what the project is made from, with tables and runtime but without the pages and pictures that it makes."""
    for part in ROOT.iterdir():
        if part.is_dir() and part.name not in _NO_PART and not part.name.startswith("."):
            shutil.copytree(part, folder / part.name, ignore=_made)
        elif part.is_file():
            shutil.copy2(part, folder)


def environment_for(folder: Path, **variables: str) -> dict[str, str]:
    """The environment in which the programs of a copy take its own modules, and nothing counts what they cover."""
    own = (str(folder / name) for name in ("checker", "scripts", "cases"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "COV_", "MAKE"))}
    return {**kept, "PYTHONPATH": os.pathsep.join(own), **variables}


def _made(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "__pycache__" or Path(folder, name) in _MADE]
