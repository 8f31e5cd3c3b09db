"""Set-up does what is missing and nothing else, and says what to do where it cannot."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import setup


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that were set up, in order, in a folder of its own where each part only writes down its name."""
    parts: list[str] = []

    def noted(part: str) -> Callable[[], None]:
        return lambda: parts.append(part)

    for name in {name for names in setup.INPUTS.values() for name in names}:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / ".boot").mkdir()
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "DONE", tmp_path / ".boot" / "set-up.json")
    monkeypatch.setattr(setup, "is_whole", lambda _part: True)
    steps = {part: (name, noted(part), undone) for part, (name, _, undone) in setup.STEPS.items()}
    monkeypatch.setattr(setup, "STEPS", steps)
    return parts


def test_a_second_run_does_nothing(done: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The first run does every part in order, the second none, and says nothing."""
    assert setup.main() == 0
    assert done == ["uv", "python", "packages", "project", "node", "runtime"]
    written = setup.DONE.stat().st_mtime_ns
    capsys.readouterr()
    assert setup.main() == 0
    assert len(done) == 6
    assert setup.DONE.stat().st_mtime_ns == written
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("name", "again"), [
    ("requirements-boot.txt", ["uv", "node"]),
    (".python-version", ["python", "packages", "project"]),
    ("requirements.txt", ["packages", "project"]),
    ("pyproject.toml", ["project"]),
    ("checker/followup/knowledge/holidays.toml", ["project"]),
    ("requirements-node.txt", ["node"]),
    ("package-lock.json", ["runtime"]),
])  # fmt: skip
def test_a_change_does_again_what_hangs_on_it(name: str, again: list[str], done: list[str]) -> None:
    """A changed file does its part again, and the parts that this takes away; the others stay."""
    setup.main()
    done.clear()
    (setup.ROOT / name).write_text("something else", encoding="utf-8")
    assert setup.main() == 0
    assert done == again


def test_what_is_broken_is_repaired(done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that no longer starts is made anew, with what is installed in it."""
    setup.main()
    done.clear()
    monkeypatch.setattr(setup, "is_whole", lambda part: part != "python")
    assert setup.main() == 0
    assert done == ["python", "packages", "project"]


def test_a_folder_that_was_moved_is_set_up_anew(
    done: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Environments hold the path of their folder, so a copy elsewhere does not count as set up."""
    setup.main()
    done.clear()
    (tmp_path / "here").symlink_to(tmp_path)
    monkeypatch.setattr(setup, "ROOT", tmp_path / "here")
    assert setup.main() == 0
    assert len(done) == 6


def test_a_failure_is_a_sentence_and_the_next_run_goes_on(
    done: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done before a failure stays done; the failure says what to do."""
    steps = dict(setup.STEPS)
    name, action, undone = steps["packages"]

    def fails() -> None:
        setup.run([sys.executable, "-c", "import sys; sys.exit('the network is away')"], "Check the connection.")

    monkeypatch.setattr(setup, "STEPS", {**steps, "packages": (name, fails, undone)})
    assert setup.main() == 1
    told = capsys.readouterr().err
    assert "the network is away" in told
    assert told.endswith("Set-up stopped. Check the connection.\n")
    monkeypatch.setattr(setup, "STEPS", {**steps, "packages": (name, action, undone)})
    assert setup.main() == 0
    assert done == ["uv", "python", "packages", "project", "node", "runtime"]


@pytest.mark.usefixtures("done")
def test_a_file_that_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A checkout that lost a file is told which one, without a traceback."""
    (setup.ROOT / "requirements.txt").unlink()
    assert setup.main() == 1
    assert re.search(r"requirements\.txt.*Check that this folder is whole", capsys.readouterr().err)


def test_the_set_up_of_this_checkout_is_whole() -> None:
    """Each part that was set up for these tests is there and works."""
    assert [part for part in setup.STEPS if not setup.is_whole(part)] == []
