"""Dataclasses that were written out for the browser behave as dataclasses do."""

import copy
from typing import Any

import pytest

from browser_runtime.records import written_out

RECORDS = '''
from dataclasses import dataclass, replace
from dataclasses import field as defaulted

@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """From when until when."""

    opens_on: int
    """A day."""
    closes_on: int | None = None
    names: dict[str, int] = defaulted(default_factory=dict)

    def days(self) -> int:
        return (self.closes_on or 0) - self.opens_on

@dataclass(frozen=True, slots=True)
class Pair:
    first: str
    second: str = "b"

def later(window):
    return replace(window, opens_on=window.opens_on + 1)
'''
LEFT_ALONE = (
    "@dataclass\nclass A:\n    x: int",
    "@dataclass(frozen=True, slots=True, order=True)\nclass A:\n    x: int",
    "@dataclass(frozen=True, slots=True)\nclass A(B):\n    x: int",
    "@dataclass(frozen=True, slots=True)\nclass A:\n    x: int\n    def __post_init__(self): ...",
    "@dataclass(frozen=True, slots=True)\nclass A:\n    x: int = field(repr=False)",
    "@dataclass(frozen=True, slots=True)\nclass A:\n    x: ClassVar[int] = 1",
)


def run(source: str) -> dict[str, Any]:
    """The names of a module with this source."""
    names: dict[str, Any] = {"__name__": "records"}
    exec(source, names)  # noqa: S102 - the text above
    return names


@pytest.fixture(params=[run(RECORDS), run(written_out(RECORDS))], ids=["dataclasses", "written-out"])
def records(request: pytest.FixtureRequest) -> Any:
    """The records as they stand in the source, and as they are shipped."""
    return request.param


def test_the_constructor(records: Any) -> None:
    """Names, order, defaults and factories are the dataclass's; what is missing or unknown is refused."""
    window, pair = records["Window"], records["Pair"]
    first, second = window(opens_on=1), window(opens_on=1, closes_on=3)
    assert (first.opens_on, first.closes_on, first.names, second.days()) == (1, None, {}, 2)
    assert first.names is not second.names
    assert (pair("a").first, pair("a").second, pair("a", second="c").second) == ("a", "b", "c")
    for wrong in ({}, {"opens_on": 1, "shuts_on": 2}):
        with pytest.raises(TypeError):
            window(**wrong)
    with pytest.raises(TypeError):
        window(1)


def test_equality_hash_and_slots(records: Any) -> None:
    """Equal values are equal and hash alike, other classes are not equal, and nothing can be added."""
    pair, window = records["Pair"], records["Window"]
    assert pair("a") == pair("a", "b") != pair("b")
    assert hash(pair("a")) == hash(pair("a", "b"))
    assert pair("a") != ("a", "b")
    assert window(opens_on=1) != pair("a")
    with pytest.raises((AttributeError, TypeError)):
        pair("a").third = "c"


def test_replacing_and_matching(records: Any) -> None:
    """`replace` gives a changed copy, and patterns by place see the fields in their order."""
    window = records["Window"](opens_on=1, closes_on=5)
    assert (records["later"](window).opens_on, records["later"](window).closes_on, window.opens_on) == (2, 5, 1)
    assert copy.replace(window, closes_on=6).closes_on == 6
    assert (records["Pair"].__match_args__, records["Window"].__match_args__) == (("first", "second"), ())


def test_nothing_is_compiled_when_a_written_out_module_is_imported() -> None:
    """The written-out module does not take the module `dataclasses` at all."""
    assert "dataclass" not in written_out(RECORDS)


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_what_does_more_stays_a_dataclass(source: str) -> None:
    """A class that does more than the engine's records do is left as it is."""
    assert "@dataclass" in written_out(f"from dataclasses import dataclass, field\n{source}")
