"""What was measured, as figures for a file and as a table for people."""

import json
import os
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from start_bench.rivals import Rival

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds from navigation to the first result, and the bytes that the host sent until then."""

    milliseconds: float
    bytes: int


type Measured = Mapping[tuple[int, str], Sequence[Sequence[Visit]]]
"""Pairs of a cold and a warm visit, by slowdown and id of the rival."""

TARGETS = {
    "cold": ("stock", 0.35),
    "warm": ("stock", 0.30),
    "slowed_cold": ("stock", 0.30),
    "slowed_warm": ("stock", 0.30),
    "over_floor": ("floor", 3.0),
    "bytes": ("stock", 0.75),
}
"""The most that the checker may be, as a multiple of another."""


def figures(rivals: Sequence[Rival], measured: Measured, bite: float, browser: str, slowdown: int) -> dict[str, Any]:
    """Medians with their spread, and the checker's ratios to the others, each taken within its round."""
    rows: list[dict[str, Any]] = [
        {
            "id": rival.id,
            "name": rival.name,
            "bytes": max(first.bytes for first, _ in measured[1, rival.id]),
            **{
                f"{prefix}{kind}": _spread([pair[place].milliseconds for pair in measured[speed, rival.id]])
                for speed, prefix in ((1, ""), (slowdown, "slowed_"))
                if (speed, rival.id) in measured
                for place, kind in enumerate(("cold", "warm"))
            },
        }
        for rival in rivals
    ]
    ratios = {
        "cold": _ratio(measured, 1, "stock", 0),
        "warm": _ratio(measured, 1, "stock", 1),
        "slowed_cold": _ratio(measured, slowdown, "stock", 0),
        "slowed_warm": _ratio(measured, slowdown, "stock", 1),
        "over_floor": _ratio(measured, 1, "floor", 0),
    }
    size = {row["id"]: row["bytes"] for row in rows}
    pyodide = json.loads((ROOT / "node_modules" / "pyodide" / "package.json").read_text(encoding="utf-8"))["version"]
    return {
        "measured_on": datetime.now(UTC).date().isoformat(),
        "browser": browser,
        "pyodide": pyodide,
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "rounds": len(measured[1, rivals[0].id]),
        "slowdown": slowdown,
        "slowdown_measured": round(bite, 1),
        "rows": rows,
        "ratios": {**ratios, "bytes": round(size["checker"] / size["stock"], 3)},
    }


def _spread(times: Sequence[float]) -> dict[str, int]:
    return {"median": round(statistics.median(times)), "least": round(min(times)), "most": round(max(times))}


def _ratio(measured: Measured, slowdown: int, other: str, place: int) -> float:
    """The median, over the rounds, of the checker's time as a multiple of another's in the same round."""
    pairs = zip(measured[slowdown, "checker"], measured[slowdown, other], strict=True)
    return round(statistics.median(ours[place].milliseconds / theirs[place].milliseconds for ours, theirs in pairs), 3)


def text(found: Mapping[str, Any]) -> str:
    """The figures for a terminal."""
    kinds = ("cold", "warm", "slowed_cold", "slowed_warm")
    head = "".join(f"{kind.replace('_', ' '):>22}" for kind in kinds)
    lines = [f"{'milliseconds (least-most)':42}{head}{'bytes':>11}"]
    for row in found["rows"]:
        cells = "".join(f"{_cell(row.get(kind)):>22}" for kind in kinds)
        lines.append(f"{row['name']:42}{cells}{row['bytes']:>11,}")
    lines += [
        f"checker / {other}, {name.replace('_', ' ')}: {found['ratios'][name]:.2f} (at most {most:.2f})"
        for name, (other, most) in TARGETS.items()
    ]
    lines.append(
        f"{found['browser']}, Pyodide {found['pyodide']}, {found['rounds']} rounds, {found['processors']} processors "
        f"with a load of {found['load']}; slowed {found['slowdown_measured']} times (asked for {found['slowdown']})"
    )
    return "\n".join(lines)


def _cell(spread: Mapping[str, int] | None) -> str:
    return f"{spread['median']} ({spread['least']}-{spread['most']})" if spread else "-"


def markdown(found: Mapping[str, Any]) -> str:
    """The figures as a table for the page about speed."""
    slowed = f", slowed {found['slowdown']}x"
    speeds = [f"{visit}{speed}" for speed in ("", slowed) for visit in ("First visit", "Next visit")]
    lines = [_row(["", *speeds, "Fetched"]), "|---|---|---|---|---|---|"]
    for row in found["rows"]:
        times = [_seconds(row.get(kind)) for kind in ("cold", "warm", "slowed_cold", "slowed_warm")]
        lines.append(_row([row["name"], *times, f"{row['bytes'] / 1e6:.1f} MB"]))
    return "\n".join([*lines, "", *_sentences(found), ""])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentences(found: Mapping[str, Any]) -> Iterator[str]:
    """What the table says, in words."""
    ratios = found["ratios"]
    yield (
        f"Where Pyodide as published takes 100 seconds, our checker takes {ratios['cold'] * 100:.0f} on a first visit "
        f"and {ratios['warm'] * 100:.0f} on the next one; on a slowed processor it takes "
        f"{ratios['slowed_cold'] * 100:.0f} and {ratios['slowed_warm'] * 100:.0f}."
    )
    yield f"For every 100 bytes of the other, it fetches {ratios['bytes'] * 100:.0f}, the whole page included."
    yield f"A first visit takes {ratios['over_floor']:.1f} times as long as only compiling the same program."
    yield ""
    yield (
        f"Measured on {found['measured_on']} in {found['browser']} with Pyodide {found['pyodide']}: medians of "
        f"{found['rounds']} rounds on {found['processors']} processors, with a load of {found['load']} from all work."
    )


def _seconds(spread: Mapping[str, int] | None) -> str:
    return f"{spread['median'] / 1000:.2f} s" if spread else "not slowed"
