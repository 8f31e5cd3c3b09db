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
name = next((word for word in sys.argv[1:] if word.startswith("scripts/") or word == "mkdocs"), "tsc")
home = pathlib.Path("docs/index.md").read_text(encoding="utf-8")
if name != "scripts/find_node.py":
  with open("log.txt", "a", encoding="utf-8") as log:
      print(name.removeprefix("scripts/").removesuffix(".py"), file=log)
if name == "mkdocs":
    if "mistake" in home:
        sys.exit(1)
    writes = pathlib.Path(sys.argv[-1]) / "index.html"
elif name == "tsc":
    sys.exit("mistake" in pathlib.Path("docs/assets/checker/c.mjs").read_text(encoding="utf-8"))
elif name == "scripts/find_node.py":
    print(pathlib.Path("node").resolve())
    sys.exit(0)
elif name == "scripts/note_usage.py":
    writes = pathlib.Path("build/usage.json")
elif name == "scripts/build_runtime.py":
    writes = pathlib.Path("docs/assets/runtime/manifest.json")
elif name == "scripts/setup.py":
    writes = pathlib.Path(".boot/set-up.json")
else:
    sys.exit(0)
is_kept = {"scripts/setup.py": True, "scripts/note_usage.py": "citation" not in home}.get(name, False)
if not is_kept or not writes.exists():
    writes.parent.mkdir(parents=True, exist_ok=True)
    writes.write_text(str(len(pathlib.Path("log.txt").read_text(encoding="utf-8"))), encoding="utf-8")
"""
SOURCES = (
    "checker/followup/a.py",
    "checker/followup/words/en.toml",
    "scripts/b.py",
    "docs/index.md",
    "docs/more.md",
    "docs/assets/bench-start.json",
    "docs/assets/checker/c.mjs",
    "docs/assets/d.js",
    "mkdocs.yml",
    "tsconfig.json",
)
EVERYTHING = [
    "setup",
    "note_usage",
    "write_pages",
    "write_dataset",
    "write_form",
    "draw_pictures",
    "write_speed",
    "tsc",
    "build_runtime",
    "mkdocs",
    "finish_site",
]
ENGINE = [step for step in EVERYTHING if step != "tsc"]
PAGES = ["setup", "note_usage", "mkdocs", "finish_site"]
"""The steps after a change of the engine, and of a page that cites no other claims than before."""


@dataclass(frozen=True)
class Checkout:
    """A checkout with the real Makefile and programs that only say that they ran."""

    folder: Path

    def make(self, target: str = "build", **variables: str) -> tuple[list[str], int]:
        """The programs that making the target ran, in order, and make's status."""
        log = self.folder / "log.txt"
        log.write_text("", encoding="utf-8")
        status = self.run(target, **variables).returncode
        return log.read_text(encoding="utf-8").split(), status

    def run(self, target: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """What make said, and its status."""
        # Without what is installed, which it does not need (-S): it starts often.
        program = f"{sys.executable} -S program.py"
        given = {"PYTHON": program, "RUN": program, **variables}
        # What a `make test` around this set for its own build would count here too.
        environment = {
            name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "SITE_URL", "PORT"}
        } | {"SOURCE_DATE_EPOCH": "1767225600"}
        return subprocess.run(
            ["make", "-C", str(self.folder), target, *(f"{name}={value}" for name, value in given.items())],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def write(self, name: str, text: str = "changed") -> None:
        """Change a file now, some seconds after everything that was built."""
        for file in self.folder.rglob("*"):
            if file.is_file():
                os.utime(file, (file.stat().st_mtime - 5, file.stat().st_mtime - 5))
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout in which everything was built once."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "node").write_text(f'#!/bin/sh\nexec "{sys.executable}" -S program.py "$@"\n', encoding="utf-8")
    (tmp_path / "node").chmod(0o755)
    for name in SOURCES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    built = Checkout(tmp_path)
    assert built.make() == (EVERYTHING, 0)
    return built


def test_what_is_up_to_date_stays(checkout: Checkout) -> None:
    """A second run only looks whether set-up is whole."""
    assert checkout.make() == (["setup"], 0)


def test_a_page_that_changed_makes_the_site_anew(checkout: Checkout) -> None:
    """What is made of the knowledge stays, and so does the runtime."""
    checkout.write("docs/index.md")
    assert checkout.make() == (PAGES, 0)
    assert checkout.make() == (["setup"], 0)


def test_a_page_that_cites_something_else_makes_the_reference_pages_anew(checkout: Checkout) -> None:
    """They say which pages cite a claim; pictures, form and runtime stay."""
    checkout.write("docs/index.md", "another citation")
    assert checkout.make() == (["setup", "note_usage", "write_pages", "mkdocs", "finish_site"], 0)
    assert checkout.make() == (["setup"], 0)


def test_a_case_that_changed_makes_what_the_engine_says_of_it_anew(checkout: Checkout) -> None:
    """From the cases come the pages of the steps, and the modules of Python that the browser gets."""
    checkout.write("cases/a.toml")
    assert checkout.make() == (["setup", "write_pages", "build_runtime", "mkdocs", "finish_site"], 0)


@pytest.mark.parametrize(("name", "again"), [
    ("mkdocs.yml", ["note_usage", "write_form", "draw_pictures", "write_speed"]),
    ("docs/assets/bench-start.json", ["note_usage", "write_form", "draw_pictures", "write_speed"]),
    ("docs/assets/d.js", ["note_usage", "tsc"]),
    ("docs/assets/checker/c.mjs", ["note_usage", "tsc", "build_runtime"]),
])  # fmt: skip
def test_what_pages_include_is_made_anew_alone(checkout: Checkout, name: str, again: list[str]) -> None:
    """The card has the name of the site, the page about speed a table; scripts are checked when they change."""
    checkout.write(name)
    programs, status = checkout.make()
    assert status == 0
    assert [program for program in programs if program in again or program == "write_pages"] == again


def test_a_script_with_a_mistake_stops_the_build(checkout: Checkout) -> None:
    """Each time, before anything is made of it, until it is put right; the last site stays."""
    before = (checkout.folder / "site" / "index.html").read_text(encoding="utf-8")
    checkout.write("docs/assets/checker/c.mjs", "a mistake")
    for _ in range(2):
        programs, status = checkout.make()
        assert status != 0
        assert programs[-1] == "tsc"
    assert (checkout.folder / "site" / "index.html").read_text(encoding="utf-8") == before
    checkout.write("docs/assets/checker/c.mjs", "put right")
    programs, status = checkout.make()
    assert programs[-4:] == ["tsc", "build_runtime", "mkdocs", "finish_site"]
    assert status == 0


@pytest.mark.parametrize("name", ["checker/followup/a.py", "checker/followup/words/en.toml", "scripts/b.py"])
def test_an_engine_that_changed_makes_everything_anew(checkout: Checkout, name: str) -> None:
    """Code, knowledge and words are in the wheel that the browser runs."""
    checkout.write(name)
    assert checkout.make() == (ENGINE, 0)


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
    "docs/evidence/x.md",
    "docs/numbers/x.md",
    "docs/sources/x.md",
    "docs/steps/x.md",
    "docs/assets/evidence/x.csv",
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


def test_a_build_says_where_the_site_is(checkout: Checkout) -> None:
    """Also when nothing had to be done; the address tells whom it is for."""
    for _ in range(2):
        lines = checkout.run("build", SITE_URL="https://a.example/b/").stdout.splitlines()
        assert [line for line in lines if "https://a.example/b/" in line and " site/" in line]


@pytest.mark.parametrize("variables", [
    {"SITE_URL": ""},
    {"SITE_URL": "example.org"},
    {"SITE_URL": "ftp://example.org/"},
    {"PORT": ""},
    {"PORT": "0"},
    {"PORT": "abc"},
    {"PORT": "65536"},
    {"PYTHON": "no-such-python"},
], ids=str)  # fmt: skip
def test_a_setting_that_cannot_be_is_said_before_anything_is_done(
    checkout: Checkout, variables: dict[str, str]
) -> None:
    """The last words name the setting and how to give it, and no program has run."""
    (checkout.folder / "log.txt").write_text("", encoding="utf-8")
    done = checkout.run("serve", **variables)
    assert done.returncode != 0
    assert (checkout.folder / "log.txt").read_text(encoding="utf-8") == ""
    assert f"{next(iter(variables))}=" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["1", "65535"])
def test_every_port_can_be_given(checkout: Checkout, port: str) -> None:
    """The first and the last are taken; the pages of a site that is served know it."""
    assert checkout.make("site/index.html", PORT=port)[1] == 0
