"""A small knowledge of two sources, written to a folder of its own so that a test can spoil it."""

from pathlib import Path

from followup.knowledge import read
from followup.knowledge.kinds import Kind
from followup.knowledge.records import Knowledge

LOOKUPS: dict[str, Kind] = {"first-check": "wait", "office-opens": "time of day"}
"""As what an engine with these two numbers would look them up."""

SOURCES = """
[paper]
name = "N"
title = "On waiting"
author = "not named"
publisher = "A paper"
published = "2020"
url = "https://paper.example/waiting"
kind = "news article"
country = "US"
family = "paper"
worth = "One view."
checked_on = 2026-01-02

[firm]
name = "N"
title = "On asking"
author = "A. Writer"
publisher = "A firm"
published = "not stated"
url = "https://firm.example/asking"
kind = "blog of a firm"
country = "GB"
family = "firm"
worth = "A firm speaks."
checked_on = 2026-03-04
note = "Short."
"""

PAPER = """
[[claim]]
id = "paper-next-day"
lines = "3"
speaker = "the author"
role = "not named"
says = "Ask on the next day."
kind = "timing"
evidence = "author-opinion"
positions = [
  { parameter = "first-check", stance = "from", value = 1, unit = "working-days", condition = "from the date" },
]

[[claim]]
id = "paper-not-at-once"
lines = "4-5,9"
speaker = "A. Coach"
role = "coach"
says = "Give them two days."
kind = "timing"
evidence = "expert-opinion"
checker_rule = "IF asked THEN wait"
positions = [{ parameter = "first-check", stance = "not-before", value = 2, unit = "days" }]

[[claim]]
id = "paper-patience"
lines = "8"
speaker = "the author"
role = "not named"
says = "Be patient."
kind = "etiquette"
evidence = "author-opinion"
"""

FIRM = """
[[claim]]
id = "firm-a-week"
lines = "7"
speaker = "the author"
role = "A. Writer"
says = "Ask after a week."
kind = "timing"
evidence = "survey"
sample = "12 people"
message_rule = "No reproach."
note = "A note."
positions = [
  { parameter = "first-check", stance = "from", value = 7, unit = "days" },
  { parameter = "people-asked", stance = "figure", value = 12, unit = "people" },
]
"""

FIGURES = """
[people-asked]
meaning = "People whom a firm asked."
unit = "people"
"""

POLICY = """
[first-check]
meaning = "Days to wait."
rule = "R2"
direction = "from"
follows_pace = true
usual = 5
unit = "days"
claims = ["paper-patience"]
dispute = "C01"

[office-opens]
meaning = "From when to call."
rule = "G01"
usual = 540
unit = "time-of-day"
ours = "Nobody says."
"""

RULES = """
[R2]
heading = "The first question"
about = "How long to wait."
"""

GAPS = """
[G01]
situation = "A call."
decision = "In office hours."

[G02]
situation = "A letter."
decision = "No letter."
left_out = true
said_as = "Letters"
"""

DISPUTES = """
[C01]
slug = "when-to-ask"
question = "When may you ask?"
sides = [
  { answer = "A", text = "On the next day.", claims = ["paper-next-day"] },
  { answer = "A", text = "Later.", claims = ["firm-a-week", "paper-not-at-once"] },
]
ours = "Wait five days."
numbers = ["first-check"]

[C02]
slug = "whether-to-ask"
question = "May you ask?"
sides = [
  { answer = "A", text = "Yes.", claims = ["paper-next-day"] },
  { answer = "A", text = "Not yet.", claims = ["paper-not-at-once"] },
]
ours = "You may."
note = "They do not speak of each other."
"""

GROUNDS = """
[nobody-objects]
claims = ["firm-a-week"]

[hours-are-ours]
ours = "Nobody says."
"""


def write_small(folder: Path) -> None:
    """Write the small knowledge, which has no fault, into a folder."""
    (folder / "claims").mkdir()
    for name, text in {
        "sources.toml": SOURCES,
        "claims/paper.toml": PAPER,
        "claims/firm.toml": FIRM,
        "figures.toml": FIGURES,
        "policy.toml": POLICY,
        "rules.toml": RULES,
        "disputes.toml": DISPUTES,
        "grounds.toml": GROUNDS,
        "gaps.toml": GAPS,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


def read_small(*folders: Path) -> Knowledge:
    """The knowledge in the folders, as an engine reads it that looks up the two numbers."""
    return read(*folders, lookups=LOOKUPS)
