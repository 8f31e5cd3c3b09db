"""Clocks and public holidays, from the tables that the package carries."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from followup.days import zones
from followup.days.holidays import public_holidays
from followup.days.zones import after_hours, in_zone, zone
from followup.resources import read_bytes, read_json

FIRST, LAST = 2025, 2030
"""Years that every build knows: the tables begin in 2025 and reach five years past the build."""


def in_chicago(*parts: int) -> datetime:
    """A time on Chicago's clock."""
    return datetime(*parts, tzinfo=zone("America/Chicago"))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        (in_chicago(2026, 6, 2, 11, 0), 24, "2026-06-03T11:00:00-05:00"),
        (in_chicago(2026, 3, 7, 15, 0), 24, "2026-03-08T16:00:00-05:00"),  # an hour is lost that night
        (in_chicago(2026, 3, 7, 15, 0), 48, "2026-03-09T16:00:00-05:00"),
        (in_chicago(2026, 10, 31, 15, 0), 24, "2026-11-01T14:00:00-06:00"),  # ... and one is won
        (in_chicago(2026, 10, 31, 15, 0), 48, "2026-11-02T14:00:00-06:00"),
        (in_chicago(2026, 3, 8, 3, 0), 24, "2026-03-09T03:00:00-05:00"),  # after the change: as usual
        (datetime(2026, 3, 7, 15, 0, tzinfo=UTC), 24, "2026-03-08T15:00:00+00:00"),
    ],
)
def test_hours_are_elapsed_hours(start: datetime, hours: int, expected: str) -> None:
    """24 hours are 24 hours, though the clock is changed in between (G18)."""
    assert after_hours(start, hours).isoformat() == expected


def test_hours_stop_at_the_end_of_the_calendar() -> None:
    """Where the calendar has no later moment, the moment stays as it is."""
    last = datetime(9999, 12, 31, 12, 0, tzinfo=UTC)

    assert after_hours(last, 24) == last
    assert after_hours(last, 11) > last


def test_a_moment_is_brought_to_another_clock() -> None:
    """The instant stays, the clock changes; at the very ends of the calendar the moment stays as it is."""
    evening, first = in_chicago(2026, 6, 2, 20, 0), datetime(1, 1, 1, tzinfo=UTC)
    auckland, chicago = zone("Pacific/Auckland"), zone("America/Chicago")
    assert auckland is not None
    assert chicago is not None

    assert in_zone(evening, auckland).isoformat() == "2026-06-03T13:00:00+12:00"
    assert in_zone(first, chicago) == first


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "..",
        "../x",
        "../../../../etc/passwd",
        "/etc/localtime",
        "America",
        "America/",
        "America/Nowhere",
        "america/chicago",
        "Europe\\Berlin",
        "UTC\x00",
        "\udcff",
        "x" * 100_000,
    ],
)
def test_a_name_that_no_zone_has_gives_none(name: str) -> None:
    """Neither a wrong name nor a hostile one fails or reaches outside the table."""
    assert zone(name) is None


def test_a_zone_has_its_own_rules() -> None:
    """A zone of the table is the one of its name, and answers with its own offset."""
    found = zone("Asia/Kolkata")
    assert found is not None

    assert str(found) == "Asia/Kolkata"
    assert datetime(2026, 6, 2, 9, 0, tzinfo=found).isoformat() == "2026-06-02T09:00:00+05:30"


def test_a_package_without_its_zones_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the table the error names the file and the way to make it."""
    monkeypatch.setattr(zones, "read_bytes", lambda _: None)

    with pytest.raises(RuntimeError, match=r"zones\.bin.*make build"):
        zones._tables.__wrapped__()  # noqa: SLF001 - the cached table would answer instead


def test_a_file_that_the_package_lacks_is_none() -> None:
    """A missing file is no failure: whoever asks says what its absence means."""
    assert read_bytes("tables/nothing.bin") is None
    assert read_json("tables/nothing.json") is None


def names(country: str, subdivision: str | None = None) -> dict[date, str]:
    """The public holidays of a place that has a table."""
    found = public_holidays(country, subdivision, 50)
    assert found is not None
    return found.names


def test_a_country_has_its_national_holidays() -> None:
    """Without a subdivision there are the days of the whole country, with their names."""
    assert names("US")[date(2026, 7, 3)].startswith("Independence Day")
    assert date(2026, 3, 31) not in names("US")


@pytest.mark.parametrize("code", ["CA", "US-CA"])
def test_a_subdivision_adds_its_own_days_and_drops_others(code: str) -> None:
    """California keeps a day that others do not have, and lacks one that the country has, in either spelling."""
    found = public_holidays("US", code, 50)
    assert found is not None

    assert found.is_local
    assert date(2026, 3, 31) in found.names
    assert date(2026, 10, 12) in names("US")
    assert date(2026, 10, 12) not in found.names
    assert date(2026, 12, 25) in found.names


@pytest.mark.parametrize("code", ["XX", "CA-US", "GB-CA", "US-", ""])
def test_an_unknown_subdivision_falls_back_on_the_country(code: str) -> None:
    """The national days are there, and the table says that the place's own are not."""
    found = public_holidays("US", code, 50)
    assert found is not None

    assert not found.is_local
    assert found.names == names("US")


@pytest.mark.parametrize("country", ["NL", "XX", "us", "..", "../zones", "", "US/../DE"])
def test_a_country_without_a_table_gives_none(country: str) -> None:
    """A country that the build made no table for is not known, whatever its code looks like."""
    assert public_holidays(country, None, 50) is None


@pytest.mark.parametrize("country", ["AU", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "MX", "NZ", "SG", "US"])
def test_a_table_knows_its_years_and_no_others(country: str) -> None:
    """The bounds are inclusive, and there are holidays in every year between them."""
    found = public_holidays(country, None, 50)
    assert found is not None
    assert found.first_year == FIRST
    assert found.last_year >= LAST
    years = {day.year for day in found.names}

    assert years == set(range(found.first_year, found.last_year + 1))
    assert not found.knows(date(found.first_year - 1, 12, 31))
    assert found.knows(date(found.first_year, 1, 1))
    assert found.knows(date(found.last_year, 12, 31))
    assert not found.knows(date(found.last_year + 1, 1, 1))


def test_every_subdivision_of_every_table_can_be_read() -> None:
    """What a subdivision drops is a day that its country has."""
    found: list[Any] = []
    for country in ("AU", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "MX", "NZ", "SG", "US"):
        table = read_json(f"tables/holidays/{country}.json")
        found += [public_holidays(country, code, 50) for code in table["subdivisions"]]

    assert all(place.is_local and place.names for place in found)
    assert len(found) > 100
