"""The command line: situations in, advice out, the exit status says whether all were answered."""

import io
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest

from followup import cli, wire

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


@pytest.mark.parametrize("text", ["", "{", "[1]", "null"])
def test_what_is_no_situation_is_told(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text that is no JSON, or JSON that is no object, is a fault in words like any other."""
    path = tmp_path / "situation.json"
    path.write_text(text, encoding="utf-8")

    assert cli.main(["advise", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


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
    assert cli.main(["advise", "--json", saved({**SITUATION, "today": "2026-06-05"}, tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["action"] == "send_late_thank_you"


def test_lines_are_answered_in_order(given: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    """One advice a line, in the order of the situations; blank lines are passed over."""
    stages = ["post_interview", "rejected", "withdrawn"]
    lines = [json.dumps({**SITUATION, "stage": stage}) for stage in stages]
    given("\n" + "\n  \n".join(lines) + "\n\n")

    assert cli.main(["advise", "--jsonl"]) == 0
    actions = [json.loads(line)["action"] for line in capsys.readouterr().out.splitlines()]
    assert actions == ["send_thank_you", "gracious_close", "withdraw_note"]


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
