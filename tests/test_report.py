"""The report: what a change to the wider evidence does to the marks, told before anybody has committed it."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from checkout import ROOT
from followup_site.evidence.changes import KNOWLEDGE

PROGRAM = ROOT / "scripts" / "report.py"
TEMPLATES = re.compile(r"^ +```(toml|csv)\n(.*?)^ +```$", re.MULTILINE | re.DOTALL)


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, with a name that the machine need not know."""
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@site.example")
    subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of one commit with the knowledge, and a page."""
    shutil.copytree(ROOT / KNOWLEDGE, tmp_path / KNOWLEDGE, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\nAsk them kindly.\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=One")
    return tmp_path


def report(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """What the report prints of a checkout."""
    # Of this checkout alone, whatever a hook of git around the tests has set.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        [sys.executable, str(PROGRAM), "--root", str(folder), *options],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def add_the_template(folder: Path) -> None:
    """Do what CONTRIBUTING.md says, with its own example."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = {kind: textwrap.dedent(block) for kind, block in TEMPLATES.findall(text)}
    evidence = folder / KNOWLEDGE / "evidence"
    with (evidence / "sources" / "university.toml").open("a", encoding="utf-8") as sources:
        sources.write(f"\n{blocks['toml']}")
    with (evidence / "positions" / "university.csv").open("a", encoding="utf-8") as positions:
        positions.write(blocks["csv"].partition("\n")[2])


def test_marks_are_as_before_without_a_change(checkout: Path) -> None:
    """With nothing changed, each number has its marks once."""
    done = report(checkout)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if " voices)" in line]
    assert len(lines) > 5
    assert all(line.endswith(", as before") for line in lines)
    assert "before:" not in done.stdout


def test_the_template_adds_a_source_with_its_positions(checkout: Path) -> None:
    """What CONTRIBUTING.md shows is sound: a source, three positions, and two numbers with a voice more."""
    add_the_template(checkout)
    done = report(checkout)
    assert done.returncode == 0, done.stderr
    assert "New since HEAD: 1 text (harbour-college)" in done.stdout
    assert "New since HEAD: 3 positions (p1015, p1016, p1017)" in done.stdout
    changed = {line.split(":")[0].strip() for line in done.stdout.splitlines() if "; before:" in line}
    assert changed == {"first-check-after-promise", "thank-you-by"}


def test_another_commit_can_be_the_one_before(checkout: Path) -> None:
    """A change that is committed already is compared with a commit before it."""
    add_the_template(checkout)
    git(checkout, "commit", "--quiet", "--all", "--message=Two")
    assert "; before:" not in report(checkout).stdout
    assert "; before:" in report(checkout, "--since", "HEAD~1").stdout


def test_faults_are_told_instead(checkout: Path) -> None:
    """Where the evidence is at fault, every fault is told with file, record and what to do."""
    add_the_template(checkout)
    positions = checkout / KNOWLEDGE / "evidence" / "positions" / "university.csv"
    text = positions.read_text(encoding="utf-8")
    spoilt = text.replace("p1015,", "p1014,").replace("phone-ok,employer,no,,,,,Write", "phone-k,employer,no,,,,,Write")
    positions.write_text(spoilt, encoding="utf-8")
    done = report(checkout)
    assert done.returncode == 1
    assert "p1014: id: 'p1014' is in positions/university.csv already; the newer one becomes p1018" in done.stderr
    assert "did you mean 'phone-ok'?" in done.stderr


def test_without_git_the_marks_stand_alone(checkout: Path) -> None:
    """A copy without its history is told so, and gets its marks all the same."""
    shutil.rmtree(checkout / ".git")
    done = report(checkout)
    assert done.returncode == 0, done.stderr
    assert "Nothing to compare with" in done.stdout
    assert "voices)" in done.stdout
