"""The site as it would be published: built from this tree, finished, and served below a path of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import override

ROOT = Path(__file__).parent.parent
BELOW = "some/path"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site that answers on this machine."""

    url: str
    """Where its home page is, with a slash at the end."""
    origin: str
    root: Path
    """What the server serves; the site lies below it."""
    folder: Path
    log: str
    """What MkDocs said while it built the site."""


class _Quiet(SimpleHTTPRequestHandler):
    # Not every system knows these.
    extensions_map = {  # noqa: RUF012 - as the class it comes from declares it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def built_and_served(root: Path) -> Iterator[Site]:
    """Build the site into a folder below `root` and serve `root` until the context ends."""
    folder = root / BELOW
    folder.mkdir(parents=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    origin = f"http://127.0.0.1:{server.server_port}"
    url = f"{origin}/{BELOW}/"
    environment = {**os.environ, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}
    _run(environment, "scripts/write_pages.py")
    _run(environment, "scripts/write_form.py")
    _run(environment, "scripts/draw_pictures.py")
    _run(environment, "scripts/write_speed.py")
    log = _run(environment, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder))
    _run(environment, "scripts/finish_site.py", str(folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(url=url, origin=origin, root=root, folder=folder, log=log)
    finally:
        server.shutdown()
        server.server_close()


def _run(environment: dict[str, str], *arguments: str) -> str:
    """Run a program of the build from the project's folder and return what it said; a failure shows all of that."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert done.returncode == 0, f"{' '.join(arguments)} failed:\n{done.stdout}"
    return done.stdout
