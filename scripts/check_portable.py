"""Build the site with other generators than MkDocs, follow every link, and say what differs from the published site.

    python scripts/check_portable.py [NAME ...]

Each generator gets an environment of its own in build/portable/, so the first run needs the internet. The site must
have been built before; `make portable` does that. A page, a link or the checker's runtime that is missing is a fault; a
page that reads otherwise is told.
Exits 1 where there is a fault, or where a generator does not build the site.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from followup_site.links import broken_links
from portable.differences import differences, faults
from portable.generators import GENERATORS, CannotBuildError, Generator

SITE = Path(__file__).resolve().parent.parent / "site"


def main() -> int:
    """Build and compare; return 0, or 1 after printing what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{' or '.join(GENERATORS)}; all where none is named")
    names: list[str] = parser.parse_args().names
    if unknown := [name for name in names if name not in GENERATORS]:
        parser.error(f"there is no {unknown[0]}: name {' or '.join(GENERATORS)}")
    found = [fault for name in names or GENERATORS for fault in _compared(GENERATORS[name])]
    return 1 if found else 0


def _compared(generator: Generator) -> Iterator[str]:
    """Yield the faults of the generator's site, each printed."""
    print(f"{generator.name}: building ...", flush=True)
    try:
        built = generator.build()
    except CannotBuildError as error:
        print(error, file=sys.stderr)
        yield str(error)
        return
    wrong = [*faults(SITE, built), *filter(None, [broken_links(built, _root_of(built))])]
    for fault in wrong:
        print(f"{generator.name}: {fault}", file=sys.stderr)
        yield fault
    reading = [*differences(SITE, built)]
    for difference in reading:
        print(f"{generator.name}: {difference}")
    pages = len([*built.rglob("*.html")])
    print(f"{generator.name}: {pages} pages, {len(wrong)} faults, {len(reading)} pages that read otherwise", flush=True)


def _root_of(site: Path) -> Path:
    """A folder in which the site lies below the path of its address, as on the server."""
    below = urlsplit(os.environ.get("SITE_URL", "")).path.strip("/")
    if not below:
        return site
    place = site.parent / "www" / below
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.symlink_to(site, target_is_directory=True)
    return site.parent / "www"


if __name__ == "__main__":
    sys.exit(main())
