"""Draw the site's pictures from the knowledge, and write the words that go with each.

    python scripts/draw_pictures.py [--root FOLDER]

Writes `docs/assets/pictures/<name>-light.svg` and `-dark.svg`, and `build/pictures/<name>.md`, which a page includes:
picture and words together. Beside them `card.png`, which other sites show with a link, from the settings of the site.
Only what has changed is written, and what is no longer drawn is removed.
"""

import argparse
import re
import sys
from pathlib import Path

import followup.knowledge
from followup.files import read_text
from followup.knowledge.records import Knowledge
from followup_site.faults import told
from followup_site.pages.folders import write_changed
from followup_site.pictures.bars import days_to_hire_picture, evidence_picture
from followup_site.pictures.drawing import SCHEMES, Picture, snippet, svg
from followup_site.pictures.preview_card import card
from followup_site.pictures.road import road_picture
from followup_site.pictures.stretch import stretch_picture


def pictures(known: Knowledge) -> tuple[Picture, ...]:
    """Return all pictures of the site."""
    return stretch_picture(known), days_to_hire_picture(known), road_picture(), evidence_picture(known)


def _setting(site: str, name: str) -> str:
    """Return a setting of mkdocs.yml that stands on a line of its own; raises ValueError where there is none."""
    found = re.search(rf"^{name}: (.+)$", site, re.MULTILINE)
    if found is None:
        raise ValueError(f"mkdocs.yml has no {name}")
    return found[1]


def main() -> int:
    """Draw the pictures; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent, help="the project's folder")
    root: Path = parser.parse_args().root
    made = pictures(followup.knowledge.load())
    drawn = root / "docs" / "assets" / "pictures"
    written = root / "build" / "pictures"
    site = read_text(root / "mkdocs.yml")
    drawing = card(_setting(site, "site_name"), _setting(site, "site_description"))
    files: dict[Path, str | bytes] = {drawn / "card.png": drawing}
    files |= {drawn / f"{one.name}-{scheme}.svg": svg(one, scheme) for one in made for scheme in SCHEMES}
    files |= {written / f"{one.name}.md": snippet(one) for one in made}
    changed = [file for file, text in files.items() if write_changed(file, text)]
    for file in (*drawn.glob("*"), *written.glob("*")):
        if file not in files:
            file.unlink()
    print(f"{len(made)} pictures from the knowledge: {len(changed)} files written")
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
