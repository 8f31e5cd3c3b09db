"""Links into the checker: relative addresses with answers, and no answer that the form does not have."""

import re

import pytest
from markdown import Markdown
from playwright.sync_api import Page, expect

from browser.reader import Reader
from built_site import Site
from followup.knowledge.records import Knowledge
from followup_site.markdown.checker_links import UnknownAnswerError, faults, faulty_links, fragment
from followup_site.pages.folders import complaints


@pytest.fixture
def markdown() -> Markdown:
    """Convert as the site does, outside of it."""
    return Markdown(extensions=["attr_list", "followup_site.markdown.checker_links", "pymdownx.superfences"])


def addresses(html: str) -> list[str]:
    """Return where the links of a page lead."""
    return [address.replace("&amp;", "&") for address in re.findall(r'href="([^"]*)"', html)]


def test_answers_stand_in_the_fragment(markdown: Markdown) -> None:
    """The answers follow the page's address in their order; classes and titles stay."""
    html = markdown.convert("[Check](checker:stage=post_interview&contact_type=hr&promise=date 'Now'){ .md-button }")
    assert addresses(html) == ["site:checker/#stage=post_interview&contact_type=hr&promise=date"]
    assert 'class="md-button"' in html
    assert 'title="Now"' in html


def test_no_answers_is_the_empty_form(markdown: Markdown) -> None:
    """`checker:` alone leads to the form."""
    assert addresses(markdown.convert("[Check](checker:)")) == ["site:checker/"]


def test_reference_links_count_too(markdown: Markdown) -> None:
    """A link whose address stands elsewhere on the page is the same link."""
    assert addresses(markdown.convert("[Check][c]\n\n[c]: checker:stage=fair")) == ["site:checker/#stage=fair"]


@pytest.mark.parametrize("text", ["`[a](checker:nothing=1)`", "```\n[a](checker:nothing=1)\n```"])
def test_code_is_left_alone(markdown: Markdown, text: str) -> None:
    """In code a link is only text."""
    assert addresses(markdown.convert(text)) == []
    assert faulty_links(text, "p.md") == []


def test_other_links_are_left_alone(markdown: Markdown) -> None:
    """Pages and other sites keep their addresses."""
    text = "[a](checker/index.md) [b](https://there.example/checker:x) [c](mailto:me@there.example)"
    assert addresses(markdown.convert(text))[:2] == ["checker/index.md", "https://there.example/checker:x"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "stage=rejected&route=agency",
        "channels_given=email&channels_given=phone&phone_invited=no",
        "attempts[0].kind=thank_you&attempts[0].at=2%20June%202026&attempts[1].kind=status_check",
        "emergency=yes&stage=pre_interview",
        "interview_end=14:30",
        "addresses_given=2&interviewers=Ann",
        "promise=words&promised.text=a%20couple%20of%20weeks",
    ],
)
def test_every_kind_of_answer_may_be_given(query: str) -> None:
    """Choices, boxes, lists, ticks, days, times, numbers, texts and rows pass."""
    assert [*faults(query)] == []


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("contact_typ=hr", "the form has no control 'contact_typ'; did you mean 'contact_type'?"),
        ("xyzzy=hr", "the form has no control 'xyzzy'"),
        ("zone=UTC", "the form has no control 'zone'"),
        ("attempts[].kind=thank_you", "the form has no control 'attempts[].kind'; did you mean 'attempts[0].kind'?"),
        ("stage=post_interveiw", "'stage' cannot be 'post_interveiw'; did you mean 'post_interview'?"),
        ("promise=9", "'promise' cannot be '9'; its options are date, words, none"),
        ("phone_invited=maybe", "'phone_invited' cannot be 'maybe'; its options are yes, no"),
        ("interview_date=6/2/2026", "'interview_date' cannot be '6/2/2026', because it is no day"),
        ("stage", "'stage' is not a list of answers such as stage=rejected&route=agency"),
        ("stage=", "'stage' cannot be ''; its options are"),
        ("promised.text=", "'promised.text' cannot be '', because it is no text"),
    ],
)
def test_what_the_form_does_not_have_is_named(query: str, complaint: str) -> None:
    """The complaint names the control or the option, and the nearest one that exists."""
    (found,) = faults(query)
    assert found.startswith(complaint)


def test_fault_names_page_and_line(small_knowledge: Knowledge) -> None:
    """Before a site is built, the complaint names the page and the line of its file, front matter included."""
    text = "---\ntitle: x\n---\n\n[a](checker:stage=fair)\n[b](checker:stage=far)\n"
    (found,) = complaints([("guides/page.md", text)], small_knowledge, "docs")
    assert found.startswith("docs/guides/page.md:6: 'stage' cannot be 'far'; did you mean 'fair'")


def test_fault_without_a_line_stops_the_build_too(markdown: Markdown) -> None:
    """A link that is written in an unusual way is not passed over."""
    with pytest.raises(UnknownAnswerError, match="'stage' cannot be 'far'"):
        markdown.convert("[b](  checker:stage=far)")


def test_no_page_of_the_site_holds_an_unresolved_link(site: Site) -> None:
    """In the built site every link into the checker, and every other that we write, has an address."""
    for file in site.folder.rglob("*.html"):
        assert not re.search(r'href="(?:checker|site):', file.read_text(encoding="utf-8")), file


def test_link_opens_the_form_filled_in(page: Page, site: Site) -> None:
    """What a link says is what the form holds, with the answers that its fields depend on, and no others."""
    query = (
        "rejection_at=2026-06-03&stage=withdrawn&channels_given=mobile&phone_invited=no&promise=words"
        "&promised.text=in%20June&last_reply.kind=busy_now&told_no_contact=yes&country=DE"
        "&attempts[1].kind=status_check&attempts[1].to.name=Ann&attempts[1].bounced=yes&pace=keen"
        "&competing_offer.deadline=2026-07-01&other_contacts=hr&other_contacts=team_member"
    )
    assert [*faults(query)] == []
    reader = Reader.at_checker(page, site.url, f"#{fragment(query)}")
    held = {name: value for name, value in reader.values().items() if value not in ("", []) and name != "zone"}
    assert held == {
        "rejection_at": "2026-06-03",
        "stage": "withdrawn",
        "channels_given": "mobile",
        "phone_invited": "no",
        "promise": "words",
        "promised.text": "in June",
        "last_reply.kind": "busy_now",
        "told_no_contact": "yes",
        "country": "DE",
        "attempts[1].kind": "status_check",
        "attempts[1].to": "person",
        "attempts[1].to.name": "Ann",
        "attempts[1].channel": "email",
        "attempts[1].bounced": "yes",
        "pace": "keen",
        "competing_offer.real": "yes",
        "competing_offer.deadline": "2026-07-01",
        "other_contacts": ["hr", "team_member"],
    }
    expect(reader.option("other_contacts", "hr")).to_be_visible()
