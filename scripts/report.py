"""Print what can be counted about the site: which claims its pages use, and how easily they read.

    python scripts/report.py [--root FOLDER]

It only tells; the tests decide what is wrong.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import followup.knowledge
from followup_site.faults import told
from followup_site.pages.coverage import coverage, read_background, report
from followup_site.pages.folders import cited_on, written_pages
from followup_site.pages.reading_ease import reading_ease


def main() -> int:
    """Print one section after the other. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    root: Path = parser.parse_args().root
    for section in (claims_used, reading_ease):
        print("\n".join(section(root / "docs")))
    return 0


def claims_used(docs: Path) -> Iterator[str]:
    """Yield the lines about the claims that hand-written pages cite."""
    cited = cited_on(written_pages(docs))
    return report(coverage(followup.knowledge.load().claims, cited, read_background()))


if __name__ == "__main__":
    sys.exit(told(main))
