"""Pages from the knowledge: everything that is known is on them, and records are all that a new source needs."""

import re
import runpy
import sys
from collections.abc import Callable
from copy import replace
from pathlib import Path

import pytest

import followup.knowledge
from checkout import ROOT
from followup.knowledge import KnowledgeError
from followup.knowledge.records import Knowledge, Mark, Number
from followup.words import MissingWordsError
from followup_site.faults import told
from followup_site.pages.disputes import GROUPS, dispute_pages
from followup_site.pages.folders import (
    GENERATED,
    cited_on,
    complaints,
    linked_on,
    remove_stale,
    title_of,
    write_changed,
    written_pages,
)
from followup_site.pages.prose import lines_of, listed, plain, quantity, spread
from followup_site.pages.sources import source_pages
from followup_site.pages.usage import Usage, read_usage, usage_of


def pages_of(known: Knowledge) -> dict[str, str]:
    """Return the pages of sources and disagreements by path, with nothing citing any claim and no steps."""
    return {**dict(source_pages(known, Usage())), **dict(dispute_pages(known, Usage(), {}, {}))}


def card(page: str, claim: str) -> str:
    """Return the block of one claim on its source's page."""
    found = re.search(rf'<div class="claim" id="{claim}" markdown>(.*?)</div>', page, re.DOTALL)
    assert found, f"{claim} has no card"
    return found[1]


def test_every_claim_has_a_card_under_its_own_anchor() -> None:
    """What the knowledge holds of a claim is on its source's page: words, speaker, evidence, sample, lines, note."""
    known = followup.knowledge.load()
    pages = pages_of(known)
    for claim in known.claims.values():
        text = card(pages[f"sources/{claim.source}.md"], claim.id)
        assert plain(claim.says) in text
        assert plain(claim.speaker).casefold() in text.casefold()
        assert lines_of(claim) in text
        assert plain(claim.sample) in text
        assert plain(claim.note) in text
        assert text.count("As a number: ") == len(claim.positions)


def test_every_dispute_has_all_its_sides_and_claims() -> None:
    """A disagreement's page has each side with a link to each of its claims, our choice, and the note."""
    known = followup.knowledge.load()
    pages = pages_of(known)
    for dispute in known.disputes.values():
        page = pages[f"disagreements/{dispute.slug}.md"]
        sides = re.findall(r'<div class="side" markdown>(.*?)</div>', page, re.DOTALL)
        assert len(sides) == len(dispute.sides)
        for side, text in zip(dispute.sides, sides, strict=True):
            assert plain(side.text) in text
            for claim in side.claims:
                assert f"(../sources/{known.claims[claim].source}.md#{claim})" in text
        assert plain(dispute.ours) in page
        assert plain(dispute.note) in page
        assert page.count("our-choice") >= 1


def test_lists_name_every_page() -> None:
    """The list of sources and the list of disagreements lead to each page once."""
    known = followup.knowledge.load()
    pages = pages_of(known)
    for source in known.sources:
        assert pages["sources/index.md"].count(f"]({source}.md)") == 1
    for dispute in known.disputes.values():
        assert pages["disagreements/index.md"].count(f"]({dispute.slug}.md)") == 1


def test_claims_and_disputes_link_both_ways(small_knowledge: Knowledge) -> None:
    """A claim names the disagreements that it stands in."""
    pages = pages_of(small_knowledge)
    assert "[When may you ask?](../disagreements/when-to-ask.md)" in card(pages["sources/alpha.md"], "alpha-early")
    assert "Disputed" not in card(pages["sources/beta.md"], "beta-figure")


def test_claims_name_the_pages_that_use_them(small_knowledge: Knowledge) -> None:
    """A claim links to the hand-written pages that cite it."""
    usage = Usage({"beta-late": [("May I ask?", "guides/ask.md"), ("Home", "index.md")]})
    pages = dict(source_pages(small_knowledge, usage))
    assert "Used in: [May I ask?](../guides/ask.md) and [Home](../index.md)" in card(
        pages["sources/beta.md"], "beta-late"
    )
    assert "Used in" not in card(pages["sources/beta.md"], "beta-figure")


def test_disagreements_name_the_pages_and_steps_that_they_touch(small_knowledge: Knowledge) -> None:
    """A disagreement leads to pages that link to it or cite two of its sides, and to the steps of the checker."""
    one_side, both_sides, links = ("One", "one.md"), ("Both", "guides/both.md"), ("Links", "links.md")
    usage = Usage(
        cited={"alpha-early": [both_sides, one_side], "beta-late": [both_sides]},
        linked={"disagreements/when-to-ask.md": [links]},
    )
    pages = dict(dispute_pages(small_knowledge, usage, {"C01": [("Ask", "ask.md")]}, {}))
    page = pages["disagreements/when-to-ask.md"]
    assert "Used in: [Links](../links.md) and [Both](../guides/both.md)" in page
    assert "[Ask](../steps/ask.md)" in page
    assert "one.md" not in page
    assert "Used in" not in dict(dispute_pages(small_knowledge, Usage(), {}, {}))["disagreements/when-to-ask.md"]


def test_a_new_source_needs_records_only(small_knowledge: Knowledge) -> None:
    """A source with a kind of claim and of evidence that nobody has seen before gets its page all the same."""
    source = replace(small_knowledge.sources["alpha"], id="gamma", title="The gamma article")
    claim = replace(
        small_knowledge.claims["alpha-early"], id="gamma-new", source="gamma", kind="riddle", evidence="oracle"
    )
    grown = replace(
        small_knowledge,
        sources={**small_knowledge.sources, "gamma": source},
        claims={**small_knowledge.claims, "gamma-new": claim},
    )
    pages = pages_of(grown)
    assert "## Riddle" in pages["sources/gamma.md"]
    assert "oracle" in card(pages["sources/gamma.md"], "gamma-new")
    assert "](gamma.md)" in pages["sources/index.md"]


def test_how_far_apart_the_sides_are(small_knowledge: Knowledge) -> None:
    """Where articles differ on a number, page and list say how far, apart from the marks that the checker uses."""
    mark = small_knowledge.numbers["wait"].keen
    named = (mark._replace(value=2), mark._replace(value=9))
    number = small_knowledge.numbers["wait"]._replace(named=named)
    pages = pages_of(replace(small_knowledge, numbers={"wait": number}))
    page = pages["disagreements/when-to-ask.md"]
    assert "## How far apart are the articles?" in page
    assert "**7 days** (keen 1 day). The articles name **2 to 9 days**." in page
    assert "**2 to 9 days**" in pages["disagreements/index.md"]
    at_one = pages_of(small_knowledge)
    assert "How far apart" not in at_one["disagreements/when-to-ask.md"]
    assert "**1 to 7 days**" not in at_one["disagreements/index.md"]


def test_a_number_of_our_own_says_so(small_knowledge: Knowledge) -> None:
    """A number that no source gives stands with our reason and the words that mark it as ours."""
    mark = Mark(value=2, unit="days", claims=())
    ours = Number(
        id="wait", meaning="Days.", rule="R1", keen=mark, usual=mark, cautious=mark, claims=(), ours="A guess."
    )
    pages = pages_of(replace(small_knowledge, numbers={"wait": ours}))
    assert "**2 days**. A guess. **Our choice**" in pages["disagreements/when-to-ask.md"]
    assert "**2 days**" not in pages["disagreements/index.md"]


def test_groups_hold_every_kind_of_claim() -> None:
    """No kind of claim that the knowledge uses is without a heading in the list of disagreements."""
    kinds = {claim.kind for claim in followup.knowledge.load().claims.values()}
    assert kinds <= {kind for group in GROUPS.values() for kind in group}


def test_same_knowledge_gives_the_same_pages() -> None:
    """The pages follow from the knowledge alone."""
    known = followup.knowledge.load()
    assert pages_of(known) == pages_of(known)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A file that already holds its text is not touched."""
    file = tmp_path / "folder" / "page.md"
    assert write_changed(file, "one")
    before = file.stat().st_mtime_ns
    assert not write_changed(file, "one")
    assert file.stat().st_mtime_ns == before
    assert write_changed(file, "two")
    assert file.read_text(encoding="utf-8") == "two"


def test_stale_pages_go_and_written_ones_stay(tmp_path: Path) -> None:
    """Only generated folders are cleaned."""
    for path in ("sources/kept.md", "sources/old.md", "disagreements/old.md", "guides/mine.md"):
        write_changed(tmp_path / path, "# Title")
    assert remove_stale(tmp_path, ["sources/kept.md"]) == ["disagreements/old.md", "sources/old.md"]
    assert sorted(file.name for file in tmp_path.rglob("*.md")) == ["kept.md", "mine.md"]


def test_hand_written_pages_and_what_they_cite(tmp_path: Path, small_knowledge: Knowledge) -> None:
    """Citations are collected per claim with the page's title; unknown ones are named with page and line."""
    write_changed(
        tmp_path / "guides" / "ask.md", "---\ntags: [a]\n---\n\n# May I ask?\n\nYes.[@alpha-early]\n\nNo.[@nobody]\n"
    )
    write_changed(tmp_path / "sources" / "alpha.md", "[@beta-late]")
    pages = list(written_pages(tmp_path))
    assert [path for path, _ in pages] == ["guides/ask.md"]
    assert cited_on(pages)["alpha-early"] == [("May I ask?", "guides/ask.md")]
    assert [one.partition(" ")[0] for one in complaints(pages, small_knowledge, "docs")] == ["docs/guides/ask.md:9:"]


def test_links_of_hand_written_pages() -> None:
    """A link counts for the page, and for the part that it names; links to other sites count for nothing.

    A number that a page states counts as a link to it.
    """
    text = "# Ask\n\n[a](../numbers/index.md#wait), [b](../about.md){ .x } and [c](https://example.org/a.md).\n"
    linked = linked_on([("guides/ask.md", text), ("index.md", "# Home\n\n[d](about.md) in [#gap.words].\n")])
    assert linked == {
        "numbers/index.md#wait": [("Ask", "guides/ask.md")],
        "numbers/index.md": [("Ask", "guides/ask.md")],
        "about.md": [("Ask", "guides/ask.md"), ("Home", "index.md")],
        "numbers/index.md#gap": [("Home", "index.md")],
    }


def run(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """Run a script on a project's folder and return its exit status."""
    monkeypatch.setattr(sys, "argv", [name, "--root", str(root)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "scripts" / name), run_name="__main__")
    return ended.value.code


def test_scripts_note_who_cites_what_and_write_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One run notes what pages use, and writes every page that is made; the next run writes nothing."""
    home = tmp_path / "docs" / "index.md"
    write_changed(home, "# Home\n\nSoon.[@huffpost-knutter-next-day]\n")
    assert run("note_usage.py", tmp_path, monkeypatch) == 0
    noted = tmp_path / "build" / "usage.json"
    usage = read_usage(noted.read_text(encoding="utf-8"))
    assert usage == usage_of([("index.md", home.read_text(encoding="utf-8"))])
    assert usage.cited == {"huffpost-knutter-next-day": [("Home", "index.md")]}
    assert run("write_pages.py", tmp_path, monkeypatch) == 0
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    made = {file.relative_to(tmp_path / "docs").parts[0] for file in before if file.suffix == ".md"}
    assert made == {"index.md", *GENERATED}
    assert run("note_usage.py", tmp_path, monkeypatch) == run("write_pages.py", tmp_path, monkeypatch) == 0
    assert before == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}


def test_prose_alone_leaves_the_note_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only another citation, link or title changes what is noted, and with it the pages that speak of it."""
    times = []
    for text in ("# A\n\nSoon.", "# A\n\nLater.", "# A\n\nLater. [b](steps/wait.md)"):
        write_changed(tmp_path / "docs" / "a.md", text)
        assert run("note_usage.py", tmp_path, monkeypatch) == 0
        times.append((tmp_path / "build" / "usage.json").stat().st_mtime_ns)
    assert times[0] == times[1] != times[2]


def test_script_stops_at_unknown_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every unknown claim of every page is named with page and line, and nothing is written."""
    write_changed(tmp_path / "docs" / "a.md", "Text.[@nobody]\n")
    write_changed(tmp_path / "docs" / "b.md", "\n\nText.[@nothing]\n")
    assert run("note_usage.py", tmp_path, monkeypatch) == 1
    complaint = capsys.readouterr().err
    assert "docs/a.md:1: " in complaint
    assert "docs/b.md:3: " in complaint
    assert sorted(file.name for file in tmp_path.rglob("*.*")) == ["a.md", "b.md"]


@pytest.mark.parametrize(
    ("text", "title"),
    [("# Title\n", "Title"), ("text\n\n# With id { #id }\n", "With id"), ("## Only a part", "page.md")],
)
def test_title_is_the_first_heading(text: str, title: str) -> None:
    """A page is called by its heading, without attributes, and by its path where it has none."""
    assert title_of("page.md", text) == title


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "days", "1 day"),
        (2, "working-days", "2 working days"),
        (1, "contacts-a-day", "1 contact a day"),
        (2, "contacts-a-day", "2 contacts a day"),
        (1, "people", "1 person"),
        (22, "percent", "22 percent"),
        (23, "weekdays", "Tuesday and Wednesday"),
        (1224, "month-day", "24 December"),
        (545, "time-of-day", "9:05"),
    ],
)
def test_numbers_read_well(value: int, unit: str, words: str) -> None:
    """Every unit of the knowledge has its words, for one and for many."""
    assert quantity(value, unit) == words


@pytest.mark.parametrize(
    ("keen", "cautious", "words"),
    [
        (Mark(value=48, unit="hours", claims=()), Mark(value=24, unit="hours", claims=()), "24 to 48 hours"),
        (
            Mark(value=1, unit="working-days", claims=()),
            Mark(value=7, unit="days", claims=()),
            "1 working day to 7 days",
        ),
        (Mark(value=2, unit="days", claims=("a",)), Mark(value=2, unit="days", claims=()), "2 days"),
    ],
)
def test_spread_reads_well(keen: Mark, cautious: Mark, words: str) -> None:
    """The smaller number comes first whatever its mark, and one number stands for both where they agree."""
    assert spread(keen, cautious) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_well(parts: list[str], words: str) -> None:
    """A list in a sentence has one `and`, before its last part."""
    assert listed(parts) == words


def test_words_of_the_knowledge_are_never_markup() -> None:
    """What a record says shows as it stands."""
    assert plain("a *b* [c](d) <e> `f` _g_") == r"a \*b\* \[c\](d) \<e\> \`f\` \_g\_"


def test_a_page_in_another_encoding_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """File and line of the first byte that is not UTF-8 are said in one line, without a traceback."""
    write_changed(tmp_path / "docs" / "a.md", b"# A\n\n" + "Köln\n".encode("latin-1"))
    assert run("note_usage.py", tmp_path, monkeypatch) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{tmp_path / 'docs' / 'a.md'}: line 3 ")


def test_a_fault_of_a_file_is_told_and_one_of_a_program_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    """What a person can put right is a line; a mistake in the code keeps its traceback, and success its status."""

    def raising(error: Exception) -> Callable[[], int]:
        def main() -> int:
            raise error

        return main

    for error in (KnowledgeError(["a.toml: b: missing"]), MissingWordsError("words/en.toml: c: missing")):
        assert told(raising(error)) == 1
        assert capsys.readouterr().err == f"{error}\n"
    with pytest.raises(ZeroDivisionError):
        told(raising(ZeroDivisionError()))
    assert told(lambda: 0) == 0
