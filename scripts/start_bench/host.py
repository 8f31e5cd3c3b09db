"""A server that answers as GitHub Pages does: gzip for the types that it compresses, ten minutes in caches, ETags.

It counts the bytes of the bodies that it sends.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from serving import TYPES, QuietHandler, serving

_COMPRESSED = {"application/json", "application/wasm", "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class _Body:
    type: str
    content: bytes
    encoding: str
    tag: str


@dataclass
class Host:
    """Folders and pages by the first part of their path, and how many bytes were sent."""

    folders: Mapping[str, Path]
    pages: Mapping[str, str]
    """HTML by path, for what is no file."""
    url: str = ""
    sent: int = 0
    _bodies: dict[str, _Body | None] = field(default_factory=dict)

    def body(self, path: str) -> _Body | None:
        """What is at a path, compressed once; None where there is nothing."""
        if path not in self._bodies:
            self._bodies[path] = self._read(path)
        return self._bodies[path]

    def prepare(self) -> None:
        """Compress everything now, so that no visit waits for it."""
        for path in self.pages:
            self.body(path)
        for name, folder in self.folders.items():
            for file in folder.rglob("*"):
                if file.is_file():
                    self.body(f"/{name}/{file.relative_to(folder).as_posix()}")

    def _read(self, path: str) -> _Body | None:
        if path in self.pages:
            return _packed("text/html", self.pages[path].encode())
        name, _, rest = path.removeprefix("/").partition("/")
        folder = self.folders.get(name)
        file = folder / rest if folder else None
        if file and file.is_dir():
            file /= "index.html"
        if not file or not file.is_file():
            return None
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return _packed(kind, file.read_bytes())


def _packed(kind: str, content: bytes) -> _Body:
    compresses = kind.startswith("text/") or kind in _COMPRESSED
    return _Body(
        type=kind,
        content=gzip.compress(content, 6, mtime=0) if compresses else content,
        encoding="gzip" if compresses else "",
        tag=f'"{hashlib.sha256(content).hexdigest()[:16]}"',
    )


class _Handler(QuietHandler, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: Host, *given: object) -> None:
        self._host = host
        super().__init__(*given)  # type: ignore[arg-type] # as the server passes them on

    def do_GET(self) -> None:
        """Answer from the cache of bodies."""
        path = urlsplit(self.path).path
        body = self._host.body(path)
        if body is None:
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        is_known = self.headers.get("If-None-Match") == body.tag
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else HTTPStatus.OK)
        self.send_header("Content-Type", body.type)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("ETag", body.tag)
        if body.encoding:
            self.send_header("Content-Encoding", body.encoding)
        self.send_header("Content-Length", "0" if is_known else str(len(body.content)))
        self.end_headers()
        if not is_known:
            self.wfile.write(body.content)
            self._host.sent += len(body.content)


@contextmanager
def hosting(host: Host) -> Iterator[Host]:
    """Serve on a free port until the context ends."""
    with serving(partial(_Handler, host)) as host.url:
        yield host
