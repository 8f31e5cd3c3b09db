"""JSON text in, JSON text out: the one door for the browser, the command line and other programs.

No exception leaves it. Whatever is wrong with the text comes back as faults, each with the path of its field.
"""

import json
from typing import Any

from followup import knowledge, words
from followup.advice import Advice, plain
from followup.advise import advise as advise_situation
from followup.model import Fault
from followup.page.answer import html
from followup.page.entered import field_of, read_form
from followup.reading.situation import read_situation
from followup.render.view import lay_out

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def advise(text: str) -> str:
    """The advice for one situation, both as JSON text.

    `{"errors": [...]}` with every fault where the situation is invalid.
    """
    value, faults = parse(text)
    return written(errors(faults) if faults else answer_to(value)[0])


def answer_to(value: Any) -> tuple[dict[str, Any], Advice | None]:
    """The advice for a situation's JSON value, as JSON values and as a value of ours; errors and None if invalid."""
    situation, faults = read_situation(value)
    if situation is None:
        return errors(faults), None
    advice = advise_situation(situation, knowledge.load(), words.load())
    return plain(advice), advice


def errors(faults: list[Fault]) -> dict[str, Any]:
    """Faults as the contract's error object, in words."""
    language = words.load()
    return {
        "errors": [
            {
                "field": fault.field,
                "problem": language.text(f"fault.{fault.id}.problem", **fault.values),
                "hint": language.text(f"fault.{fault.id}.hint", **fault.values),
            }
            for fault in faults
        ]
    }


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


def answer(text: str) -> str:
    """The page's door: what was entered in the form, as `{"form": {name: value}}`, answered for the page.

    Gives the situation that was read, the advice with its HTML, or the errors, whose `field` then names the control of
    the form beside which each is shown; and in `summary` one line for a status region.
    """
    value, faults = parse(text)
    entered = value.get("form") if isinstance(value, dict) else None
    if faults or not isinstance(entered, dict):
        found = errors(faults or [Fault("form", "not-an-object", {"given": type(entered).__name__})])
        return written({"situation": {}, "summary": _summary_of(found), **found})
    situation = read_form(entered)
    outcome, advice = answer_to(situation)
    if advice is None:
        for fault in outcome["errors"]:
            fault["field"] = field_of(fault["field"], entered)
        return written({"situation": situation, "summary": _summary_of(outcome), **outcome})
    view = lay_out(advice, knowledge.load(), words.load())
    return written(
        {"situation": situation, "advice": outcome, "html": html(view, words.load()), "summary": view.summary}
    )


def _summary_of(found: dict[str, Any]) -> str:
    """How many faults there are, in one line."""
    language, count = words.load(), len(found["errors"])
    return language.text(
        "view.faults", count=language.text("view.fault-one" if count == 1 else "view.fault-many", count=count)
    )
