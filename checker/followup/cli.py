"""The command line: `followup advise` reads situations and prints advice. The clock is read here and nowhere below."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from followup import words
from followup.advice import Advice
from followup.reading.json_text import parse, written
from followup.render.text import text
from followup.render.view import lay_out
from followup.wire import answer_to, errors, voice_in

INVALID = 2
"""Exit status when an input was invalid; 0 when every line got an advice."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        with _opened(options.situation) as source:
            return _stream(source) if options.jsonl else _single(source, as_json=options.json)
    except BrokenPipeError:
        # Whoever read the output has gone: nothing is left to say, not even at the end of the program.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the program ends
        return 0
    except OSError as error:
        sys.stderr.write(words.load().text("cli.unreadable", file=options.situation, problem=error.strerror) + "\n")
        return INVALID


def _parser() -> argparse.ArgumentParser:
    say = words.load().text
    parser = argparse.ArgumentParser(prog="followup", description=say("cli.about"))
    commands = parser.add_subparsers(required=True, metavar=say("cli.command"))
    advise = commands.add_parser("advise", help=say("cli.advise"), description=say("cli.advise"))
    advise.add_argument("situation", nargs="?", default="-", help=say("cli.situation"))
    form = advise.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=say("cli.json"))
    form.add_argument("--jsonl", action="store_true", help=say("cli.jsonl"))
    return parser


def _opened(name: str) -> TextIO:
    if name == "-":
        return open(sys.stdin.fileno(), encoding="utf-8-sig", errors="surrogateescape", closefd=False)
    return Path(name).open(encoding="utf-8-sig", errors="surrogateescape")


def _single(source: TextIO, *, as_json: bool) -> int:
    """One situation from the whole of a file, as readable text or as JSON."""
    answer, advice = _answered(source.read())
    if as_json:
        sys.stdout.write(written(answer) + "\n")
    elif advice:
        sys.stdout.write(text(lay_out(advice, voice_in(words.ENGLISH))))
    else:
        for fault in answer["errors"]:
            sys.stderr.write(words.load().text("cli.fault", **fault) + "\n")
    return 0 if advice else INVALID


def _stream(source: TextIO) -> int:
    """One situation a line, one advice a line, in order and in constant memory; blank lines are passed over."""
    status = 0
    for line in source:
        if not line.strip():
            continue
        answer, advice = _answered(line)
        sys.stdout.write(written(answer) + "\n")
        status = status if advice else INVALID
    return status


def _answered(situation: str) -> tuple[dict[str, Any], Advice | None]:
    """What `answer_to` gives for the JSON text of a situation, for now where it names no day."""
    value, faults = parse(situation)
    return (errors(faults), None) if faults else answer_to(_with_today(value))


def _with_today(value: Any) -> Any:
    """The value with the present moment as `today`, where it is a situation without one.

    The moment carries its offset where the situation names a zone, which may be another than this machine's.
    """
    if not isinstance(value, dict) or value.get("today") is not None:
        return value
    now = datetime.now()  # noqa: DTZ005 - the clock of whoever runs the command
    return {**value, "today": (now.astimezone() if value.get("zone") else now).isoformat(timespec="minutes")}
