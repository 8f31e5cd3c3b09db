"""One date for all that a build makes: given, or of the last commit, and never before this year."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import build_date

COMMITTED = datetime(2031, 6, 1, tzinfo=UTC)
FROZEN = """
import datetime
class Frozen(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromisoformat({now!r}))
datetime.datetime = Frozen
import build_date
print(build_date.build_date())
"""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program in a repository whose last commit is of June 2031, and no date given."""
    dates = {"GIT_AUTHOR_DATE": COMMITTED.isoformat(), "GIT_COMMITTER_DATE": COMMITTED.isoformat()}
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "One"], check=True, env={**os.environ, **dates})
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(build_date, "ROOT", tmp_path)
    return tmp_path


def on(now: str, root: Path) -> datetime:
    """The date of a build that runs at that moment."""
    code = FROZEN.format(now=now).replace("print", f"build_date.ROOT = {str(root)!r}; print")
    environment = {**os.environ, "PYTHONPATH": str(Path(build_date.__file__).parent)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True)
    return datetime.fromtimestamp(int(done.stdout), UTC)


@pytest.mark.parametrize(("moment", "year"), [
    (datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC), 2026),
    (datetime(2027, 1, 1, tzinfo=UTC), 2027),
    (datetime(1980, 1, 1, tzinfo=UTC), 1980),
])  # fmt: skip
def test_a_date_that_is_given_decides(moment: datetime, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the date of the build, in UTC, however old it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert build_date.build_date() == int(moment.timestamp())
    assert build_date.build_year() == year


def test_the_last_commit_decides_where_no_date_is_given(repository: Path) -> None:
    """All through the year of its last commit, a checkout is of that commit's date."""
    assert on("2031-06-01T00:00:01+00:00", repository) == COMMITTED
    assert on("2031-12-31T23:59:59+00:00", repository) == COMMITTED


def test_an_old_checkout_is_of_the_year_in_which_it_is_built(repository: Path) -> None:
    """From the next year on its date is that year's first moment, so that what it builds knows the years to come."""
    assert on("2032-01-01T00:00:00+00:00", repository) == datetime(2032, 1, 1, tzinfo=UTC)
    assert on("2036-11-27T10:00:00+00:00", repository) == datetime(2036, 1, 1, tzinfo=UTC)


def test_a_copy_without_a_commit_is_of_this_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder without a repository, in one without a commit and without git it is the year's first moment."""
    expected = datetime(2026, 1, 1, tzinfo=UTC)
    (tmp_path / "new").mkdir()
    assert on("2026-11-27T10:00:00+00:00", tmp_path.parent) == expected
    subprocess.run(["git", "-C", str(tmp_path / "new"), "init", "--quiet"], check=True)
    assert on("2026-11-27T10:00:00+00:00", tmp_path / "new") == expected
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert on("2026-11-27T10:00:00+00:00", tmp_path) == expected


@pytest.mark.parametrize("given", ["yesterday", "-1", "1.5", "\u0663"])
def test_a_date_that_is_none_is_refused(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no whole number of seconds stops the build with a sentence that names the variable."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert build_date.main() == 1
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err
