"""The date of a build, which the site, the wheel and the tables of public holidays carry; prints it as a program.

Runs on every Python that can set the project up (3.8 and newer), with the standard library alone.
"""

import os
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build_date() -> int:
    """The date of the build, in seconds since 1970: SOURCE_DATE_EPOCH where it is set, else that of the last commit.

    But never before this year, in UTC: the tables of holidays reach some years beyond the build, and an old checkout
    that is built again must know the years to come. So a commit gives the same bytes all year, and with
    SOURCE_DATE_EPOCH for ever. Without a commit (a copy from an archive) it is the first moment of this year.
    Raises ValueError where SOURCE_DATE_EPOCH is no such number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not (given.isascii() and given.isdigit()):
            raise ValueError(f"SOURCE_DATE_EPOCH is a whole number of seconds since 1970, and {given!r} is none")
        return int(given)
    # Not utcnow and not datetime.UTC: this runs on old Pythons as well.
    this_year = datetime(datetime.now(timezone.utc).year, 1, 1, tzinfo=timezone.utc)
    return max(_last_commit(), int(this_year.timestamp()))


def build_year() -> int:
    """The year of the date of the build, in UTC."""
    return datetime.fromtimestamp(build_date(), timezone.utc).year


def _last_commit() -> int:
    """When the last commit was made; 0 where there is no git, no repository or no commit."""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return 0
    return int(done.stdout)


def main() -> int:
    """Print the date of the build; return 1 after a sentence where the one given is none."""
    try:
        print(build_date())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
