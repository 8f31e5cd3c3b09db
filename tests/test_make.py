"""What `make build` does again after a change: what hangs on it, and nothing else."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Stands for every program of the build: notes its name, writes what the real one would, fails where a page says so.
PROGRAM = """
import pathlib, sys
name = next(word for word in sys.argv[1:] if word.startswith("scripts/") or word == "mkdocs")
with open("log.txt", "a", encoding="utf-8") as log:
    print(name.removeprefix("scripts/").removesuffix(".py"), file=log)
if name == "mkdocs":
    if "mistake" in pathlib.Path("docs/index.md").read_text(encoding="utf-8"):
        sys.exit(1)
    writes = pathlib.Path(sys.argv[-1]) / "index.html"
elif name == "scripts/build_runtime.py":
    writes = pathlib.Path("docs/assets/runtime/manifest.json")
elif name == "scripts/setup.py":
    writes = pathlib.Path(".boot/set-up.json")
else:
    sys.exit(0)
if name != "scripts/setup.py" or not writes.exists():
    writes.parent.mkdir(parents=True, exist_ok=True)
    writes.write_text(str(len(pathlib.Path("log.txt").read_text(encoding="utf-8"))), encoding="utf-8")
"""
SOURCES = ("checker/followup/a.py", "checker/followup/words/en.toml", "scripts/b.py", "docs/index.md", "docs/more.md")
EVERYTHING = [
    "setup",
    "write_pages",
    "write_form",
    "draw_pictures",
    "write_speed",
    "build_runtime",
    "mkdocs",
    "finish_site",
]
PAGES = [step for step in EVERYTHING if step != "build_runtime"]


@dataclass(frozen=True)
class Checkout:
    """A checkout with the real Makefile and programs that only say that they ran."""

    folder: Path

    def make(self, target: str = "build", **variables: str) -> tuple[list[str], int]:
        """The programs that making the target ran, in order, and make's status."""
        log = self.folder / "log.txt"
        log.write_text("", encoding="utf-8")
        # Without what is installed, which it does not need (-S): it starts often.
        program = f"{sys.executable} -S program.py"
        given = {"PYTHON": program, "RUN": program, **variables}
        # What a `make test` around this set for its own build would count here too.
        environment = {
            name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "SITE_URL", "PORT"}
        } | {"SOURCE_DATE_EPOCH": "1767225600"}
        done = subprocess.run(
            ["make", "-C", str(self.folder), target, *(f"{name}={value}" for name, value in given.items())],
            env=environment,
            capture_output=True,
            check=False,
        )
        return log.read_text(encoding="utf-8").split(), done.returncode

    def write(self, name: str, text: str = "changed") -> None:
        """Change a file now; set its time behind everything that was built."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        newest = max(file.stat().st_mtime for file in self.folder.rglob("*") if file.is_file())
        os.utime(path, (newest + 1, newest + 1))


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout in which everything was built once."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    for name in (*SOURCES, "mkdocs.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    built = Checkout(tmp_path)
    assert built.make() == (EVERYTHING, 0)
    return built


def test_what_is_up_to_date_stays(checkout: Checkout) -> None:
    """A second run only looks whether set-up is whole."""
    assert checkout.make() == (["setup"], 0)


def test_a_page_that_changed_makes_the_site_anew(checkout: Checkout) -> None:
    """A page cites claims, so the reference pages are written again too; the runtime stays."""
    checkout.write("docs/index.md")
    assert checkout.make() == (PAGES, 0)


def test_a_case_that_changed_makes_everything_anew(checkout: Checkout) -> None:
    """From the cases come the pages of the steps, and the modules of Python that the browser gets."""
    checkout.write("cases/a.toml")
    assert checkout.make() == (EVERYTHING, 0)


@pytest.mark.parametrize("name", ["checker/followup/a.py", "checker/followup/words/en.toml", "scripts/b.py"])
def test_an_engine_that_changed_makes_everything_anew(checkout: Checkout, name: str) -> None:
    """Code, knowledge and words are in the wheel that the browser runs."""
    checkout.write(name)
    assert checkout.make() == (EVERYTHING, 0)


def test_a_page_that_came_or_went_counts(checkout: Checkout) -> None:
    """A removed file is as much a change as a new one."""
    checkout.write("docs/new.md")
    assert "mkdocs" in checkout.make()[0]
    (checkout.folder / "docs" / "new.md").unlink()
    assert "mkdocs" in checkout.make()[0]
    (checkout.folder / "checker" / "followup" / "a.py").unlink()
    assert "build_runtime" in checkout.make()[0]


@pytest.mark.parametrize("name", [
    "checker/followup/tables/zones.bin",
    "checker/followup/__pycache__/a.pyc",
    "docs/answers/x.md",
    "docs/disagreements/x.md",
    "docs/numbers/x.md",
    "docs/sources/x.md",
    "docs/steps/x.md",
    "docs/assets/pictures/x.svg",
    "docs/assets/runtime/abc/x.whl",
    "overrides/partials/runtime.html",
])  # fmt: skip
def test_what_is_generated_is_no_change(checkout: Checkout, name: str) -> None:
    """What a build writes does not start another."""
    checkout.write(name)
    assert checkout.make() == (["setup"], 0)


def test_another_address_makes_the_site_anew(checkout: Checkout) -> None:
    """The pages know the address that they are for; the runtime does not."""
    programs, _ = checkout.make(SITE_URL="https://example.org/path/")
    assert "mkdocs" in programs
    assert "build_runtime" not in programs
    assert checkout.make(SITE_URL="https://example.org/path/") == (["setup"], 0)


def test_a_mistake_leaves_the_last_site_and_counts_until_it_is_put_right(checkout: Checkout) -> None:
    """Where the site cannot be built, make fails each time, and what was built before stays whole."""
    before = (checkout.folder / "site" / "index.html").read_text(encoding="utf-8")
    checkout.write("docs/index.md", "a mistake")
    for _ in range(2):
        programs, status = checkout.make()
        assert status != 0
        assert programs[-1] == "mkdocs"
    assert (checkout.folder / "site" / "index.html").read_text(encoding="utf-8") == before
    checkout.write("docs/index.md", "put right")
    assert checkout.make()[1] == 0
    assert (checkout.folder / "site" / "index.html").read_text(encoding="utf-8") != before


def test_clean_removes_what_was_built_and_keeps_what_was_fetched(checkout: Checkout) -> None:
    """After `make clean` everything is built again, but nothing is fetched again."""
    assert checkout.make("clean") == ([], 0)
    assert not (checkout.folder / "site").exists()
    assert (checkout.folder / ".boot" / "set-up.json").exists()
    assert checkout.make() == (EVERYTHING, 0)
