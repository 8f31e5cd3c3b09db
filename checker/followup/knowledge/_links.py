"""Faults between records: an id that names nothing, a slug that is taken, a unit that is another."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator

from followup.knowledge._reading import in_layer
from followup.knowledge.records import Knowledge

_PLACEHOLDER = re.compile(r"\{([^{}.]*)")


def faults_between(knowledge: Knowledge) -> Iterator[str]:
    """A line for every link that leads nowhere, with the nearest name that there is, in the order of the files."""
    yield from _faults_of_claims(knowledge)
    yield from _faults_of_numbers(knowledge)
    yield from _faults_of_disputes(knowledge)
    for ground in knowledge.grounds.values():
        where = f"{in_layer(ground.layer, 'grounds.toml')}: {ground.id}"
        yield from _missing(where, "claims", "claim", ground.claims, knowledge.claims)
        yield from _missing(where, "numbers", "number", ground.numbers, knowledge.numbers)
        yield from _missing(where, "ours", "number", placeholders(ground.ours), knowledge.numbers)
    for gap in knowledge.gaps.values():
        where = f"{in_layer(gap.layer, 'gaps.toml')}: {gap.id}"
        yield from _missing(where, "decision", "number", placeholders(gap.decision), knowledge.numbers)


def placeholders(text: str) -> list[str]:
    """The numbers that a text of ours names, such as `spacing-employer` in `{spacing-employer.words}`."""
    return _PLACEHOLDER.findall(text)


def _faults_of_claims(knowledge: Knowledge) -> Iterator[str]:
    """What the positions of claims name, and the units of those that name a figure."""
    parameters = {**knowledge.numbers, **knowledge.figures}
    for claim in knowledge.claims.values():
        for place, position in enumerate(claim.positions):
            file = in_layer(claim.layer, f"claims/{claim.source}.toml")
            where, key = f"{file}: {claim.id}", f"positions[{place}]"
            yield from _missing(where, f"{key}.parameter", "number or figure", [position.parameter], parameters)
            figure = knowledge.figures.get(position.parameter)
            if figure and figure.unit != position.unit:
                yield f"{where}: {key}.unit: {position.unit!r}, but figures.toml counts {figure.id} in {figure.unit}"


def _faults_of_numbers(knowledge: Knowledge) -> Iterator[str]:
    defaults = {f"D{dispute.removeprefix('C')}" for dispute in knowledge.disputes}
    rules = {*knowledge.rules, *defaults, *knowledge.gaps}
    for number in knowledge.numbers.values():
        where = f"{in_layer(number.layer, 'policy.toml')}: {number.id}"
        yield from _missing(where, "claims", "claim", number.claims, knowledge.claims)
        yield from _missing(where, "rule", "rule, default or gap", filter(None, [number.rule]), rules)
        yield from _missing(where, "dispute", "dispute", filter(None, [number.dispute]), knowledge.disputes)
        yield from _missing(where, "ours", "number", placeholders(number.ours), knowledge.numbers)
        dispute = knowledge.disputes.get(number.dispute)
        if dispute and number.id not in dispute.numbers:
            yield f"disputes.toml: {dispute.id}: numbers: lacks {number.id!r}, which policy.toml hangs on it"
    for name in knowledge.numbers.keys() & knowledge.figures.keys():
        yield f"figures.toml: {name}: is already a number of policy.toml"


def _faults_of_disputes(knowledge: Knowledge) -> Iterator[str]:
    slugs: dict[str, str] = {}
    for dispute in knowledge.disputes.values():
        where = f"{in_layer(dispute.layer, 'disputes.toml')}: {dispute.id}"
        first = slugs.setdefault(dispute.slug, dispute.id)
        if dispute.slug and first != dispute.id:
            yield f"{where}: slug: {dispute.slug!r} is already the slug of {first}"
        for place, side in enumerate(dispute.sides):
            yield from _missing(where, f"sides[{place}].claims", "claim", side.claims, knowledge.claims)
        yield from _missing(where, "numbers", "number", dispute.numbers, knowledge.numbers)
        yield from _missing(where, "ours", "number", placeholders(dispute.ours), knowledge.numbers)
        yield from _missing(where, "note", "number", placeholders(dispute.note), knowledge.numbers)


def _missing(where: str, key: str, kind: str, named: Iterable[str], known: Collection[str]) -> Iterator[str]:
    for item in named:
        if item and item not in known:
            near = difflib.get_close_matches(item, [*known], n=1)
            yield f"{where}: {key}: no {kind} {item!r}{f'; did you mean {near[0]!r}?' if near else ''}"
