"""Typed reading of TOML tables that gathers every fault with the place where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import cast

from followup import files

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Unread(str):
    """The fault of a file of which nothing could be read, so that faults of other files may follow from it alone."""

    __slots__ = ()


class Table:
    """One TOML table, read key by key.

    A reader returns a value of the right type even where the table is at fault, so that reading goes on;
    the fault is in `faults` by then.
    """

    def __init__(self, rows: object, where: str, faults: list[str], prefix: str = "") -> None:
        """`where` names the file and the record, `prefix` the place inside the record."""
        self.where = where
        self.prefix = prefix
        self.faults = faults
        self._seen: set[str] = set()
        self._rows: Mapping[str, object] = {}
        if isinstance(rows, Mapping):
            self._rows = cast("Mapping[str, object]", rows)
        else:
            place = f"{where}: {prefix.rstrip('.')}" if prefix else where
            self.faults.append(f"{place}: expected a table, found {rows!r}")

    def __contains__(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order of the file."""
        return iter(self._rows)

    def stands_for(self, key: str) -> None:
        """Name the record in faults from here on by its id instead of its place."""
        self.where, self.prefix = f"{self.where}: {key}", ""

    def fault(self, key: str, problem: str) -> None:
        """Note what is wrong at a key."""
        self.faults.append(f"{self.where}: {self.prefix}{key}: {problem}")

    def text(self, key: str, *, required: bool = True, pattern: re.Pattern[str] | None = None) -> str:
        """A text that is not blank and has no blanks around it; empty where an optional key is absent."""
        value = self._value(key, required=required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(key, f"expected a text, found {value!r}")
            return ""
        if not value.strip():
            self.fault(key, "is empty")
        elif value != value.strip():
            self.fault(key, "has blanks at an end")
        elif pattern and not pattern.fullmatch(value):
            self.fault(key, f"{value!r} does not have the form {pattern.pattern}")
        return value

    def choice[T: str](self, key: str, options: Sequence[T]) -> T:
        """One of the options."""
        value = self._value(key)
        for option in options:
            if option == value:
                return option
        if value is not None:
            self.fault(key, f"{value!r} is none of {', '.join(options)}")
        return options[0]

    def count(self, key: str) -> int:
        """A whole number, zero or more."""
        value = self._value(key)
        if value is None:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.fault(key, f"expected a whole number from 0 up, found {value!r}")
            return 0
        return value

    def truth(self, key: str, *, required: bool = True) -> bool:
        """True or false; false where an optional key is absent."""
        value = self._value(key, required=required)
        if value is not None and not isinstance(value, bool):
            self.fault(key, f"expected true or false, found {value!r}")
        return value is True

    def day(self, key: str) -> date:
        """A date without a time."""
        value = self._value(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.fault(key, f"expected a date such as 2026-11-22, found {value!r}")
        return date.min

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of texts, not empty and without repeats; an empty tuple where an optional key is absent."""
        value = self._value(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not value:
            self.fault(key, f"expected a list with at least one text, found {value!r}")
            return ()
        found = [item for item in value if isinstance(item, str) and item.strip()]
        if len(found) < len(value):
            self.fault(key, "has an entry that is not a text, or an empty one")
        for item in sorted({item for item in found if found.count(item) > 1}):
            self.fault(key, f"{item!r} stands there twice")
        return tuple(found)

    def tables(self, key: str, *, required: bool = True) -> Iterator["Table"]:
        """The tables of a list, each knowing its place, such as `sides[1].`."""
        value = self._value(key, required=required)
        if value is not None and not isinstance(value, list):
            self.fault(key, f"expected a list of tables, found {value!r}")
        for place, item in enumerate(value if isinstance(value, list) else []):
            yield Table(item, self.where, self.faults, f"{self.prefix}{key}[{place}].")

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._rows:
            if key not in self._seen:
                self.fault(key, "unknown key")

    def _value(self, key: str, *, required: bool = True) -> object:
        self._seen.add(key)
        if required and self._rows and key not in self._rows:
            self.fault(key, "missing")
        return self._rows.get(key)


def read_toml(folder: Path, name: str, faults: list[str]) -> Mapping[str, object]:
    """The tables of a file; none, and a fault, where it is missing or is not TOML."""
    try:
        return files.read_toml(folder / name)
    except FileNotFoundError:
        faults.append(Unread(f"{name}: missing"))
    except files.UnreadableFileError as error:
        faults.append(Unread(f"{name}: {error.problem}"))
    return {}


def records(folder: Path, name: str, pattern: re.Pattern[str], faults: list[str]) -> Iterator[tuple[str, Table]]:
    """The records of a file with one table an id, in the order of the file."""
    for key, rows in read_toml(folder, name, faults).items():
        if not pattern.fullmatch(key):
            faults.append(f"{name}: {key}: an id here has the form {pattern.pattern}")
        yield key, Table(rows, f"{name}: {key}", faults)
