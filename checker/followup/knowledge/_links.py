"""Faults between records: an id that names nothing, a slug that is taken."""

from collections.abc import Collection, Iterable, Iterator

from followup.knowledge.records import Knowledge


def faults_between(knowledge: Knowledge) -> Iterator[str]:
    """A line for every link that leads nowhere and every slug that two disputes share, in the order of the files."""
    claims, numbers, disputes = knowledge.claims.keys(), knowledge.numbers.keys(), knowledge.disputes.keys()
    for number in knowledge.numbers.values():
        where = f"policy.toml: {number.id}"
        yield from _missing(where, "claims", "claim", number.claims, claims)
        if number.dispute:
            yield from _missing(where, "dispute", "dispute", [number.dispute], disputes)
            dispute = knowledge.disputes.get(number.dispute)
            if dispute and number.id not in dispute.numbers:
                yield f"disputes.toml: {dispute.id}: numbers: lacks {number.id!r}, which policy.toml hangs on it"
    slugs: dict[str, str] = {}
    for dispute in knowledge.disputes.values():
        where = f"disputes.toml: {dispute.id}"
        first = slugs.setdefault(dispute.slug, dispute.id)
        if dispute.slug and first != dispute.id:
            yield f"{where}: slug: {dispute.slug!r} is already the slug of {first}"
        for place, side in enumerate(dispute.sides):
            yield from _missing(where, f"sides[{place}].claims", "claim", side.claims, claims)
        yield from _missing(where, "numbers", "number", dispute.numbers, numbers)
    for ground in knowledge.grounds.values():
        yield from _missing(f"grounds.toml: {ground.id}", "claims", "claim", ground.claims, claims)


def _missing(where: str, key: str, kind: str, named: Iterable[str], known: Collection[str]) -> Iterator[str]:
    for item in named:
        if item not in known:
            yield f"{where}: {key}: no {kind} {item!r}"
