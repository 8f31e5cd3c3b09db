"""Set-up does what is missing and nothing else, and says what to do where it cannot."""

import errno
import os
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
    monkeypatch.setattr(setup, "CHECKS_DONE", tmp_path / ".boot" / "checks.json")
    for kind in ("STEPS", "CHECKS"):
        steps = {part: (name, noted(part), undone) for part, (name, _, undone) in getattr(setup, kind).items()}
        monkeypatch.setattr(setup, kind, steps)
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


def test_what_only_the_checks_need_comes_when_it_is_wanted(done: list[str]) -> None:
    """A build does without; asked for, it comes after the rest, once, and changes nothing that a site is made from."""
    assert setup.main() == 0
    assert "checks" not in done
    written = setup.DONE.stat().st_mtime_ns
    for _ in range(2):
        assert setup.main(["checks"]) == 0
    assert done[-1] == "checks"
    assert done.count("checks") == 1
    assert setup.DONE.stat().st_mtime_ns == written
    (setup.ROOT / "requirements-test.txt").write_text("something else", encoding="utf-8")
    assert setup.main() == 0
    assert done.count("checks") == 1
    assert setup.main(["checks"]) == 0
    assert done.count("checks") == 2


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


@pytest.mark.parametrize("said", ["OSError: [Errno 28] No space left on device", "npm error code ENOSPC"])
@pytest.mark.usefixtures("done")
def test_a_full_disk_is_named_whatever_was_to_be_done(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing more can be written, it is no use to look at the connection."""
    with pytest.raises(setup.SetUpError) as stopped:
        setup.run([sys.executable, "-c", f"import sys; sys.exit({said!r})"], "Check the connection.")
    assert str(stopped.value) == setup.FULL
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("done")
def test_a_disk_that_is_full_for_set_up_itself_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it writes by itself lies on the same disk."""

    def fails() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(setup, "STEPS", {"uv": ("uv", fails, [])})
    assert setup.main() == 1
    assert setup.FULL in capsys.readouterr().err


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, with nothing said of caches."""
    for name in ("UV_CACHE_DIR", "UV_PYTHON_INSTALL_DIR", "NPM_CONFIG_CACHE", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        # Set first, so that whatever set-up sets is taken away again.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def test_a_home_that_takes_files_keeps_what_is_fetched(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other projects share it there, so nothing is said and nothing set."""
    setup.keep_in_folder()
    assert home.is_dir()
    assert "UV_CACHE_DIR" not in os.environ
    assert "NPM_CONFIG_CACHE" not in os.environ
    assert capsys.readouterr().out == ""


def test_a_home_that_takes_no_files_is_left_alone(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is fetched is kept beside the project, which is said once; a place that somebody named stays."""
    monkeypatch.setattr(os, "access", lambda path, _mode: not str(path).startswith(str(home)))
    monkeypatch.setenv("UV_CACHE_DIR", "elsewhere")
    for _ in range(2):
        setup.keep_in_folder()
    assert os.environ["UV_CACHE_DIR"] == "elsewhere"
    assert os.environ["NPM_CONFIG_CACHE"].startswith(str(setup.BOOT))
    assert os.environ["UV_PYTHON_INSTALL_DIR"].startswith(str(setup.BOOT))
    assert capsys.readouterr().out.count("\n") == 1


def test_a_home_that_is_a_file_takes_none(home: Path) -> None:
    """Some accounts have /dev/null for a home."""
    (home / "file").touch()
    assert setup.takes_files(home / "not" / "there" / "yet")
    assert not setup.takes_files(home / "file" / ".cache")


def test_the_set_up_of_this_checkout_is_whole() -> None:
    """Each part that was set up for these tests is there and works."""
    assert [part for part in (*setup.STEPS, *setup.CHECKS) if not setup.is_whole(part)] == []
