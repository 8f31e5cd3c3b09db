"""The door of the checker's page: what was entered in, the answer for the page out, both as JSON text.

No exception leaves it.
"""

from typing import Any

from followup import knowledge, words
from followup.advise import advise
from followup.model import Fault
from followup.page.answer import html
from followup.page.entered import field_of, read_form
from followup.page.host import Addresses
from followup.reading.json_text import parse, written
from followup.reading.situation import read_situation
from followup.render.as_json import as_json
from followup.render.view import lay_out
from followup.render.voice import Voice, voice


def answer(text: str) -> str:
    """The answer to what was entered, `{"form": {name: value}, "language": code, "addresses": {kind: template}}`.

    Gives the situation that was read, the advice with its HTML, or the errors, whose `field` then names the control of
    the form beside which each is shown; and in `summary` one line for a status region. `addresses` are those of
    `Addresses`. Without a language, or in one that there is no catalogue for, the answer is in English.
    """
    value, faults = parse(text)
    asked: dict[str, Any] = value if isinstance(value, dict) else {}
    language = words.known(asked.get("language"))
    speaker = voice(knowledge.load(), words.load(language))
    entered = asked.get("form")
    if not isinstance(entered, dict):
        missing = Fault("form", "not-an-object", {"given": type(entered).__name__})
        return written({"situation": {}, **_refused(faults or [missing], speaker)})
    given = read_form(entered, language)
    situation, faults = read_situation(given, language)
    if situation is None:
        beside = [fault._replace(field=field_of(fault.field, entered, language)) for fault in faults]
        return written({"situation": given, **_refused(beside, speaker)})
    advice = advise(situation, speaker.knowledge)
    view = lay_out(advice, speaker)
    return written(
        {
            "situation": given,
            "advice": as_json(advice, speaker),
            "html": html(view, speaker.words, _addresses(asked.get("addresses"))),
            "summary": view.summary,
        }
    )


def _addresses(given: Any) -> Addresses:
    """The templates that the page gave; what is no text counts as none."""
    templates = given if isinstance(given, dict) else {}
    return Addresses(**{kind: text for kind in Addresses._fields if isinstance(text := templates.get(kind), str)})


def _refused(faults: list[Fault], voice: Voice) -> dict[str, Any]:
    """Faults in words, and how many there are in one line."""
    say, count = voice.words.text, len(faults)
    found = say("view.fault-one" if count == 1 else "view.fault-many", count=count)
    return {"summary": say("view.faults", count=found), "errors": [voice.fault(fault) for fault in faults]}
