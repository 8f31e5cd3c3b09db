"""Print what can be counted: the marks before and after a change, which claims pages use, and how easily they read.

    python scripts/report.py [--root FOLDER] [--since COMMIT]

The marks are compared with those of a commit, the last one if none is given. It only tells; the tests decide what is
wrong. Exits 1 where the evidence is at fault, after every fault.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import followup.knowledge
from followup.knowledge import KnowledgeError
from followup_site.evidence import changes
from followup_site.faults import told
from followup_site.pages.coverage import coverage, read_background, report
from followup_site.pages.folders import cited_on, written_pages
from followup_site.pages.reading_ease import reading_ease


def main() -> int:
    """Print one section after the other. Returns 0, or 1 where the evidence is at fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    parser.add_argument("--since", default="HEAD", help="the commit whose marks are those before")
    options = parser.parse_args()
    root: Path = options.root
    try:
        after = changes.known_in(root / changes.KNOWLEDGE)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(changes.report(changes.known_at(root, options.since), after, options.since)))
    for section in (claims_used, reading_ease):
        print("\n".join(section(root / "docs")))
    return 0


def claims_used(docs: Path) -> Iterator[str]:
    """Yield the lines about the claims that hand-written pages cite."""
    cited = cited_on(written_pages(docs))
    return report(coverage(followup.knowledge.load().claims, cited, read_background()))


if __name__ == "__main__":
    sys.exit(told(main))
