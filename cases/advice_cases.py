"""The cases as data: situations and the advice each must get, for tests, build, pages and benches.

Each `<topic>.toml` beside this module holds cases that were worked out by hand. `made_up.jsonl` holds situations that
nobody thought of, one a line; `python tests/generated.py` writes them anew where the vocabulary has grown.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
DATES = ("earliest", "recommended", "preferred", "latest", "target")
WORDS = ("action", "strength", "recipient", "channel", "waiting_for")


@dataclass(frozen=True, kw_only=True)
class Case:
    """A situation and what its advice must say; `must_not` and `also` are for people who read the answer."""

    id: str
    title: str
    situation: dict[str, Any]
    advice: dict[str, Any]
    policy: tuple[str, ...] = ()
    topic: str = field(default="")

    def differences(self, advice: dict[str, Any]) -> list[str]:
        """What an advice (as JSON values) says otherwise than the case; a line for each, none where it holds."""
        if "errors" in advice:
            return [f"errors: {advice['errors']}"]
        found = [
            f"{key}: {advice[key]!r} instead of {self.advice[key]!r}"
            for key in WORDS
            if key in self.advice and advice[key] != self.advice[key]
        ]
        found += [
            f"{key}: {advice[key]!r} instead of {self.advice[key]!r}"
            for key in DATES
            if key in self.advice and not _is_same_moment(self.advice[key], advice[key])
        ]
        verdict = (advice["idea"] or {}).get("verdict")
        if self.advice.get("idea_verdict", verdict) != verdict:
            found.append(f"idea: {verdict!r} instead of {self.advice['idea_verdict']!r}")
        missing = set(self.advice.get("cites", ())) - set(cited(advice))
        found += [f"not cited: {claim}" for claim in sorted(missing)]
        if self.advice.get("plan"):
            plan = [f"{step['action']} {step['preferred']}" for step in advice["then"]]
            if plan != self.advice["plan"]:
                found.append(f"plan: {plan} instead of {self.advice['plan']}")
        return found


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case of the folder, in the order of the files."""
    return tuple(
        Case(**{**record, "policy": tuple(record.get("policy", ())), "topic": path.stem})
        for path in sorted(FOLDER.glob("*.toml"))
        for record in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    )


@cache
def made_up_situations() -> tuple[dict[str, Any], ...]:
    """The situations of `made_up.jsonl`, as JSON values."""
    lines = (FOLDER / "made_up.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(map(json.loads, lines))


def cited(value: Any) -> Iterator[str]:
    """The id of every claim that an advice cites, wherever it stands."""
    if isinstance(value, dict):
        yield from value.get("claims", ())
        for part in value.values():
            yield from cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from cited(part)


def _is_same_moment(expected: str, found: str | None) -> bool:
    """Whether two ISO texts are the same moment: by the day where either has no time; an empty text is no date."""
    if not expected or not found:
        return not expected and not found
    length = min(len(expected), len(found))
    return expected[:length] == found[:length]
