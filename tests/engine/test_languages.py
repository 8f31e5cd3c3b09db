"""A language is a catalogue and a package that reads it: nothing that a reader sees escapes the catalogue."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from advice_cases import all_cases, made_up_situations
from followup import knowledge, wire
from followup.advice import Advice
from followup.advise import advise
from followup.knowledge.texts import all_texts
from followup.page import door
from followup.page.answer import html
from followup.page.form import form_html
from followup.page.host import Addresses, Host
from followup.reading.situation import read_situation
from followup.render.as_json import as_json
from followup.render.text import text
from followup.render.view import lay_out
from followup.render.voice import Voice, voice
from followup.words import Words, catalogues, known, load, made

KNOWN = knowledge.load()
HOST = Host(
    addresses=Addresses(),
    tables="",
    table="",
    guides={"first-48-hours": "", "the-date-has-passed": ""},
)
LETTERS = str.maketrans({letter: chr(ord(letter) + 0xFEE0) for letter in map(chr, (*range(65, 91), *range(97, 123)))})
"""Each letter as its full-width form, which no English text has."""
ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")


def foreign(sentence: str) -> str:
    """A sentence of another language: the same, but for its letters; placeholders are left alone."""
    parts = []
    for literal, name, _, _ in Formatter().parse(sentence):
        parts.append(literal.translate(LETTERS))
        if name is not None:
            parts.append(f"{{{name}}}")
    return "".join(parts)


def foreign_catalogue(table: dict[str, Any]) -> dict[str, Any]:
    """A catalogue in which every sentence is foreign."""
    return {key: foreign(part) if isinstance(part, str) else foreign_catalogue(part) for key, part in table.items()}


@cache
def foreign_voice() -> Voice:
    """The engine's voice in a language that nobody speaks."""
    words = made("xx", foreign_catalogue(dict(load().catalogue)))
    spoken_of = {key: foreign(said) for key, said in all_texts(KNOWN)}
    return voice(KNOWN, Words("xx", words.catalogue, {**words.sentences, **spoken_of}))


def names() -> Iterator[str]:
    """What stays as it is in every language: names of people and sources, ids of claims, codes, names of holidays."""
    for source in KNOWN.sources.values():
        yield source.name
    for claim in KNOWN.claims.values():
        yield claim.speaker
        yield claim.id


NAMES = re.compile("|".join(sorted(map(re.escape, set(names())), key=len, reverse=True)))


def as_they_are(situation: dict[str, Any], advice: Advice) -> list[str]:
    """What an answer repeats as it is: what the reader entered, names of holidays, and the version of the knowledge."""
    holidays = [str(reason.values["name"]) for reason in advice.said.because if "name" in reason.values]
    entered = [situation.get("country", "US"), (situation.get("promised") or {}).get("text", "")]
    return [given for given in (*entered, *holidays, advice.rules) if given]


def left_in_english(said: str, repeated: Iterable[str] = ()) -> list[str]:
    """The words of a text that are in English, but for names and for what is repeated as it is."""
    said = said.replace("&amp;", "&").replace("&#x27;", "'")
    for given in repeated:
        said = said.replace(given, "")
    return ENGLISH_WORD.findall(NAMES.sub("", said))


def spoken(value: Any) -> Iterator[str]:
    """The texts of an advice as JSON values, without its ids and codes."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in {"text", "when", "question", "ours", "apart"} and isinstance(part, str):
                yield part
            elif key == "assumed":
                yield from part
            else:
                yield from spoken(part)
    elif isinstance(value, list):
        for part in value:
            yield from spoken(part)


def test_no_sentence_escapes_its_language() -> None:
    """Every case, and many situations that nobody thought of: JSON, text and page say nothing in English."""
    speaker = foreign_voice()
    for value in (*(case.situation for case in all_cases()), *made_up_situations()):
        situation, _ = read_situation(value)
        assert situation
        advice = advise(situation, KNOWN)
        view = lay_out(advice, speaker)
        on_page = re.sub(r"<[^>]*>", " ", html(view, speaker.words, Addresses()))
        titles = re.findall(r'(?:title|aria-label)="([^"]*)"', html(view, speaker.words, Addresses()))
        as_text = " ".join(text(view).split())
        for said in (*spoken(as_json(advice, speaker)), on_page, *titles, as_text):
            assert left_in_english(said, as_they_are(value, advice)) == []


def test_no_word_of_the_form_escapes_its_language() -> None:
    """Labels, hints, options, buttons, states and failures are all in the catalogue."""
    page = form_html(foreign_voice().words, HOST)
    sentences = [re.sub(r"<[^>]*>", " ", page), *re.findall(r'(?:aria-label|data-[a-z-]*prefix)="([^"]*)"', page)]
    states = re.findall(r'data-(?:fetching|starting|ready|waiting|working|blocked|slow|stopped)="([^"]*)"', page)

    assert states
    for said in (*sentences, *states):
        assert ENGLISH_WORD.findall(said) == []


def test_every_fault_is_told_in_the_language() -> None:
    """Problem and hint are in the catalogue; only what was entered stays as it is."""
    _, faults = read_situation({"stage": "soon", "today": 3, "chanels_given": [], "promised": {"to": "2026-02-30"}})

    assert len(faults) > 3
    for fault in faults:
        told = foreign_voice().fault(fault)
        values = " ".join(map(str, fault.values.values()))
        assert [word for word in ENGLISH_WORD.findall(told["problem"] + told["hint"]) if word not in values] == []


def test_a_sentence_that_does_not_come_from_the_catalogue_would_be_noticed() -> None:
    """The check itself sees English, and sees nothing wrong in names."""
    assert left_in_english("Wait until") == ["Wait", "until"]
    assert left_in_english(KNOWN.sources["glassdoor"].name) == []


def test_an_unknown_language_is_answered_in_english() -> None:
    """A page in a language without a catalogue still gets an answer, and nothing leads out of the folder."""
    entered = {"form": {"stage": "post_interview", "now": "2026-06-10T09:00"}}
    answers = [door.answer(json.dumps({**entered, "language": code})) for code in ("en", "xx", "../en", "", None, 3)]

    assert len(set(answers)) == 1
    assert [known(code) for code in ("en", "xx", "../en", "", None, 3)] == ["en"] * 6


def test_the_door_for_programs_takes_the_language() -> None:
    """The language is an argument of both doors; English is what is spoken without one."""
    line = json.dumps({"today": "2026-06-10", "stage": "post_interview"})

    assert wire.advise(line) == wire.advise(line, "en")
    assert wire.advise("{") == wire.advise("{", "en")
    assert wire.advise(line) == wire.advise(line, "xx") == wire.advise(line, "../en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of catalogues: English, and a copy of it in which nothing is missing yet."""
    shutil.copy(catalogues.FOLDER / "en.toml", tmp_path)
    everything = {**load().sentences, **dict(all_texts(KNOWN))}
    lines = [f"{'.'.join(map(json.dumps, key.split('.')))} = {json.dumps(said)}\n" for key, said in everything.items()]
    (tmp_path / "xx.toml").write_text("".join(lines), encoding="utf-8")
    readers = tmp_path / "readers" / "xx"
    readers.mkdir(parents=True)
    (readers / "__init__.py").touch()
    return tmp_path


def compiled(folder: Path) -> str:
    """What the build makes of the second language."""
    return catalogues.compiled("xx", folder, folder / "readers")


def test_a_second_language_is_one_catalogue_and_one_package(folder: Path) -> None:
    """With all keys and a package that reads it, a language is compiled; the list of languages finds it by itself."""
    assert catalogues.languages(folder) == ("en", "xx")
    assert dict(made("xx", json.loads(compiled(folder))).sentences).keys() > load().sentences.keys()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda text: re.sub(r'(?m)^"strength"."optional".*\n', "", text), "strength.optional: missing"),
        (lambda text: text + '"strength"."urgent" = "x"\n', "strength.urgent: English has no such key"),
        (
            lambda text: re.sub(r'(?m)^("view"."then-line-plain") = .*$', r'\1 = "{date}"', text),
            "view.then-line-plain: has the placeholders {date} where English has {date}, {step}",
        ),
        (
            lambda text: re.sub(r'(?m)^"knowledge"."disputes"."C01"."ours".*\n', "", text),
            "knowledge.disputes.C01.ours: missing",
        ),
        (lambda text: text + "[", "cannot be read as TOML"),
    ],
)
def test_a_catalogue_that_differs_is_refused(folder: Path, spoil: Any, told: str) -> None:
    """A key too few or too many, other placeholders, a text of the knowledge that is missing: each is named."""
    path = folder / "xx.toml"
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(catalogues.CatalogueError, match="^" + re.escape(f"words/xx.toml: {told}")):
        compiled(folder)


def test_a_language_that_nothing_reads_is_refused(folder: Path) -> None:
    """What people type is read in their language, so a catalogue alone is not enough."""
    (folder / "readers" / "xx" / "__init__.py").unlink()

    with pytest.raises(catalogues.CatalogueError, match="languages/xx: missing"):
        compiled(folder)
