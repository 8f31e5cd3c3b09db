"""Public holidays of the recipient's place, from tables made at build time by the library `holidays`.

A table covers some years. Outside them, and for a country that has none, the answer must say that holidays are not
known.
"""

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
    """Whether days of the subdivision are in it, or only those of the whole country."""

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
def public_holidays(country: str, subdivision: str | None) -> PublicHolidays | None:
    """The holidays of an ISO 3166 country and subdivision (`CA`, or `US-CA`), or None where there is no table.

    A subdivision without days of its own in the table gives the national days with `is_local` false.
    """
    table = _table(country)
    if table is None:
        return None
    days = dict(table["national"])
    code = (subdivision or "").removeprefix(f"{country}-")
    is_local = code in table["subdivisions"]
    local = table["local"].get(code, {"add": {}, "drop": []})
    for day in local["drop"]:
        del days[day]
    days |= local["add"]
    return PublicHolidays(
        names={date.fromisoformat(day): name for day, name in days.items()},
        first_year=table["first_year"],
        last_year=table["last_year"],
        is_local=is_local,
    )
