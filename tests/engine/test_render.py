"""The answer as a reader gets it: as HTML and as text, from one view, and through the door of the page."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from advice_cases import Case, all_cases
from followup import knowledge, wire, words
from followup.page import door
from followup.page.answer import html
from followup.render.text import text
from followup.render.view import Item, Section, View, lay_out
from followup_site.host import HOST

HOSTILE = "<script>alert(1)</script>\"'&amp;"
LONG_WORD = re.compile(r"\S{80,}")


class Reading(HTMLParser):
    """The parts of a piece of HTML: its tags, where it links to, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its attributes that run code, and where it links to."""
        self.tags.add(tag)
        self.tags |= {name for name, _ in attrs if name.startswith("on") or name == "style"}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Every element ends where it should."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.pieces.append(data)

    @property
    def text(self) -> str:
        """All text, one space between words."""
        return " ".join("".join(self.pieces).split())


def view_of(situation: dict[str, Any]) -> View:
    """The view of the advice for a valid situation."""
    _, advice = wire.answer_to(situation)
    assert advice is not None
    return lay_out(advice, wire.voice_in("en"))


def items(sections: tuple[Section, ...]) -> list[Item]:
    """Every item of the view, those of the disagreements too."""
    return [item for section in sections for item in (*section.items, *items(section.parts))]


CASES = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)


@CASES
def test_html_and_text_say_the_same(case: Case) -> None:
    """Both hold the verdict, every date, every heading and every item of the view; nothing is only in one of them."""
    view = view_of(case.situation)
    as_html = Reading(html(view, words.load(), HOST.addresses)).text
    as_text = " ".join(text(view).replace("- ", "").split())

    for said in (view.verdict, view.line, view.rules, *(item.text for item in items(view.sections))):
        assert " ".join(said.split()) in as_html
        assert " ".join(said.replace("- ", "").split()) in as_text
    for label, day in view.dates:
        assert f"{label}{day}" in as_html
        assert re.search(rf"{label} +{re.escape(day)}", text(view))


@CASES
def test_everything_cited_is_linked(case: Case) -> None:
    """Every claim leads to its place on the page of its source, every disagreement to its page, nothing else."""
    view = view_of(case.situation)
    claims, disputes = knowledge.load().claims, knowledge.load().disputes
    cited = [citation for item in items(view.sections) for citation in item.citations]
    parts = [part for section in view.sections for part in section.parts if part.dispute]
    links = Reading(html(view, words.load(), HOST.addresses)).links

    assert {f"../sources/{claims[citation.claim].source}/#{citation.claim}" for citation in cited} | {
        f"../disagreements/{part.dispute.slug}/" for part in parts if part.dispute
    } == set(links)
    assert {part.dispute.slug for part in parts if part.dispute} <= {dispute.slug for dispute in disputes.values()}
    assert len(links) == len(cited) + len(parts)


@CASES
def test_text_fits_a_terminal(case: Case) -> None:
    """No line is longer than 88 characters, but for a claim or a word that is longer itself."""
    lines = text(view_of(case.situation)).splitlines()

    assert all(len(line) <= 88 or LONG_WORD.search(line) for line in lines)
    assert text(view_of(case.situation)).endswith("\n")


@pytest.mark.parametrize("key", ["text", "zone", "interviewers", "kind"])
def test_what_a_reader_entered_is_escaped(key: str) -> None:
    """Whatever a reader typed is shown as text and never becomes part of the page."""
    entered: dict[str, dict[str, Any]] = {
        "text": {"promised": {"text": HOSTILE}},
        "zone": {"zone": "Europe/London"},
        "interviewers": {"interviewers": [HOSTILE, HOSTILE], "addresses_given": 2},
        "kind": {"new_info": {"kind": HOSTILE, "relevant": True}},
    }
    view = view_of({"today": "2026-06-03", "stage": "post_interview", "interview_date": "2026-06-02", **entered[key]})
    reading = Reading(html(view, words.load(), HOST.addresses))

    assert not {"script", "style", "onclick", "onerror"} & reading.tags
    assert (HOSTILE in reading.text) == (key == "text")


def test_a_fault_does_not_bring_markup_along() -> None:
    """Errors leave the door as plain JSON text, with what was typed as it was typed."""
    answer = json.loads(door.answer(json.dumps({"form": {"stage": HOSTILE, "now": "2026-06-03T12:00"}})))

    assert "html" not in answer
    assert HOSTILE[:20] in answer["errors"][0]["problem"]


@pytest.mark.parametrize(
    ("more", "tone"),
    [
        ({"today": "2026-06-02T12:00", "attempts": []}, "act"),
        ({"today": "2026-06-12", "promised": {"to": "2026-06-11"}}, "may"),
        ({"today": "2026-06-05"}, "wait"),
        ({"today": "2026-12-02"}, "stop"),
    ],
)
def test_the_tone_follows_the_strength(more: dict[str, Any], tone: str) -> None:
    """To act is one thing, to be allowed to another; waiting and stopping have tones of their own."""
    situation = {"stage": "post_interview", "country": "US", "interview_end": "2026-06-02T11:00"}
    view = view_of({**situation, "attempts": [{"at": "2026-06-02T12:00", "kind": "thank_you"}], **more})

    assert view.tone == tone
    assert f'data-tone="{tone}"' in html(view, words.load(), HOST.addresses)


def test_the_summary_is_one_line() -> None:
    """For a status region: the verdict, then to whom, or what is waited for; nothing where there is nothing to say."""
    waits = {"today": "2026-06-12", "stage": "fair", "interview_date": "2026-06-02", "contact_type": "agency_recruiter"}
    writes = {"today": "2026-06-02", "stage": "post_interview", "interview_date": "2026-06-02"}

    assert view_of(writes).summary == f"{view_of(writes).verdict}. {view_of(writes).line}"
    assert view_of(waits).line == ""
    assert view_of(waits).summary == f"{view_of(waits).verdict}."
    assert "\n" not in view_of(writes).summary


def test_our_own_choices_carry_no_citation() -> None:
    """What no source says is marked as ours on the page."""
    view = view_of({"today": "2026-12-28", "stage": "post_interview", "interview_date": "2026-06-02"})
    ours = [item for item in items(view.sections) if item.choice]

    assert ours
    assert all(not item.citations for item in ours)
    assert html(view, words.load(), HOST.addresses).count(words.load().text("view.basis-ours")) >= len(ours)


def test_one_speaker_cited_twice_is_numbered() -> None:
    """Links with the same words lead to one place only."""
    for case in all_cases():
        for item in items(view_of(case.situation).sections):
            labels = [citation.label for citation in item.citations]
            assert len(set(labels)) == len(labels)


def answered(form: Any) -> dict[str, Any]:
    """What the page gets for the values of its form."""
    answer: dict[str, Any] = json.loads(door.answer(json.dumps({"form": form})))
    return answer


def test_the_page_gets_situation_advice_html_and_summary() -> None:
    """What was typed is read, and the advice is the one that programs get for the same situation."""
    answer = answered(
        {
            "stage": "post_interview",
            "interview_date": "2 June 2026",
            "interview_end": "11 am",
            "channels_given": ["email"],
            "attempts[0].kind": "thank_you",
            "attempts[0].at": "June 2, 2026",
            "now": "2026-06-05T12:00",
        }
    )

    assert answer["situation"]["interview_end"] == "2026-06-02T11:00"
    assert answer["situation"]["attempts"] == [{"kind": "thank_you", "at": "2026-06-02"}]
    assert answer["advice"] == json.loads(wire.advise(json.dumps(answer["situation"])))
    assert Reading(answer["html"]).text.startswith(("Wait", "Advised Wait"))
    assert answer["summary"].startswith("Wait")
    assert set(answer) == {"situation", "advice", "html", "summary"}


def test_the_page_gets_faults_beside_their_controls() -> None:
    """A fault has the name of its control: the row that a reader sees, and the time where the time is wrong."""
    answer = answered(
        {
            "stage": "post_interview",
            "interview_date": "31 June 2026",
            "attempts[0].kind": "",
            "attempts[2].kind": "thank_you",
            "attempts[2].at": "soon",
            "now": "2026-06-10T12:00",
        }
    )

    assert {fault["field"] for fault in answer["errors"]} == {"interview_date", "attempts[2].at"}
    assert all(fault["problem"] and fault["hint"] for fault in answer["errors"])
    assert "2" in answer["summary"]
    assert set(answer) == {"situation", "errors", "summary"}


def test_one_fault_is_not_two() -> None:
    """The summary counts in the singular where there is one fault."""
    one, two = answered({"now": "2026-06-10"}), answered({})

    assert len(one["errors"]) == 1
    assert words.load().text("view.fault-one") in one["summary"]
    assert words.load().text("view.fault-many", count=2) in two["summary"]


@pytest.mark.parametrize("text", ['{"form": []}', '{"form": null}', "{}", "[]", "7", "", "{"])
def test_what_is_no_form_is_one_fault(text: str) -> None:
    """Whatever comes through the page's door, an answer goes back."""
    answer = json.loads(door.answer(text))

    assert len(answer["errors"]) == 1
    assert answer["situation"] == {}


def test_a_disagreement_says_how_far_apart_it_is() -> None:
    """Where sides name numbers, both ends are told with their units; elsewhere nothing is."""
    situation: dict[str, Any] = {"today": "2026-06-11", "stage": "post_interview", "interview_date": "2026-06-02"}
    situation |= {"promised": {"to": "2026-06-10"}, "attempts": [{"at": "2026-06-02", "kind": "thank_you"}]}
    outcome, _ = wire.answer_to(situation)
    apart = {dispute["id"]: dispute["apart"] for dispute in outcome["disputed"]}

    assert "1 working day" in apart["C10"]
    assert "7 days" in apart["C10"]
    assert apart["C19"] is None
