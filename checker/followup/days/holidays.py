"""Public holidays of the recipient's place, from tables made at build time by the library `holidays`.

A table covers some years. Outside them, and for a country that has none, the answer must say that holidays are not
known.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from followup.resources import read_json


class PublicHolidays(NamedTuple):
    """The public holidays of one place by day, with the years that the table covers (both inclusive)."""

    names: dict[date, str]
    first_year: int
    last_year: int
    is_local: bool
    """Whether days of the subdivision are in it, or only those of the whole country and of most of its regions."""
    of_most: frozenset[date] = frozenset()
    """Those days of `names` that are not the whole country's, but of so many regions that they count without one."""
    regional: tuple[date, ...] = ()
    """Every day that some regions have off and others do not, counted or not; none where the region is known."""

    def regional_between(self, first: date, last: date) -> tuple[date, ...]:
        """Those days from `first` to `last`, both included, that only some regions have off."""
        return self.regional[bisect_left(self.regional, first) : bisect_right(self.regional, last)]

    def knows(self, day: date) -> bool:
        """Whether the day lies in the years of the table."""
        return self.first_year <= day.year <= self.last_year


@cache
def works_from_sunday(country: str) -> bool:
    """Whether people of an ISO 3166 country usually work from Sunday to Thursday (G16)."""
    return country in (read_json("tables/weeks.json") or ())


@lru_cache(maxsize=64)
def _table(country: str) -> Any:
    # Other tables lie beside the folder.
    return read_json(f"tables/holidays/{country}.json") if country.isalpha() else None


@lru_cache(maxsize=256)
def public_holidays(country: str, subdivision: str | None, most: int) -> PublicHolidays | None:
    """The holidays of an ISO 3166 country and a subdivision, or None where there is no table.

    A subdivision is known by its code (`CA`, `US-CA`) and by its names, in capitals or not. Without one, or with one
    that the table lacks, `is_local` is false: then there are the days of the whole country, and those that at least
    `most` percent of its regions have off (G02).
    """
    table = _table(country)
    if table is None:
        return None
    code = _code(table["named"], country, subdivision or "")
    return _everywhere(table, most) if code is None else _in_region(table, code)


def _code(named: Mapping[str, str], country: str, written: str) -> str | None:
    """The code of a subdivision as somebody wrote it, with the country before it or without; None where unknown."""
    written = written.casefold()
    for place in (written, written.removeprefix(f"{country.casefold()}-")):
        if code := named.get("".join(filter(str.isalnum, place))):
            return code
    return None


def _in_region(table: Any, code: str) -> PublicHolidays:
    local = table["local"].get(code, {"add": {}, "drop": []})
    days = {day: name for day, name in table["national"].items() if day not in local["drop"]} | local["add"]
    return _made(table, days, is_local=True)


def _everywhere(table: Any, most: int) -> PublicHolidays:
    national: dict[str, str] = table["national"]
    kept: dict[str, list[str]] = {}
    dropped: set[str] = set()
    for local in table["local"].values():
        dropped.update(local["drop"])
        for day, name in local["add"].items():
            if day not in national:
                kept.setdefault(day, []).append(name)
    counted = {day: names for day, names in kept.items() if 100 * len(names) >= most * len(table["subdivisions"])}
    # The name that most regions give it; of equals, the first by their codes.
    days = national | {day: max(names, key=names.count) for day, names in counted.items()}
    return _made(table, days, is_local=False)._replace(
        of_most=_dates(counted), regional=tuple(sorted(_dates(kept.keys() | dropped)))
    )


def _made(table: Any, days: Mapping[str, str], *, is_local: bool) -> PublicHolidays:
    return PublicHolidays(
        names={date.fromisoformat(day): name for day, name in days.items()},
        first_year=table["first_year"],
        last_year=table["last_year"],
        is_local=is_local,
    )


def _dates(days: Iterable[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, days))
