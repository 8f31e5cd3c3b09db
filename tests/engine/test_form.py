"""The form: what people type becomes a situation, and what cannot be read stays for the fault that names it."""

import itertools
import json
from html.parser import HTMLParser
from typing import Any

import pytest

from followup import words
from followup.languages.en.typed import typed_day, typed_time
from followup.page.door import answer as answer_of
from followup.page.entered import field_of, read_form
from followup.page.fields import FIELDS, HELPERS
from followup.page.form import form_html
from followup.reading.situation import read_situation
from followup.render.markup import Html, joined, tag
from followup_site.host import HOST

NOW = "2026-06-10T12:00"
WORDS = words.load()


@pytest.mark.parametrize(
    "typed",
    [
        "2 June 2026",
        "2 june 2026",
        "2 jun 2026",
        "June 2, 2026",
        "Jun. 2nd, 2026",
        "2nd June 2026",
        "Tuesday 2 June 2026",
        "tue, 2 June 2026",
        "Tuesday, June 2, 2026",
        " 2026-06-02 ",
        "2026-6-2",
        "02 June 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    """A day that can be read in one way only becomes an ISO date."""
    assert typed_day(typed) == "2026-06-02"


@pytest.mark.parametrize(
    "typed", ["6/2/2026", "2.6.2026", "June 2026", "2 June", "soon", "2 Juin 2026", "2xy June 2026", "", "32"]
)
def test_a_day_that_can_be_read_in_two_ways_is_not_read(typed: str) -> None:
    """Nobody guesses which of two numbers is the month."""
    assert typed_day(typed) is None


def test_a_day_that_does_not_exist_is_for_the_reader_of_situations() -> None:
    """31 June is well formed: the fault then says that there is no such day."""
    assert typed_day("31 June 2026") == "2026-06-31"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("14:30", "14:30"),
        ("11.00", "11:00"),
        ("9:05", "09:05"),
        ("2 pm", "14:00"),
        ("2:30 p.m.", "14:30"),
        ("12 am", "00:00"),
        ("12 PM", "12:00"),
        ("11:59pm", "23:59"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
        ("24:00", None),
        ("11:60", None),
        ("13 pm", None),
        ("0 am", None),
        ("2", None),
        ("noon", None),
        ("2 xm", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, expected: str | None) -> None:
    """On a clock of 24 hours or of twice twelve; a bare number could be either."""
    assert typed_time(typed) == expected


def test_a_whole_form_is_a_situation() -> None:
    """Every kind of control gives its key the value that the contract wants."""
    situation = read_form(
        {
            "stage": "post_interview",
            "route": "",
            "interview_date": "2 June 2026",
            "interview_end": "11 am",
            "interviewers": "Ana Ruiz\nBen, Cleo\n\n",
            "addresses_given": "2",
            "contact_type": ["hr"],
            "channels_given": ["email", "phone"],
            "phone_invited": "no",
            "other_contacts": ["hiring_manager"],
            "promise": "date",
            "promised.to": "12 June 2026",
            "promised.text": "left over",
            "told_no_contact": [],
            "attempts[1].kind": "thank_you",
            "attempts[1].at": "2 June 2026",
            "attempts[1].at.time": "15:00",
            "attempts[1].to": "person",
            "attempts[1].to.name": "Ana Ruiz",
            "attempts[0].kind": "",
            "country": "other",
            "country.other": "nl",
            "now": NOW,
            "zone": "Europe/Amsterdam",
        }
    )

    assert situation == {
        "today": NOW,
        "stage": "post_interview",
        "interview_end": "2026-06-02T11:00",
        "interviewers": ["Ana Ruiz", "Ben", "Cleo"],
        "addresses_given": 2,
        "contact_type": "hr",
        "channels_given": ["email", "phone"],
        "phone_invited": False,
        "other_contacts": [{"type": "hiring_manager", "email_given": True}],
        "promised": {"to": "2026-06-12"},
        "attempts": [{"kind": "thank_you", "at": "2026-06-02T15:00", "to": "Ana Ruiz"}],
        "country": "NL",
        "zone": "Europe/Amsterdam",
    }
    assert read_situation(situation)[1] == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"promise": "none"}, {"promised": None}),
        ({"promise": "words", "promised.text": "soon", "promised.to": "2 June 2026"}, {"promised": {"text": "soon"}}),
        ({"promise": "date", "promised.text": "soon"}, {}),
        ({"today": "2 June 2026"}, {"today": "2026-06-02"}),
        ({"today": "2 June 2026", "now": NOW}, {"today": "2026-06-02"}),
        ({"today.time": "2 pm", "now": NOW}, {"today": "2026-06-10T14:00"}),
        ({"interview_end": "11:00"}, {"interview_end": "11:00"}),
        ({"interview_date": "soon", "interview_end": "11:00"}, {"interview_date": "soon"}),
        ({"interview_date": "soon", "interview_end": "late"}, {"interview_date": "soon", "interview_end": "late"}),
        (
            {"interview_date": "2 June 2026", "interview_end": "late"},
            {"interview_date": "2026-06-02", "interview_end": "2026-06-02Tlate"},
        ),
        ({"attempts[0].at.time": "late"}, {"attempts": [{"at": "late"}]}),
        (
            {"stage": "rejected", "rejection_at": "2 June 2026", "rejection_at.time": "3 pm"},
            {"stage": "rejected", "rejection_at": "2026-06-02T15:00"},
        ),
        ({"stage": "rejected", "rejection_at.time": "3 pm"}, {"stage": "rejected", "rejection_at": "3 pm"}),
        ({"addresses_given": "two"}, {"addresses_given": "two"}),
        ({"addresses_given": "9" * 30}, {"addresses_given": "9" * 30}),
        ({"phone_invited": "perhaps"}, {"phone_invited": "perhaps"}),
        ({"phone_invited": "unknown"}, {}),
        ({"told_no_contact": "yes"}, {"told_no_contact": True}),
        ({"channels_given": "email"}, {"channels_given": ["email"]}),
        ({"channels_given": "none"}, {"channels_given": []}),
        ({"channels_given": ["email", "none"]}, {"channels_given": ["email"]}),
        ({"channels_given": [""], "interviewers": " , \n"}, {}),
        ({"stage": 7, "pace": None, "channels_given": {"email": True}, "idea": {"a": 1}}, {}),
        ({"attempts[x].at": "2 June 2026", "attempts[0].nothing": ""}, {}),
        ({}, {}),
    ],
)
def test_what_is_empty_is_left_out_and_what_cannot_be_read_stays(
    values: dict[str, Any], expected: dict[str, Any]
) -> None:
    """Missing means unknown; what stays as typed is faulted by its path, and nothing fails."""
    assert read_form(values) == expected


@pytest.mark.parametrize(
    ("path", "values", "control"),
    [
        ("stage", {}, "stage"),
        ("promised.to", {}, "promised.to"),
        ("promised", {}, "promised.from"),
        ("interview_end", {}, "interview_end"),
        ("interview_end", {"interview_end": "11:00"}, "interview_date"),  # the time can be read: the day is wrong
        ("interview_end", {"interview_end": "late"}, "interview_end"),
        ("country", {"country": "other", "country.other": "NLD"}, "country.other"),
        ("country", {"country": "US"}, "country"),
        ("channels_given[1]", {}, "channels_given"),
        ("other_contacts[0].type", {}, "other_contacts"),
        ("attempts[0].at", {"attempts[2].at": "soon"}, "attempts[2].at"),
        ("attempts[0].at", {"attempts[0].at": "2 June 2026", "attempts[0].at.time": "late"}, "attempts[0].at.time"),
        ("attempts[1].kind", {"attempts[0].at": "x", "attempts[5].at": "y"}, "attempts[5].kind"),
        ("attempts[0]", {"attempts[3].at": "x"}, "attempts[3].kind"),
        ("attempts[1].at", {"attempts[0].at": "x"}, ""),
        ("zone", {}, ""),
        ("nothing", {}, ""),
        ("", {}, ""),
    ],
)
def test_a_fault_finds_its_control(path: str, values: dict[str, Any], control: str) -> None:
    """The control beside which a reader looks, by the row that they see; none where the form has no such control."""
    assert field_of(path, values) == control


class Controls(HTMLParser):
    """What a form holds: names of controls, ids, and what labels and descriptions point to."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.pointed: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the names and ids of an element, and those that it points to."""
        found = {key: value or "" for key, value in attrs}
        if tag in ("input", "select", "textarea") and "name" in found:
            self.names.add(found["name"])
        if "id" in found:
            self.ids.append(found["id"])
        for key in ("for", "aria-describedby", "aria-labelledby", "list"):
            self.pointed |= set(found.get(key, "").split())


def test_the_form_has_every_control_once() -> None:
    """Each field has a control of its name, each id is unique, and whatever is pointed to exists."""
    controls = Controls(form_html(words.load(), HOST))

    assert controls.names == {field.path.replace("[]", "[#]") for field in FIELDS}
    assert sorted(set(controls.ids)) == sorted(controls.ids)
    assert controls.pointed <= set(controls.ids)


def test_the_form_fills_the_keys_of_a_situation() -> None:
    """No control but the helpers fills a key that a situation does not have."""
    paths = {field.path for field in FIELDS if not field.path.endswith(".time")} - HELPERS
    roots = {path.split(".")[0].split("[")[0] for path in paths}
    _, faults = read_situation(dict.fromkeys(roots))

    assert {fault.id for fault in faults} == {"missing"}


@pytest.mark.parametrize("condition", sorted({field.shown_when for field in FIELDS if field.shown_when}))
def test_a_condition_names_controls_and_their_options(condition: str) -> None:
    """A control is shown by the answer to another one, and that answer can be given."""
    fields = {field.path: field for field in FIELDS}
    for part in condition.split():
        name, _, answers = part.replace("!=", "=").partition("=")
        options = {*fields[name].options, *(("yes", "no") if fields[name].kind in ("yes-no", "tick") else ())}
        assert answers == "*" or set(answers.split(",")) <= options


def test_markup_escapes_what_is_not_markup() -> None:
    """Text and values of attributes are escaped, markup stays, and a flag has no value."""
    link = tag("a", "<b>", href='?a=1&b="2"', hidden=True, title=False, aria_label="x")

    assert link == '<a href="?a=1&amp;b=&quot;2&quot;" hidden aria-label="x">&lt;b&gt;</a>'
    assert joined("<", Html("<br>"), "&") == "&lt;<br>&amp;"
    assert tag("input", type="text", for_="y") == '<input type="text" for="y">'


def test_any_pair_of_day_and_time_leads_to_a_fault_or_a_moment() -> None:
    """Whatever is typed beside one another, the page gets a situation or a fault beside one of the two controls."""
    days, times = ("2 June 2026", "31 June 2026", "soon", ""), ("11:00", "25:00", "late", "")
    for day, time in itertools.product(days, times):
        values = {"stage": "post_interview", "interview_date": day, "interview_end": time, "now": NOW}
        _, faults = read_situation(read_form(values))
        is_valid = day in ("2 June 2026", "") and time in ("11:00", "") and (day or not time)

        assert bool(faults) != is_valid
        assert {field_of(fault.field, values) for fault in faults} <= {"interview_date", "interview_end"}


@pytest.mark.parametrize("name", ["Etc/Unknown", "GMT+05:30", "UTC+5", "Europe/Amsterdam"])
def test_a_zone_of_the_device_that_we_lack_is_left_out_and_said(name: str) -> None:
    """The reader did not enter it and cannot change it, so it is no fault; the answer says what was assumed instead."""
    form = {"stage": "post_interview", "interview_date": "2 June 2026", "now": NOW, "zone": name}
    answer = json.loads(answer_of(json.dumps({"form": form})))
    is_known = name == "Europe/Amsterdam"

    assert "errors" not in answer
    assert answer["situation"].get("zone") == (name if is_known else None)
    assert (WORDS.text("assumed.zone-unknown") in answer["advice"]["assumed"]) != is_known


def test_a_zone_that_the_reader_entered_is_a_fault_at_its_field() -> None:
    """The employer's zone was typed, so the reader can put it right."""
    form = {"stage": "post_interview", "now": NOW, "recipient_zone": "Etc/Unknown"}
    answer = json.loads(answer_of(json.dumps({"form": form})))

    assert [fault["field"] for fault in answer["errors"]] == ["recipient_zone"]


@pytest.mark.parametrize("typed", ["14h30", "25:00", "half past two"])
def test_the_fault_of_a_time_shows_what_was_typed(typed: str) -> None:
    """The day that the time was joined with was not typed there, so it is not shown."""
    form = {"stage": "post_interview", "now": NOW, "interview_date": "2 June 2026", "interview_end": typed}
    (fault,) = json.loads(answer_of(json.dumps({"form": form})))["errors"]

    assert fault["field"] == "interview_end"
    assert fault["problem"] == WORDS.text("fault.not-a-time.problem", given=typed)
