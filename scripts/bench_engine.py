"""Measure the engine side by side in CPython and in the browser; print a table and write build/bench-engine.json.

The browser takes it from the finished site, so build that first, as `make bench-engine` does.
Times are medians over the cases of the test suite, each asked several times. Memory and rate are the command line's.
"""

import json
import statistics
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import find_browser
from advice_cases import all_cases
from ask_in_page import PREPARE
from serving import serving_folder

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
RUNTIME = SITE / "assets" / "runtime"
RESULT = ROOT / "build" / "bench-engine.json"
ROUNDS = 20
LINES = 100_000


def main() -> int:
    """Measure, print a table and write the figures. Returns 0."""
    lines = [json.dumps(case.situation) for case in all_cases()]
    engine = next(RUNTIME.glob("engine-*.bin"))
    figures: dict[str, Any] = {
        "situations": len(lines),
        "engine_bytes": engine.stat().st_size,
        "cpython": _cpython(lines),
        "stream": _stream(lines),
        "browser": _browser(lines),
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    _print(figures)
    return 0


def _cpython(lines: list[str]) -> dict[str, float]:
    """Milliseconds in a fresh CPython: import, first advice, and the median advice."""
    program = (
        "import json, statistics, sys, time\n"
        "lines = json.load(sys.stdin)\n"
        "start = time.perf_counter(); from followup import wire; imported = time.perf_counter()\n"
        "wire.advise(lines[0]); first = time.perf_counter()\n"
        "times = []\n"
        f"for line in lines * {ROUNDS}:\n"
        "    begun = time.perf_counter(); wire.advise(line); times.append(time.perf_counter() - begun)\n"
        "print(json.dumps([imported - start, first - imported, statistics.median(times)]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(lines), capture_output=True, text=True, check=True
    )
    imported, first, median = json.loads(done.stdout)
    return {"import_ms": imported * 1e3, "first_ms": first * 1e3, "median_ms": median * 1e3}


def _stream(lines: list[str]) -> dict[str, float]:
    """Advices a second of `followup advise --jsonl`, and its memory after few and after many lines."""
    # The command measures itself: what its parent holds does not count.
    program = (
        "import resource, sys\n"
        "from followup.cli import main\n"
        "main(['advise', '--jsonl'])\n"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))\n"
    )
    memory = []
    rate = 0.0
    for count in (LINES // 10, LINES):
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            if process.stdin is None or process.stderr is None:
                raise RuntimeError("the command has no standard input or error")
            process.stdin.writelines(f"{line}\n" for line in islice(cycle(lines), count))
            process.stdin.close()
            memory.append(int(process.stderr.read()) / 1024)
        rate = count / (time.perf_counter() - begun)
    return {"advices_a_second": rate, "memory_mib_tenth": memory[0], "memory_mib_all": memory[1], "lines": LINES}


def _browser(lines: list[str]) -> dict[str, float]:
    """Milliseconds in Chromium: start of Python with the engine imported, first advice, and the median advice."""
    script = (
        "async ([lines, rounds]) => {"
        + PREPARE
        + """
        const begun = performance.now();
        const { python } = await start();
        const wire = python.pyimport("followup.wire");
        const started = performance.now();
        wire.advise(lines[0]);
        const first = performance.now();
        const times = [];
        for (let round = 0; round < rounds; round += 1) {
          for (const line of lines) {
            const t = performance.now();
            wire.advise(line);
            times.push(performance.now() - t);
          }
        }
        return [started - begun, first - started, times];
    }"""
    )
    with serving_folder(SITE) as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=str(find_browser.browser()), args=arguments)
        page = browser.new_page()
        page.goto(f"{address}/checker/")
        started, first, times = page.evaluate(script, [lines, ROUNDS // 4])
        browser.close()
    return {"start_ms": started, "first_ms": first, "median_ms": statistics.median(times)}


def _print(figures: dict[str, Any]) -> None:
    cpython, browser, stream = figures["cpython"], figures["browser"], figures["stream"]
    rows = (
        ("import (browser: start of Python and import)", cpython["import_ms"], browser["start_ms"]),
        ("first advice, the knowledge loaded with it", cpython["first_ms"], browser["first_ms"]),
        (f"median advice of {figures['situations']} situations", cpython["median_ms"], browser["median_ms"]),
        ("advices a second at the median", 1e3 / cpython["median_ms"], 1e3 / browser["median_ms"]),
    )
    print(f"{'milliseconds':46} {'CPython':>10} {'browser':>10} {'ratio':>7}")
    for name, ours, theirs in rows:
        print(f"{name:46} {ours:10.2f} {theirs:10.2f} {theirs / ours:7.1f}")
    print(f"engine: {figures['engine_bytes']:,} bytes")
    print(
        f"--jsonl: {stream['advices_a_second']:,.0f} advices a second over {stream['lines']:,} lines; "
        f"memory {stream['memory_mib_tenth']:.0f} MiB after a tenth, {stream['memory_mib_all']:.0f} MiB after all"
    )


if __name__ == "__main__":
    sys.exit(main())
