"""Every sentence that a reader sees, by language and key; engine code holds none.

A key is dotted (`ground.patience`). Placeholders are those of `str.format`: dates come as days in words, choices of the
vocabulary by their own words, numbers of the policy by their names (`followup.words.quantities`).
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from followup.resources import overlay, read_json

if TYPE_CHECKING:
    from followup.words.quantities import NumbersInWords

ENGLISH = "en"
"""The language in which the knowledge is written, and the one that is spoken where no other is asked for."""


class MissingWordsError(KeyError):
    """A catalogue lacks a sentence, or a sentence wants a value that is not given; the text names file and key."""

    def __str__(self) -> str:
        """The text as it is: `KeyError` shows it as a quoted key."""
        return str(self.args[0])


class Words(NamedTuple):
    """One language's catalogue."""

    language: str
    catalogue: Mapping[str, Any]
    sentences: Mapping[str, str]
    """Every sentence by its dotted key."""

    def __hash__(self) -> int:
        """A hash, so that what follows from a catalogue alone can be kept for it."""
        return hash(self.language)

    def has(self, key: str) -> bool:
        """Whether the catalogue has a sentence of that key."""
        return key in self.sentences

    def text(self, key: str, numbers: "NumbersInWords | None" = None, /, **values: object) -> str:
        """The sentence of a key with its placeholders filled, from the values, else from the numbers of the policy.

        Raises `MissingWordsError` where the catalogue lacks the key or the sentence wants a value that is not given.
        """
        if key not in self.sentences:
            raise MissingWordsError(f"words/{self.language}.toml: {key}: missing")
        found = self.sentences[key]
        if numbers and "{" in found:
            found = numbers.filled_in(found)
        if "{" not in found:
            return found
        try:
            return found.format_map({name: self.shown(value) for name, value in values.items()})
        except KeyError as error:
            raise MissingWordsError(f"words/{self.language}.toml: {key}: nothing is given for {error}") from None

    def of_knowledge(self, key: str, text: str, numbers: "NumbersInWords | None" = None) -> str:
        """A text of the knowledge in this language; the text itself, where the knowledge is written in it.

        Where it is one of ours, its numbers come from the policy.
        """
        found = self.sentences.get(key, text)
        return numbers.filled_in(found) if numbers and "{" in found else found

    def section(self, key: str) -> Mapping[str, Any]:
        """The part of the catalogue below a key; raises `KeyError` where there is none."""
        found: Any = self.catalogue
        for part in key.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        if not isinstance(found, dict):
            raise KeyError(key)
        return found

    def shown(self, value: object) -> str:
        """A value in words: a day as "Tuesday 2 June 2026", a time after it, anything else as it is."""
        if isinstance(value, datetime):
            return self.text("calendar.moment", day=self.day(value.date()), time=f"{value.hour:02}:{value.minute:02}")
        return self.day(value) if isinstance(value, date) else str(value)

    def day(self, day: date) -> str:
        """A day with its weekday."""
        return self.text(
            "calendar.day",
            weekday=self.text(f"calendar.weekday.{day.isoweekday()}"),
            number=day.day,
            month=self.text(f"calendar.month.{day.month}"),
            year=day.year,
        )


@cache
def load(language: str = ENGLISH) -> Words:
    """The words of a language: the compiled table where the package carries one, else the TOML files.

    The sentences of a center that runs a copy stand in the places of others. Raises `FileNotFoundError` where there is
    neither.
    """
    compiled = read_json(f"tables/words.{language}.json")
    return made(language, _parse(language) if compiled is None else compiled)


def made(language: str, catalogue: Mapping[str, Any]) -> Words:
    """The words of a catalogue."""
    return Words(language, catalogue, dict(sentences_of(catalogue)))


def known(language: object) -> str:
    """The language itself where there is a catalogue for it, else English."""
    if not isinstance(language, str) or not language.isalpha():  # nothing that could lead out of the folder
        return ENGLISH
    try:
        return load(language).language
    except (FileNotFoundError, ImportError):  # an installed package has no TOML files, the browser no reader of them
        return ENGLISH


def sentences_of(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence below a table with its dotted key."""
    for key, value in table.items():
        if isinstance(value, str):
            yield path + key, value
        else:
            yield from sentences_of(value, f"{path}{key}.")


def _parse(language: str) -> dict[str, Any]:
    # Not there in the browser, where the compiled table is read.
    from pathlib import Path  # noqa: PLC0415

    from followup.files import read_toml  # noqa: PLC0415

    catalogue = read_toml(Path(__file__).with_name(f"{language}.toml"))
    center = overlay()
    file = center / "words" / f"{language}.toml" if center else None
    return laid_over(catalogue, read_toml(file)) if file and file.is_file() else catalogue


def laid_over(catalogue: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A catalogue with the sentences of another in the places of its own."""
    laid = dict(catalogue)
    for key, value in over.items():
        below = laid.get(key)
        laid[key] = laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return laid
