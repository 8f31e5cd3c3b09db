"""Folders of knowledge laid over each other: a record of a later one changes that of the same id, or is one more."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from followup import files
from followup.knowledge._reading import Table, Unread, in_layer


class Layer(NamedTuple):
    """A folder of knowledge. The first is whole; a later one changes records of those before it, and adds some."""

    folder: Path
    name: str
    """Empty for the first."""

    def toml(self, name: str, faults: list[str], *, is_needed: bool | None = None) -> Mapping[str, object]:
        """The tables of a file; none, and a fault, where it is no TOML, or needed and missing: all are in the first."""
        file = in_layer(self.name, name)
        try:
            return files.read_toml(self.folder / name)
        except FileNotFoundError:
            if is_needed or (is_needed is None and not self.name):
                faults.append(Unread(f"{file}: missing"))
        except files.UnreadableFileError as error:
            faults.append(Unread(f"{file}: {error.problem}"))
        return {}


def records(
    layers: Sequence[Layer], name: str, pattern: re.Pattern[str], faults: list[str], instead: Sequence[str] = ()
) -> Iterator[tuple[str, Table]]:
    """The records of a file with one table an id, in the order of the layers and of the file in each.

    A record of a later layer gives only the keys that it changes. Of the keys `instead` a record has one, so that
    giving one takes the others away.
    """
    found: dict[str, Table] = {}
    for layer in layers:
        for key, rows in layer.toml(name, faults).items():
            if not pattern.fullmatch(key):
                faults.append(f"{in_layer(layer.name, name)}: {key}: an id here has the form {pattern.pattern}")
            found[key] = _laid_over(found.get(key), Table(rows, f"{name}: {key}", faults), layer.name, instead)
    yield from found.items()


def _laid_over(below: Table | None, table: Table, layer: str, instead: Sequence[str]) -> Table:
    """A record with what a layer says of it."""
    if not layer:
        return table
    rows = table.rows()
    taken = {key for key in instead if any(other in rows for other in instead)}
    kept = {key: value for key, value in (below.rows() if below else {}).items() if key not in taken}
    laid = Table({**kept, **rows}, table.where, table.faults)
    laid.layers, laid.layer = {**(below.layers if below else {}), **dict.fromkeys(rows, layer)}, layer
    laid.added_by = below.added_by if below else layer
    return laid
