"""The compiled knowledge says what the TOML says."""

import json
from pathlib import Path

import pytest

from followup import knowledge
from followup.knowledge import _compiled, compile_knowledge, read


def test_json_gives_back_what_toml_says(folder: Path) -> None:
    """Every record survives the way through JSON, the version too."""
    assert _compiled.from_plain(json.loads(compile_knowledge(folder))) == read(folder)


def test_json_gives_back_the_projects_own_knowledge() -> None:
    """The same holds for the knowledge that the project ships."""
    assert _compiled.from_plain(json.loads(compile_knowledge())) == knowledge.load()


def test_the_same_content_compiles_to_the_same_text(folder: Path) -> None:
    """Comments and blank lines change nothing; one changed word changes the version."""
    before = compile_knowledge(folder)
    sources = folder / "sources.toml"
    sources.write_text("# a comment\n\n" + sources.read_text(encoding="utf-8"), encoding="utf-8")
    assert compile_knowledge(folder) == before
    sources.write_text(sources.read_text(encoding="utf-8").replace("One view.", "Another view."), encoding="utf-8")
    assert read(folder).version != json.loads(before)["version"]


def test_the_version_begins_with_the_last_day_on_which_a_source_was_checked(folder: Path) -> None:
    """The version is that day, a dot and eight hexadecimal digits."""
    day, _, digits = read(folder).version.partition(".")
    assert day == "2026-03-04"
    assert len(digits) == 8
    assert int(digits, 16) >= 0


@pytest.fixture
def _fresh() -> None:
    knowledge.load.cache_clear()


@pytest.mark.usefixtures("_fresh")
def test_a_compiled_table_is_read_instead_of_toml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package carries the compiled table, `load` gives that, and gives the same object again."""
    compiled = json.loads(compile_knowledge(folder))
    asked: list[str] = []

    def read_json(name: str) -> object:
        asked.append(name)
        return compiled

    monkeypatch.setattr(knowledge, "read_json", read_json)
    try:
        assert knowledge.load() == read(folder)
        assert knowledge.load() is knowledge.load()
        assert asked == ["tables/knowledge.json"]
    finally:
        knowledge.load.cache_clear()
