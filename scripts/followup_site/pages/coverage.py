"""Whether every claim is used: cited on a hand-written page, or kept in the background for a reason."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from followup.files import read_toml

BACKGROUND = Path(__file__).parent / "background.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """The claims by what becomes of them, each list in the order of the knowledge."""

    cited: tuple[str, ...]
    background: Mapping[str, str]
    """Claims that no page needs to cite, each with the reason."""
    unused: tuple[str, ...]
    """Neither cited nor in the background."""
    both: tuple[str, ...]
    """Cited, and in the background all the same."""
    unknown: tuple[str, ...]
    """In the background, and no claim."""

    @property
    def is_whole(self) -> bool:
        """Whether every claim is used in one way, and nothing else is listed."""
        return not (self.unused or self.both or self.unknown)


def read_background(file: Path = BACKGROUND) -> dict[str, str]:
    """Return the claims of the background, each with its reason; ValueError where a reason is missing."""
    listed = read_toml(file)
    without = [claim for claim, reason in listed.items() if not isinstance(reason, str) or not reason.strip()]
    if without:
        raise ValueError(f"{file.name}: no reason for {', '.join(without)}")
    return listed


def coverage(claims: Collection[str], cited: Collection[str], background: Mapping[str, str]) -> Coverage:
    """Return what becomes of the claims: `cited` are those on hand-written pages."""
    return Coverage(
        cited=tuple(claim for claim in claims if claim in cited),
        background={claim: background[claim] for claim in claims if claim in background},
        unused=tuple(claim for claim in claims if claim not in cited and claim not in background),
        both=tuple(claim for claim in claims if claim in cited and claim in background),
        unknown=tuple(claim for claim in background if claim not in claims),
    )


def report(found: Coverage) -> Iterator[str]:
    """Yield the lines of the report: the count, then each claim that is not as it should be, then the background."""
    total = len(found.cited) + len(found.background) + len(found.unused) - len(found.both)
    used = total - len(found.unused)
    yield f"Claims: {used} of {total} are used, {len(found.cited)} on pages, {len(found.background)} in the background"
    for heading, claims in (
        ("Neither on a page nor in the background", found.unused),
        ("On a page and in the background", found.both),
        ("In the background, but no claim", found.unknown),
    ):
        if claims:
            yield f"  {heading} ({len(claims)}):"
            yield from (f"    {claim}" for claim in claims)
    if found.background:
        yield f"  In the background ({len(found.background)}):"
        yield from (f"    {claim}: {reason}" for claim, reason in found.background.items())
