"""Set-up finds the Python, the Node.js and the browser that a machine has, and says what to do where it has none."""

import sys
from pathlib import Path

import pytest

import find_browser
import find_node
import find_python


def program(path: Path, says: str, status: int = 0) -> Path:
    """A program that prints some words and ends with a status."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_python_is_one_of_the_version_asked_for() -> None:
    """Only a working Python of exactly that version counts."""
    ours = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert find_python.is_python(Path(sys.executable), ours)
    assert not find_python.is_python(Path(sys.executable), "3.1")
    assert not find_python.is_python(Path(sys.executable).with_name("no-such-python"), ours)


def test_the_running_python_comes_first() -> None:
    """A Python of the right version sets itself up, wherever the PATH leads."""
    ours = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = find_python.python(ours)
    assert Path(found).resolve() == Path(sys.executable).resolve()


def test_a_python_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version is looked for under its own name."""
    there = program(tmp_path / "python9.9", "9.9")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_python.python("9.9") == str(there)


def test_a_python_is_found_among_the_versions_of_pyenv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions of pyenv count although its shims are not on the PATH; one that does not start is passed by."""
    program(tmp_path / "versions" / "9.9.8" / "bin" / "python9.9", "broken", status=1)
    there = program(tmp_path / "versions" / "9.9.1" / "bin" / "python9.9", "9.9")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert find_python.python("9.9") == str(there)


def test_no_python_is_an_empty_answer() -> None:
    """A version that is nowhere gives no path, and uv is asked to fetch it."""
    assert find_python.python("9.8") == ""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the PATH of a machine that has fetched no Node.js."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("find_node._NODE", tmp_path / "fetched" / "node")
    return tmp_path / "bin"


@pytest.mark.parametrize(("version", "is_new_enough"), [
    ("v19.30.0", False),
    ("v20.18.9", False),
    ("v20.19.0", True),
    ("v22.1.0", True),
    ("v104.1.0", True),
    ("new", False),
])  # fmt: skip
def test_node_of_the_machine_is_taken_from_20_19_on(version: str, *, is_new_enough: bool, machine: Path) -> None:
    """The machine's Node.js counts from version 20.19; what says no version does not count."""
    there = program(machine / "node", version)
    program(machine / "npm", "11.0.0")
    assert find_node.installs_on_machine() is is_new_enough
    assert find_node.on_machine() == (str(there) if is_new_enough else "")


def test_a_node_whose_npm_does_not_work_cannot_install(machine: Path) -> None:
    """Without an npm that works, Node.js is fetched although the machine has one; then the fetched one is used."""
    program(machine / "node", "v22.1.0")
    assert not find_node.installs_on_machine()
    program(machine / "npm", "no", status=1)
    assert not find_node.installs_on_machine()
    fetched = program(machine.parent / "fetched" / "node", "v24.0.0")
    assert find_node.node() == fetched
    assert find_node.npm()[0] == str(fetched)


@pytest.mark.usefixtures("machine")
def test_no_node_says_what_to_run() -> None:
    """Before set-up there may be no Node.js, and the error says what brings it."""
    assert not find_node.is_there()
    with pytest.raises(FileNotFoundError, match="make setup"):
        find_node.node()


def test_npm_finds_its_own_node_first(machine: Path) -> None:
    """What npm starts runs on the same Node.js."""
    program(machine / "node", "v22.1.0")
    program(machine / "npm", "11.0.0")
    assert find_node.npm() == [str(machine / "npm")]
    assert find_node.environment()["PATH"].startswith(f"{machine}:")


def test_the_browser_that_is_named_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CHROMIUM decides where it is set; what it names must start."""
    named = program(tmp_path / "mine", "Chromium 156.0")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert find_browser.browser() == named
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "other"))
    with pytest.raises(find_browser.NoBrowserError, match=r"CHROMIUM names .*other"):
        find_browser.browser()


def test_a_browser_of_the_path_that_does_not_start_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems put a note in the place of a browser: the next one on the PATH is taken."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path / "chromium", "Install the other package", status=1)
    there = program(tmp_path / "google-chrome", "Google Chrome 156.0")
    assert find_browser.browser() == there


def test_no_browser_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no way leads to a browser, the program fails with one sentence that says what to do."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(find_browser, "WAYS", (lambda: iter(()),))
    assert find_browser.main() == 1
    assert "install Chromium or Chrome" in capsys.readouterr().err


def test_what_is_there_comes_before_what_must_be_fetched() -> None:
    """Nothing is downloaded or installed while a browser may still be found."""
    names = [way.__name__ for way in find_browser.WAYS]
    assert names == ["of_path", "of_system", "of_playwright", "fetched_by_playwright", "installed_by_debian"]


@pytest.mark.parametrize(
    ("user", "may_become_root", "installs"), [(0, False, True), (1000, True, True), (1000, False, False)]
)
def test_debian_installs_only_where_we_may(
    user: int, *, may_become_root: bool, installs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package is installed as root or with a sudo that asks for no password, and not otherwise."""
    asked: list[list[str]] = []

    def succeeds(command: list[str]) -> bool:
        asked.append(command)
        return may_become_root or command[-1] != "true"

    monkeypatch.setattr("find_browser._succeeds", succeeds)
    monkeypatch.setattr("find_browser.PLACES", ("/a/browser",))
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr(Path, "is_file", lambda _path: True)
    assert list(find_browser.installed_by_debian()) == ([Path("/a/browser")] if installs else [])
    installing = [command for command in asked if "install" in command]
    assert len(installing) == installs
    assert all("/usr/bin/apt-get" in command and ("/usr/bin/sudo" in command) == (user != 0) for command in installing)
