"""Adding a source means adding records only."""

import shutil
from pathlib import Path

from followup import knowledge
from followup.knowledge import load, read

OWN = Path(knowledge.__file__).parent

SOURCE = """
[sixth]
name = "N"
title = "Ask sooner"
author = "not named"
publisher = "A board"
published = "2025"
url = "https://board.example/sooner"
kind = "blog of a job board"
country = "GB"
family = "sixth"
worth = "One view."
checked_on = 2026-12-24
"""

CLAIMS = """
[[claim]]
id = "sixth-ten-days"
lines = "2"
speaker = "the author"
role = "not named"
says = "Leave them ten days after the date."
kind = "timing"
evidence = "author-opinion"
positions = [{ parameter = "first-check-after-promise", stance = "not-before", value = 10, unit = "days" }]

[[claim]]
id = "sixth-ten-days-without-a-date"
lines = "3"
speaker = "the author"
role = "not named"
says = "With no date, ask after ten days."
kind = "timing"
evidence = "author-opinion"
positions = [{ parameter = "first-check-without-date", stance = "from", value = 10, unit = "days" }]
"""


def test_a_sixth_source_moves_the_marks(tmp_path: Path) -> None:
    """Two records in two files move two marks; everything else stays as it was."""
    folder = tmp_path / "knowledge"
    shutil.copytree(OWN, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / "sources.toml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    (folder / "claims/sixth.toml").write_text(CLAIMS, encoding="utf-8")
    before, after = load(), read(folder)

    promised, open_ended = after.numbers["first-check-after-promise"], after.numbers["first-check-without-date"]
    assert (promised.cautious.value, promised.cautious.claims) == (10, ("sixth-ten-days",))
    assert promised.keen == before.numbers["first-check-after-promise"].keen
    assert promised.usual == before.numbers["first-check-after-promise"].usual
    assert (open_ended.keen.value, open_ended.keen.claims) == (10, ("sixth-ten-days-without-a-date",))
    assert open_ended.cautious == before.numbers["first-check-without-date"].cautious

    changed = {key for key, number in after.numbers.items() if number != before.numbers[key]}
    assert changed == {"first-check-after-promise", "first-check-without-date"}
    assert after.disputes == before.disputes
    assert after.version.startswith("2026-12-24.")
