"""What the project knows: sources, their claims, the numbers of the policy, the disagreements, the grounds of reasons.

The records are in `records`, the data in the TOML files of this folder: `sources.toml`, `claims/<source>.toml`,
`figures.toml`, `policy.toml`, `rules.toml`, `disputes.toml`, `gaps.toml`, `grounds.toml` and `holidays.toml`. A center
that runs a copy lays a folder of its own over them.
"""

from functools import cache
from typing import TYPE_CHECKING

from followup.knowledge import _compiled
from followup.knowledge.errors import KnowledgeError
from followup.knowledge.records import Knowledge
from followup.resources import overlay, read_json

if TYPE_CHECKING:
    from pathlib import Path  # not there in the browser, where the compiled table is read

    from followup.knowledge._lookups import Lookups

__all__ = ["KnowledgeError", "compile_knowledge", "load", "own_layers", "read"]

COMPILED = "tables/knowledge.json"
"""Where a built package carries the knowledge, below `followup/`."""


@cache
def load() -> Knowledge:
    """The knowledge of this package: the compiled table where the package carries one, else the TOML files.

    The compiled table has only what an answer shows.
    Raises `KnowledgeError` with every fault where the TOML files are at fault.
    """
    compiled = read_json(COMPILED)
    return read() if compiled is None else _compiled.from_plain(compiled)


def read(*folders: "Path", lookups: "Lookups | None" = None) -> Knowledge:
    """The knowledge in a folder of TOML files, with others laid over it; this package's own if none is given.

    A record of a later folder gives the keys that it changes, or is one more; the knowledge knows whose it is
    (`layer`). `lookups` names the numbers that must be there, and as what: those of the engine (`kinds`) if none are
    given. Raises `KnowledgeError` with every fault of every file.
    """
    # A compiled package needs no TOML and no checks.
    from followup.knowledge._folder import read_layers  # noqa: PLC0415
    from followup.knowledge._lookups import LOOKUPS  # noqa: PLC0415

    return read_layers(folders or own_layers(), LOOKUPS if lookups is None else lookups)


def own_layers() -> "tuple[Path, ...]":
    """The folders of this package's knowledge: its own, and that of a center that runs a copy, if there is one."""
    from pathlib import Path  # noqa: PLC0415 - as above

    center = overlay()
    return (Path(__file__).parent, *([center] if center else []))


def compile_knowledge(knowledge: Knowledge | None = None) -> str:
    """The JSON text of what an answer shows of a knowledge, this package's if none is given, for `COMPILED`."""
    return _compiled.to_json(knowledge or read())
