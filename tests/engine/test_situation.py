"""Situations from JSON: every fault is named at once with the path of its field, and nothing valid is a fault."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup import words
from followup.reading.json_text import parse
from followup.reading.situation import read_situation

TABLE = tomllib.loads((Path(__file__).parent / "situation_faults.toml").read_text(encoding="utf-8"))
BASE: dict[str, Any] = TABLE["base"]
FAULTY = [
    (row["given"] if row.get("whole") else BASE | row["given"], [(field, fault) for field, fault in row["faults"]])
    for row in TABLE["situation"]
]
TITLES = [row["title"] for row in TABLE["situation"]]


def faults(value: Any) -> list[tuple[str, str]]:
    """The faults of a value, as path and kind."""
    return [(fault.field, fault.id) for fault in read_situation(value)[1]]


@pytest.mark.parametrize(("value", "expected"), FAULTY, ids=TITLES)
def test_a_fault_is_named_with_the_path_of_its_field(value: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """Each fault has the path of the one field to put right, and nothing else is faulted with it."""
    situation, _ = read_situation(value)

    assert situation is None
    assert faults(value) == expected


@pytest.mark.parametrize("value", [None, [], "post_interview", 7, True])
def test_what_is_no_object_is_one_fault_of_the_whole(value: Any) -> None:
    """A situation is an object; anything else has no fields to name."""
    assert faults(value) == [("", "not-an-object")]


def test_every_fault_of_the_words_can_be_made() -> None:
    """No fault is worded that no input makes, and none is made that is not worded."""
    made = {fault for _, expected in FAULTY for _, fault in expected}
    made |= {fault.id for text in ("{", "\udce9", "", '{"a": 1, "a": 2}') for fault in parse(text)[1]}

    assert made == set(words.load().section("fault"))


def test_all_faults_are_named_at_once() -> None:
    """Five faults of one situation come together, wherever they lie."""
    value = {
        "today": "2026-06-10",
        "stage": "post_interview",
        "interview_date": "2026-06-02",
        "promised": {"to": "2026-06-31"},
        "zone": "Mars/Olympus",
        "attempts": [{"at": "2026-06-11", "kind": "thank_you"}, {"at": "2026-06-09", "kind": "fax"}],
        "pase": "keen",
    }

    assert sorted(faults(value)) == [
        ("attempts[0].at", "in-future"),
        ("attempts[1].kind", "not-an-option"),
        ("pase", "unknown-key-near"),
        ("promised.to", "no-such-day"),
        ("zone", "unknown-zone"),
    ]


@pytest.mark.parametrize(
    ("key", "near"), [("promissed", "promised"), ("interview_dat", "interview_date"), ("Stage", "stage")]
)
def test_an_unknown_key_names_the_nearest(key: str, near: str) -> None:
    """A slip of the finger is answered with the key that was meant."""
    _, found = read_situation({**BASE, key: None})

    assert [(fault.field, fault.values["near"]) for fault in found] == [(key, near)]


def test_a_fault_stays_readable() -> None:
    """A value of any length is cut short where a fault repeats it, as is the name of a key."""
    _, found = read_situation({**BASE, "idea": "x" * 10_000, "k" * 10_000: 1, "country": ["US"] * 1000})

    assert len(found) == 3
    assert all(len(str(value)) <= 60 for fault in found for value in (fault.field, fault.values.get("given", "")))


@pytest.mark.parametrize(
    "more",
    [
        {"attempts": [{"at": "2026-06-10", "kind": "thank_you"}]},
        {"attempts": [{"at": "2026-06-10T12:00", "kind": "thank_you"}]},
        {"attempts": [{"at": "2026-06-09", "kind": "status_check", "auto_reply_until": "2026-06-09"}]},
        {"attempts": [], "holidays": [], "channels_given": [], "interviewers": [], "other_contacts": []},
        {"promised": {"to": "2026-06-02"}},
        {"promised": {"from": "2026-06-02", "to": "2026-06-02"}},
        {"promised": {"text": "soon"}},
        {"promised": None, "told_interval": None, "attempts": None, "zone": None, "pace": None},
        {"interview_end": "2026-06-10T12:00"},
        {"interview_end": "2026-06-10"},
        {"interview_start": "2026-06-02T11:00"},
        {"interview_date": "2026-06-02"},
        {"interview_end": None, "interview_date": "2026-06-10"},
        {"application_date": "2026-06-02"},
        {"last_reply": {"at": "2026-06-10T12:00"}},
        {"last_reply": {"at": "2026-06-10", "kind": "acknowledgement"}},
        {"progress": {"at": "2026-06-10", "kind": "references_requested"}},
        {"told_interval": {"said_on": "2026-06-10", "date": "2026-06-10"}},
        {"competing_offer": {"real": True, "deadline": "2026-06-01"}},
        {"interviewers": ["Ana", "Ben"], "addresses_given": 2},
        {"interviewers": [], "addresses_given": 2},
        {"addresses_given": 0},
        {"country": "de", "subdivision": "by"},
        {"country": "NL", "subdivision": "NL-ZH"},
        {"country": "NL", "subdivision": "Zuid-Holland"},
        {"country": "IN", "subdivision": "महाराष्ट्र"},
        {"subdivision": "California"},
        {"subdivision": "A" * 60},
        {"zone": "Asia/Kolkata", "recipient_zone": "Europe/London"},
        {"stage": "pre_interview", "interview_end": "2026-06-11T12:00", "interview_start": "2026-06-11T11:00"},
    ],
    ids=str,
)
def test_nothing_valid_is_a_fault(more: dict[str, Any]) -> None:
    """A bound itself is valid: sent today, promised for the day of the interview, ended just now."""
    assert faults({**BASE, **more}) == []


def test_a_time_with_an_offset_is_brought_to_the_clock_of_the_reader() -> None:
    """Times without an offset are on the reader's clock, others are the same instant on it."""
    situation, _ = read_situation(
        {
            "today": "2026-06-10T09:00Z",
            "zone": "America/Chicago",
            "stage": "post_interview",
            "interview_end": "2026-06-02T11:00",
            "interview_date": "2026-06-02T23:30",
        }
    )
    assert situation is not None

    assert str(situation.today) == "2026-06-10 04:00:00-05:00"
    assert str(situation.interview_end) == "2026-06-02 11:00:00-05:00"
    assert str(situation.interview_date) == "2026-06-02"


def test_codes_are_read_in_either_case() -> None:
    """ISO 3166 codes are capital letters, however they were typed; texts lose the spaces around them."""
    situation, _ = read_situation({**BASE, "country": " us ", "subdivision": "us-ca", "interviewers": [" Ana "]})
    assert situation is not None

    assert (situation.country, situation.subdivision, situation.interviewers) == ("US", "US-CA", ("Ana",))


def test_the_name_of_a_region_is_kept_as_it_was_typed() -> None:
    """It may have to be said again, so it is no code in capitals."""
    situation, _ = read_situation({**BASE, "subdivision": " Lower Saxony "})
    assert situation is not None

    assert situation.subdivision == "Lower Saxony"


def test_null_is_missing() -> None:
    """A key without a value counts as a key that is not there."""
    assert faults({**BASE, "today": None}) == [("today", "missing")]


def test_what_is_missing_is_unknown_and_never_no() -> None:
    """Yes-or-no questions that nobody answered are neither yes nor no."""
    situation, _ = read_situation(BASE)
    assert situation is not None

    assert situation.phone_invited is None
    assert situation.told_no_contact is None
    assert situation.channels_given is None
    assert situation.pace == "usual"
