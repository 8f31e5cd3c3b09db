"""Finds a Python of a wanted version on this machine; prints its path when run as a program with a version.

Runs on every Python that can set the project up (3.8 and newer), with the standard library alone.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from getpass import getuser
from pathlib import Path
from typing import List

PLACES = ["/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"]
"""Where systems keep their programs, for a PATH that leaves them out."""


def is_python(path: Path, version: str) -> bool:
    """Whether the path is a working Python of a version such as `3.13`."""
    question = [str(path), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        done = subprocess.run(question, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.stdout.decode(errors="replace").strip() == version


def _versions_of_pyenv(running: Path) -> List[Path]:
    """The folders in which pyenv may keep its versions."""
    roots = [os.environ.get("PYENV_ROOT", "~/.pyenv"), str(running.parent.parent.parent.parent)]
    with suppress(KeyError, OSError):  # nobody may have this user id
        roots.append(f"~{getuser()}/.pyenv")  # HOME may be missing, or not the user's own folder
    # Path.expanduser stops where there is no home; here such a folder is only one that does not exist.
    return [Path(os.path.expanduser(root)) / "versions" for root in roots]  # noqa: PTH111


def python(version: str) -> str:
    """The path of a Python of that version such as `3.13`, or an empty text where there is none.

    Looks at the running Python, on the PATH, beside the running Python, where systems keep theirs and where pyenv does.
    """
    running = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    name = f"python{version}.exe" if os.name == "nt" else f"python{version}"
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), str(running.parent), *PLACES]))
    candidates = [running, *([Path(found)] if found else [])]
    for versions in _versions_of_pyenv(running):
        candidates += sorted(versions.glob(f"{version}*/bin/{name}"), reverse=True)
    return next((str(candidate) for candidate in candidates if is_python(candidate, version)), "")


def main() -> int:
    """Print the path of a Python of the version given; return 1 where there is none."""
    path = python(*sys.argv[1:2])
    print(path)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
