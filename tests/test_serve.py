"""What `make serve` serves is the finished site, and it notices exactly what the site is made from."""

import http.client
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

import serve
from serving import serving

HOME = "<!doctype html><title>Home</title>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small finished site."""
    pages = {
        "index.html": HOME,
        "404.html": "<title>Not here</title>",
        "a/index.html": "<title>A</title>",
        "a/b.js": "1",
    }
    for name, text in {**pages, "c.wasm": "2"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(serve, "SITE", tmp_path)
    monkeypatch.setattr(serve, "BUILT", tmp_path / "index.html")
    return tmp_path


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    """The port at which the site is served."""
    assert folder.is_dir()
    with serving(serve.SiteHandler) as address:
        yield int(address.rpartition(":")[2])


def get(port: int, path: str) -> tuple[http.client.HTTPResponse, str]:
    """The response for a path, and its text."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response, text


@pytest.mark.parametrize(("path", "status", "kind", "start"), [
    ("/", 200, "text/html; charset=utf-8", HOME),
    ("/?q=thank", 200, "text/html; charset=utf-8", HOME),
    ("/a/", 200, "text/html; charset=utf-8", "<title>A</title>"),
    ("/a/b.js", 200, "text/javascript", "1"),
    ("/c.wasm", 200, "application/wasm", "2"),
    ("/nowhere/", 404, "text/html; charset=utf-8", "<title>Not here</title>"),
])  # fmt: skip
def test_the_site_is_served_as_published(port: int, path: str, status: int, kind: str, start: str) -> None:
    """Each file has its type and is asked for anew each time; for what is not there the site's own page answers."""
    response, text = get(port, path)
    assert response.status == status
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-cache"
    assert text.startswith(start)
    assert (serve.SCRIPT_PATH in text) == kind.startswith("text/html")


def test_a_path_without_its_slash_leads_to_the_page(port: int) -> None:
    """A folder's address without the slash is sent on, as on the published site."""
    response, _ = get(port, "/a")
    assert response.status == 301
    assert response.headers["Location"] == "/a/"


def test_nothing_outside_the_site_is_served(port: int, folder: Path) -> None:
    """No path leads out of the folder."""
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    response, text = get(port, "/../secret.txt")
    assert response.status == 404
    assert "secret" not in text


def test_pages_learn_of_a_new_build(port: int, folder: Path) -> None:
    """The version that pages ask for changes with the site, and is empty while there is none."""
    _, first = get(port, serve.VERSION_PATH)
    assert first
    assert get(port, serve.VERSION_PATH)[1] == first
    (folder / "index.html").unlink()
    assert get(port, serve.VERSION_PATH)[1] == ""
    assert serve.VERSION_PATH in get(port, serve.SCRIPT_PATH)[1]


@pytest.mark.parametrize(("event", "counts"), [
    (FileModifiedEvent(str(serve.ROOT / "docs" / "index.md")), True),
    (FileModifiedEvent(str(serve.ROOT / "checker" / "followup" / "words" / "en.toml")), True),
    (FileModifiedEvent(str(serve.ROOT / "mkdocs.yml")), True),
    (FileMovedEvent(str(serve.ROOT / "x.tmp"), str(serve.ROOT / "mkdocs.yml")), True),
    (FileModifiedEvent(str(serve.ROOT / "README.md")), False),
    (FileModifiedEvent(str(serve.ROOT / "docs" / "sources" / "index.md")), False),
    (FileModifiedEvent(str(serve.ROOT / "docs" / "assets" / "runtime" / "manifest.json")), False),
    (FileModifiedEvent(str(serve.ROOT / "checker" / "followup" / "tables" / "zones.bin")), False),
    (FileModifiedEvent(str(serve.ROOT / "overrides" / "partials" / "runtime.html")), False),
    (FileModifiedEvent(str(serve.ROOT / "overrides" / "main.html")), True),
    (FileModifiedEvent(str(serve.ROOT / "scripts" / "__pycache__" / "serve.pyc")), False),
    (FileOpenedEvent(str(serve.ROOT / "docs" / "index.md")), False),
    (FileClosedNoWriteEvent(str(serve.ROOT / "docs" / "index.md")), False),
    (DirModifiedEvent(str(serve.ROOT / "docs")), False),
])  # fmt: skip
def test_only_what_the_site_is_made_from_counts(event: FileSystemEvent, *, counts: bool) -> None:
    """A person's change is noted; what a build writes, or only reads, is not, so that no build starts itself again."""
    changes = serve.Changes()
    changes.dispatch(event)
    assert changes.noted.is_set() is counts


def test_what_was_changed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of the files that is there after a moment, in the project's own terms; one that was removed as well."""
    monkeypatch.setattr(serve, "ROOT", tmp_path)
    for name in ("b.md", "c.md"):
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / name).touch()
    changes = serve.Changes()
    for name in ("a.tmp", "b.md", "c.md"):
        changes.dispatch(FileModifiedEvent(str(tmp_path / "docs" / name)))
    assert changes.wait() == Path("docs", "b.md")
    assert not changes.noted.is_set()
    changes.dispatch(FileModifiedEvent(str(tmp_path / "docs" / "gone.md")))
    assert changes.wait() == Path("docs", "gone.md")


def test_a_center_sees_its_own_changes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a center lays over the knowledge is watched, wherever it is, and a change there is noted and named."""
    monkeypatch.delenv("FOLLOWUP_OVERLAY", raising=False)
    usual = serve.watched_folders()
    assert tmp_path not in usual
    monkeypatch.setenv("FOLLOWUP_OVERLAY", str(tmp_path))
    assert serve.watched_folders() == [*(folder for folder in usual if folder.name != "center"), tmp_path.resolve()]
    changes = serve.Changes()
    changes.dispatch(FileModifiedEvent(str(tmp_path / "policy.toml")))
    assert changes.noted.is_set()
    assert changes.wait() == tmp_path / "policy.toml"


def test_a_port_that_is_taken_is_said_in_words(
    port: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program ends with a sentence that names the next port to try."""
    monkeypatch.setattr("sys.argv", ["serve.py", "--port", str(port), "make"])
    assert serve.main() == 1
    assert f"make serve PORT={port + 1}" in capsys.readouterr().err


def test_a_build_is_told_in_one_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where a build fails, the person is told that the site stays; where it changes nothing, nothing is said."""
    changing = f"import pathlib; pathlib.Path({str(folder / 'index.html')!r}).write_text('new')"
    for code in ("raise SystemExit(1)", changing, "pass"):
        serve.build_again([sys.executable, "-c", code])
    assert capfd.readouterr().out.splitlines() == [
        "Not built: what is served stays as it was until this is put right.",
        "Built anew; open pages reload.",
    ]
