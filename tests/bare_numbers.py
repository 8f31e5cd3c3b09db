"""The numbers that a sentence types, so that a test can ask whose they are.

A number is a count with its unit ("two weeks", "24 to 48 hours", "day 7", "twice", "the second message"), a weekday, a
time of day, a day of a year, or any other digits. Counts of time are compared in hours, all others by themselves.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from followup.knowledge.records import Claim

_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "working day": 24, "week": 168, "month": 720, "year": 8760}
_COUNTED = (
    "message",
    "check",
    "question",
    "try",
    "tries",
    "time",
    "nudge",
    "word",
    "people",
    "person",
    "contact",
    "call",
    "percent",
)
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_FIRSTS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_VALUES = {word: place for words in (_ONES, _FIRSTS) for place, word in enumerate(words, start=1)} | {
    "a": 1,
    "an": 1,
    "twice": 2,
}
_NUMBER = rf"\d[\d,]*|{'|'.join(_ONES)}"
_UNIT = rf"(?P<unit>{'|'.join((*_HOURS, *_COUNTED))})s?\b"
_BETWEEN = r"(?:(?:more|full|other|short|unanswered|strong|further|whole)[ -])*"
_COUNT = re.compile(
    rf"\b(?P<low>{_NUMBER})(?: ?(?:to|or|and|-) ?(?P<high>{_NUMBER}))?[ -]{_BETWEEN}{_UNIT}", re.IGNORECASE
)
_SPAN = re.compile(r"\ban? (?P<unit>week|month|year|hour)\b", re.IGNORECASE)
_PLACED = "working day|day|message|question|check|try|time|email"
_PLACE = re.compile(rf"\b(?P<low>{'|'.join(_FIRSTS[1:])}) (?P<unit>{_PLACED})\b", re.IGNORECASE)
_TWICE = re.compile(r"\b(?P<low>twice)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?P<unit>day) (?P<low>\d+)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})\b")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_DIGITS = re.compile(r"\b\d[\d,]*\b")


class Typed(NamedTuple):
    """A number in a sentence."""

    text: str
    values: frozenset[tuple[str, float]]
    """What it comes to: of time in hours, else a count; both ends of a range. Days and times stand for themselves."""


def typed_numbers(sentence: str) -> Iterator[Typed]:
    """Every number that the sentence types, the longest reading of each."""
    for pattern in (_CLOCK, _DATE, _WEEKDAY):
        for found in pattern.finditer(sentence):
            yield Typed(found[0], frozenset({(found[0], 0)}))
        sentence = pattern.sub(_blank, sentence)
    for pattern in (_COUNT, _SPAN, _PLACE, _DAY, _TWICE):
        for found in pattern.finditer(sentence):
            parts = found.groupdict()
            ends = [parts[end] for end in ("low", "high") if parts.get(end)] or ["a"]
            yield Typed(found[0], frozenset(_size(end, parts.get("unit") or "") for end in ends))
        sentence = pattern.sub(_blank, sentence)
    for found in _DIGITS.finditer(sentence):
        yield Typed(found[0], frozenset({_size(found[0], "")}))


def stated_by(claims: Iterable[Claim]) -> frozenset[tuple[str, float]]:
    """The numbers that claims state: in their words, in what is said of their sample, and as positions."""
    values: set[tuple[str, float]] = set()
    for claim in claims:
        for typed in typed_numbers(f"{claim.says} {claim.sample}"):
            values |= typed.values
        for position in claim.positions:
            values.add(_size(str(position.value), position.unit.removesuffix("s").replace("-", " ")))
    return frozenset(values | {("count", value / 24) for kind, value in values if kind == "time"})


def _size(number: str, unit: str) -> tuple[str, float]:
    value = _VALUES.get(number.lower()) or int(number.replace(",", ""))
    hours = _HOURS.get(unit.lower())
    return ("count", value) if hours is None else ("time", value * hours)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
