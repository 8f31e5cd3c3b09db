"""Write the checker's form as HTML into build/, where the checker page takes it from, once in each language."""

import sys
from pathlib import Path

from followup.page.form import form_html
from followup.words import ENGLISH, load
from followup.words.catalogues import languages
from followup_site.faults import told
from followup_site.host import HOST
from followup_site.pages.folders import write_changed

BUILD = Path(__file__).parent.parent / "build"


def main() -> int:
    """Write build/checker-form.html, and build/checker-form.<language>.html, where they would change. Returns 0."""
    for language in languages():
        name = "checker-form.html" if language == ENGLISH else f"checker-form.{language}.html"
        write_changed(BUILD / name, form_html(load(language), HOST) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
