"""Citations become numbered notes, in plain Python-Markdown."""

import re

import pytest
from markdown import Markdown

from followup.knowledge.records import Knowledge
from followup_site.addresses import with_relative_addresses
from followup_site.markdown.citations import CitationExtension, UnknownClaimError, citations, unknown_claims
from followup_site.pages.folders import complaints


@pytest.fixture
def markdown(small_knowledge: Knowledge) -> Markdown:
    """Convert as the site does, with the small knowledge."""
    return Markdown(extensions=["footnotes", "md_in_html", CitationExtension(small_knowledge), "pymdownx.superfences"])


def numbers(html: str) -> list[str]:
    """Return the numbers of the references in the order of the text."""
    return re.findall(r'<a class="footnote-ref" href="#fn:[^"]+">(\d+)</a>', html)


def notes(html: str) -> dict[str, str]:
    """Return each note's text, without markup, by its id."""
    items = re.findall(r'<li id="fn:([^"]+)">(.*?)</li>', html, re.DOTALL)
    return {name: re.sub(r"<[^>]+>", "", text).strip() for name, text in items}


def test_note_says_who_what_where_and_on_what_evidence(markdown: Markdown) -> None:
    """A note has speaker, role, our paraphrase as it is, evidence, source, date, lines and the link to the claim."""
    html = markdown.convert("Ask.[@alpha-early]")
    note = notes(html)["alpha-early"]
    for part in ("Eve Early", "coach", "Ask on the *next* day.", "Professional's opinion", "The alpha article"):
        assert part in note
    assert "Alpha, date not stated, line\N{NO-BREAK SPACE}3" in note
    assert '<a href="site:sources/alpha/#alpha-early">' in html


def test_figure_carries_its_sample(markdown: Markdown) -> None:
    """A statistic says who was asked, how many and when."""
    assert "Survey: 200 managers; date not stated" in notes(markdown.convert("Half.[@beta-figure]"))["beta-figure"]


def test_several_claims_in_one_place(markdown: Markdown) -> None:
    """`[@one; @two]` gives one number for each."""
    html = markdown.convert("Both.[@alpha-early; @beta-late]")
    assert numbers(html) == ["1", "2"]
    assert list(notes(html)) == ["alpha-early", "beta-late"]


def test_claim_cited_twice_has_one_note(markdown: Markdown) -> None:
    """The same claim keeps its number and its note links back to both places."""
    html = markdown.convert("Here.[@alpha-early]\n\nThere.[@alpha-early]")
    assert numbers(html) == ["1", "1"]
    assert re.findall(r'class="footnote-backref" href="#(fnref\d?:alpha-early)"', html) == [
        "fnref:alpha-early",
        "fnref2:alpha-early",
    ]


def test_numbers_follow_the_text(markdown: Markdown) -> None:
    """Citations and hand-written footnotes count together, in lists and blocks as well."""
    text = (
        "<div markdown>\n\n- In a list.[@beta-late]\n\n</div>\n\n"
        "By hand.[^hand]\n\nThen.[@alpha-early]\n\n[^hand]: Written by hand.\n"
    )
    html = markdown.convert(text)
    assert numbers(html) == ["1", "2", "3"]
    assert list(notes(html)) == ["beta-late", "hand", "alpha-early"]
    assert "Written by hand." in notes(html)["hand"]


@pytest.mark.parametrize(
    "text",
    [
        "Write `[@nobody]` to cite.",
        "Write ``a ` [@nobody]`` to cite.",
        "```\n[@nobody]\n```",
        "~~~ text\n[@nobody]\n~~~",
        "- item\n\n    ```\n    [@nobody]\n    ```",
    ],
)
def test_code_is_left_alone(markdown: Markdown, text: str) -> None:
    """In code spans and fences a citation is only text, whatever it names."""
    html = markdown.convert(text)
    assert "[@nobody]" in html
    assert not numbers(html)


def test_code_before_and_after_a_citation(markdown: Markdown) -> None:
    """Backticks around a citation do not hide it when they belong to two other spans."""
    assert numbers(markdown.convert("Use `a` here[@alpha-early] and `b` there.")) == ["1"]


def test_unknown_claim_stops_the_build(markdown: Markdown) -> None:
    """Every citation of a claim that does not exist is named with its line; nothing is passed over."""
    with pytest.raises(UnknownClaimError) as stopped:
        markdown.convert("One.[@alpha-early]\n\nTwo.[@nobody]\n\nThree.[@nothing; @beta-late]")
    assert [line.partition(";")[0] for line in str(stopped.value).splitlines()] == [
        "text:3: no claim has the id 'nobody'",
        "text:5: no claim has the id 'nothing'",
    ]


def test_fault_names_page_and_line(small_knowledge: Knowledge) -> None:
    """Before a site is built, the complaint names the page, and the line from the top of its file."""
    (found,) = complaints([("guides/page.md", "---\ntitle: x\n---\n\nText.[@nobody]\n")], small_knowledge, "docs")
    assert found.startswith("docs/guides/page.md:5: no claim has the id 'nobody'")


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.html", "sources/alpha/#alpha-early"),
        ("guides/page/index.html", "../../sources/alpha/#alpha-early"),
        ("sources/index.html", "../sources/alpha/#alpha-early"),
    ],
)
def test_links_are_relative_to_the_page(markdown: Markdown, page: str, link: str) -> None:
    """In the finished site the link to the claim holds below any path."""
    html = markdown.convert("Text.[@alpha-early]")
    assert f'<a href="{link}">' in with_relative_addresses(html, page)


def test_text_without_citations_is_untouched(markdown: Markdown) -> None:
    """Mail addresses, links and footnotes of other kinds stay what they are."""
    html = markdown.convert("Mail [me@there.example](mailto:me@there.example), see [@] and [ @x y ].")
    assert not numbers(html)
    assert "who-says-so" not in html


def test_notes_have_a_heading_and_stay_out_of_search(markdown: Markdown) -> None:
    """Readers find the notes by a heading; search does not find a page by the titles that it cites."""
    html = markdown.convert("Ask.[@alpha-early]")
    assert re.search(r'<div class="footnote" data-search-exclude="">\s*<h2 [^>]*id="who-says-so"', html)


def test_extension_needs_footnotes(small_knowledge: Knowledge) -> None:
    """Without the footnotes that it builds on, the extension says what to list first."""
    with pytest.raises(ValueError, match="list the extension 'footnotes' before"):
        Markdown(extensions=[CitationExtension(small_knowledge), "footnotes"])


def test_citations_are_found_in_order() -> None:
    """The finder gives the claims of each place, with spaces as they come."""
    text = "a [@one] b [@two;@three] c [ @four ; @five ]"
    assert [citation.claims for citation in citations(text)] == [("one",), ("two", "three"), ("four", "five")]


def test_complaints_count_lines_across_fences(small_knowledge: Knowledge) -> None:
    """A fence before the citation does not shift its line."""
    text = "```\n[@nobody]\n```\n\n[@nobody]"
    assert [one.partition(" ")[0] for one in unknown_claims(text, small_knowledge.claims, "p.md")] == ["p.md:5:"]
