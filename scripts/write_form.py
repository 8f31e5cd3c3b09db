"""Write the checker's form as HTML into build/, where the checker page takes it from."""

import sys
from pathlib import Path

from followup.page.form import form_html
from followup.words import load
from followup_site.host import HOST

FORM = Path(__file__).parent.parent / "build" / "checker-form.html"


def main() -> int:
    """Write build/checker-form.html if it would change. Returns 0."""
    html = form_html(load(), HOST) + "\n"
    if not FORM.is_file() or FORM.read_text(encoding="utf-8") != html:
        FORM.parent.mkdir(exist_ok=True)
        FORM.write_text(html, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
