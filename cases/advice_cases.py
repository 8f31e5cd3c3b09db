"""The cases as data: situations and the advice each must get, for tests, build, pages and benches.

Each `<topic>.toml` beside this module holds cases that were worked out by hand; `expectations` says what one can
expect. `made_up.jsonl` holds situations that nobody thought of, one a line; `python tests/generated.py` writes them
anew where the vocabulary has grown.
"""

import json
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from expectations import AMONG, CHANGE, LISTS, NEVER, STEP, TEXTS, Values, differences

FOLDER = Path(__file__).parent
EXPECTED = {
    **dict.fromkeys(TEXTS, str),
    **{key: [str] for key in LISTS},
    "then": [dict.fromkeys(STEP, str)],
    "changes": [dict.fromkeys(CHANGE, str)],
}
CASE = {"id": str, "title": str, "policy": [str], "situation": dict, "advice": EXPECTED}
"""The keys of a case, with the shapes of their values."""


class CasesError(ValueError):
    """Cases are at fault; `faults` has one line each: file, case, key and what is wrong there."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults; the text of the error is one fault a line."""
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A situation and what its advice must say."""

    id: str
    title: str
    topic: str
    """The file that holds it, without its ending."""
    policy: tuple[str, ...]
    """What it shows: rules (`R4`), our defaults in disagreements (`D12`), gaps (`G02`)."""
    situation: Values
    advice: Values

    def differences(self, advice: Values) -> list[str]:
        """What an advice (as JSON values) says otherwise than the case; a line for each, none where it holds."""
        return differences(self.advice, advice)


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case, in the order of the files; `CasesError` as in `read_cases`."""
    return read_cases(FOLDER)


def read_cases(folder: Path) -> tuple[Case, ...]:
    """Every case of the `*.toml` of a folder, in the order of the files; `CasesError` with every fault in them."""
    cases: list[Case] = []
    faults: list[str] = []
    files_of: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        for place, record in enumerate(_records(path, faults), 1):
            where = f"{path.name}: {record.get('id', f'case {place}')}"
            found = [f"{where}: {fault}" for fault in _faults(record)]
            if not found and record["id"] in files_of:
                found = [f"{where}: id: is already the id of a case of {files_of[record['id']]}"]
            faults += found
            if not found:
                files_of[record["id"]] = path.name
                cases.append(Case(**{**record, "policy": tuple(record["policy"]), "topic": path.stem}))
    if faults:
        raise CasesError(faults)
    return tuple(cases)


@cache
def made_up_situations() -> tuple[Values, ...]:
    """The situations of `made_up.jsonl`, as JSON values."""
    lines = (FOLDER / "made_up.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(map(json.loads, lines))


def _records(path: Path, faults: list[str]) -> list[Values]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: {error}")
        return []
    wrong = [*_misfits(found, {"case": [dict]}), *([] if found.get("case") else ["case: missing"])]
    faults += (f"{path.name}: {fault}" for fault in wrong)
    return [] if wrong else list(found["case"])


def _faults(record: Values) -> Iterator[str]:
    """What is wrong with a case: key and what is wrong there."""
    yield from (f"{key}: missing" for key in CASE if key not in record)
    yield from (f"{key}: is empty" for key in CASE if record.get(key) in ("", [], {}))
    yield from _misfits(record, CASE)
    advice = record.get("advice")
    if isinstance(advice, dict):
        always = [key for key in (*AMONG, *NEVER) if advice.get(key) == []]
        yield from (f"advice.{key}: is empty, so that it always holds" for key in always)


def _misfits(value: Any, shape: Any, place: str = "") -> Iterator[str]:
    """Where a value has another shape: a type, a list of one shape, or a table with a shape for each of its keys."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{place}: expected a list, found {value!r}"
        else:
            for number, member in enumerate(value):
                yield from _misfits(member, shape[0], f"{place}[{number}]")
    elif isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{place}: expected a table, found {value!r}"
        else:
            for key, part in value.items():
                inside = f"{place}.{key}" if place else key
                yield from _misfits(part, shape[key], inside) if key in shape else _unknown(key, shape, inside)
    elif not isinstance(value, shape):
        yield f"{place}: expected a {'text' if shape is str else 'table'}, found {value!r}"


def _unknown(key: str, known: Collection[str], place: str) -> Iterator[str]:
    near = get_close_matches(key, known, 1)
    yield f"{place}: there is no such key" + (f"; did you mean {near[0]}?" if near else "")
