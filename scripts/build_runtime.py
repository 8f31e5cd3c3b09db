"""Make the runtime that the checker page loads: Pyodide, the part of the standard library that is used, and the engine.

Everything lands in docs/assets/runtime/, each file named by a hash of what is in it, or in a folder that is:

- `pyodide-<hash>/`: the program of Pyodide, without what only compiled packages would ask of it;
- `library-<hash>.bin`, `engine-<hash>.bin`: zip archives of bytecode without compression inside, gzipped as a whole;
- `checker-<hash>/`: the page's modules with the names of the files above, so that no page mixes two builds;
  they end in `.js`, because not every server knows that `.mjs` is a script too;
- `manifest.json`: all of this for programs, and `THIRD-PARTY-NOTICES.txt`.

Bytecode fits one minor version of Python only, so this runs on the version that the runtime has.
"""

import base64
import hashlib
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from browser_runtime.archives import compiled, contents, kept, run, squeezed, stored
from browser_runtime.errors import CannotBuildError
from browser_runtime.modules import used_modules, with_standins
from browser_runtime.program import without_spare_exports
from build_date import build_date
from followup.resources import overlay

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
WORKSHOP = ROOT / "build" / "runtime"
STAMP = WORKSHOP / "inputs.sha256"
"""Notes what the runtime was made from."""
RUNTIME = ROOT / "docs" / "assets" / "runtime"
MODULES = ROOT / "docs" / "assets" / "checker"
TAGS = ROOT / "overrides" / "partials" / "runtime.html"
NOTICES = ROOT / "THIRD-PARTY-NOTICES.md"
INPUTS = (
    "cases",
    "checker",
    "docs/assets/checker",
    "node_modules/pyodide/package.json",
    "pyproject.toml",
    "requirements.txt",
    "scripts/browser_runtime",
    "scripts/build_date.py",
    "scripts/build_runtime.py",
    "scripts/build_tables.py",
    "scripts/hatch_build.py",
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE-CONTENT",
    "README.md",
    "THIRD-PARTY-NOTICES.md",
)
# Pyodide fetches two files by itself that our page has brought already; these stand in for them.
NOTHING = {"pyodide.asm.wasm": b"\0asm\1\0\0\0", "python_stdlib.zip": stored({})}


def main() -> int:
    """Make the runtime unless nothing has changed. Returns 0, or 1 after a sentence on why it cannot be made."""
    try:
        lock = _runtime_lock()
        if is_current():
            return 0
        digest = _inputs_digest()
        shutil.rmtree(WORKSHOP, ignore_errors=True)
        WORKSHOP.mkdir(parents=True)
        _publish(_files(lock))
        STAMP.write_text(digest, encoding="ascii")
    except (CannotBuildError, OSError, ValueError) as problem:
        print(f"build_runtime: {problem}", file=sys.stderr)
        return 1
    return 0


def is_current() -> bool:
    """Whether the runtime is there, made from what is here now and for the same date."""
    return STAMP.is_file() and STAMP.read_text(encoding="ascii") == _inputs_digest() and _is_complete()


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
    digest = hashlib.sha256(str(build_date()).encode())
    center = overlay()
    for path in (*(ROOT / name for name in INPUTS), *([center.absolute()] if center else [])):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and not {"__pycache__", "tables"} & set(file.parts):
                name = file.relative_to(ROOT, walk_up=True)
                digest.update(f"{name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _is_complete() -> bool:
    """Whether every file of the manifest is there with the size that it should have."""
    try:
        files = json.loads((RUNTIME / "manifest.json").read_text(encoding="utf-8"))["files"]
    except FileNotFoundError:
        return False
    return TAGS.is_file() and all(
        (path := RUNTIME / name).is_file() and path.stat().st_size == file["size"] for name, file in files.items()
    )


def _files(lock: dict[str, Any]) -> dict[str, bytes]:
    """Every file of the runtime by its name below the folder, the manifest among them."""
    engine = _engine()
    library = with_standins(contents(PYODIDE / "python_stdlib.zip"))
    used = used_modules(PYODIDE, _traced("library", library), _traced("engine", engine))
    library = compiled(kept(library, lambda name: f"{name}c" in used), WORKSHOP)
    engine = kept(engine, lambda name: name in used or not name.endswith((".pyc", "/py.typed")))
    program = _program()
    folder = f"pyodide-{_hash(program)}"
    files = {f"{folder}/{name}": content for name, content in program.items()}
    files |= {f"{folder}/nothing/{name}": content for name, content in NOTHING.items()}
    names = {"loader": f"{folder}/"}
    for kind, archive in (("library", library), ("engine", engine)):
        content = squeezed(stored(archive), ROOT / "build" / "squeezed")
        names[kind] = f"{kind}-{_hash({kind: content})}.bin"
        files[names[kind]] = content
    manifest = {
        "pyodide": json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"],
        **names,
        "lock": lock,
        "files": {name: {"integrity": _integrity(content), "size": len(content)} for name, content in files.items()},
    }
    files |= _checker_modules(manifest)
    if not NOTICES.is_file():
        raise CannotBuildError(f"{NOTICES.name} is missing: the licences of the runtime must go with it.")
    # Not as Markdown, which would become a page of the site.
    files[f"{NOTICES.stem}.txt"] = NOTICES.read_bytes()
    return {**files, "manifest.json": (json.dumps(manifest, indent=1) + "\n").encode()}


def _program() -> dict[str, bytes]:
    """Pyodide's own files by name: what starts it, and the program with its script."""
    loader = (PYODIDE / "pyodide.mjs").read_text(encoding="utf-8")
    script = (PYODIDE / "pyodide.asm.js").read_text(encoding="utf-8")
    program, script = without_spare_exports((PYODIDE / "pyodide.asm.wasm").read_bytes(), script, loader)
    return {"pyodide.js": loader.encode(), "pyodide.asm.js": script.encode(), "pyodide.asm.wasm": program}


def _traced(name: str, files: Mapping[str, bytes]) -> Path:
    """An archive of the workshop from which Python runs to find what it uses."""
    archive = WORKSHOP / f"{name}.zip"
    archive.write_bytes(stored(files))
    return archive


def _engine() -> dict[str, bytes]:
    """The package `followup` as anyone would build it, then compiled; no notices."""
    folder = WORKSHOP / "wheel"
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run("the wheel", command, {"SOURCE_DATE_EPOCH": str(build_date())})
    (wheel,) = folder.glob("*.whl")
    return compiled(kept(contents(wheel), lambda name: name.startswith("followup/")), WORKSHOP)


def _checker_modules(manifest: Mapping[str, Any]) -> dict[str, bytes]:
    """The page's modules in a folder of their own, with the manifest as a module beside them."""
    modules = {path.name: path.read_text(encoding="utf-8") for path in sorted(MODULES.glob("*.mjs"))}
    modules["manifest.mjs"] = f"export default {json.dumps(manifest, separators=(',', ':'))};\n"
    # They name each other, and the loader of Pyodide, in texts that end with the name.
    published = {name.replace(".mjs", ".js"): text.replace('.mjs"', '.js"').encode() for name, text in modules.items()}
    folder = f"checker-{_hash(published)}"
    return {f"{folder}/{name}": content for name, content in published.items()}


def _publish(files: Mapping[str, bytes]) -> None:
    """Write the files, the tags for the head of the checker's page, and remove what belongs to no file."""
    for name, content in files.items():
        _write(RUNTIME / name, content)
    for path in sorted(RUNTIME.rglob("*"), reverse=True):
        name = path.relative_to(RUNTIME).as_posix()
        if path.is_file() and name not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    (main_module,) = (name for name in files if name.endswith("/follow-up-checker.js"))
    # The worker's modules are not among them: they come with the first sign of use.
    others = ("client", "connection", "faults", "fetching", "form", "manifest", "protocol")
    folder = f"assets/runtime/{main_module.rpartition('/')[0]}"
    tags = [f'<script type="module" async src="{_address(folder, "early")}"></script>']
    tags += [f'<link rel="modulepreload" href="{_address(folder, name)}">' for name in others]
    for name in ("follow-up-checker", "quiet"):
        tags.append(f'<script type="module" src="{_address(folder, name)}"></script>')
    _write(TAGS, "\n".join([*tags, ""]).encode())


def _address(folder: str, name: str) -> str:
    """A module's address as the theme's templates write it, from whichever page."""
    return f"{{{{ '{folder}/{name}.js' | url }}}}"


def _write(path: Path, content: bytes) -> None:
    """Write a file unless it already holds the content, so that nothing that watches the folder wakes up."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _hash(files: Mapping[str, bytes]) -> str:
    """The first 16 hex digits of a hash of the files' names and contents."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0".encode() + hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]


def _integrity(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


if __name__ == "__main__":
    sys.exit(main())
