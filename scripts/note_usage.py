"""Note in build/usage.json what hand-written pages cite and link to: the pages made from the knowledge speak of it.

    python scripts/note_usage.py [--root FOLDER]

Writes the file only where that has changed, so that a change of prose makes nothing else again.
Exits 1 where a page cites a claim or states a number that does not exist, or the knowledge itself is at fault.
"""

import argparse
import sys
from pathlib import Path

import followup.knowledge
from followup.files import read_text
from followup_site.faults import told
from followup_site.pages.folders import complaints, write_changed, written_pages
from followup_site.pages.usage import as_json, usage_of


def main() -> int:
    """Note the usage; return 0, or 1 after printing what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    root: Path = parser.parse_args().root
    docs = root / "docs"
    # Of these MkDocs would not say which file it is that it cannot read.
    for file in (root / "mkdocs.yml", *sorted((root / "overrides").rglob("*.html"))):
        if file.is_file():
            read_text(file)
    known = followup.knowledge.load()
    pages = list(written_pages(docs))
    faults = complaints(pages, known, docs.name)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    write_changed(root / "build" / "usage.json", as_json(usage_of(pages)))
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
