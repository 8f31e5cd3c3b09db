"""The built pages are valid HTML, but for what the theme does and we cannot change."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import find_node
from built_site import Site
from checkout import ROOT

PROGRAM = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
THEME = {
    ("valid-autocomplete", r"#__(drawer|search)"): "a box that keeps the state of a menu without JavaScript",
    ("attribute-allowed-values", r"#__nav_\d+_label"): "the heading of the open part of the navigation",
}
"""What the theme does against the standard, by rule and place in the page, with what it is for."""


def found_in(folder: Path, report: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return what is against the HTML standard on the pages of a folder: path and message of each fault."""
    options = ["--preset", "standard", "--formatter", f"json={report}"]
    command = [str(find_node.node()), str(PROGRAM), *options, "**/*.html"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert report.is_file(), done.stdout + done.stderr
    pages = json.loads(report.read_text(encoding="utf-8"))
    return [(page["filePath"], message) for page in pages for message in page["messages"]]


def test_pages_are_valid(site: Site, tmp_path: Path) -> None:
    """Nothing on any page is against the standard, and each exception is still needed."""
    faults, needed = [], set()
    for path, message in found_in(site.folder, tmp_path / "report.json"):
        rule, place = message["ruleId"], message["selector"] or ""
        excused = {excuse for excuse in THEME if excuse[0] == rule and re.fullmatch(excuse[1], place)}
        needed |= excused
        if not excused:
            faults.append(f"{path}:{message['line']}: {message['message']} ({rule}, {place})")
    assert faults == []
    assert needed == set(THEME)


def test_validity_is_looked_at(tmp_path: Path) -> None:
    """A list in a phrase is a fault: the program knows what may stand in what."""
    page = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><span><ul></ul></span></body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    ((_, message),) = found_in(tmp_path, tmp_path / "report.json")
    assert message["ruleId"] == "element-permitted-content"
