"""Serves the finished site on this machine and builds it again when something it is made from changes.

What is served is what would be published, content security policy and all; each page only learns to reload itself.
A page with a mistake leaves the last good site in place. Use it through `make serve`, which builds first.
"""

import argparse
import subprocess
import sys
from contextlib import suppress
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import BinaryIO, override

from watchdog.events import DirModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from followup.resources import overlay
from followup_site.pages.folders import MADE
from serving import FolderHandler, Server

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
BUILT = SITE / "index.html"
WATCHED = ("checker", "scripts", "docs", "overrides", "cases")
WATCHED_FILES = ("mkdocs.yml", "pyproject.toml")
GENERATED = tuple(ROOT / path for path in MADE)
QUIET_SECONDS = 0.3
"""How long nothing must change before a build starts: an editor may write several files."""

VERSION_PATH = "/reload/version"
SCRIPT_PATH = "/reload/script.js"
SCRIPT = f"""\
const version = async () => (await fetch("{VERSION_PATH}", {{cache: "no-store"}})).text();
const shown = await version();
setInterval(async () => {{
  if (document.hidden) return;
  // Nothing while the site is being put in place, or the server is away.
  const now = await version().catch(() => "");
  if (now && now !== shown) location.reload();
}}, 1000);
"""
TAG = f'<script type="module" src="{SCRIPT_PATH}"></script>'.encode()


def site_version() -> str:
    """Changes whenever the site was built; empty while it is being put in place."""
    try:
        return str(BUILT.stat().st_mtime_ns)
    except FileNotFoundError:
        return ""


class SiteHandler(FolderHandler):
    """Answers with the files of the site, its own page for what is not there, and the reload script."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, directory=str(SITE), **options)  # type: ignore[arg-type] # passed on as they come

    @override
    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers and return what to send after them."""
        path = self.path.partition("?")[0]
        if path == VERSION_PATH:
            return self._send(site_version().encode(), "text/plain")
        if path == SCRIPT_PATH:
            return self._send(SCRIPT.encode(), "text/javascript")
        file = Path(self.translate_path(self.path))
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            return self._send(file.read_bytes() + TAG, "text/html; charset=utf-8")
        if not file.exists() and (SITE / "404.html").is_file():
            missing = (SITE / "404.html").read_bytes() + TAG
            return self._send(missing, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        return super().send_head()

    def _send(self, content: bytes, content_type: str, status: HTTPStatus = HTTPStatus.OK) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    @override
    def end_headers(self) -> None:
        """Ask the browser to look for a newer version each time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Changes(FileSystemEventHandler):
    """Notes that something was changed which the site is made from, and what it was."""

    def __init__(self) -> None:
        self.noted = Event()
        self.paths: list[Path] = []

    @override
    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the event unless it is about what a build writes itself, or only says that a file was read."""
        if event.event_type in {"opened", "closed", "closed_no_write"} or isinstance(event, DirModifiedEvent):
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            written_by_build = any(path.is_relative_to(folder) for folder in GENERATED) or "__pycache__" in path.parts
            if not written_by_build and (path.parent != ROOT or path.name in WATCHED_FILES):
                self.paths.append(path)
                self.noted.set()

    def wait(self) -> Path:
        """Wait until something was changed and then nothing more for a moment; return what it was.

        Of several files the first that is still there: an editor may write others beside it and take them away.
        """
        while not self.noted.wait(timeout=1):  # with a limit, so that Ctrl-C is heard on every system
            pass
        while self.noted.is_set():
            self.noted.clear()
            self.noted.wait(QUIET_SECONDS)
        changed, self.paths = self.paths, []
        # What came at the last instant may have been taken by the wait before.
        path = next((path for path in changed if path.exists()), (*changed, ROOT)[0])
        return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def watched_folders() -> list[Path]:
    """The folders that the site is made from, a center's own among them where there is one."""
    center = overlay()
    return [*(ROOT / name for name in WATCHED), *([center.resolve()] if center else [])]


def build_again(build: list[str]) -> None:
    """Run the build, and say in a line where it failed or changed the site."""
    before = site_version()
    if subprocess.run(build, cwd=ROOT, check=False).returncode != 0:
        print("Not built: what is served stays as it was until this is put right.", flush=True)
    elif site_version() != before:
        print("Built anew; open pages reload.", flush=True)


def main() -> int:
    """Serve until interrupted; return 1 with a sentence where the port is taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("build", nargs="+", help="the command that builds the site, after -- where it has options")
    options = parser.parse_args()
    try:
        server = Server(("127.0.0.1", options.port), SiteHandler)
    except OSError as error:
        other = options.port + 1
        print(f"Port {options.port} cannot be used ({error.strerror}): try make serve PORT={other}.", file=sys.stderr)
        return 1
    changes, observer = Changes(), Observer()
    for folder in watched_folders():
        observer.schedule(changes, str(folder), recursive=True)
    observer.schedule(changes, str(ROOT))
    observer.start()
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"The site is at http://127.0.0.1:{options.port}/ (end with Ctrl-C)", flush=True)
    with suppress(KeyboardInterrupt):
        while True:
            print(f"{changes.wait()} has changed: building ...", flush=True)
            build_again(options.build)
    server.shutdown()
    observer.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
