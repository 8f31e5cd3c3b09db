"""JSON text in, JSON text out: the door for the command line and for other programs.

No exception leaves it. Whatever is wrong with the text comes back as faults, each with the path of its field. The
language of the answer is an argument; `words.known` says whether there is a catalogue for it.
"""

from functools import cache
from typing import Any

from followup import knowledge, words
from followup.advice import Advice
from followup.advise import advise as advise_situation
from followup.model import Fault
from followup.reading.json_text import parse, written
from followup.reading.situation import read_situation
from followup.render.as_json import as_json
from followup.render.voice import Voice, voice


def advise(text: str, language: str = words.ENGLISH) -> str:
    """The advice for one situation, both as JSON text.

    `{"errors": [...]}` with every fault where the situation is invalid. Where there is no catalogue for the language,
    the answer is in English.
    """
    value, faults = parse(text)
    language = words.known(language)
    return written(errors(faults, language) if faults else answer_to(value, language)[0])


def answer_to(value: Any, language: str = words.ENGLISH) -> tuple[dict[str, Any], Advice | None]:
    """The advice for a situation's JSON value, as JSON values and as a value of ours; errors and None if invalid."""
    situation, faults = read_situation(value, language)
    if situation is None:
        return errors(faults, language), None
    speaker = voice_in(language)
    advice = advise_situation(situation, speaker.knowledge)
    return as_json(advice, speaker), advice


def errors(faults: list[Fault], language: str = words.ENGLISH) -> dict[str, Any]:
    """Faults as the contract's error object, in words."""
    speaker = voice_in(language)
    return {"errors": [speaker.fault(fault) for fault in faults]}


@cache
def voice_in(language: str) -> Voice:
    """The knowledge of this package, spoken of in a language."""
    return voice(knowledge.load(), words.load(language))
