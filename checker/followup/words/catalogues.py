"""The catalogues as files: which languages there are, what one lacks beside English, and their form for a package.

Only a build asks; a browser and an installed package carry what `compiled` made.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from followup.files import UnreadableFileError, read_toml
from followup.knowledge import load as load_knowledge
from followup.knowledge.texts import all_texts
from followup.words import ENGLISH, sentences_of

FOLDER = Path(__file__).parent
READERS = FOLDER.parent / "languages"


class CatalogueError(ValueError):
    """A catalogue is at fault; one line for each fault: file, key and what is wrong there."""


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The codes of all languages that have a catalogue, English first."""
    return (ENGLISH, *sorted(path.stem for path in folder.glob("*.toml") if path.stem != ENGLISH))


def compiled(language: str, folder: Path = FOLDER, readers: Path = READERS) -> str:
    """The JSON text of a language's catalogue, for `followup/tables/words.<language>.json`.

    Raises `CatalogueError` with every fault: TOML that cannot be read, a key that English has and it lacks or the other
    way round, other placeholders than in English, a text of the knowledge that it does not have, and no package in
    `languages/` that reads what people write in it.
    """
    catalogue = _read(folder / f"{language}.toml")
    found: list[str] = []
    if language != ENGLISH:
        english = dict(sentences_of(_read(folder / f"{ENGLISH}.toml"))) | dict(all_texts(load_knowledge()))
        found = faults(dict(sentences_of(catalogue)), english)
        if not (readers / language / "__init__.py").is_file():
            found.append(f"languages/{language}: missing: nothing reads the days and promises of this language")
    if found:
        raise CatalogueError("\n".join(f"words/{language}.toml: {fault}" for fault in found))
    return json.dumps(catalogue, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def faults(sentences: Mapping[str, str], english: Mapping[str, str]) -> list[str]:
    """A line for every key in which a catalogue differs from English, by its sentences under their dotted keys."""
    found = [f"{key}: missing" for key in english if key not in sentences]
    found += [f"{key}: English has no such key" for key in sentences if key not in english]
    for key in english.keys() & sentences.keys():
        ours, theirs = _placeholders(sentences[key]), _placeholders(english[key])
        if ours != theirs:
            found.append(f"{key}: has the placeholders {_listed(ours)} where English has {_listed(theirs)}")
    return sorted(found)


def _placeholders(sentence: str) -> frozenset[str]:
    """What is put into a sentence; in which form (`{spacing-employer.words}`), each language says for itself."""
    return frozenset(name.partition(".")[0] for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except UnreadableFileError as error:
        raise CatalogueError(f"words/{path.name}: {error.problem}") from None
