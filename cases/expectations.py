"""What a case expects of an advice, key by key, and where the advice differs.

A key of the advice's JSON must be equal to what the case says, text for text, so a day is not a moment of that day.
An empty text stands for null. `idea_verdict` is the verdict on the reader's idea.

- `action`, `strength`, `recipient`, `channel`, `also_channels`, `waiting_for`
- `earliest`, `recommended`, `preferred`, `latest`, `target`
- `then`: the whole plan from here on, a table for each step with those of its keys that matter; `[]` where none follows
- `changes`: some of what would change the answer, a table for each with those of its keys that matter

The others are lists of names, and say what is among them or is not:

- `says`, `never_says`: grounds, as reasons, on the idea, or as figures to wait with; `never_says` means warnings too
- `warns`: grounds, as something to avoid
- `shows`: disagreements
- `cites`, `never_cites`: claims, wherever they stand, the sides of a disagreement among them
- `never_plans`: actions, now and later
- `never_by`: channels, now and later
- `only_to`: recipients; nobody else is sent anything, now or later
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

type Values = dict[str, Any]
type Names = Callable[[Values], Iterable[str]]

TEXTS = (
    "action",
    "strength",
    "recipient",
    "channel",
    "waiting_for",
    "earliest",
    "recommended",
    "preferred",
    "latest",
    "target",
    "idea_verdict",
)
STEP = ("action", "strength", "recipient", "channel", "earliest", "recommended", "preferred", "latest")
"""The keys of a step of `then`."""
CHANGE = ("id", "action", "from")
"""The keys of a table of `changes`."""


def cited(value: Any) -> Iterator[str]:
    """The id of every claim that an advice cites, wherever it stands."""
    if isinstance(value, dict):
        yield from value.get("claims", ())
        for part in value.values():
            yield from cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from cited(part)


def _said(advice: Values) -> Iterator[str]:
    idea = advice["idea"] or {"because": ()}
    yield from (each["id"] for each in (*advice["because"], *idea["because"], *advice["context"]))


def _warned(advice: Values) -> Iterator[str]:
    yield from (each["id"] for each in advice["avoid"])


def _shown(advice: Values) -> Iterator[str]:
    yield from (each["id"] for each in advice["disputed"])


def _actions(advice: Values) -> Iterator[str]:
    yield from (step["action"] for step in (advice, *advice["then"]))


def _means(advice: Values) -> Iterator[str]:
    yield from (step["channel"] for step in (advice, *advice["then"]))
    yield from advice["also_channels"]


def _recipients(advice: Values) -> Iterator[str]:
    yield from (step["recipient"] for step in (advice, *advice["then"]) if step["recipient"] != "none")


AMONG: Mapping[str, Names] = {"says": _said, "warns": _warned, "shows": _shown, "cites": cited}
NEVER: Mapping[str, Names] = {
    "never_says": lambda advice: (*_said(advice), *_warned(advice)),
    "never_cites": cited,
    "never_plans": _actions,
    "never_by": _means,
}
ONLY: Mapping[str, Names] = {"only_to": _recipients}
LISTS = ("also_channels", *AMONG, *NEVER, *ONLY)
"""The keys whose value is a list of names."""


def differences(expected: Values, advice: Values) -> list[str]:
    """What an advice (as JSON values) says otherwise than expected; a line for each, none where it holds."""
    if "errors" in advice:
        return [f"errors: {advice['errors']}"]
    found = {**advice, "idea_verdict": (advice["idea"] or {}).get("verdict")}
    return [
        *_unequal(expected, found, (*TEXTS, "also_channels")),
        *_other_steps(expected, advice),
        *_missing_changes(expected, advice),
        *(f"{key}: {name} is missing" for key, name in _names(expected, AMONG) if name not in AMONG[key](advice)),
        *(f"{key}: {name} is there" for key, name in _names(expected, NEVER) if name in NEVER[key](advice)),
        *(
            f"{key}: {name} is there as well"
            for key, names in ONLY.items()
            for name in dict.fromkeys(names(advice))
            if key in expected and name not in expected[key]
        ),
    ]


def _names(expected: Values, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((key, name) for key in keys for name in expected.get(key, ()))


def _unequal(expected: Values, found: Values, keys: Iterable[str], place: str = "") -> Iterator[str]:
    for key in keys:
        if key in expected and (expected[key] if expected[key] != "" else None) != found[key]:
            yield f"{place}{key}: {found[key]!r} instead of {expected[key]!r}"


def _other_steps(expected: Values, advice: Values) -> Iterator[str]:
    """The steps of the plan that are others; only their number, where that is another."""
    steps = expected.get("then")
    if steps is None:
        return
    if len(steps) != len(advice["then"]):
        yield f"then: {[step['action'] for step in advice['then']]} instead of {[step.get('action') for step in steps]}"
        return
    for place, (step, found) in enumerate(zip(steps, advice["then"], strict=True)):
        yield from _unequal(step, found, STEP, f"then[{place}].")


def _missing_changes(expected: Values, advice: Values) -> Iterator[str]:
    for change in expected.get("changes", ()):
        if all(any(_unequal(change, found, CHANGE)) for found in advice["changes"]):
            yield f"changes: {change} is none of {advice['changes']}"
