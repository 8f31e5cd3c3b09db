"""Numbers of the policy in words, so that no sentence types one: `{spacing-employer.words}` becomes "two weeks".

A placeholder names a number as `policy.toml` does. Without more it is the value with its unit in digits: "14 days",
"9:00", "24 December". What follows a dot asks for another form, one of `FORMS`, or first for a mark: without one it is
the mark at the reader's pace, and `{thank-you-by.keen}` is the keen one at every pace.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from followup.knowledge.policy import Policy, policy_at
from followup.knowledge.records import Knowledge, Mark, Number
from followup.knowledge.spread import Spread, accepting
from followup.words import Words

MARKS = ("keen", "usual", "cautious")
COUNTS = ("accept", "voices")
"""What can be asked of a number that is counted: how many sources accept the mark, and how many name the number."""
_DAYS_A_WEEK = 7
_PLACEHOLDER = re.compile(r"\{([^{}.]+)[^{}]*\}")
_WEEKDAYS = ("weekday", "weekdays")
_OF_WEEKDAYS = ("plural", "either", "any")


class Quantity:
    """A number of the policy at one of its marks, whose attributes are its other marks and its forms.

    Where it is counted, `voices` is how many sources name it, and `accept` how many of them accept the mark.
    """

    __slots__ = ("_mark", "_record", "_spread", "_words")

    def __init__(self, record: Number, mark: Mark, words: Words, spread: Spread | None) -> None:
        """`words` is the language in which it is said."""
        self._record, self._mark, self._words, self._spread = record, mark, words, spread

    def __getattr__(self, name: str) -> "Quantity | str":
        """The same at another mark, or as a text in one of the forms; raises `AttributeError` for any other name."""
        if name in MARKS:
            return Quantity(self._record, getattr(self._record, name), self._words, self._spread)
        if name in FORMS:
            return in_form(name, self._mark.value, self._mark.unit, self._words)
        if name == "voices" and self._spread:
            return str(self._spread.of)
        if name == "accept" and self._spread:
            return str(accepting(self._spread, self._mark.value))
        raise AttributeError(name)

    def __str__(self) -> str:
        """The value with its unit in digits."""
        return quantity(self._mark.value, self._mark.unit, self._words)

    def __format__(self, spec: str) -> str:
        """The same, for a placeholder."""
        return format(str(self), spec)


class NumbersInWords:
    """Every number of a policy as a value for placeholders, worded when it is asked for."""

    def __init__(self, policy: Policy, words: Words) -> None:
        """`policy` says at which pace, `words` in which language."""
        self._policy, self._words = policy, words
        self._filled: dict[str, str] = {}

    def __getitem__(self, number: str) -> Quantity:
        """The number at the policy's pace; raises `KeyError` where the policy has none of that name."""
        known = self._policy.knowledge
        return Quantity(known.numbers[number], self._policy.numbers[number], self._words, known.spreads.get(number))

    def filled_in(self, sentence: str) -> str:
        """A sentence with the numbers of the policy in their places, other placeholders as they are; worked out once.

        Raises `AttributeError` for a mark or a form that there is not.
        """
        if sentence not in self._filled:
            self._filled[sentence] = _PLACEHOLDER.sub(self._filled_place, sentence)
        return self._filled[sentence]

    def _filled_place(self, place: re.Match[str]) -> str:
        return place[0].format_map(self) if place[1] in self._policy.numbers else place[0]


def usual_numbers(knowledge: Knowledge, words: Words) -> NumbersInWords:
    """The numbers of a knowledge for what is said to no reader in particular: at our defaults."""
    return NumbersInWords(policy_at(knowledge, "usual"), words)


@lru_cache(maxsize=512)
def quantity(value: int, unit: str, words: Words) -> str:
    """A value with its unit: `1 day`, `4 working days`, `22 percent`, `Tuesday and Friday`, `24 December`, `9:00`."""
    if unit in _WEEKDAYS:
        return _listed("and", _weekdays(value, words), words)
    if unit == "month-day":
        month, day = divmod(value, 100)
        return words.text("quantity.month-day", day=day, month=words.text(f"calendar.month.{month}"))
    if unit == "time-of-day":
        hour, minute = divmod(value, 60)
        return words.text("quantity.time-of-day", hour=hour, minute=f"{minute:02}")
    if unit == "day-of-month":
        return words.text("quantity.day-of-month", day=value)
    return _with_unit(value, str(value), unit, words)


@lru_cache(maxsize=512)
def in_form(form: str, value: int, unit: str, words: Words) -> str:
    """A value in one of the `FORMS`.

    Raises `ValueError` where its unit has no such form, and `IndexError` for an ordinal beyond those that the catalogue
    has; small counts are spelled out, as many as it has words for.
    """
    is_there = unit in _WEEKDAYS if form in _OF_WEEKDAYS else words.has(f"unit.{unit}.one")
    if not is_there:
        raise ValueError(f"{value} {unit} cannot be said as {form}")
    return FORMS[form](value, unit, words)


def _in_words(value: int, unit: str, words: Words) -> str:
    """Whole weeks as weeks, and small counts spelled out."""
    weeks, rest = divmod(value, _DAYS_A_WEEK)
    if unit == "days" and weeks and not rest and weeks <= _DAYS_A_WEEK:
        return _with_unit(weeks, _spelled(weeks, words), "weeks", words)
    return _with_unit(value, _spelled(value, words), unit, words)


def _with_unit(value: int, said: str, unit: str, words: Words) -> str:
    return words.text(f"unit.{unit}.{'one' if value == 1 else 'many'}", count=said)


def _spelled(value: int, words: Words) -> str:
    counts = words.text("quantity.counts").split()
    return counts[value] if value < len(counts) else str(value)


def _listed(joined: str, parts: list[str], words: Words) -> str:
    """The parts as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    *first, last = parts
    return words.text(f"quantity.{joined}", first=", ".join(first), last=last) if first else last


def _times(value: int, _: str, words: Words) -> str:
    few = words.text("quantity.times").split()
    return few[value] if value < len(few) else words.text("quantity.more-times", count=_spelled(value, words))


def _ordinal(value: int, _: str, words: Words) -> str:
    return words.text("quantity.ordinals").split()[value - 1]


def _weekdays(value: int, words: Words) -> list[str]:
    return [words.text(f"calendar.weekday.{digit}") for digit in str(value)]


FORMS: dict[str, Callable[[int, str, Words], str]] = {
    "words": _in_words,
    "number": lambda value, _, __: str(value),
    "count": lambda value, _, words: _spelled(value, words),
    "times": _times,
    "ordinal": _ordinal,
    "day": lambda value, unit, words: words.text(f"unit.{unit}.one", count=_ordinal(value, unit, words)),
    "plural": lambda value, _, words: _listed(
        "and", [words.text("quantity.weekday-plural", weekday=name) for name in _weekdays(value, words)], words
    ),
    "either": lambda value, _, words: _listed("or", _weekdays(value, words), words),
    "any": lambda value, _, words: _listed(
        "or", [words.text("quantity.weekday-any", weekday=name) for name in _weekdays(value, words)], words
    ),
}
"""What a placeholder may ask for. `words`: "two weeks", "four working days"; `number`: "14"; `count`: "two"; `times`:
"twice"; `ordinal`: "fourth"; `day`: "fourth working day"; of weekdays `plural`: "Mondays and Fridays"; `either`:
"Monday or Friday"; `any`: "a Monday or a Friday"."""
