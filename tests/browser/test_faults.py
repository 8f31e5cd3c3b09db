"""What was entered wrongly: all of it at once, in words, beside each field, and nothing lost."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.reader import WORDS, Reader
from followup.page import door

PREFIX = WORDS.text("page.problem-prefix")


def faults_of(reader: Reader) -> list[dict[str, str]]:
    """What the engine has against what the form holds."""
    answer: dict[str, Any] = json.loads(door.answer(json.dumps({"form": reader.values()})))
    return list(answer["errors"])


def sentence(fault: dict[str, str]) -> str:
    """A fault as the page words it."""
    return " ".join(part for part in (fault["problem"], fault["hint"]) if part)


def expect_faults(reader: Reader, fields: dict[str, Locator]) -> None:
    """Each fault is named in the summary and beside its field, and its link leads there; no other field is marked."""
    faults = faults_of(reader)
    assert {fault["field"] for fault in faults} == set(fields)
    expect(reader.problem.get_by_role("listitem")).to_have_count(len(faults))
    for fault in faults:
        control = fields[fault["field"]]
        expect(control).to_have_accessible_description(re.compile(re.escape(sentence(fault))))
        link = reader.problem.get_by_role("link").filter(has_text=sentence(fault))
        link.click()
        expect(control.or_(control.get_by_role("radio")).and_(reader.page.locator(":focus"))).to_have_count(1)
        expect(reader.page.locator(":focus")).to_have_attribute("aria-invalid", "true")
        expect(reader.page.locator(":focus")).to_be_in_viewport()
    expect(reader.page).to_have_title(re.compile(f"^{re.escape(PREFIX)}"))


def test_five_faults_at_once(reader: Reader) -> None:
    """Five wrong fields are five entries, the summary gets the focus, and what was typed stays until it is right."""
    reader.fill("stage", "post_interview")
    reader.fill("interview_date", "31 June 2026")
    reader.fill("promise", "date")
    reader.fill("promised.to", "one of these days")
    reader.fill("told_interval.date", "6/15/2026")
    reader.add_message(1, {"kind": "thank_you", "at": "2026-06-11"})  # tomorrow
    reader.add_message(2, {"at": "2026-06-04"})
    reader.fill("today", "10 June 2026")
    reader.ask_in_vain()

    first, second = reader.message(1), reader.message(2)
    wrong = {
        "interview_date": reader.control("interview_date"),
        "promised.to": reader.control("promised.to"),
        "told_interval.date": reader.control("told_interval.date"),
        "attempts[0].at": reader.control("attempts[].at", first),
        "attempts[1].kind": reader.control("attempts[].kind", second),
    }
    expect_faults(reader, wrong)
    expect(wrong["interview_date"]).to_have_value("31 June 2026")
    expect(wrong["promised.to"]).to_have_value("one of these days")
    expect(wrong["attempts[0].at"]).to_have_value("11 June 2026")

    reader.fill("interview_date", "2 June 2026")
    expect(reader.problem.get_by_role("listitem")).to_have_count(4)
    expect(wrong["interview_date"]).not_to_have_attribute("aria-invalid", "true")
    reader.fill("promised.to", "12 June 2026")
    reader.fill("told_interval.date", "")
    reader.fill("attempts[].at", "2 June 2026", first)
    reader.fill("attempts[].kind", "status_check", second)
    reader.ask()
    expect(reader.page).not_to_have_title(re.compile(f"^{re.escape(PREFIX)}"))
    for control in wrong.values():
        expect(control).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("entered", "field"),
    [
        ({"interview_date": "2 June 2026", "promise": "date", "promised.to": "1 June 2026"}, "promised.to"),
        ({"interview_date": "11 June 2026"}, "interview_date"),
        ({"interview_date": "2 June 2026", "interview_end": "half past"}, "interview_end"),
        ({"interview_date": "2 June 2026", "country": "other", "country.other": "Ruritania"}, "country.other"),
        ({"interview_date": "2 June 2026", "recipient_zone": "Mars/Olympus"}, "recipient_zone"),
    ],
)
def test_one_fault(reader: Reader, entered: dict[str, str], field: str) -> None:
    """Fields that contradict each other, and words that nobody can read, are faulted beside one of the fields."""
    reader.fill("stage", "post_interview")
    for path, typed in {**entered, "today": "10 June 2026"}.items():
        reader.fill(path, typed)
    reader.ask_in_vain()

    expect_faults(reader, {field: reader.control(field)})


def test_nothing_entered(reader: Reader) -> None:
    """An empty form is one fault, at the one question that must be answered."""
    reader.ask_in_vain()

    expect_faults(reader, {"stage": reader.control("stage")})
    reader.fill("stage", "applied_only")
    expect(reader.answer).to_be_visible()
    expect(reader.problem).to_be_hidden()
    expect(reader.option("stage", "applied_only")).to_be_focused()
