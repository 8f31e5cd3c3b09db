"""Sets the project up in its own folder: Python and packages in `.venv`, the browser's Python in `node_modules`.

    python scripts/setup.py [checks]

With `checks` it adds what tests, lint and reports take beside that: two thirds of the whole.
Needs a Python 3.8 or newer with `venv`, and the standard library alone. Everything else is fetched by hash.
What is in place already stays as it is, so a second run takes a moment.
The file `.boot/set-up.json` (`.boot/checks.json`) changes when something was done.
"""

import errno
import hashlib
import json
import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence, Tuple

import find_node
import find_python

ROOT = Path(__file__).resolve().parent.parent
BOOT = ROOT / ".boot"
VENV = ROOT / ".venv"
TABLES = ROOT / "checker" / "followup" / "tables"
DONE = BOOT / "set-up.json"
CHECKS_DONE = BOOT / "checks.json"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"
UV = BOOT / PROGRAMS / ("uv.exe" if os.name == "nt" else "uv")
PYTHON = VENV / PROGRAMS / ("python.exe" if os.name == "nt" else "python")
COMMAND = VENV / PROGRAMS / ("followup.exe" if os.name == "nt" else "followup")
PYTEST = VENV / PROGRAMS / ("pytest.exe" if os.name == "nt" else "pytest")
OLDEST = (3, 8)

INPUTS = {
    "uv": ["requirements-boot.txt"],
    "python": [".python-version"],
    "packages": ["requirements.txt"],
    "project": [
        "pyproject.toml",
        "scripts/hatch_build.py",
        "scripts/build_date.py",
        "scripts/build_tables.py",
        "checker/followup/knowledge/holidays.toml",
    ],
    "node": ["requirements-node.txt"],
    "runtime": ["package.json", "package-lock.json", ".npmrc"],
    "checks": ["requirements.txt", "requirements-test.txt"],
}
"""The parts of the set-up in their order, each with the files that decide what is in it."""


FULL = "The disk is full, so nothing more could be written: make room (README.md says how much), then try again."


class SetUpError(Exception):
    """A step that failed, in a sentence that says what to do."""


def fingerprint(part: str) -> str:
    """A hash of what decides about a part. The folder counts too: an environment that was moved does not work."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in INPUTS[part]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def done_before(file: Path) -> Dict[str, str]:
    """The fingerprints of the parts as they were set up last and noted in a file; empty where nothing was."""
    try:
        return {str(part): str(mark) for part, mark in json.loads(file.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, AttributeError):
        return {}


def trust_the_machine() -> None:
    """Let uv and Node.js accept the certificates that this machine does, as pip does: some networks use their own."""
    paths = ssl.get_default_verify_paths()
    if os.name == "nt" or sys.platform == "darwin" or paths.cafile or paths.capath:
        os.environ.setdefault("UV_SYSTEM_CERTS", "1")
        os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")


def keep_in_folder() -> None:
    """Let uv and npm keep what they fetch in `.boot` where their own places in the home folder take nothing."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home stops where there is none
    places = {
        "UV_CACHE_DIR": Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "uv",
        "UV_PYTHON_INSTALL_DIR": Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "uv",
        "NPM_CONFIG_CACHE": home / ".npm",
    }
    closed = [
        (variable, usual)
        for variable, usual in places.items()
        if not {variable, variable.lower()} & set(os.environ) and not takes_files(usual)
    ]
    for variable, _ in closed:
        os.environ[variable] = str(BOOT / "kept" / variable)
    if closed:
        names = ", ".join(str(usual) for _, usual in closed)
        print(f"Nothing can be written to {names}: what is fetched is kept in .boot/kept.", flush=True)


def takes_files(folder: Path) -> bool:
    """Whether files may be written into a folder, or into the nearest above it that is there."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return there.is_dir() and os.access(str(there), os.W_OK | os.X_OK)


def run(command: Sequence[object], advice: str, environment: Optional[Dict[str, str]] = None) -> None:
    """Run a command in silence; where it fails, show what it said and raise SetUpError with the advice."""
    try:
        subprocess.run(
            [str(word) for word in command],
            check=True,
            cwd=str(ROOT),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        raise SetUpError(f"{error}. {advice}") from error
    except subprocess.CalledProcessError as error:
        said = error.stdout.decode(errors="replace").rstrip()
        print(said, file=sys.stderr)
        # Whatever the step is about, and however the program words the rest.
        is_full = os.strerror(errno.ENOSPC) in said or "ENOSPC" in said
        raise SetUpError(FULL if is_full else advice) from error


def works(command: Sequence[object], answer: str = "") -> bool:
    """Whether a command succeeds and its output starts with the answer."""
    try:
        done = subprocess.run(
            [str(word) for word in command], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.stdout.decode(errors="replace").strip().startswith(answer)


def set_up_uv() -> None:
    """Put uv, which installs everything else, into a folder of its own."""
    shutil.rmtree(str(BOOT), ignore_errors=True)
    run(
        [sys.executable, "-m", "venv", BOOT],
        "This Python cannot make virtual environments: install its package venv (on Debian and Ubuntu: "
        "apt install python3-venv), or name another Python: make PYTHON=/path/to/python3.",
    )
    pip = [BOOT / PROGRAMS / "python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    run(
        [*pip, "--require-hashes", "--only-binary=:all:", "--requirement", "requirements-boot.txt"],
        "The program uv could not be fetched from PyPI: check the connection, then try again.",
    )


def set_up_python() -> None:
    """Make `.venv` with the Python that `.python-version` names."""
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    run(
        [UV, "venv", "--clear", "--python", find_python.python(version) or version, VENV],
        f"There is no Python {version} here and none could be fetched: install it from python.org, with your system's "
        f"packages or with pyenv, so that python{version} is on the PATH, then try again.",
    )


def set_up_packages() -> None:
    """Install exactly the packages of requirements.txt into `.venv`."""
    run(
        [UV, "pip", "sync", "--require-hashes", "--python", PYTHON, "requirements.txt"],
        "The packages could not be installed: check the connection and the space on the disk, then try again.",
    )


def set_up_checks() -> None:
    """Add the packages of requirements-test.txt to `.venv`."""
    run(
        [UV, "pip", "install", "--require-hashes", "--python", PYTHON, "--requirement", "requirements-test.txt"],
        "What tests and lint take could not be installed: check the connection, then try again.",
    )


def set_up_project() -> None:
    """Install the project itself, so that `.venv` has the command `followup`; this also makes the tables."""
    run(
        [UV, "pip", "install", "--no-deps", "--no-build-isolation", "--python", PYTHON, "--editable", "."],
        "The project could not be installed into its own environment: the lines above say why.",
    )


def set_up_node() -> None:
    """Take Node.js from the machine where it is new enough, else fetch it from PyPI."""
    shutil.rmtree(str(find_node.FOLDER), ignore_errors=True)
    if find_node.installs_on_machine():
        return
    source = ["--require-hashes", "--requirement", "requirements-node.txt"]
    run(
        [UV, "pip", "install", *source, "--python", PYTHON, "--target", find_node.FOLDER],
        f"Node.js could not be fetched from PyPI: check the connection, or install Node.js {find_node.OLDEST} or newer "
        "with npm, then try again.",
    )


def set_up_runtime() -> None:
    """Install Pyodide, the browser's Python, and what checks pages and scripts into `node_modules`."""
    run(
        [*find_node.npm(), "ci"],
        "Pyodide, the browser's Python, and what checks the pages could not be fetched from npm: check the connection, "
        "then try again.",
        find_node.environment(),
    )


def packages_of_npm() -> List[str]:
    """The names of all packages that package.json asks for."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return [*wanted["dependencies"], *wanted["devDependencies"]]


def is_whole(part: str) -> bool:
    """Whether what a part has put in place is still there and works."""
    if part == "uv":
        return works([UV, "--version"], "uv")
    if part == "python":
        return find_python.is_python(PYTHON, (ROOT / ".python-version").read_text(encoding="utf-8").strip())
    if part == "project":
        return COMMAND.exists() and (TABLES / "zones.bin").exists()
    if part == "node":
        return find_node.is_there()
    if part == "runtime":
        return all((ROOT / "node_modules" / name / "package.json").exists() for name in packages_of_npm())
    return part != "checks" or PYTEST.exists()


Step = Tuple[str, Callable[[], None], List[str]]

STEPS: Dict[str, Step] = {
    "uv": ("uv, which installs the rest", set_up_uv, ["node"]),
    "python": ("Python for this project in .venv", set_up_python, ["packages", "project"]),
    "packages": ("the packages of requirements.txt", set_up_packages, ["project"]),
    "project": ("the command followup, with its tables", set_up_project, []),
    "node": ("Node.js", set_up_node, []),
    "runtime": ("Pyodide, the browser's Python, and what checks the pages", set_up_runtime, []),
}
"""Each part with its name for people, what sets it up, and the later parts that must be done again after it."""
CHECKS: Dict[str, Step] = {"checks": ("what tests and lint take", set_up_checks, [])}
"""The same of what only the checks need. Whatever takes it away, it is not whole afterwards."""


def set_up(steps: Dict[str, Step], file: Path) -> None:
    """Do what is not done yet, part by part, and note each part in a file when it is in place."""
    trust_the_machine()
    done = done_before(file)
    for part, (name, action, undone) in steps.items():
        mark = fingerprint(part)
        if done.get(part) == mark and is_whole(part):
            continue
        keep_in_folder()
        print(f"Setting up {name} ...", flush=True)
        action()
        done = {key: value for key, value in done.items() if key not in undone}
        done[part] = mark
        file.write_text(json.dumps(done, indent=1) + "\n", encoding="utf-8")


def main(wanted: Sequence[str] = ()) -> int:
    """Set the project up, with the `checks` if they are wanted; return 1 with a sentence where that cannot be done."""
    try:
        set_up(STEPS, DONE)
        if "checks" in wanted:
            set_up(CHECKS, CHECKS_DONE)
    except SetUpError as error:
        print(f"Set-up stopped. {error}", file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno == errno.ENOSPC:
            print(f"Set-up stopped. {FULL}", file=sys.stderr)
            return 1
        print(f"Set-up stopped. {error}. Check that this folder is whole and may be written to.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Set-up was interrupted; the next run goes on from here.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.exit(
            "Set-up stopped. This Python is too old: install 3.8 or newer, or name one: make PYTHON=/path/to/python3."
        )
    sys.exit(main(sys.argv[1:]))
