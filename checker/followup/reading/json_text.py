"""JSON as it comes and goes: text that may be none, and text that any other program can read."""

import json
from collections.abc import Iterator
from typing import Any

from followup.model import Fault

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class _Repeating(dict[str, Any]):
    """An object in which keys stand more than once, which JSON allows and nobody means."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated: set[str] = set()


def parse(text: str) -> tuple[Any, list[Fault]]:
    """The JSON value of a text, or the faults that keep it from being one (too deep a nesting is one as well).

    A key that an object has twice is a fault too: of its values only the last would count.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return None, [Fault("", "not-utf-8")]
    if not text.strip():
        return None, [Fault("", "empty")]
    has_repeating = False

    def kept(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal has_repeating
        whole = dict(pairs)
        if len(whole) == len(pairs):
            return whole
        has_repeating = True
        found = _Repeating(pairs)
        seen: set[str] = set()
        for key, _ in pairs:
            (found.repeated if key in seen else seen).add(key)
        return found

    try:
        value = json.loads(text, object_pairs_hook=kept)
        return (None, list(_repeated(value))) if has_repeating else (value, [])
    except (ValueError, RecursionError) as error:
        return None, [Fault("", "not-json", {"given": str(error)})]


def _repeated(value: Any, path: str = "") -> Iterator[Fault]:
    """A fault for every key that stands twice, by its path."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _repeated(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            place = f"{path}.{key}" if path else key
            if isinstance(value, _Repeating) and key in value.repeated:
                yield Fault(place, "key-twice")
            yield from _repeated(item, place)


def written(value: Any) -> str:
    """A JSON value as one line of text that UTF-8 can carry."""
    text = _ENCODER.encode(value)
    return text.encode("utf-8", "replace").decode("utf-8")
