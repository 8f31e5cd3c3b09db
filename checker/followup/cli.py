"""The command line: `followup advise` reads situations and prints advice. The clock is read here and nowhere below."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import followup
from followup import words
from followup.advice import Advice
from followup.reading.json_text import parse, written
from followup.render.text import text
from followup.render.view import lay_out
from followup.wire import answer_to, errors, voice_in

UNWRITTEN = 1
"""Exit status when the output could not be written."""
INVALID = 2
"""Exit status when an input was invalid; 0 when every line got an advice."""


class _UnwrittenError(Exception):
    """The output cannot be written, for a reason in words."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _options(arguments)
    try:
        with _opened(options.situation) as source:
            status = _stream(source) if options.jsonl else _single(source, as_json=options.json)
        _write("", at_once=True)
    except BrokenPipeError:
        # Whoever read the output has gone: nothing is left to say, not even at the end of the program.
        _forget_output()
        return 0
    except _UnwrittenError as error:
        _forget_output()
        _complain("cli.unwritten", problem=error)
        return UNWRITTEN
    except OSError as error:
        missing = "cli.no-input" if options.situation == "-" else "cli.unreadable"
        _complain(missing, file=options.situation, problem=error.strerror)
        return INVALID
    return status


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    say = words.load().text
    parser = argparse.ArgumentParser(prog="followup", description=say("cli.about"))
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {followup.__version__}", help=say("cli.version")
    )
    commands = parser.add_subparsers(required=True, metavar=say("cli.command"))
    advise = commands.add_parser("advise", help=say("cli.advise"), description=say("cli.advise"))
    advise.add_argument("situation", nargs="?", default="-", help=say("cli.situation"))
    form = advise.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=say("cli.json"))
    form.add_argument("--jsonl", action="store_true", help=say("cli.jsonl"))
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        # The usage of the command, which the other parser would not show.
        advise.error(say("cli.unknown", words=" ".join(unknown)))
    return options


def _opened(name: str) -> TextIO:
    """The source of situations; OSError where there is none, as for a file that is not there."""
    if name != "-":
        return Path(name).open(encoding="utf-8-sig", errors="surrogateescape")
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return open(sys.stdin.fileno(), encoding="utf-8-sig", errors="surrogateescape", closefd=False)


def _write(line: str, *, at_once: bool = False) -> None:
    """Write to standard output, `at_once` with all that was written before."""
    if sys.stdout is None:
        raise _UnwrittenError(os.strerror(errno.EBADF))
    try:
        sys.stdout.write(line)
        if at_once:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _UnwrittenError(error.strerror) from None


def _forget_output() -> None:
    """Let the end of the program not try again to write what could not be written."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the program ends


def _complain(key: str, **values: object) -> None:
    if sys.stderr is not None:
        sys.stderr.write(words.load().text(key, **values) + "\n")


def _single(source: TextIO, *, as_json: bool) -> int:
    """One situation from the whole of a file, as readable text or as JSON."""
    answer, advice = _answered(source.read())
    if as_json:
        _write(written(answer) + "\n")
    elif advice:
        _write(text(lay_out(advice, voice_in(words.ENGLISH))))
    else:
        for fault in answer["errors"]:
            _complain("cli.fault" if fault["field"] else "cli.fault-of-all", **fault)
    return 0 if advice else INVALID


def _stream(source: TextIO) -> int:
    """One situation a line, one advice a line, in order and in constant memory.

    A blank line stays one, so that the answer to a line has its number.
    """
    status = 0
    for line in source:
        if not line.strip():
            _write("\n")
            continue
        answer, advice = _answered(line)
        _write(written(answer) + "\n")
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
