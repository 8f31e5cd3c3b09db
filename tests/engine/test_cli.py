"""The command line: situations in, advice out, the exit status says whether all were answered."""

import errno
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest

import followup
from followup import cli, wire, words
from followup.reading.json_text import parse

SITUATION = {
    "today": "2026-06-02T12:00",
    "stage": "post_interview",
    "country": "US",
    "contact_type": "hr",
    "channels_given": ["email"],
    "interview_end": "2026-06-02T11:00",
}
COMMAND = Path(sys.executable).parent / "followup"


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Put a text on standard input, which is a file with a descriptor of its own."""
    path = tmp_path / "stdin"
    path.touch()
    with path.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)

        def write(text: str) -> None:
            path.write_text(text, encoding="utf-8")

        yield write


def saved(value: Any, folder: Path) -> str:
    """The name of a file that holds the value as JSON."""
    path = folder / "situation.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def test_a_file_is_answered_in_readable_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One situation in, one advice out as text, status 0, nothing on standard error."""
    status = cli.main(["advise", saved(SITUATION, tmp_path)])
    out, err = capsys.readouterr()

    assert status == 0
    assert "clearpoint-direct-email-24h" in out
    assert not out.startswith("{")
    assert err == ""


def test_the_same_file_is_answered_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the output is what the door for programs gives, on one line."""
    status = cli.main(["advise", "--json", saved(SITUATION, tmp_path)])

    assert status == 0
    assert capsys.readouterr().out == wire.advise(json.dumps(SITUATION)) + "\n"


@pytest.mark.parametrize("arguments", [["advise", "--json"], ["advise", "--json", "-"]])
def test_without_a_file_standard_input_is_read(
    arguments: list[str], given: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """No file, or a dash, means standard input; it may be written over many lines."""
    given(json.dumps(SITUATION, indent=2))

    assert cli.main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["action"] == "send_thank_you"


def test_an_invalid_situation_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, nothing on standard output, and a line for each fault with its field."""
    status = cli.main(["advise", saved({**SITUATION, "stage": "hired", "promised": {"to": "soon"}}, tmp_path)])
    out, err = capsys.readouterr()

    assert status == 2
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == ["stage", "promised.to"]


def test_an_invalid_situation_is_told_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and the errors where the advice would stand."""
    status = cli.main(["advise", "--json", saved({"stage": "hired"}, tmp_path)])
    out, err = capsys.readouterr()

    assert status == 2
    assert [fault["field"] for fault in json.loads(out)["errors"]] == ["stage"]
    assert err == ""


@pytest.mark.parametrize("text", ["", " \n", "{", "[1]", "null"])
def test_what_is_no_situation_is_told(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text that is no JSON, or JSON that is no object, is a fault in words, which begin the line: it has no field."""
    path = tmp_path / "situation.json"
    path.write_text(text, encoding="utf-8")

    assert cli.main(["advise", str(path)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err[0].isalpha()


def test_an_empty_file_is_called_empty() -> None:
    """It is no JSON with a mistake in it, so other words are found for it."""
    empty = json.loads(wire.advise(" \n"))["errors"]
    broken = json.loads(wire.advise("{"))["errors"]

    assert [fault["field"] for fault in empty] == [""]
    assert empty[0]["problem"] == words.load().text("fault.empty.problem") != broken[0]["problem"]


@pytest.mark.parametrize(("text", "fields"), [
    ('{"stage": "fair", "stage": "offer"}', ["stage"]),
    ('{"promised": {"to": "2026-06-01", "to": "2026-06-02"}}', ["promised.to"]),
    ('{"attempts": [{"at": 1}, {"at": 1, "kind": 2, "at": 3, "kind": 4}], "a": 1, "a": 1}',
     ["attempts[1].at", "attempts[1].kind", "a"]),
    ('{"a": {"b": 1, "b": 2}, "a": {}}', ["a"]),
    ('{"a": {"b": 1}, "c": {"b": 1}}', []),
])  # fmt: skip
def test_a_key_that_stands_twice_is_a_fault(text: str, fields: list[str]) -> None:
    """Nobody can tell which of its values is meant, so each is named by its path; elsewhere it may stand again."""
    value, faults = parse(text)

    assert [fault.field for fault in faults] == fields
    assert {fault.id for fault in faults} <= {"key-twice"}
    assert (value is None) == bool(fields)


def test_a_key_twice_far_inside_is_no_failure() -> None:
    """However deep, it comes back as a fault."""
    deep = "[" * 900 + '{"a": 1, "a": 2}' + "]" * 900

    assert json.loads(wire.advise(deep))["errors"]


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and a sentence with the name of the file, no traceback."""
    name = str(tmp_path / "nothing.json")

    assert cli.main(["advise", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert name in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_text_that_is_not_utf_8_is_a_fault(form: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and what to do about it, whichever form was asked for."""
    path = tmp_path / "situation.json"
    path.write_bytes('{"stage": "café"}'.encode("latin-1"))

    assert cli.main(["advise", *form, str(path)]) == 2
    said = capsys.readouterr()
    assert "UTF-8" in said.out + said.err


def test_a_line_that_is_not_utf_8_loses_no_other_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines before and after it still get their advice; a byte-order mark at the start is passed over."""
    path = tmp_path / "situations.jsonl"
    good = json.dumps(SITUATION).encode()
    path.write_bytes(b"\xef\xbb\xbf" + good + b"\n" + '{"stage": "café"}'.encode("latin-1") + b"\n" + good + b"\n")

    assert cli.main(["advise", "--jsonl", str(path)]) == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["errors" in answer for answer in answers] == [False, True, False]


def test_today_is_filled_in_where_it_is_absent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `today` the present moment counts; a `today` that is given stands."""
    without = {key: value for key, value in SITUATION.items() if key != "today"}
    recent = {**without, "interview_end": None, "interview_date": datetime.now().date().isoformat()}  # noqa: DTZ005

    assert cli.main(["advise", "--json", saved(recent, tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["action"] == "send_thank_you"
    assert cli.main(["advise", "--json", saved({**SITUATION, "today": "2026-06-12"}, tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["action"] == "send_late_thank_you"


def test_lines_are_answered_in_order(given: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    """One advice a line, in the order of the situations; blank lines stay blank, so that the numbers of lines agree."""
    stages = ["post_interview", "rejected", "withdrawn"]
    lines = [json.dumps({**SITUATION, "stage": stage}) for stage in stages]
    given("\n" + "\n  \n".join(lines) + "\n\n")

    assert cli.main(["advise", "--jsonl"]) == 0
    answers = capsys.readouterr().out.split("\n")
    actions = [json.loads(line)["action"] if line else "" for line in answers]
    assert actions == ["", "send_thank_you", "", "gracious_close", "", "withdraw_note", "", ""]


@pytest.mark.parametrize("bad", ["{", "[]", '{"stage": "hired"}', "9" * 5000, "[" * 100_000])
def test_a_bad_line_loses_no_other(bad: str, given: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    """A line that cannot be answered gets its errors in its place, the others their advice; the status is 2."""
    good = json.dumps(SITUATION)
    given(f"{good}\n{bad}\n{good}\n")

    assert cli.main(["advise", "--jsonl"]) == 2
    first, second, third = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["action"] == third["action"] == "send_thank_you"
    assert second["errors"]


def test_no_line_at_all_is_no_failure(given: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing in, nothing out."""
    given("")

    assert cli.main(["advise", "--jsonl"]) == 0
    assert capsys.readouterr().out == ""


class Lines:
    """A source that makes each line when asked for it, and notes how many answers were still missing then."""

    def __init__(self, count: int, out: io.StringIO) -> None:
        self.count, self.out = count, out
        self.lags: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Self:
        self.made = self.answered = 0
        return self

    def __next__(self) -> str:
        """The next line; the answers to all before it are out and are thrown away."""
        self.answered += self.out.getvalue().count("\n")
        self.out.seek(0)
        self.out.truncate()
        self.lags.add(self.made - self.answered)
        if self.made == self.count:
            raise StopIteration
        self.made += 1
        return json.dumps({**SITUATION, "stage": "withdrawn"}) + "\n"


def test_memory_stays_constant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a few thousand lines each is answered before the next is asked for, and none is kept."""
    out = io.StringIO()
    source = Lines(3000, out)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(cli, "_opened", lambda _: source)

    assert cli.main(["advise", "--jsonl"]) == 0
    assert source.answered == 3000
    assert source.lags == {0}


def test_the_program_answers_before_its_input_ends() -> None:
    """The installed command streams: advice comes out while situations still go in, in UTF-8, and the status is 0."""
    line = json.dumps({**SITUATION, "promised": {"text": "nächste Woche"}}, ensure_ascii=False) + "\n"
    arguments = [str(COMMAND), "advise", "--jsonl"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        writing = threading.Event()

        def write() -> None:
            assert program.stdin is not None
            for _ in range(60):
                program.stdin.write(line)
            program.stdin.flush()
            writing.wait()  # the input stays open until an answer was read
            program.stdin.close()

        writer = threading.Thread(target=write)
        writer.start()
        first = program.stdout.readline()
        writing.set()
        others = program.stdout.readlines()
        writer.join()

    assert "nächste Woche" in first
    assert json.loads(first)["action"] == "send_thank_you"
    assert others == [first] * 59
    assert program.returncode == 0


def test_the_program_says_what_it_is_called() -> None:
    """Without a command the program says how to use it, on standard error, with status 2."""
    done = subprocess.run([COMMAND], check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert "usage: followup" in done.stderr


def test_the_program_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    """It is the version of the package."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"followup {followup.__version__}\n"


def test_one_file_too_many_shows_the_usage_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and what `advise` takes; the file too many is named."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["advise", "a.json", "b.json"])
    err = capsys.readouterr().err

    assert ended.value.code == 2
    assert err.startswith("usage: followup advise ")
    assert "b.json" in err


def run(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The installed command, started by a shell with redirections."""
    return subprocess.run(
        ["/bin/sh", "-c", f"{COMMAND} advise {arguments}"], cwd=folder, check=False, capture_output=True, text=True
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(("form", "count"), [("", 1), ("--json ", 1), ("--jsonl ", 1), ("--jsonl ", 9)])
def test_what_cannot_be_written_is_a_failure(form: str, count: int, tmp_path: Path) -> None:
    """On a full disk the status is not 0, and one sentence speaks of writing; more than a buffer holds, and less."""
    (tmp_path / "in.json").write_text("\n".join([json.dumps(SITUATION)] * count), encoding="utf-8")
    done = run(f"{form}in.json > /dev/full", tmp_path)

    assert done.returncode == 1
    assert done.stderr == words.load().text("cli.unwritten", problem=os.strerror(errno.ENOSPC)) + "\n"


@pytest.mark.parametrize(("redirection", "status"), [(">&-", 1), ("< /dev/null >&-", 1), ("2>&-", 0), (">&- 2>&-", 1)])
def test_closed_streams_end_in_words(redirection: str, status: int, tmp_path: Path) -> None:
    """Without an output the status says so; nothing ends in a traceback."""
    (tmp_path / "in.json").write_text(json.dumps(SITUATION), encoding="utf-8")
    done = run(f"in.json {redirection}", tmp_path)

    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == (status == 1 and "2>&-" not in redirection)


def test_a_closed_input_ends_in_words(tmp_path: Path) -> None:
    """Nothing can be read, as from a file that is not there; a fault that nobody can be told still counts."""
    done = run("<&-", tmp_path)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    assert run("bad.json 2>&-", tmp_path).returncode == 2
