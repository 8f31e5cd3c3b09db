"""JSON as it comes and goes: text that may be none, and text that any other program can read."""

import json
from typing import Any

from followup.model import Fault

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def parse(text: str) -> tuple[Any, list[Fault]]:
    """The JSON value of a text, or the fault that keeps it from being one (too deep a nesting is one as well)."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return None, [Fault("", "not-utf-8")]
    try:
        return json.loads(text), []
    except (ValueError, RecursionError) as error:
        return None, [Fault("", "not-json", {"given": str(error)})]


def written(value: Any) -> str:
    """A JSON value as one line of text that UTF-8 can carry."""
    text = _ENCODER.encode(value)
    return text.encode("utf-8", "replace").decode("utf-8")
