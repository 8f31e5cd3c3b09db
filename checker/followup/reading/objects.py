"""Typed readers for JSON objects that gather every fault with its path instead of stopping at the first.

A reader returns None both for a missing key and for a faulty one; the faults tell the two apart.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from followup.days.zones import in_zone
from followup.model import Fault, Moment

DASHES = 2
"""In `YYYY-MM-DD`: the one form of a day that is read, of all that ISO 8601 has."""
LENGTH_OF_DAY = 10
"""Characters of `YYYY-MM-DD`."""
SHOWN = 60
"""Characters of a value that a fault repeats: about one line on a phone."""


class ObjectReader:
    """One JSON object: each call reads one key, and `finish` faults the keys that nobody asked for."""

    def __init__(self, value: dict[str, Any], faults: list[Fault], path: str = "", clock: tzinfo = UTC) -> None:
        """Read `value`, found at `path`, adding to `faults`; times without an offset are on `clock`."""
        self._value = value
        self._faults = faults
        self._path = path
        self._asked: list[str] = []
        self.clock = clock

    def path(self, key: str) -> str:
        """The full path of a key, such as `promised.to` or `attempts[0].at`."""
        return f"{self._path}.{key}" if self._path else key

    def fault(self, key: str, fault_id: str, **values: object) -> None:
        """Note a fault at a key of this object."""
        if "given" in values:
            values["given"] = _shown(values["given"])
        self._faults.append(Fault(self.path(key), fault_id, values))

    def _read[T](self, key: str, kind: type[T], fault_id: str) -> T | None:
        """The value if it is of the kind, else a fault; a yes or no is no number."""
        self._asked.append(key)
        given = self._value.get(key)
        if given is None:
            return None
        if isinstance(given, kind) and (kind is bool or not isinstance(given, bool)):
            return given
        self.fault(key, fault_id, given=given)
        return None

    def text(self, key: str) -> str | None:
        """A text that is not blank."""
        found = self._read(key, str, "not-text")
        if found is None:
            return None
        stripped = found.strip()
        if not stripped:
            self.fault(key, "not-text", given=found)
        return stripped or None

    def flag(self, key: str) -> bool | None:
        """True or false."""
        return self._read(key, bool, "not-yes-or-no")

    def count(self, key: str) -> int | None:
        """A whole number from 0 on."""
        found = self._read(key, int, "not-a-count")
        if found is None or found >= 0:
            return found
        self.fault(key, "not-a-count", given=found)
        return None

    def choice[T: str](self, key: str, options: Collection[T]) -> T | None:
        """One of the options."""
        self._asked.append(key)
        given = self._value.get(key)
        if given is None:
            return None
        for option in options:
            if option == given:
                return option
        self.fault(key, "not-an-option", given=given, options=", ".join(options))
        return None

    def choices[T: str](self, key: str, options: Collection[T]) -> tuple[T, ...] | None:
        """A list of options, each once and in the order of `options`."""
        items = self._list(key)
        if items is None:
            return None
        for index, item in enumerate(items):
            if not isinstance(item, str) or item not in options:
                self.fault(f"{key}[{index}]", "not-an-option", given=_shown(item), options=", ".join(options))
        return tuple(option for option in options if option in items)

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A list of texts that are not blank."""
        items = self._list(key)
        if items is None:
            return None
        for index, item in enumerate(items):
            if not isinstance(item, str) or not item.strip():
                self.fault(f"{key}[{index}]", "not-text", given=_shown(item))
        return tuple(item.strip() for item in items if isinstance(item, str))

    def day(self, key: str) -> date | None:
        """An ISO 8601 date; of a date-time, its day."""
        moment = self.moment(key)
        return moment.date() if isinstance(moment, datetime) else moment

    def days(self, key: str) -> tuple[date, ...]:
        """A list of ISO 8601 dates."""
        found = []
        for index, item in enumerate(self._list(key) or ()):
            day = parse_moment(item, self.clock)
            if day is None:
                self._fault_date(f"{key}[{index}]", item)
            else:
                found.append(day.date() if isinstance(day, datetime) else day)
        return tuple(found)

    def moment(self, key: str) -> Moment | None:
        """An ISO 8601 date, or a date-time brought to the clock of the reader."""
        self._asked.append(key)
        given = self._value.get(key)
        if given is None:
            return None
        moment = parse_moment(given, self.clock)
        if moment is None:
            self._fault_date(key, given)
        return moment

    def object(self, key: str) -> "ObjectReader | None":
        """A nested object."""
        nested = self._read(key, dict, "not-an-object")
        return None if nested is None else ObjectReader(nested, self._faults, self.path(key), self.clock)

    def objects(self, key: str) -> Iterator["ObjectReader"]:
        """The objects of a list."""
        for index, item in enumerate(self._list(key) or ()):
            path = f"{key}[{index}]"
            if isinstance(item, dict):
                yield ObjectReader(item, self._faults, self.path(path), self.clock)
            else:
                self.fault(path, "not-an-object", given=_shown(item))

    def need(self, *keys: str) -> None:
        """Fault each of the keys that is missing."""
        for key in keys:
            if self._value.get(key) is None:
                self.fault(key, "missing")

    def finish(self) -> None:
        """Fault every key that was not asked for, naming the nearest that exists."""
        for key in self._value:
            if key not in self._asked:
                from difflib import get_close_matches  # noqa: PLC0415 - few situations have such keys

                near = get_close_matches(key, self._asked, n=1)
                self.fault(_shown(key), "unknown-key-near" if near else "unknown-key", near=near[0] if near else "")

    def _fault_date(self, key: str, given: Any) -> None:
        """Note a value that is no moment; where only its time is at fault, the time alone: its day may be of ours."""
        fault_id = _date_fault(given)
        time = given.strip()[LENGTH_OF_DAY:].removeprefix("T").strip() if fault_id == "not-a-time" else ""
        self.fault(key, fault_id, given=time or given)

    def _list(self, key: str) -> list[Any] | None:
        return self._read(key, list, "not-a-list")


def parse_moment(given: Any, clock: tzinfo) -> Moment | None:
    """The moment of an ISO 8601 text, or None. Times without an offset are on `clock`, others are brought to it."""
    if not isinstance(given, str):
        return None
    text = given.strip()
    try:
        if "T" not in text and " " not in text:
            return date.fromisoformat(text) if text.count("-") == DASHES else None
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=clock) if moment.tzinfo is None else in_zone(moment, clock)


def _date_fault(given: Any) -> str:
    """Which fault a value is that gave no date: a time that is none, a day that does not exist, or no date at all."""
    if isinstance(given, str) and isinstance(parse_moment(given.strip()[:LENGTH_OF_DAY], UTC), date):
        return "not-a-time"
    digits = given.strip()[:10].split("-") if isinstance(given, str) else []
    return "no-such-day" if len(digits) == DASHES + 1 and all(part.isdigit() for part in digits) else "not-a-date"


def _shown(given: Any) -> str:
    """The value as a fault shows it: cut short, so that a fault stays readable."""
    text = given if isinstance(given, str) else repr(given)
    return text if len(text) <= SHOWN else text[: SHOWN - 3] + "..."
