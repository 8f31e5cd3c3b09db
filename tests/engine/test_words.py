"""The catalogue: whatever the engine names has its sentence, no sentence lies idle, and no sentence stands in code."""

import ast
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import followup
from followup import vocabulary
from followup.knowledge import load
from followup.page.fields import FIELDS
from followup.words import MissingWordsError, Words
from followup.words import load as load_words
from followup.words.catalogues import compiled

PACKAGE = Path(followup.__file__).parent
WORDS = load_words()

FOR_DEVELOPERS = {
    ("files.py", " is not UTF-8, so save the file in that encoding"),
    ("files.py", "cannot be read as TOML: "),
    ("zones.py", "tables/zones.bin is missing: build or install the package first (make build)"),
}
"""Sentences that only somebody meets who builds the package."""
SENTENCE = re.compile(r"(?:(?:^|\s)[A-Za-z][A-Za-z'-]*(?=[\s.,:;!?]|$).*){3}", re.DOTALL)
"""Three words or more; patterns, paths of a drawing and conditions of the form have none between spaces."""


def modules() -> list[Path]:
    """The engine's own modules: `words` is the catalogue, and `knowledge` speaks to those who write the data."""
    found = PACKAGE.rglob("*.py")
    return sorted(path for path in found if path.relative_to(PACKAGE).parts[0] not in ("words", "knowledge"))


def constants(tree: ast.AST) -> Iterator[str]:
    """Every text of a module that is no docstring: neither of a module, class or function nor after an attribute."""
    docstrings = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        for statement in node.body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def calls(tree: ast.AST, name: str) -> Iterator[ast.expr]:
    """The first argument of every call of a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node.args[0]


def texts(node: ast.expr) -> Iterator[str]:
    """Every text that an expression can be, where it chooses between some."""
    if isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.Constant):
        yield str(node.value)


def test_every_ground_has_its_sentence_and_every_sentence_its_ground() -> None:
    """What a reason rests on and what it says stand in two files under the same ids."""
    assert set(WORDS.section("ground")) == set(load().grounds)


def test_every_point_of_the_engine_exists() -> None:
    """A point is a ground or an assumption; there is no other kind, and no misspelt one."""
    named = {
        text
        for path in modules()
        for argument in calls(ast.parse(path.read_text(encoding="utf-8")), "Point")
        for text in texts(
            argument if not isinstance(argument, ast.IfExp) else ast.Tuple([argument.body, argument.orelse])
        )
    }

    assert len(named) > 80
    assert named <= set(load().grounds) | set(WORDS.section("assumed"))


def test_every_fault_of_the_engine_has_a_problem_and_a_hint() -> None:
    """Whatever is wrong is said in words, together with what to do."""
    named = {
        node.args[1].value
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Fault"
        and isinstance(node.args[1], ast.Constant)
    }

    assert named
    assert named <= set(WORDS.section("fault"))
    assert all(set(fault) == {"problem", "hint"} for fault in WORDS.section("fault").values())


@pytest.mark.parametrize("action", vocabulary.ACTIONS)
def test_every_action_has_its_words(action: str) -> None:
    """Each can be said as advised, as possible, and as a step of the plan."""
    assert all(WORDS.has(f"action.{action}.{form}") for form in ("do", "may", "step"))


def test_the_words_name_nothing_else() -> None:
    """Actions, strengths and verdicts of the catalogue are those of the vocabulary, and thanks to be passed on."""
    assert set(WORDS.section("action")) == {*vocabulary.ACTIONS, "forward_thanks"}
    assert set(WORDS.section("strength")) == set(vocabulary.STRENGTHS)
    assert set(WORDS.section("verdict")) == {"fine", "with_care", "no"}


def test_every_recipient_and_channel_has_its_words() -> None:
    """Whoever and whatever the engine can name has a name for readers."""
    others = {"each_interviewer", "interviewer", "agency_desk", "rejection_sender"}

    assert set(WORDS.section("recipient")) == {*vocabulary.CONTACT_TYPES, *others}
    assert set(WORDS.section("channel")) == {*vocabulary.CHANNELS, "in_person"}


OFFERED: dict[str, set[str]] = {}
for _field in FIELDS:
    OFFERED.setdefault(_field.words, set()).update(_field.options)


@pytest.mark.parametrize("section", sorted(OFFERED.keys() - {""}))
def test_every_option_has_its_words(section: str) -> None:
    """What a reader can choose is worded, and nothing that cannot be chosen is."""
    assert set(WORDS.section(f"form.options.{section}")) == OFFERED[section]


def test_the_form_offers_every_list_of_the_vocabulary() -> None:
    """A situation can hold nothing that decides and that the form does not offer; who named a date decides nothing."""
    lists = {name: set(value) for name, value in vars(vocabulary).items() if isinstance(value, tuple)}
    del lists["ACTIONS"], lists["STRENGTHS"], lists["PROMISERS"]

    assert {"STAGES", "PACES"} <= lists.keys()
    assert {name for name, options in lists.items() if not any(options <= offer for offer in OFFERED.values())} == set()


def test_no_sentence_for_readers_stands_in_code() -> None:
    """A text of three words or more is in the catalogue, not in a module of the engine."""
    found = {
        (path.name, text)
        for path in modules()
        for text in constants(ast.parse(path.read_text(encoding="utf-8")))
        if SENTENCE.search(text)
    }

    assert found == FOR_DEVELOPERS


@pytest.mark.parametrize("key", ["", "ground", "ground.nothing", "nothing", "ground.patience.more", "ground."])
def test_a_sentence_that_is_missing_is_an_error(key: str) -> None:
    """The catalogue says that it lacks a key instead of showing a gap to a reader."""
    assert not WORDS.has(key)
    with pytest.raises(KeyError):
        WORDS.text(key)


@pytest.mark.parametrize("key", ["nothing", "ground.nothing", "ground.patience", "ground.patience.more"])
def test_a_section_that_is_missing_is_an_error(key: str) -> None:
    """A sentence is no section."""
    with pytest.raises(KeyError):
        WORDS.section(key)


def test_a_value_that_is_not_given_is_an_error() -> None:
    """A sentence with a gap is not shown."""
    with pytest.raises(KeyError, match="date"):
        WORDS.text("ground.told-overrides")


def test_the_compiled_words_are_the_words() -> None:
    """The table of a built package says what the file says."""
    assert json.loads(compiled("en")) == WORDS.catalogue


def test_a_word_that_a_reader_typed_stays_as_it_is() -> None:
    """Braces in what a reader typed are not placeholders."""
    assert "{date}" in WORDS.text("assumed.promise-vague", words="in {date} days")


def test_days_and_times_are_shown_in_words() -> None:
    """A day has its weekday, a time two digits for hours and minutes."""
    assert WORDS.shown(date(2026, 6, 2)) == "Tuesday 2 June 2026"
    assert WORDS.shown(datetime(2026, 6, 2, 9, 5, tzinfo=UTC)) == "Tuesday 2 June 2026, 09:05"
    assert WORDS.shown(24) == "24"


def test_the_words_are_those_of_their_language() -> None:
    """A catalogue knows which language it is, and is read once."""
    assert isinstance(WORDS, Words)
    assert WORDS.language == "en"
    assert load_words("en").text("strength.optional") == WORDS.text("strength.optional")


def test_a_sentence_that_is_missing_is_named_with_its_file() -> None:
    """Whoever takes one away, or names one that is not there, learns of which catalogue and which key."""
    with pytest.raises(MissingWordsError) as missing:
        Words("en", {}, {}).text("ground.patience")
    with pytest.raises(MissingWordsError) as wanting:
        Words("en", {}, {"a.b": "On {date}, {name}."}).text("a.b", date="Monday")

    assert str(missing.value) == "words/en.toml: ground.patience: missing"
    assert str(wanting.value).startswith("words/en.toml: a.b: ")
    assert "'name'" in str(wanting.value)
