"""The situations of which no source speaks, and what we decided (`G01` ...)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import followup.knowledge

FILE = Path(followup.knowledge.__file__).parent / "gaps.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """One such situation; `left_out` where the checker does not decide it."""

    id: str
    situation: str
    decision: str
    left_out: bool = False
    said_as: str = ""
    """The words under which the site says what to do instead."""


def read_gaps(file: Path = FILE) -> tuple[Gap, ...]:
    """Return the gaps of a file in their order."""
    return tuple(Gap(id=key, **row) for key, row in tomllib.loads(file.read_text(encoding="utf-8")).items())
