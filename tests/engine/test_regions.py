"""Public holidays of parts of a country: with the region named, and without it."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from followup import wire, words
from followup.days.holidays import public_holidays
from followup.knowledge import load
from followup.words.quantities import usual_numbers

SHARE = load().numbers["holiday-in-most-regions"].usual.value
SAID = words.load().text("assumed.holidays-of-regions", usual_numbers(load(), words.load()))


def on(today: date, country: str | None, subdivision: str | None = None) -> dict[str, Any]:
    """The advice for somebody whose agency has been silent for longer than the four working days that it may be."""
    spoken = today - timedelta(days=8)
    situation = {
        "today": today.isoformat(),
        "stage": "post_interview",
        "route": "agency",
        "channels_given": ["phone"],
        "phone_invited": True,
        "country": country,
        "subdivision": subdivision,
        "interview_end": f"{spoken}T09:00",
        "attempts": [{"at": f"{spoken}T11:00", "kind": "debrief", "channel": "phone"}],
    }
    advice: dict[str, Any] = json.loads(wire.advise(json.dumps(situation)))
    assert "errors" not in advice, advice["errors"]
    return advice


@pytest.mark.parametrize(("country", "day", "has_it", "has_it_not"), [
    ("GB", date(2026, 8, 31), "England", "Scotland"),
    ("GB", date(2026, 4, 6), "wales", "SCT"),
    ("CA", date(2026, 5, 18), "Ontario", "Nova Scotia"),
    ("AU", date(2026, 6, 8), "New South Wales", "Queensland"),
    ("AU", date(2026, 3, 9), "Victoria", "Western Australia"),  # four of eight
])  # fmt: skip
def test_a_day_off_in_half_of_the_regions_counts_without_one(
    country: str, day: date, has_it: str, has_it_not: str
) -> None:
    """Their office is taken to be closed, and the answer says so; where the region is named, it decides alone (G02)."""
    table = public_holidays(country, None, SHARE)
    assert table is not None
    unnamed, there, elsewhere = on(day, country), on(day, country, has_it), on(day, country, has_it_not)
    named = table.names[day]

    assert [unnamed["action"], there["action"], elsewhere["action"]] == ["wait", "wait", "send_status_check"]
    assert unnamed["preferred"] == there["preferred"] > elsewhere["preferred"]
    assert named in unnamed["because"][0]["text"]
    assert unnamed["because"][0]["basis"] == "ours"
    assert unnamed["because"][0] != there["because"][0]
    assert [SAID in advice["assumed"] for advice in (unnamed, there, elsewhere)] == [True, False, False]


@pytest.mark.parametrize(("country", "day", "region"), [
    ("AU", date(2026, 11, 3), "VIC"),
    ("CA", date(2026, 8, 3), "BC"),
    ("GB", date(2026, 3, 17), "Northern Ireland"),
    ("US", date(2026, 3, 31), "California"),
])  # fmt: skip
def test_a_day_off_in_fewer_regions_does_not_count_without_one(country: str, day: date, region: str) -> None:
    """It is a working day, but the answer says that a region could change that."""
    assert on(day, country, region)["action"] == "wait"
    assert on(day, country)["action"] == "send_status_check"
    assert SAID in on(day, country)["assumed"]


@pytest.mark.parametrize("country", ["AU", "CA", "DE", "GB", "US", None])
def test_regions_are_spoken_of_where_they_matter(country: str | None) -> None:
    """Where some regions have a working day off from today to the last day of the plan, both included; nowhere else."""
    table = public_holidays(country or "US", None, SHARE)
    assert table is not None
    said = []
    for number in range(0, 365, 2):
        today = date(2026, 1, 5) + timedelta(days=number)
        advice = on(today, country)
        steps = [step["preferred"] for step in (advice, *advice["then"]) if step["preferred"]]
        last = max([today, *(date.fromisoformat(day[:10]) for day in steps)])
        matter = {day for day in table.regional if today <= day <= last and day.isoweekday() < 6 and not closed(day)}
        assert (SAID in advice["assumed"]) == bool(matter), today
        said.append(bool(matter))
    assert any(said)
    assert country is None or country == "US" or not all(said)


def closed(day: date) -> bool:
    """Whether a day lies in the break at the end of the year (G02)."""
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 1)


@pytest.mark.parametrize(("country", "day"), [("IE", date(2026, 8, 3)), ("NL", date(2026, 4, 27))])
def test_nothing_is_said_of_regions_where_none_are_known(country: str, day: date) -> None:
    """A country whose holidays are the same everywhere, or are not known, asks for no region."""
    assert SAID not in on(day, country)["assumed"]


def test_the_name_that_most_regions_use_is_said() -> None:
    """A day of several names has the one of most regions; where a region is known, its own."""
    day, family_day = date(2026, 2, 16), "Family Day"
    for region, name in ((None, family_day), ("ON", family_day), ("MB", "Louis Riel Day")):
        table = public_holidays("CA", region, SHARE)
        assert table is not None
        assert table.names[day] == name
        assert (day in table.of_most) == (region is None)


@pytest.mark.parametrize(("country", "written", "code"), [
    ("GB", "England", "ENG"),
    ("GB", "scotland", "SCT"),
    ("GB", "GB-ENG", "ENG"),
    ("GB", "gb-northern ireland", "NIR"),
    ("DE", "Bavaria", "BY"),
    ("DE", "BAYERN", "BY"),
    ("DE", "Saxony", "SN"),
    ("DE", "Saxony-Anhalt", "ST"),
    ("DE", "Thüringen", "TH"),
    ("DE", "Thuringen", "TH"),
    ("DE", "Thueringen", "TH"),
    ("DE", "Thu\u0308ringen", "TH"),
    ("US", "california", "CA"),
    ("US", "New  York", "NY"),
    ("US", "Washington", "WA"),
    ("US", "Washington, D.C.", "DC"),
    ("CA", "Ontario", "ON"),
    ("CA", "Québec", "QC"),
    ("CA", "quebec", "QC"),
    ("NZ", "CAN", "CAN"),
    ("NZ", "CA", "CAN"),  # an older code
    ("ES", "Catalonia", "CT"),
])  # fmt: skip
def test_a_region_is_known_by_code_and_by_name(country: str, written: str, code: str) -> None:
    """After its country or alone, in capitals or not, with its marks or without, in English or its own language."""
    found = public_holidays(country, written, SHARE)

    assert found == public_holidays(country, code, SHARE)
    assert found is not None
    assert found.is_local


@pytest.mark.parametrize("written", ["Narnia", "England", "US-Ontario", "GB-ENG"])
def test_a_region_that_the_country_does_not_have_is_said(written: str) -> None:
    """What is no region of the country is told as it was typed, and then the days of most regions count."""
    assert any(written in text for text in on(date(2026, 6, 10), "US", written)["assumed"])
    assert public_holidays("US", written, SHARE) == public_holidays("US", None, SHARE)
