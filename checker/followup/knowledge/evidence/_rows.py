"""The rows of a CSV file as tables, whose faults read like those of a TOML file."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from followup.knowledge._reading import Table


def rows(folder: Path, name: str, columns: Sequence[str], faults: list[str]) -> Iterator[Table]:
    """The rows of a file, an empty cell being a key that is absent; a file at fault has none, or fewer.

    A row goes by its first cell, or by its line where that is empty.
    """
    try:
        # A spreadsheet may put a mark of the encoding first.
        text = (folder / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.append(f"{name}: missing")
        return
    except UnicodeDecodeError as error:
        faults.append(f"{name}: is not in UTF-8 ({error.reason}); save it as CSV in UTF-8")
        return
    lines = csv.reader(text.splitlines(), strict=True)
    try:
        head = next(lines, [])
        if head != list(columns):
            faults.append(f"{name}: the first line must be {','.join(columns)}; save with commas between the cells")
            return
        for cells in lines:
            where = f"{name}: {cells[0] if cells and cells[0] else f'line {lines.line_num}'}"
            if len(cells) != len(columns):
                faults.append(
                    f"{where}: has {len(cells)} cells and not {len(columns)}; put a text with commas in double quotes"
                )
                continue
            yield Table({column: cell for column, cell in zip(columns, cells, strict=True) if cell}, where, faults)
    except csv.Error as error:
        faults.append(f"{name}: line {lines.line_num}: cannot be read as CSV: {error}")


def number(row: Table, key: str) -> float | None:
    """The number in a cell, whole where it has no fraction; None where the cell is empty."""
    text = row.text(key, required=False)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value < float("inf"):
        row.fault(key, f"{text!r} is no number from 0 up; write it with digits, such as 7 or 61.5")
        return None
    return int(value) if value.is_integer() else value
