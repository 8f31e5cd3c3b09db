"""Write the last measurement of the start as a table into build/, where the page about speed takes it from."""

import json
import sys
from pathlib import Path

from followup_site.faults import told
from followup_site.pages.folders import write_changed
from start_bench.results import markdown

ROOT = Path(__file__).parent.parent
MEASURED = ROOT / "docs" / "assets" / "bench-start.json"
TABLE = ROOT / "build" / "bench-start.md"


def main() -> int:
    """Write build/bench-start.md if it would change. Returns 0."""
    write_changed(TABLE, markdown(json.loads(MEASURED.read_text(encoding="utf-8"))))
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
