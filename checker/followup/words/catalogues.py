"""The catalogues as files: which languages there are, what one lacks beside English, and their form for a package.

Only a build asks; a browser and an installed package carry what `compiled` made.
"""

import difflib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from followup.files import UnreadableFileError, read_toml
from followup.knowledge import load as load_knowledge
from followup.knowledge.records import Knowledge
from followup.knowledge.texts import all_texts
from followup.resources import overlay
from followup.words import ENGLISH, laid_over, sentences_of

FOLDER = Path(__file__).parent
READERS = FOLDER.parent / "languages"


class CatalogueError(ValueError):
    """A catalogue is at fault; one line for each fault: file, key and what is wrong there."""


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The codes of all languages that have a catalogue, English first."""
    return (ENGLISH, *sorted(path.stem for path in folder.glob("*.toml") if path.stem != ENGLISH))


def compiled(language: str, folder: Path = FOLDER, readers: Path = READERS) -> str:
    """The JSON text of a language's catalogue, for `followup/tables/words.<language>.json`.

    With the sentences of a center that runs a copy, if there is one. Raises `CatalogueError` with every fault: TOML
    that cannot be read, a key that English has and it lacks or the other way round, other placeholders than in English,
    a text of the knowledge that it does not have, and no package in `languages/` that reads what people write in it.
    """
    catalogue = _read(folder / f"{language}.toml")
    english = dict(sentences_of(_read(folder / f"{ENGLISH}.toml")))
    found: list[str] = []
    if language != ENGLISH:
        found = faults(dict(sentences_of(catalogue)), english | dict(all_texts(load_knowledge())))
        if not (readers / language / "__init__.py").is_file():
            found.append(f"languages/{language}: missing: nothing reads the days and promises of this language")
    found = [f"words/{language}.toml: {fault}" for fault in found]
    center = overlay()
    if center:
        file = center / "words" / f"{language}.toml"
        over = _read(file, f"{center.name}/") if file.is_file() else {}
        faults_there = faults_over(dict(sentences_of(over)), english, load_knowledge())
        found += (f"{center.name}/words/{language}.toml: {fault}" for fault in faults_there)
        catalogue = laid_over(catalogue, over)
    if found:
        raise CatalogueError("\n".join(found))
    return json.dumps(catalogue, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def faults_over(sentences: Mapping[str, str], english: Mapping[str, str], knowledge: Knowledge) -> list[str]:
    """A line for everything that is wrong with the sentences of a center, by their dotted keys.

    A sentence has the place of one that there is, or is that of a ground of the center's; it names what that one names,
    or numbers of the policy; and the center says in its `grounds.toml` what its reasons rest on.
    """
    found = []
    for key, said in sentences.items():
        section, _, name = key.partition(".")
        ground = knowledge.grounds.get(name) if section == "ground" else None
        if key not in english and ground is None:
            found.append(f"{key}: there is no such sentence{_nearest(key, english)}")
        if ground and not ground.layer:
            found.append(f"{key}: say in grounds.toml what it rests on")
        known = _placeholders(english.get(key, "")) | knowledge.numbers.keys()
        found += (
            f"{key}: nothing gives it {{{unknown}}}{_nearest(unknown, known)}"
            for unknown in sorted(_placeholders(said) - known)
        )
    found += (
        f"ground.{ground.id}: missing: grounds.toml has it"
        for ground in knowledge.grounds.values()
        if f"ground.{ground.id}" not in {**english, **sentences}
    )
    return found


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, [*known], n=1)
    return f"; did you mean {near[0]}?" if near else ""


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


def _read(path: Path, folder: str = "") -> dict[str, Any]:
    try:
        return read_toml(path)
    except UnreadableFileError as error:
        raise CatalogueError(f"{folder}words/{path.name}: {error.problem}") from None
