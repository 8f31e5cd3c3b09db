"""Pyodide's program without what it hands out to libraries that are linked to it while it runs; there are none here.

As published it hands out some ten thousand functions and values, and its script notes each of them several times before
Python starts. The script asks for about 250 of them by name; the rest are there for compiled packages.
"""

import re
from collections.abc import Iterator

from browser_runtime.errors import CannotBuildError

_EXPORTS = 7
"""The number of the section of a WebAssembly module that names what it hands out."""
_HEADER = 8
"""The length of what comes before the first section: `\\0asm` and the version."""
# `var _PyLong_Type=Module["_PyLong_Type"]=2837736;` and `var _main=Module["_main"]=wasmExports["main"];`
_NOTE = re.compile(r'var (\w+)=Module\["\1"\]=(?:wasmExports\["\w+"\]|\w+);')
_FEWEST_NOTES = 1000


def without_spare_exports(program: bytes, script: str, *users: str) -> tuple[bytes, str]:
    """The program and its script with only those exports that the script, or one of the other scripts, names.

    Raises `CannotBuildError` where they are not of the form that is known.
    """
    notes = len(_NOTE.findall(script))
    if notes < _FEWEST_NOTES:
        raise CannotBuildError(f"Pyodide's script notes {notes} exports in the form that is known, not thousands.")
    # Whatever looks like a name counts, so that this errs on the side of keeping.
    named = {name for text in (_NOTE.sub("", script), *users) for name in re.findall(r"\w+", text)}
    script = _NOTE.sub(lambda note: note[0] if note[1] in named else "", script)
    return _with_exports(program, named | {name.removeprefix("_") for name in named}), script


def _with_exports(program: bytes, wanted: set[str]) -> bytes:
    """A WebAssembly module with the wanted ones among its exports."""
    parts = [program[:_HEADER]]
    for kind, section, content in _sections(program):
        if kind == _EXPORTS:
            kept = [entry for name, entry in _exports(content) if name in wanted]
            content = _number(len(kept)) + b"".join(kept)  # noqa: PLW2901 - the section in its new form
            section = bytes([kind]) + _number(len(content)) + content  # noqa: PLW2901 - as above
        parts.append(section)
    return b"".join(parts)


def _sections(program: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each section's kind, the whole of it, and its content."""
    start = _HEADER
    while start < len(program):
        size, begin = _read_number(program, start + 1)
        yield program[start], program[start : begin + size], program[begin : begin + size]
        start = begin + size


def _exports(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The name of each export, and its entry."""
    count, start = _read_number(content, 0)
    for _ in range(count):
        length, begin = _read_number(content, start)
        _, end = _read_number(content, begin + length + 1)  # after the name and its kind
        yield content[begin : begin + length].decode(), content[start:end]
        start = end


def _read_number(content: bytes, start: int) -> tuple[int, int]:
    """A number written as LEB128, and where it ends."""
    number = shift = 0
    while True:
        byte = content[start]
        start += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return number, start


def _number(value: int) -> bytes:
    """A number as LEB128."""
    written = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - what fits into seven bits
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])
