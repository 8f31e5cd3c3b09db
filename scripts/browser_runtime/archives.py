"""Zip archives of bytecode: compiled, kept to the files that are used, and the same bytes each time."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import zopfli.gzip  # type: ignore[import-untyped] # it comes without types

from browser_runtime.errors import CannotBuildError

_SHOWN = 4000
"""How many characters of a tool's words an error shows."""

type Contents = Mapping[str, bytes]
"""The files of an archive by name."""

_COMPILED_WITH = {
    "SOURCE_DATE_EPOCH": "0",  # the hash of the source in place of its date, which differs from checkout to checkout
    "PYTHONOPTIMIZE": "2",  # no docstrings and no assertions
    "PYTHONNODEBUGRANGES": "1",  # no columns in tracebacks: a fifth of the bytes
}


def contents(archive: Path) -> dict[str, bytes]:
    """The files of a zip archive, in the order of their names."""
    with zipfile.ZipFile(archive) as given:
        return {name: given.read(name) for name in sorted(given.namelist()) if not name.endswith("/")}


def compiled(files: Contents, workshop: Path) -> dict[str, bytes]:
    """The files with every module as bytecode of the running Python in place of its source."""
    pyodide = shutil.which("pyodide", path=Path(sys.executable).parent)
    if pyodide is None:
        raise CannotBuildError("the command `pyodide` of the package pyodide-build is missing. Run `make setup` first.")
    archive = workshop / "modules.zip"
    archive.write_bytes(stored(files))
    run("the bytecode", [pyodide, "py-compile", "--silent", "--no-keep", str(archive)], _COMPILED_WITH)
    found = contents(archive)
    archive.unlink()
    return found


def stored(files: Contents) -> bytes:
    """A zip archive in which nothing is compressed: Python reads its members without a decompressor."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name), files[name])
    return archive.getvalue()


def squeezed(content: bytes, before: Path) -> bytes:
    """The content as gzip, which every browser undoes natively, as small as that gets; equal content gives equal bytes.

    It takes seconds, so the result is kept in the folder `before` for the next build.
    """
    place = before / f"{hashlib.sha256(content).hexdigest()}.gz"
    if not place.is_file():
        before.mkdir(parents=True, exist_ok=True)
        place.write_bytes(zopfli.gzip.compress(content, numiterations=1))
    return place.read_bytes()


def kept(files: Contents, is_used: Callable[[str], bool]) -> dict[str, bytes]:
    """The files whose names are used."""
    return {name: content for name, content in files.items() if is_used(name)}


def run(what: str, command: list[str], environment: Mapping[str, str] | None = None, text: str = "") -> str:
    """Run a tool quietly and return what it printed; where it fails, the error shows what it said."""
    done = subprocess.run(
        command, env={**os.environ, **(environment or {})}, input=text, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        # Only the end: an error within Pyodide quotes a line of a megabyte.
        raise CannotBuildError(f"{what} could not be made:\n{(done.stdout + done.stderr)[-_SHOWN:]}")
    return done.stdout
