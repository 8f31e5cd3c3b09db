"""Every claim is used: cited on a hand-written page, or in the background for a reason, and never both."""

import runpy
import sys
from pathlib import Path

import pytest

import followup.knowledge
from checkout import ROOT
from followup_site.pages.coverage import coverage, read_background, report
from followup_site.pages.folders import cited_on, written_pages


def test_every_claim_is_used() -> None:
    """No claim of the knowledge is left over, and the background lists only claims that no page cites."""
    cited = cited_on(written_pages(ROOT / "docs"))
    found = coverage(followup.knowledge.load().claims, cited, read_background())
    assert found.is_whole, "\n".join(report(found))


def test_what_becomes_of_claims() -> None:
    """Each claim is in the list that it belongs to, and each fault keeps the coverage from being whole."""
    found = coverage(["a", "b", "c", "d"], {"a", "d"}, {"b": "old", "d": "twice", "x": "gone"})
    assert found.cited == ("a", "d")
    assert found.background == {"b": "old", "d": "twice"}
    assert (found.unused, found.both, found.unknown) == (("c",), ("d",), ("x",))
    assert not found.is_whole
    for background in ({}, {"a": "r", "b": "r"}, {"b": "r", "x": "r"}):
        assert not coverage(["a", "b"], {"a"}, background).is_whole
    assert coverage(["a", "b"], {"a"}, {"b": "r"}).is_whole


def test_the_report_names_every_fault() -> None:
    """Count, claims that are left over, listed twice or unknown, and the background with its reasons."""
    lines = list(report(coverage(["a", "b", "c", "d"], {"a", "d"}, {"b": "old", "d": "twice", "x": "gone"})))
    assert "3 of 4" in lines[0]
    for claim in ("c", "d", "x", "b: old"):
        assert f"    {claim}" in lines


def test_the_background_gives_reasons(tmp_path: Path) -> None:
    """A claim without a reason is refused by name."""
    file = tmp_path / "background.toml"
    file.write_text('one = "because"\ntwo = " "\n', encoding="utf-8")
    with pytest.raises(ValueError, match="two"):
        read_background(file)


def test_the_report_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make report` prints the coverage of the pages of a folder."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("Soon.[@huffpost-knutter-next-day]\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["report.py", "--root", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "scripts" / "report.py"), run_name="__main__")
    assert ended.value.code == 0
    assert "1 on pages" in capsys.readouterr().out
