"""Finds a Chromium for the browser tests, or fetches one; as a program it says which.

Tests never skip for want of a browser: where none can be had, this says what to install and fails.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    # Debian's program itself: the one in /usr/bin is a shell script, which needs more than a bare PATH has.
    "/usr/lib/chromium/chromium",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class NoBrowserError(Exception):
    """There is no browser; the message says what to do."""


def works(candidate: Path) -> bool:
    """Whether the file is a browser that starts: some systems put a note about another package in its place."""
    if os.name == "nt":
        return candidate.is_file()  # Chrome on Windows opens a window for --version
    try:
        done = subprocess.run([candidate, "--version"], capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return any(char.isdigit() for char in done.stdout)


def of_path() -> Iterator[Path]:
    """The browsers on the PATH."""
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)


def of_system() -> Iterator[Path]:
    """The browsers in the places where systems keep them."""
    return map(Path, PLACES)


def of_playwright() -> Iterator[Path]:
    """The browser that Playwright downloads for itself, whether it is there or not."""
    # In a process of its own: within a test Playwright is already running.
    question = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    done = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        yield Path(done.stdout.strip())


def _succeeds(command: list[str], environment: dict[str, str] | None = None) -> bool:
    return subprocess.run(command, capture_output=True, check=False, env=environment).returncode == 0


def fetched_by_playwright() -> Iterator[Path]:
    """Playwright's browser, downloaded now."""
    print("No browser found; asking Playwright to download Chromium ...", flush=True)
    if _succeeds([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]):
        yield from of_playwright()


def installed_by_debian() -> Iterator[Path]:
    """Debian's own Chromium, installed now, where this is Debian and we may."""
    apt, sudo = Path("/usr/bin/apt-get"), Path("/usr/bin/sudo")
    if not apt.is_file() or not Path("/etc/debian_version").is_file():
        return
    is_root = os.geteuid() == 0
    if not is_root and not (sudo.is_file() and _succeeds([str(sudo), "-n", "true"])):
        return
    print("Installing Debian's package chromium ...", flush=True)
    environment = ["/usr/bin/env", f"PATH={SYSTEM_PATH}", "DEBIAN_FRONTEND=noninteractive"]
    start = [*([] if is_root else [str(sudo), "-n"]), *environment, str(apt), "--quiet", "--yes"]
    if _succeeds([*start, "update"]) and _succeeds([*start, "install", "--no-install-recommends", "chromium"]):
        yield from of_system()


WAYS: tuple[Callable[[], Iterator[Path]], ...] = (
    of_path,
    of_system,
    of_playwright,
    fetched_by_playwright,
    installed_by_debian,
)
"""Where a browser may come from, in the order in which they are tried."""


def browser() -> Path:
    """The browser to test with: the one that the variable CHROMIUM names, else the first of WAYS that starts.

    Raises NoBrowserError where there is none.
    """
    if named := os.environ.get("CHROMIUM"):
        if not works(Path(named)):
            raise NoBrowserError(
                f"The variable CHROMIUM names {named}, which is no browser that starts: correct it, or unset it."
            )
        return Path(named)
    for way in WAYS:
        for candidate in way():
            if works(candidate):
                return candidate
    raise NoBrowserError(
        "There is no browser to test with and none could be fetched: install Chromium or Chrome, "
        "or set the variable CHROMIUM to the path of one."
    )


def main() -> int:
    """Print the path of the browser; return 1 with a sentence where there is none."""
    try:
        print(f"Testing with {browser()}")
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
