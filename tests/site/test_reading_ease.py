"""The pages read easily, measured on what readers see."""

from pathlib import Path
from statistics import median

import pytest

from checkout import ROOT
from followup_site.pages.reading_ease import HIGHEST_GRADE, HIGHEST_MEDIAN, grades, prose, reading_ease

DOCS = ROOT / "docs"


def test_no_page_is_hard() -> None:
    """No page asks for more than ten years of school."""
    assert {path: grade for path, grade in grades(DOCS).items() if grade > HIGHEST_GRADE} == {}


def test_most_pages_are_easy() -> None:
    """Half of the pages are for readers of 14 or younger."""
    assert median(grades(DOCS).values()) <= HIGHEST_MEDIAN


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("---\ntitle: Not seen\n---\n\n# Not seen\n\nSeen.", "Seen."),
        ("Wait a week.[@some-claim; @other-claim] Then ask.[@some-claim]", "Wait a week. Then ask."),
        ("See [the page](guides/one.md#part){ .big }.", "See the page."),
        ("[Check](checker:stage=fair){ .md-button }\n\nSeen.", "Seen."),
        ("We wait. **Our choice**{ .our-choice }", "We wait."),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n\nSeen.", "Seen."),
        ("```\ncode\n```\n\nUse `code` here.", "Use here."),
        ("- One thing\n- Another thing:\n    - Below it\n", "One thing. Another thing. Below it."),
        ("> Dear Ann,\n> thank you.\n\nSeen.", "Dear Ann, thank you. Seen."),
        ('--8<-- "pictures/road.md"\n\nSeen.', "Seen."),
        ('<div class="promises" markdown>\n\n- **Private.**\n  No account.\n\n</div>', "Private. No account."),
        ("![A picture](a.svg)\n\nOne.<br>Two.", "One.Two."),
        ("# Only a heading", ""),
    ],
)
def test_prose_is_what_readers_see(markdown: str, seen: str) -> None:
    """Sentences in paragraphs, lists and examples count; headings, tables, code, labels and citations do not."""
    assert prose(markdown) == seen


def test_longer_words_and_sentences_are_harder(tmp_path: Path) -> None:
    """The report lists each page with its grade, the median and the hardest; an empty page has none."""
    easy = "Wait a week. Then ask them once. Be kind and brief."
    hard = "Notwithstanding considerable organisational uncertainty, communication necessitates extraordinary patience."
    for name, text in {"easy": easy, "hard": hard, "empty": "# Nothing yet"}.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    found = grades(tmp_path)
    assert [*found] == ["easy.md", "hard.md"]
    assert found["easy.md"] < HIGHEST_MEDIAN < HIGHEST_GRADE < found["hard.md"]
    lines = list(reading_ease(tmp_path))
    assert sum("easy.md" in line for line in lines) == 2
    assert lines[-1].endswith("hard.md, easy.md")
    assert "median of 2 pages" in lines[-2]
