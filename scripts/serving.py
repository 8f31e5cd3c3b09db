"""What answers a browser on this machine: a small server that says nothing, and ends with what it was started for."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import override

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
"""Types of files that not every system knows, by the end of their names."""


class QuietHandler(BaseHTTPRequestHandler):
    """Answers without a word: the terminal is for what a person should read."""

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class FolderHandler(QuietHandler, SimpleHTTPRequestHandler):
    """Answers with the files of a folder, each with its type."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - as its base declares it


class Server(ThreadingHTTPServer):
    """Ends with the program, whatever browsers still hold open."""

    daemon_threads = True

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away; show everything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # passed on as they come


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve at a free port until the context ends; gives the address, without a slash at its end."""
    with Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving_folder(folder: Path) -> Iterator[str]:
    """Serve the files of a folder, as `serving` does."""
    with serving(partial(FolderHandler, directory=str(folder))) as address:
        yield address
