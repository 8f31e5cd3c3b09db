"""The page of questions: each has a short answer that says whose it is, and leads to more."""

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
ANSWERS = dict(re.findall(r"^### ([^\n]+)\n\n(.+?)(?=\n\n##|\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_there_are_many_and_each_is_asked_once() -> None:
    """At least forty questions, each of them under one heading only."""
    headings = re.findall(r"^### (.+)", PAGE, re.MULTILINE)
    assert len(headings) >= 40
    assert sorted(headings) == sorted(ANSWERS)


@pytest.mark.parametrize("question", ANSWERS)
def test_answer_is_short_says_whose_it_is_and_leads_on(question: str) -> None:
    """A question ends as one; its answer is two lines, cited or marked as ours, and then one link to a page."""
    answer, link = ANSWERS[question].strip().split("\n\n")
    assert question.endswith("?")
    assert len(answer.splitlines()) == 2
    assert re.search(r"\[@|\.our-choice", answer.splitlines()[-1])
    assert re.fullmatch(r"\[[^]]+\]\([\w/-]+\.md\)", link)
