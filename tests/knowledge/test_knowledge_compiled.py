"""The compiled knowledge says what the TOML says."""

import json
from pathlib import Path

import pytest

from advice_cases import all_cases
from followup import knowledge, wire
from followup.knowledge import _compiled, compile_knowledge
from small_texts import read_small


def test_json_gives_back_what_answers_show(folder: Path) -> None:
    """Everything that an answer shows survives the way through JSON, the version too."""
    small = read_small(folder)
    assert _compiled.from_plain(json.loads(compile_knowledge(small))) == _compiled.shown(small)


def test_json_gives_back_the_projects_own_knowledge() -> None:
    """The same holds for the knowledge that the project ships."""
    assert _compiled.from_plain(json.loads(compile_knowledge())) == _compiled.shown(knowledge.load())


def test_answers_need_no_more_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiled table gives every case the same answer as the whole."""
    situations = [json.dumps(case.situation) for case in all_cases()]
    answers = [wire.advise(situation) for situation in situations]
    less = _compiled.from_plain(json.loads(compile_knowledge()))
    monkeypatch.setattr(knowledge, "load", lambda: less)
    assert [wire.advise(situation) for situation in situations] == answers


def test_what_no_answer_shows_stays_behind(folder: Path) -> None:
    """A claim that nothing cites is not shipped, and of a cited one only who says what."""
    text = compile_knowledge(read_small(folder))
    assert "paper-patience" not in text
    assert "IF asked THEN wait" not in text
    assert "Ask after a week." in text


def test_the_same_content_compiles_to_the_same_text(folder: Path) -> None:
    """Comments and blank lines change nothing; one changed word changes the version, shipped or not."""
    before = compile_knowledge(read_small(folder))
    sources = folder / "sources.toml"
    sources.write_text("# a comment\n\n" + sources.read_text(encoding="utf-8"), encoding="utf-8")
    assert compile_knowledge(read_small(folder)) == before
    for file, old, new in (("sources.toml", "One view.", "Another view."), ("gaps.toml", "No letter.", "A letter.")):
        version = read_small(folder).version
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        assert read_small(folder).version != version


def test_the_version_begins_with_the_last_day_on_which_a_source_was_checked(folder: Path) -> None:
    """The version is that day, a dot and eight hexadecimal digits."""
    day, _, digits = read_small(folder).version.partition(".")
    assert day == "2026-03-04"
    assert len(digits) == 8
    assert int(digits, 16) >= 0


@pytest.fixture
def _fresh() -> None:
    knowledge.load.cache_clear()


@pytest.mark.usefixtures("_fresh")
def test_a_compiled_table_is_read_instead_of_toml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package carries the compiled table, `load` gives that, and gives the same object again."""
    compiled = json.loads(compile_knowledge(read_small(folder)))
    asked: list[str] = []

    def read_json(name: str) -> object:
        asked.append(name)
        return compiled

    monkeypatch.setattr(knowledge, "read_json", read_json)
    try:
        assert knowledge.load() == _compiled.shown(read_small(folder))
        assert knowledge.load() is knowledge.load()
        assert asked == ["tables/knowledge.json"]
    finally:
        knowledge.load.cache_clear()
