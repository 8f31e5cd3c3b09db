"""CPython and Pyodide give the same text, byte for byte, through the same doors."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

import find_node
from advice_cases import all_cases
from followup import wire
from followup.page import door
from generated import made_up

GENERATED = int(os.environ.get("FOLLOWUP_PARITY", "2000"))
"""How many made-up situations are compared."""


def asked(runtime: Path, door: str, lines: list[str]) -> list[str]:
    """What the engine in Pyodide answers to each line."""
    script = Path(__file__).parent / "ask.mjs"
    done = subprocess.run(
        [find_node.node(), script, runtime, door], input="\n".join(lines), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_every_case_gets_the_same_advice_in_pyodide(runtime: Path) -> None:
    """For every case, and for what is no situation, both runtimes write the same bytes."""
    lines = [json.dumps(case.situation) for case in all_cases()]
    lines += ["[]", "{", '{"stage": "soon", "today": "2026-02-30"}', '{"stage": "fair", "today": "2026-02-28T25:00"}']

    assert [wire.advise(line) for line in lines] == asked(runtime, "advise", lines)


def test_made_up_situations_get_the_same_advice_in_pyodide(runtime: Path) -> None:
    """For situations that nobody thought of, years 2 to 9990 included, both runtimes write the same bytes."""
    lines = [json.dumps(situation) for situation in made_up(GENERATED)]

    assert len(lines) == GENERATED
    assert [wire.advise(line) for line in lines] == asked(runtime, "advise", lines)


@pytest.mark.parametrize("entered", [{"stage": "post_interview", "now": "2026-06-10T09:00"}, {"stage": "soon"}, None])
def test_the_page_gets_the_same_answer_in_pyodide(runtime: Path, entered: dict[str, Any] | None) -> None:
    """The page's door gives the same HTML, the same summary and the same faults in both runtimes."""
    line = json.dumps({"form": entered})

    assert [door.answer(line)] == asked(runtime, "answer", [line])
