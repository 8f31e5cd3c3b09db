"""Makes the tables that the package carries: public holidays and weeks by country, and the time zones.

The library `holidays` and the package `tzdata` know them; a reader's browser needs only the few years around today.
The same inputs give the same bytes. As a program it writes them into the checkout and prints their sizes.
"""

import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import holidays

from build_date import build_year

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "checker" / "followup" / "tables"
SETTINGS = ROOT / "checker" / "followup" / "knowledge" / "holidays.toml"

# ISO 3166-2 after the hyphen. The library also knows towns and school zones, by other names.
_SUBDIVISION = re.compile(r"[A-Z0-9]{1,3}")
# How German names are written where a keyboard has no umlauts.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """The years (both inclusive) and the countries, by ISO 3166 code, whose holidays are known."""

    first_year: int
    last_year: int
    countries: Mapping[str, str]


def coverage() -> Coverage:
    """What holidays.toml asks for, as seen from the year of the build; ValueError where that leaves no year."""
    settings = _settings()
    first, last = settings["first_year"], build_year() + settings["years_ahead"]
    if first > last:
        raise ValueError(
            f"no year would have public holidays: in {SETTINGS.name} they begin in {first}, and the build, which is of "
            f"{build_year()}, takes them to {last}; set this machine's clock, or SOURCE_DATE_EPOCH, right"
        )
    return Coverage(first_year=first, last_year=last, countries=settings["countries"])


def sunday_to_thursday() -> list[str]:
    """The codes of the countries that usually work from Sunday to Thursday."""
    codes: list[str] = _settings()["sunday_to_thursday"]
    return codes


def _settings() -> Any:
    """The tables of holidays.toml; ValueError with its name where it cannot be read."""
    try:
        return tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{SETTINGS.name}: cannot be read as TOML: {error}") from None


def _english(country: type[holidays.HolidayBase]) -> str | None:
    """The library's language code for English names in a country: its own English, else American, else no choice."""
    own = country.default_language or ""
    if own.startswith("en"):
        return own
    return "en_US" if "en_US" in country.supported_languages else None


def _days(code: str, subdivision: str | None, covered: Coverage) -> dict[str, str]:
    """The names of the public holidays of a place by ISO day, in order, for the years covered."""
    days = holidays.country_holidays(
        code,
        subdiv=subdivision,
        years=range(covered.first_year, covered.last_year + 1),
        language=_english(getattr(holidays, code)),
    )
    # A holiday of the first of January may be kept on the last day of the year before.
    return {day.isoformat(): days[day] for day in sorted(days) if covered.first_year <= day.year <= covered.last_year}


def _subdivisions(country: type[holidays.HolidayBase]) -> dict[str, str]:
    """The names of a country's subdivisions by their ISO 3166-2 code without the country."""
    codes = sorted(code for code in country.subdivisions if _SUBDIVISION.fullmatch(code))
    aliases: Mapping[str, str] = getattr(country, "subdivisions_aliases", {})
    names = {code: [name for name, alias_of in aliases.items() if alias_of == code] for code in codes}
    # Some aliases are older codes; a name has small letters.
    return {code: next((name for name in names[code] if not name.isupper()), code) for code in codes}


def _written_in_ways(name: str) -> Iterator[str]:
    """The ways in which people write a name, as letters and digits alone: its marks kept, left out or spelled out."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    for way in (name, bare, name.translate(_SPELLED_OUT)):
        yield "".join(filter(str.isalnum, unicodedata.normalize("NFC", way).casefold()))


def _codes_by_name(country: str, codes: Collection[str]) -> dict[str, str]:
    """The code of each subdivision by its code and by every name that the library or holidays.toml has for it."""
    english = _settings()["english_names"].get(country, {})
    unknown = sorted(set(english.values()) - set(codes))
    if unknown:
        raise ValueError(f"{SETTINGS.name}: english_names.{country}: no subdivision {', '.join(unknown)}")
    named = {**getattr(getattr(holidays, country), "subdivisions_aliases", {}), **english}
    found = {way: code for name, code in named.items() if code in codes for way in _written_in_ways(name)}
    # A code is itself before it is another's older code.
    return dict(sorted((found | {code.casefold(): code for code in codes}).items()))


def holiday_table(code: str, covered: Coverage) -> dict[str, Any]:
    """One country's table: the days of the whole country, and how each subdivision differs from them.

    `local` holds, by subdivision, the days to `add` (with a name, which also replaces the country's) and to `drop`.
    Subdivisions that keep the country's days are in `subdivisions` only. `named` has the code of each by what people
    may write, as letters and digits alone in small letters.
    """
    national = _days(code, None, covered)
    subdivisions = _subdivisions(getattr(holidays, code))
    local = {}
    for subdivision in subdivisions:
        days = _days(code, subdivision, covered)
        add = {day: name for day, name in days.items() if national.get(day) != name}
        drop = [day for day in national if day not in days]
        if add or drop:
            local[subdivision] = {"add": add, "drop": drop}
    return {
        "made_with": f"holidays {metadata.version('holidays')}",
        "name": covered.countries[code],
        "first_year": covered.first_year,
        "last_year": covered.last_year,
        "subdivisions": subdivisions,
        "named": _codes_by_name(code, subdivisions),
        "national": national,
        "local": local,
    }


def zone_tables() -> tuple[dict[str, tuple[int, int]], bytes]:
    """Where each time zone of the package `tzdata` stands, by its IANA name, and the bytes of all of them in a row.

    Zones with the same rules stand in the same place: its start, and its length.
    """
    package = resources.files("tzdata")
    names = package.joinpath("zones").read_text(encoding="utf-8").split()
    content = bytearray()
    places: dict[bytes, tuple[int, int]] = {}
    index = {}
    for name in sorted(names):
        rules = package.joinpath("zoneinfo", *name.split("/")).read_bytes()
        if rules not in places:
            places[rules] = len(content), len(rules)
            content += rules
        index[name] = places[rules]
    return index, bytes(content)


def write_tables(folder: Path | None = None) -> list[Path]:
    """Write all tables into the folder, else the checkout's, in place of what was there; return their paths."""
    folder = folder or TABLES
    covered = coverage()
    index, zones = zone_tables()
    contents = {
        "zones.json": json.dumps(index, separators=(",", ":")).encode(),
        "zones.bin": zones,
        "weeks.json": json.dumps(sunday_to_thursday()).encode(),
    }
    for code in covered.countries:
        text = json.dumps(holiday_table(code, covered), ensure_ascii=False, separators=(",", ":"))
        contents[f"holidays/{code}.json"] = text.encode()
    (folder / "holidays").mkdir(parents=True, exist_ok=True)
    for path in (folder / "holidays").glob("*.json"):
        if f"holidays/{path.name}" not in contents:
            path.unlink()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def main() -> int:
    """Write the tables into the checkout and print their sizes; return 1 after a sentence where that cannot be."""
    try:
        written = write_tables()
    except ValueError as error:
        print(f"build_tables: {error}", file=sys.stderr)
        return 1
    for path in written:
        print(f"{path.stat().st_size:8,} bytes  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
