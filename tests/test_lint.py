"""`make lint` stops at a mistake in the scripts of the page: at a wrong type as well as at bad style."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import find_node

ROOT = Path(__file__).parent.parent
CONFIGURED = ("Makefile", "eslint.config.mjs", "package.json", "tsconfig.json")
SEEDED = Path("docs/assets/checker/form.mjs")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The page's scripts, and how they are checked, in a folder of their own."""
    for name in CONFIGURED:
        shutil.copy(ROOT / name, tmp_path)
    for name in ("docs/assets", "types"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("runtime", "pictures"))
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return tmp_path


def lint(checkout: Path) -> tuple[int, str]:
    """What `make lint` says and ends with where everything in Python is well."""
    environment = {name: value for name, value in os.environ.items() if name != "MAKEFLAGS"}
    done = subprocess.run(
        ["make", "-C", str(checkout), "lint", "PYTHON=true", "RUN=true", f"NODE={find_node.node()}"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_what_has_no_mistake_passes(checkout: Path) -> None:
    """The scripts as they are pass."""
    assert lint(checkout)[0] == 0, lint(checkout)[1]


@pytest.mark.parametrize(("line", "named"), [
    ("/** @type {number} */ export const count = String(1);", "TS2322"),
    ("export const found = document.querySelector('form').elements;", "TS2531"),
    ("export function two() { let both = 2; return both; }", "prefer-const"),
    ("export function one() { const left = 1; return 1; }", "no-unused-vars"),
    ("export const = 1;", "TS1134"),
])  # fmt: skip
def test_a_mistake_stops_it_and_is_named(line: str, named: str, checkout: Path) -> None:
    """A wrong type, a null that nobody asked about, bad style and what is no script each fail and are named."""
    with (checkout / SEEDED).open("a", encoding="utf-8") as script:
        script.write(f"{line}\n")
    status, told = lint(checkout)
    assert status != 0
    assert SEEDED.name in told
    assert named in told
