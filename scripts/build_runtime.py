"""Make the runtime that the checker page loads: the engine's wheel and Pyodide, byte-compiled, named by their content.

Everything lands in docs/assets/runtime/: folders named by a hash of what is in them, and manifest.json with each file.
Bytecode fits one minor version of Python only, so this runs on the version that the runtime has.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
WORKSHOP = ROOT / "build" / "runtime"
RUNTIME = ROOT / "docs" / "assets" / "runtime"
NOTICES = ROOT / "THIRD-PARTY-NOTICES.md"
LOADER_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
INPUTS = (
    "checker",
    "node_modules/pyodide/package.json",
    "pyproject.toml",
    "requirements.txt",
    "scripts/build_runtime.py",
    "scripts/build_tables.py",
    "scripts/hatch_build.py",
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE-CONTENT",
    "README.md",
    "THIRD-PARTY-NOTICES.md",
)


class CannotBuildError(Exception):
    """The runtime cannot be made; the message says what to do."""


def main() -> int:
    """Make the runtime unless nothing has changed. Returns 0, or 1 after a sentence on why it cannot be made."""
    try:
        lock = _runtime_lock()
        stamp = WORKSHOP / "inputs.sha256"
        digest = _inputs_digest()
        if stamp.is_file() and stamp.read_text(encoding="ascii") == digest and _is_complete():
            return 0
        shutil.rmtree(WORKSHOP, ignore_errors=True)
        WORKSHOP.mkdir(parents=True)
        _publish(_loader_files(), _engine_wheel(), lock)
        stamp.write_text(digest, encoding="ascii")
    except CannotBuildError as problem:
        print(f"build_runtime: {problem}", file=sys.stderr)
        return 1
    return 0


def _runtime_lock() -> dict[str, Any]:
    """Pyodide's lock without its packages, which we do not use; refuses a Python that writes another bytecode."""
    try:
        info = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    except FileNotFoundError:
        raise CannotBuildError("node_modules/pyodide is missing. Run `make setup` first.") from None
    needed = tuple(int(part) for part in info["python"].split(".")[:2])
    if sys.version_info[:2] != needed:
        ours = ".".join(str(part) for part in sys.version_info[:2])
        theirs = ".".join(str(part) for part in needed)
        raise CannotBuildError(
            f"this is Python {ours}, but the browser's Python is {theirs}, and bytecode fits one of them only. "
            f"Run it with Python {theirs}: `make setup` finds or fetches one."
        )
    return {"info": info, "packages": {}}


def _inputs_digest() -> str:
    """A hash of everything that the runtime is made from, and of the date of the build."""
    digest = hashlib.sha256(_build_date().encode())
    for name in INPUTS:
        path = ROOT / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and not {"__pycache__", "tables"} & set(file.parts):
                digest.update(f"{file.relative_to(ROOT)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _build_date() -> str:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last commit's date, else the first day of zip files, in 1980."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    command = [shutil.which("git") or "git", "log", "-1", "--format=%ct"]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "315532800"


def _is_complete() -> bool:
    """Whether every file of the manifest is there with the size that it should have."""
    try:
        files = json.loads((RUNTIME / "manifest.json").read_text(encoding="utf-8"))["files"]
    except FileNotFoundError:
        return False
    return all(
        (path := RUNTIME / name).is_file() and path.stat().st_size == file["size"] for name, file in files.items()
    )


def _loader_files() -> list[Path]:
    """Pyodide's files. Its standard library is compiled: as published, every reader's browser compiles it anew."""
    library = Path(shutil.copy(PYODIDE / LIBRARY, WORKSHOP))
    _byte_compile(library)
    if not NOTICES.is_file():
        raise CannotBuildError(f"{NOTICES.name} is missing: the licences of the runtime must go with it.")
    # Not as Markdown, which would become a page of the site.
    notices = Path(shutil.copy(NOTICES, WORKSHOP / f"{NOTICES.stem}.txt"))
    return [*(PYODIDE / name for name in LOADER_FILES), library, notices]


def _engine_wheel() -> Path:
    """The wheel of the package `followup`, built as anyone would build it, then compiled."""
    folder = WORKSHOP / "wheel"
    _run("the wheel", [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)])
    (wheel,) = folder.glob("*.whl")
    _byte_compile(wheel)
    (compiled,) = folder.glob("*.whl")
    return compiled


def _byte_compile(archive: Path) -> None:
    """Compile the modules of a zip file or wheel in place, so that two builds give the same bytes."""
    pyodide = shutil.which("pyodide", path=Path(sys.executable).parent)
    if pyodide is None:
        raise CannotBuildError("the command `pyodide` of the package pyodide-build is missing. Run `make setup` first.")
    _run(f"the bytecode of {archive.name}", [pyodide, "py-compile", "--silent", "--no-keep", str(archive)])
    for compiled in archive.parent.glob(f"*{archive.suffix}"):
        _repack(compiled)


def _repack(archive: Path) -> None:
    """Write a zip file again with names in order and one fixed date."""
    with zipfile.ZipFile(archive) as given:
        contents = {name: given.read(name) for name in sorted(given.namelist()) if not name.endswith("/")}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in contents.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)


def _run(what: str, command: list[str]) -> None:
    """Run a tool quietly; where it fails, show what it said."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _build_date()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotBuildError(f"{what} could not be made:\n{done.stdout}{done.stderr}")


def _publish(loader_files: list[Path], wheel: Path, lock: dict[str, Any]) -> None:
    """Copy the files into folders named by their content, write the manifest, and remove what it no longer names."""
    files: dict[str, dict[str, str | int]] = {}
    loader, engine = (_folder_name(group) for group in (loader_files, [wheel]))
    for folder, group in ((loader, loader_files), (engine, [wheel])):
        (RUNTIME / folder).mkdir(parents=True, exist_ok=True)
        for path in group:
            content = path.read_bytes()
            _write(RUNTIME / folder / path.name, content)
            integrity = "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
            files[f"{folder}/{path.name}"] = {"integrity": integrity, "size": len(content)}
    manifest = {
        "pyodide": json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"],
        "python": lock["info"]["python"],
        "loader": f"{loader}/",
        "library": f"{loader}/{LIBRARY}",
        "wheel": f"{engine}/{wheel.name}",
        "lock": lock,
        "files": files,
    }
    _write(RUNTIME / "manifest.json", (json.dumps(manifest, indent=1) + "\n").encode())
    for path in RUNTIME.iterdir():
        if path.is_dir() and path.name not in {loader, engine}:
            shutil.rmtree(path)


def _write(path: Path, content: bytes) -> None:
    """Write a file unless it already holds the content, so that nothing that watches the folder wakes up."""
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def _folder_name(files: list[Path]) -> str:
    """The first 16 hex digits of a hash of the files' names and contents."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
