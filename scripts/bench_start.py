"""Measure how fast Python starts in the browser: the checker's page beside others, in turn, in one run.

    python scripts/bench_start.py [--rounds N] [--keep]

Every visit is made in a new profile and once more in the same one, at full speed and with the page's thread slowed.
Prints a table and writes build/bench-start.json; --keep also writes docs/assets/bench-start.json, which the page about
speed shows.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import find_browser
import find_node
from start_bench.host import Host, hosting
from start_bench.results import Visit, figures, text
from start_bench.rivals import rivals
from start_bench.visits import Visitor, does_slowdown_bite

ROOT = Path(__file__).parent.parent
PACKAGES = ROOT / "scripts" / "start_bench"
SITE = ROOT / "site"
RESULT = ROOT / "build" / "bench-start.json"
KEPT = ROOT / "docs" / "assets" / "bench-start.json"
SLOWDOWN = 4
NOT_SLOWED = {"floor"}
"""What runs on other threads than the one that can be slowed down."""


def main() -> int:
    """Measure, print and write. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="write the figures for the page about speed as well")
    options = parser.parse_args()
    if not (PACKAGES / "node_modules").is_dir():
        print("Fetching what is measured beside it ...", flush=True)
        subprocess.run([*find_node.npm(), "ci"], cwd=PACKAGES, env=find_node.environment(), check=True)
    found = _measured(options.rounds)
    content = json.dumps(found, indent=1) + "\n"
    for path in (RESULT, KEPT) if options.keep else (RESULT,):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    print(text(found))
    return 0


def _measured(rounds: int) -> dict[str, Any]:
    """The figures of some rounds, in each of which every rival is visited."""
    chosen = rivals(SITE)
    folders = {name: folder for rival in chosen for name, folder in rival.folders.items()}
    host = Host(folders, {rival.address: rival.html for rival in chosen if rival.html})
    host.prepare()
    visits: dict[tuple[int, str], list[list[Visit]]] = {}
    with hosting(host), sync_playwright() as playwright:
        visitor = Visitor(playwright=playwright, executable=find_browser.browser(), host=host)
        for number in range(rounds):
            for slowdown in (1, SLOWDOWN):
                for rival in chosen:
                    if slowdown == 1 or rival.id not in NOT_SLOWED:
                        pair = visitor.visit_twice(rival, slowdown)
                        visits.setdefault((slowdown, rival.id), []).append(pair)
            print(f"round {number + 1} of {rounds}", flush=True)
        bite = does_slowdown_bite(visitor, SLOWDOWN)
        version = playwright.chromium.launch(executable_path=str(visitor.executable), args=["--no-sandbox"])
        name = f"Chromium {version.version.partition('.')[0]}"
        version.close()
    return figures(chosen, visits, bite, name, SLOWDOWN)


if __name__ == "__main__":
    sys.exit(main())
