"""Texts that people write, as a checkout is built and tested from them; a package carries JSON in their place."""

import tomllib
from pathlib import Path
from typing import Any


class UnreadableFileError(ValueError):
    """A file that cannot be read as what it should be; `problem` says why, without the name of the file."""

    def __init__(self, path: Path, problem: str) -> None:
        """The text of the error is the path and the problem."""
        super().__init__(f"{path}: {problem}")
        self.problem = problem


def read_text(path: Path) -> str:
    """The text of a file in UTF-8; raises `UnreadableFileError` where it is none, and OSError as ever."""
    content = path.read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(path, f"line {line} is not UTF-8, so save the file in that encoding") from None


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; raises as `read_text` does, also where it is no TOML."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFileError(path, f"cannot be read as TOML: {error}") from None
