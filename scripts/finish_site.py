"""Finish a built site for publishing: its content security policy, its overview, and nothing that nobody needs.

    python scripts/finish_site.py [FOLDER]

FOLDER is what `mkdocs build` wrote, `site` by default. Every page gets the same policy, first in the head after the
charset, and a version behind the address of each style and script of ours. `llms.txt` lists pages and data for programs
that read. What no page loads is removed, and `.nojekyll` is added.
Exits 1, naming file and line, where a page holds something that the policy would block. Can be run again.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

from followup_site.asset_versions import versions, with_versions
from followup_site.content_policy import policy, read_page, with_policy
from followup_site.page_sources import place_of
from followup_site.pages.folders import write_changed
from followup_site.pages.overview import Entry, data_entries, entry_of, overview

DATASET = "assets/evidence/datapackage.json"

ROOT = Path(__file__).resolve().parent.parent
_FOR_NO_READER = (
    "assets/answer.png",  # for the README
    "assets/bench-start.json",  # for the page about speed, which is made of it
    "assets/images",  # the theme's own icon
    "partials",  # in the pages already
)


def main() -> int:
    """Finish the site; return 0, or 1 after printing what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("site"))
    site: Path = parser.parse_args().folder
    files = sorted(site.rglob("*.html"))
    faults = [f"{site}: no page in it; build the site first"] if not files else _finish_pages(site, files)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    removed = _remove_unneeded(site)
    write_changed(site / ".nojekyll", "")
    entries = [entry for file in files if (entry := entry_of(file.read_text(encoding="utf-8")))]
    write_changed(site / "llms.txt", overview(entries, _data(site, entries)))
    print(f"{len(files)} pages with their policy, {removed} files removed")
    return 0


def _finish_pages(site: Path, files: list[Path]) -> list[str]:
    """Write versions and policy into the pages; return what is wrong, and then nothing has been written."""
    known = versions(site)
    pages = {file: with_versions(file.read_text(encoding="utf-8"), known) for file in files}
    held = {file: read_page(html) for file, html in pages.items()}
    faults = [
        f"{place_of(fault.what, file.relative_to(site), ROOT) or f'{file}:{fault.line}'}: "
        f"{fault.what!r} is against the policy ({fault.directive}): {fault.advice}"
        for file, page in held.items()
        for fault in page.faults
    ]
    faults += [
        f"{file}: the head does not start with the charset" for file, page in held.items() if page.charset_end is None
    ]
    if faults:
        return faults
    text = policy({one for page in held.values() for one in page.script_hashes})
    finished = {file: with_policy(html, text, held[file]) for file, html in pages.items()}
    faults = [
        f"{file}: the policy did not get where it belongs"
        for file, html in finished.items()
        if read_page(html.partition("</head>")[0]).policies != (text,)
    ]
    if not faults:
        for file, html in finished.items():
            write_changed(file, html)
    return faults


def _data(site: Path, entries: list[Entry]) -> list[Entry]:
    """Return the files of the dataset, at the address of the home page; none where the site has no dataset."""
    package = site / DATASET
    if not package.is_file():
        return []
    home = min((entry.address for entry in entries), key=len)
    return data_entries(json.loads(package.read_text(encoding="utf-8")), f"{home}{DATASET}")


def _remove_unneeded(site: Path) -> int:
    """Remove what no reader loads; return how many files that were."""
    unneeded = [*site.rglob("*.map"), *(site / name for name in _FOR_NO_READER)]
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    if index["config"]["lang"] == ["en"]:
        # English is built into the search; the dictionaries are for other languages.
        unneeded.append(site / "assets" / "javascripts" / "lunr")
    before = _count_files(site)
    for path in unneeded:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return before - _count_files(site)


def _count_files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


if __name__ == "__main__":
    sys.exit(main())
