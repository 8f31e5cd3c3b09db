"""Write the pages that are made from the knowledge: sources, disagreements, numbers, steps and tables of answers.

    python scripts/write_pages.py [--root FOLDER]

Reads the knowledge of the installed engine, the cases of its tests and the hand-written pages of `docs/`. Writes the
folders of `docs/` that are generated, and `build/citations.json` (claim to the pages that cite it), and only what has
changed.
Exits 1 where a page cites a claim that does not exist, or the knowledge itself is at fault.
"""

import argparse
import json
import sys
from pathlib import Path

import followup.knowledge
from followup.words import load as load_words
from followup_site.pages.everything import generated_pages
from followup_site.pages.folders import complaints, remove_stale, write_changed, written_pages
from followup_site.pages.usage import usage_of


def main() -> int:
    """Write the pages; return 0, or 1 after printing what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    root: Path = parser.parse_args().root
    docs = root / "docs"
    try:
        known = followup.knowledge.load()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    written = list(written_pages(docs))
    faults = complaints(written, known.claims, docs.name)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    usage = usage_of(written)
    pages = dict(generated_pages(known, load_words(), usage))
    changed = [path for path, text in pages.items() if write_changed(docs / path, text)]
    removed = remove_stale(docs, pages)
    cited = {claim: [path for _, path in usage.cited[claim]] for claim in sorted(usage.cited)}
    write_changed(root / "build" / "citations.json", json.dumps(cited, indent=1) + "\n")
    print(f"{len(pages)} pages from the knowledge: {len(changed)} written, {len(removed)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
