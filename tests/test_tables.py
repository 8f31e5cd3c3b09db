"""The tables of the package say what the library `holidays` and the package `tzdata` say."""

import json
import zoneinfo
from collections.abc import Iterator
from copy import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import holidays
import pytest

import build_tables
from followup.days.holidays import public_holidays, works_from_sunday
from followup.days.zones import zone

# The tables at hand may be of another year than today.
TABLE = json.loads((build_tables.TABLES / "holidays" / "US.json").read_text(encoding="utf-8"))
COVERED = replace(build_tables.coverage(), last_year=TABLE["last_year"])
EVERY_REGION = 100
"""The percent of a country's regions that must have a day off."""
FIRST_DAY = date(COVERED.first_year, 1, 1)
LAST_DAY = date(COVERED.last_year, 12, 31)
EVERY_DAY = [FIRST_DAY + timedelta(days) for days in range((LAST_DAY - FIRST_DAY).days + 1)]


@pytest.fixture
def zones_of_package() -> Iterator[None]:
    """Make the standard library read time zones from the package tzdata, not from the machine."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[])
    yield
    zoneinfo.reset_tzpath(to=before)


def days_of_library(country: str, subdivision: str | None) -> set[date]:
    """The public holidays that the library names, one year further than the table on both sides."""
    years = range(COVERED.first_year - 1, COVERED.last_year + 2)
    named = holidays.country_holidays(country, subdiv=subdivision, years=years)
    return {day for day in EVERY_DAY if day in named}


@pytest.mark.parametrize("country", sorted(COVERED.countries))
def test_every_day_is_a_holiday_exactly_where_the_library_says_so(country: str) -> None:
    """For each country and each of its subdivisions, every day of the years covered agrees with the library."""
    subdivisions = [None, *build_tables.holiday_table(country, COVERED)["subdivisions"]]
    for subdivision in subdivisions:
        known = public_holidays(country, subdivision, EVERY_REGION)
        assert known is not None
        assert set(known.names) - known.of_most == days_of_library(country, subdivision), subdivision
        assert all(known.names.values()), subdivision


@pytest.mark.parametrize("country", sorted(COVERED.countries))
def test_without_a_region_the_days_of_most_regions_count(country: str) -> None:
    """For every share of the regions, a day that is not the country's counts exactly where so many of them have it."""
    regions = list(build_tables.holiday_table(country, COVERED)["subdivisions"])
    national, kept = days_of_library(country, None), [days_of_library(country, region) for region in regions]
    for share in (1, 50, EVERY_REGION):
        known = public_holidays(country, None, share)
        assert known is not None
        some = {day for days in kept for day in days} - national
        enough = {day for day in some if sum(day in days for days in kept) >= len(kept) * share / 100}
        assert known.of_most == enough
        assert set(known.names) == national | enough
        assert set(known.regional) == some | {day for day in national if not all(day in days for days in kept)}


@pytest.mark.parametrize("country", sorted(COVERED.countries))
def test_a_table_knows_its_years_and_no_others(country: str) -> None:
    """The first and the last day of the years covered are known; the days beside them are not."""
    known = public_holidays(country, None, EVERY_REGION)
    assert known is not None
    assert known.knows(FIRST_DAY)
    assert not known.knows(FIRST_DAY - timedelta(days=1))
    assert known.knows(LAST_DAY)
    assert not known.knows(LAST_DAY + timedelta(days=1))


@pytest.mark.parametrize(("country", "day", "name"), [
    ("US", date(2026, 11, 26), "Thanksgiving Day"),
    ("DE", date(2026, 5, 1), "Labor Day"),
    ("MX", date(2026, 9, 16), "Independence Day"),
])  # fmt: skip
def test_names_are_english(country: str, day: date, name: str) -> None:
    """Holidays have their English names, wherever the library has one."""
    known = public_holidays(country, None, EVERY_REGION)
    assert known is not None
    assert known.names[day] == name


def test_subdivisions_are_those_of_iso_3166() -> None:
    """States are there by their code and name; the towns and school zones that the library also knows are not."""
    states = build_tables.holiday_table("US", COVERED)["subdivisions"]
    assert {"CA": "California", "DC": "District of Columbia", "PR": "Puerto Rico"}.items() <= states.items()
    assert "BY" in build_tables.holiday_table("DE", COVERED)["subdivisions"]
    assert "Augsburg" not in build_tables.holiday_table("DE", COVERED)["subdivisions"]


def test_a_name_of_no_region_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An English name in holidays.toml that leads to no region of its country is said with its country."""
    settings = build_tables.SETTINGS.read_text(encoding="utf-8").replace('Bavaria = "BY"', 'Bavaria = "XX"')
    monkeypatch.setattr(build_tables, "SETTINGS", tmp_path / "holidays.toml")
    build_tables.SETTINGS.write_text(settings, encoding="utf-8")
    with pytest.raises(ValueError, match=r"holidays\.toml: english_names\.DE: .*XX"):
        build_tables.holiday_table("DE", COVERED)


def test_a_subdivision_without_days_of_its_own_is_still_known() -> None:
    """Where a subdivision keeps the country's days, the table says that its days are known."""
    table = build_tables.holiday_table("DE", COVERED)
    same = [code for code in table["subdivisions"] if code not in table["local"]]
    for code in same:
        known = public_holidays("DE", code, EVERY_REGION)
        assert known is not None
        assert known.is_local


@pytest.mark.usefixtures("zones_of_package")
def test_every_zone_has_the_clock_of_tzdata() -> None:
    """Each zone of tzdata is in the table, with its offset and abbreviation in every month of some years."""
    moments = [datetime(year, month, 15, 12, tzinfo=UTC) for year in (1999, 2025, 2026, 2040) for month in range(1, 13)]
    names = zoneinfo.available_timezones() - {"localtime"}
    assert len(names) > 500
    for name in names:
        ours, theirs = zone(name), zoneinfo.ZoneInfo.no_cache(name)
        assert ours is not None, name
        for moment in moments:
            assert moment.astimezone(ours).isoformat() == moment.astimezone(theirs).isoformat(), name
            assert moment.astimezone(ours).tzname() == moment.astimezone(theirs).tzname(), name


@pytest.mark.parametrize("name", ["", "Nowhere/City", "../zones.bin", "america/chicago"])
def test_no_zone_without_an_iana_name(name: str) -> None:
    """A name that tzdata does not have is no zone."""
    assert zone(name) is None


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_tables_reach_five_years_beyond_the_build(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The years covered begin where they always did, and end five years after that of the build."""
    monkeypatch.setattr(build_tables, "build_year", lambda: year)
    assert build_tables.coverage().first_year == 2025
    assert build_tables.coverage().last_year == year + 5


def test_a_table_without_a_year_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One year is enough; a clock so wrong that none is left stops the build with a sentence, before it writes."""
    monkeypatch.setattr(build_tables, "build_year", lambda: 2020)
    assert build_tables.coverage().last_year == 2025
    monkeypatch.setattr(build_tables, "build_year", lambda: 2019)
    monkeypatch.setattr(build_tables, "TABLES", build_tables.ROOT / "nowhere")
    assert build_tables.main() == 1
    assert "2019" in capsys.readouterr().err
    assert not build_tables.TABLES.exists()


def test_the_same_build_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs write equal files, and a country that is no longer asked for goes away."""
    (tmp_path / "once" / "holidays").mkdir(parents=True)
    (tmp_path / "once" / "holidays" / "XX.json").write_text("{}", encoding="utf-8")
    once = build_tables.write_tables(tmp_path / "once")
    again = build_tables.write_tables(tmp_path / "again")
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]
    assert {path for path in (tmp_path / "once").rglob("*") if path.is_file()} == set(once)


def test_zones_with_the_same_rules_are_kept_once() -> None:
    """The places in the table cover it without a gap, and other names of a zone share its place."""
    index, rules = build_tables.zone_tables()
    end = 0
    for start, length in sorted(set(index.values())):
        assert start == end
        end += length
    assert end == len(rules)
    assert index["Asia/Calcutta"] == index["Asia/Kolkata"] != index["Asia/Tokyo"]


def test_the_week_of_a_country_is_that_of_the_library() -> None:
    """Where the list says that people work from Sunday to Thursday, the library has Friday and Saturday off."""
    listed = build_tables.sunday_to_thursday()
    assert listed
    for code in listed:
        assert holidays.country_holidays(code, years=2026).weekend == {4, 5}
        assert works_from_sunday(code)
    assert not any(works_from_sunday(code) for code in COVERED.countries)
