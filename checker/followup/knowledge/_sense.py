"""What numbers must be together, whoever chooses them: a layer that breaks it is refused with the reason."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from followup.knowledge._reading import in_layer
from followup.knowledge.records import Number

type Numbers = Mapping[str, Number]


class _Sense(NamedTuple):
    """Something that must hold of numbers; a fault names the first of them."""

    numbers: tuple[str, ...]
    holds: Callable[..., bool]
    """Asked with the numbers, in their order."""
    because: str


def _at_least(least: int) -> Callable[[Number], bool]:
    return lambda number: number.usual.value >= least and number.keen.value >= least


def _not_above(low: Number, high: Number) -> bool:
    return low.usual.value <= high.usual.value


def _is_within_sources(number: Number) -> bool:
    """Whether no mark of a ceiling is our own: each is that of a source."""
    return bool(number.keen.claims and number.cautious.claims)


def _are_among(some: Number, others: Number) -> bool:
    return set(str(some.usual.value)) <= set(str(others.usual.value))


_THEIR_DAY = "the promised day is theirs to its end, and nobody is asked on it"
_TOO_MANY = "is more than any source allows, and too many end a chance"
_SENSES = (
    _Sense(("first-check-after-promise",), _at_least(1), _THEIR_DAY),
    _Sense(("check-agency-after-promise",), _at_least(1), _THEIR_DAY),
    _Sense(("cap-per-contact",), _is_within_sources, _TOO_MANY),
    _Sense(("calls-to-agency-a-day",), _is_within_sources, _TOO_MANY),
    _Sense(("cap-per-contact", "cap-per-employer"), _not_above, "an employer is not asked less often than one person"),
    _Sense(("burst-messages",), _at_least(1), "a guard that lets nothing through would stop every plan"),
    _Sense(("first-check-without-date", "check-without-date-aim-by"), _not_above, "it would be late before it is due"),
    _Sense(("application-follow-up-from", "application-follow-up-by"), _not_above, "it would be late before it is due"),
    _Sense(("check-without-date-aim-by", "silence-without-date"), _not_above, "the plan would stop before it asks"),
    _Sense(("office-opens", "office-closes"), _not_above, "the office would close before it opens"),
    *(
        _Sense((f"week-{week}-{which}", f"week-{week}-working"), _are_among, "these are days on which nobody works")
        for week in ("mon-fri", "sun-thu")
        for which in ("avoided", "best")
    ),
)


def faults_of_sense(numbers: Numbers) -> Iterator[str]:
    """A line for everything that numbers must be together and are not, of those that are there."""
    for sense in _SENSES:
        asked = [numbers[name] for name in sense.numbers if name in numbers]
        if len(asked) == len(sense.numbers) and not sense.holds(*asked):
            said = " and ".join(f"{number.id} is {number.usual.value} {number.usual.unit}" for number in asked)
            layer = next((number.layer for number in asked if number.layer), "")
            yield f"{in_layer(layer, 'policy.toml')}: {asked[0].id}: usual: {said}: {sense.because}"
