"""Adding a source means adding records only."""

import shutil
from pathlib import Path

from followup import knowledge
from followup.knowledge import load, read
from followup.knowledge.spread import accepting

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

[[claim]]
id = "sixth-letter-in-twelve-hours"
lines = "4"
speaker = "the author"
role = "not named"
says = "Post a note by hand within twelve hours."
kind = "timing"
evidence = "author-opinion"
positions = [{ parameter = "handwritten-by", stance = "by", value = 12, unit = "hours" }]
"""


def test_a_sixth_source_is_records_alone(tmp_path: Path) -> None:
    """Three claims in two files: a voice more where sources are counted, a wider mark where the articles decide alone.

    Who only objects to anything sooner is no voice, and stands with the number all the same. Nothing else changes.
    """
    folder = tmp_path / "knowledge"
    shutil.copytree(OWN, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / "sources.toml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    (folder / "claims/sixth.toml").write_text(CLAIMS, encoding="utf-8")
    before, after = load(), read(folder)

    key = "first-check-without-date"
    voices, voices_before = after.spreads[key], before.spreads[key]
    assert voices.of == voices_before.of + 1
    more = [accepting(voices, day) - accepting(voices_before, day) for day in (7, 9, 10, 28)]
    assert more == [0, 0, 1, 1]
    assert {key for key, spread in after.spreads.items() if spread != before.spreads[key]} == {key}

    alone, alone_before = after.numbers["handwritten-by"], before.numbers["handwritten-by"]
    assert (alone.cautious.value, alone.cautious.claims) == (12, ("sixth-letter-in-twelve-hours",))
    assert (alone.keen, alone.usual) == (alone_before.keen, alone_before.usual)

    promised, promised_before = (known.numbers["first-check-after-promise"] for known in (after, before))
    assert promised.marks() == promised_before.marks()
    assert "sixth-ten-days" in promised.claims

    changed = {key for key, number in after.numbers.items() if number != before.numbers[key]}
    assert changed == {"first-check-after-promise", "first-check-without-date", "handwritten-by"}
    assert after.disputes == before.disputes
    assert after.version.startswith("2026-12-24.")
