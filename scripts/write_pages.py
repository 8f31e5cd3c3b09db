"""Write the pages that are made from the knowledge: sources, disagreements, numbers, steps and tables of answers.

    python scripts/write_pages.py [--root FOLDER]

Reads the knowledge of the installed engine, the cases of its tests, and the note of what hand-written pages use
(note_usage.py). Writes the folders of `docs/` that are generated, and only what has changed.
"""

import argparse
import sys
from pathlib import Path

import followup.knowledge
from followup.words import load as load_words
from followup_site.faults import told
from followup_site.pages.everything import generated_pages
from followup_site.pages.folders import remove_stale, write_changed
from followup_site.pages.usage import read_usage


def main() -> int:
    """Write the pages; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    root: Path = parser.parse_args().root
    docs = root / "docs"
    usage = read_usage((root / "build" / "usage.json").read_text(encoding="utf-8"))
    pages = dict(generated_pages(followup.knowledge.load(), load_words(), usage))
    changed = [path for path, text in pages.items() if write_changed(docs / path, text)]
    removed = remove_stale(docs, pages)
    print(f"{len(pages)} pages from the knowledge: {len(changed)} written, {len(removed)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
