"""The content security policy: what pages get it for, and what stops the build."""

import json
import re
import runpy
import sys
from pathlib import Path

import pytest

from checkout import ROOT
from followup_site import content_policy
from followup_site.content_policy import policy, read_page, with_policy
from followup_site.page_sources import place_of

PAGE = """<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <link rel="canonical" href="https://elsewhere.example/page/">
    <link rel="stylesheet" href="../style.css">
    <script>first()</script>
    <script type="application/json">{"no": "code"}</script>
    <script src="bundle.js"></script>
  </head>
  <body><a href="https://elsewhere.example/">Elsewhere</a><script>second("<b>")</script></body>
</html>
"""


def test_page_names_its_inline_scripts() -> None:
    """Every inline script is allowed by its hash; data and files need none."""
    page = read_page(PAGE)
    assert page.faults == ()
    assert page.script_hashes == {
        "'sha256-buNyhqGZ8HOAGNJbMgfNZV5ZMNrYzVlhYOIcwYRpyN8='",
        "'sha256-fDYmfWjvur9AxjhDbjHe6RvExc05MbXhhrbgz2vvy/A='",
    }


def test_policy_stands_behind_the_charset() -> None:
    """The policy comes first in the head after the charset, once, however often the page is finished."""
    text = policy(read_page(PAGE).script_hashes)
    finished = with_policy(PAGE, text)
    head = finished.partition("<head>")[2].split()
    assert head[:4] == ["<meta", 'charset="utf-8">', "<meta", 'http-equiv="Content-Security-Policy"']
    assert read_page(finished).policies == (text,)
    assert with_policy(finished, text) == finished


def test_policy_allows_our_own_and_nothing_else() -> None:
    """No source in the policy is another origin, and neither eval nor inline code is allowed at large."""
    text = policy(["'sha256-x='"])
    assert text.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-x=';")
    assert "unsafe-inline" not in text
    assert "'unsafe-eval'" not in text
    assert "http" not in text


@pytest.mark.parametrize(
    "element",
    [
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        '<button onclick="go()">',
        '<a href="javascript:go()">',
        '<script src="https://elsewhere.example/x.js"></script>',
        '<script src="//elsewhere.example/x.js"></script>',
        '<img src="https://elsewhere.example/x.png">',
        '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
        '<link rel="preconnect" href="https://elsewhere.example/">',
        '<form action="https://elsewhere.example/">',
        '<iframe src="x.html"></iframe>',
        '<iframe src="https://elsewhere.example/"></iframe>',
        '<base href="/">',
    ],
)
def test_what_the_policy_would_block_is_a_fault(element: str) -> None:
    """Each thing that would not work under the policy is found once, with its line and as a source could have it."""
    (fault,) = read_page(PAGE.replace("<body>", f"<body>\n{element}")).faults
    assert fault.line == 12
    assert fault.what in element
    assert fault.directive.endswith(("-src", "-uri", "-action"))
    assert fault.advice


@pytest.mark.parametrize(
    ("directive", "sources", "element"),
    [
        ("frame-src", "https://maps.example", '<iframe src="https://maps.example/x"></iframe>'),
        ("frame-src", "'self'", '<iframe src="x.html"></iframe>'),
        ("img-src", "'self' https://pictures.example", '<img src="https://pictures.example/x.png">'),
        ("style-src", "'self' 'unsafe-inline'", '<p style="color: red">'),
    ],
)
def test_what_somebody_lets_into_the_policy_is_no_fault(
    directive: str, sources: str, element: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A directive that is given another source allows just that; from anywhere else it stays a fault."""
    html = PAGE.replace("<body>", f"<body>{element}")
    assert read_page(html).faults
    monkeypatch.setitem(content_policy._DIRECTIVES, directive, sources)  # noqa: SLF001 - where the advice says
    assert read_page(html).faults == ()
    elsewhere = html.replace(element, element.replace('src="', 'src="https://elsewhere.example/'))
    assert bool(read_page(elsewhere).faults) == ("src=" in element)


def test_page_without_charset_cannot_get_a_policy() -> None:
    """A head that starts with something else is refused."""
    with pytest.raises(ValueError, match="does not start with the charset"):
        with_policy(PAGE.replace('<meta charset="utf-8">', ""), "x")


@pytest.fixture
def site_folder(tmp_path: Path) -> Path:
    """A built site of two pages, with a source map and the dictionaries of the search."""
    for name in (
        "index.html",
        "page/index.html",
        "style.css",
        "assets/ours.css",
        "assets/x.css.map",
        "assets/images/favicon.png",
        "assets/javascripts/lunr/min/lunr.fr.min.js",
        "partials/script.js",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (tmp_path / "page" / "index.html").write_text(PAGE.replace("first()", "third()"), encoding="utf-8")
    _index(tmp_path, ["en"])
    return tmp_path


def _index(folder: Path, languages: list[str]) -> None:
    (folder / "search").mkdir(exist_ok=True)
    text = json.dumps({"config": {"lang": languages}, "docs": []})
    (folder / "search" / "search_index.json").write_text(text, encoding="utf-8")


def finish(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """Run the script on a folder and return its exit status."""
    monkeypatch.setattr(sys, "argv", ["finish_site.py", str(folder)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "scripts" / "finish_site.py"), run_name="__main__")
    return ended.value.code


def test_all_pages_share_one_policy(site_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts of all pages are in the policy of each, so it is one for all; a second run changes nothing."""
    assert finish(site_folder, monkeypatch) == 0
    texts = {file: file.read_text(encoding="utf-8") for file in site_folder.rglob("*.html")}
    (shared,) = {read_page(text).policies for text in texts.values()}
    hashes = {one for text in texts.values() for one in read_page(text).script_hashes}
    assert shared == (policy(hashes),)
    assert len(hashes) == 3
    assert finish(site_folder, monkeypatch) == 0
    assert texts == {file: file.read_text(encoding="utf-8") for file in site_folder.rglob("*.html")}


def test_what_nobody_loads_is_removed(site_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Source maps go, what is in the pages already, and the other dictionaries too when the search is English."""
    finish(site_folder, monkeypatch)
    assert sorted(file.name for file in site_folder.rglob("*") if file.is_file()) == [
        ".nojekyll",
        "index.html",
        "index.html",
        "llms.txt",
        "ours.css",
        "search_index.json",
        "style.css",
    ]
    assert not (site_folder / "assets" / "javascripts" / "lunr").exists()


def test_our_files_get_their_version_once(site_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changed has another version in every page, in place of the one before; one of the theme has none."""
    page = site_folder / "page" / "index.html"
    page.write_text(PAGE.replace("../style.css", "../assets/ours.css"), encoding="utf-8")
    found = []
    for content in ("a", "a", "b"):
        (site_folder / "assets" / "ours.css").write_text(content, encoding="utf-8")
        assert finish(site_folder, monkeypatch) == 0
        (address,) = re.findall(r'href="([^"]*ours[^"]*)"', page.read_text(encoding="utf-8"))
        assert re.fullmatch(r"\.\./assets/ours\.css\?v=[0-9a-f]{8}", address)
        found.append(address)
    assert found[0] == found[1] != found[2]
    assert 'href="../style.css"' in (site_folder / "index.html").read_text(encoding="utf-8")


def test_dictionaries_stay_for_other_languages(site_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search in more than English keeps what it loads."""
    _index(site_folder, ["en", "fr"])
    finish(site_folder, monkeypatch)
    assert list(site_folder.rglob("lunr.fr.min.js"))


@pytest.mark.parametrize(
    ("name", "are_kept"), [("search/search_index.json", False), ("search.json", False), ("", True)]
)
def test_a_site_of_another_generator_is_finished_too(
    site_folder: Path, name: str, *, are_kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index of the search may have another name, or not be there: then its dictionaries are nobody's to remove."""
    index = site_folder / "search" / "search_index.json"
    if name:
        index.rename(site_folder / name)
    else:
        index.unlink()
    assert finish(site_folder, monkeypatch) == 0
    assert (site_folder / "assets" / "javascripts" / "lunr").exists() is are_kept


def test_a_fault_stops_before_anything_is_written(
    site_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The script names page and line, exits 1, and leaves every page as it was."""
    (site_folder / "page" / "index.html").write_text(PAGE.replace("<body>", '<body style="x">'), encoding="utf-8")
    assert finish(site_folder, monkeypatch) == 1
    assert f"{site_folder / 'page' / 'index.html'}:11: " in capsys.readouterr().err
    assert (site_folder / "index.html").read_text(encoding="utf-8") == PAGE


def test_a_folder_without_pages_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the site is built, the script says to build it."""
    assert finish(tmp_path, monkeypatch) == 1
    assert "build the site first" in capsys.readouterr().err


def test_a_fault_is_said_of_the_file_that_somebody_wrote(tmp_path: Path) -> None:
    """Of a page's Markdown, of a template where it stands there, and of no file where it is in neither."""
    for name, text in {
        "docs/index.md": "# Home\n",
        "docs/a.md": "# A\n\n<iframe src=x></iframe>\n",
        "docs/b/index.md": '# B\n{ style="x" }\n',
        "overrides/partials/c.html": "<p>\n<p onclick=go()>\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert place_of("<iframe", Path("a/index.html"), tmp_path) == str(Path("docs/a.md:3"))
    assert place_of('style="x"', Path("b/index.html"), tmp_path) == str(Path("docs/b/index.md:2"))
    assert place_of("onclick", Path("index.html"), tmp_path) == str(Path("overrides/partials/c.html:2"))
    assert place_of("<iframe", Path("b/index.html"), tmp_path) is None
