"""Write the wider evidence as a dataset for others: tables as CSV, all of it as JSON, and what each column holds.

    python scripts/write_dataset.py [--root FOLDER]

Writes `docs/assets/evidence/`: a CSV file a table, `evidence.json`, `datapackage.json`, and the project's CITATION.cff.
The addresses in it are those of SITE_URL. Only what has changed is written, and what is no longer made is removed.
Says on standard error which law or code somebody should look at again; that stops nothing.
Exits 1 where the evidence is at fault.
"""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from followup_site.evidence.dataset import as_json, data_package, tables
from followup_site.evidence.known import load
from followup_site.evidence.laws import overdue
from followup_site.pages.folders import write_changed

LOCAL = "http://127.0.0.1:8000/"


def main() -> int:
    """Write the dataset; return 0, or 1 after printing what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    root: Path = parser.parse_args().root
    try:
        known = load()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    site = f"{os.environ.get('SITE_URL', LOCAL).rstrip('/')}/"
    made = tables(known, site)
    files = {f"{table.name}.csv": table.text() for table in made}
    files["evidence.json"] = as_json(known, made)
    files["datapackage.json"] = data_package(known, made, site)
    files["CITATION.cff"] = (root / "CITATION.cff").read_text(encoding="utf-8")
    folder = root / "docs" / "assets" / "evidence"
    changed = [name for name, text in files.items() if write_changed(folder / name, text)]
    for file in folder.glob("*"):
        if file.name not in files:
            file.unlink()
    for line in overdue(known.evidence, datetime.now(UTC).date()):
        print(f"warning: {line}", file=sys.stderr)
    print(f"{len(files)} files of the dataset: {len(changed)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
