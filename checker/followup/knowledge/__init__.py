"""What the project knows: sources, their claims, the numbers of the policy, the disagreements, the grounds of reasons.

The records are in `records`, the data in the TOML files of this folder: `sources.toml`, `claims/<source>.toml`,
`policy.toml`, `disputes.toml` and `grounds.toml`.
"""

from functools import cache
from typing import TYPE_CHECKING

from followup.knowledge import _compiled
from followup.knowledge.errors import KnowledgeError
from followup.knowledge.records import Knowledge
from followup.resources import read_json

if TYPE_CHECKING:
    from pathlib import Path  # not there in the browser, where the compiled table is read

__all__ = ["KnowledgeError", "compile_knowledge", "load", "read"]

COMPILED = "tables/knowledge.json"
"""Where a built package carries the knowledge, below `followup/`."""


@cache
def load() -> Knowledge:
    """The knowledge of this package: the compiled table where the package carries one, else the TOML files.

    Raises `KnowledgeError` with every fault where the TOML files are at fault.
    """
    compiled = read_json(COMPILED)
    return read(_here()) if compiled is None else _compiled.from_plain(compiled)


def read(folder: "Path") -> Knowledge:
    """The knowledge in a folder of TOML files; raises `KnowledgeError` with every fault of every file."""
    from followup.knowledge._folder import read_folder  # noqa: PLC0415 - a compiled package needs no TOML and no checks

    return read_folder(folder)


def compile_knowledge(folder: "Path | None" = None) -> str:
    """The JSON text of the knowledge in a folder of TOML files, this one if none is given, for `COMPILED`."""
    return _compiled.to_json(read(folder or _here()))


def _here() -> "Path":
    from pathlib import Path  # noqa: PLC0415 - as above

    return Path(__file__).parent
