"""A small evidence of three texts beside the small knowledge, written to a folder so that a test can spoil it."""

from pathlib import Path

VOCABULARY = """
[read]
month = "2026-11"

[kinds.coach]
title = "Coaches"
meaning = "People who advise."

[kinds.survey]
title = "Surveys"
meaning = "Many were asked."
figures = "It counts."

[regions.us]
title = "United States"
meaning = "There."

[scopes.employer]
title = "Employers"
meaning = "After an interview."

[scopes.agency]
title = "Agencies"
meaning = "With an agency."

[units.days]
meaning = "Calendar days."

[units.working-days]
meaning = "Without weekends."

[units.lines]
meaning = "Lines."

[bases.expert-opinion]
meaning = "An expert thinks so."

[bases.survey]
meaning = "People were asked."

[bases.law]
meaning = "A law."

[texts.whole]
meaning = "All of it."

[forces.law]
title = "Law"
meaning = "It binds."
"""

PARAMETERS = """
[topics]
asking = "When to ask"

[parameters.first-day]
name = "first day"
topic = "asking"
asks = "From when?"
meaning = "The first day."
disputes = ["C01"]

[parameters.employer-must-answer]
name = "duty"
topic = "asking"
asks = "Must they?"
meaning = "The law."
"""

COUNTS = """
[first-check]
parameter = "first-day"
scope = "employer"
direction = "from"
unit = "days"
articles = ["first-check"]
event = "after the day"
does = "would ask"
"""

COACHES = """
[ann]
title = "Ask"
publisher = "Ann"
country = "USA"
region = "us"
year = 2020
url = "https://ann.example/ask"
text = "whole"
family = "sisters"

[bea]
title = "Wait"
publisher = "Bea"
country = "USA"
region = "us"
date = "May 2021"
year = 2021
url = "https://bea.example/wait"
also_at = ["https://copy.example/wait"]
text = "whole"
weak = true
family = "sisters"
note = "Short."
"""

SURVEYS = """
[poll]
title = "Poll"
publisher = "A firm"
country = "USA"
region = "us"
url = "https://poll.example/"
text = "whole"
"""

HEAD = "id,source,parameter,scope,value,min,max,unit,condition,says,locator,basis"

COACHES_SAY = f"""{HEAD}
p001,ann,first-day,employer,3 days,3,3,days,,"Ask, after three days.",line 1,expert-opinion
p002,bea,first-day,employer,a week,5,,working-days,at firms,Ask after a week.,line 2,expert-opinion
p003,ann,employer-must-answer,employer,in a month,,30,days,,They must.,line 3,law
"""

SURVEYS_SAY = f"""{HEAD}
p010,poll,first-day,employer,half wait 4.5 days,4.5,4.5,days,,Half of them wait.,line 1,survey
"""

DUTIES = """
[p003]
place = "Utopia"
force = "law"
since = "2001"
known = "as told"
check_again_by = 2027-01-31
"""

FAMILIES = """
[sisters]
title = "The sisters"
meaning = "They share a text."
"""

ARTICLES = """claim,parameter,scope,value
paper-not-at-once,first-day,employer,not at once
"""


CHOSEN = 'keen = 1\nusual = 5\ncautious = 7\nours = "Too few name it."\n'
"""What the policy says of its number beside this evidence, which has too few voices to be counted."""


def write_small_evidence(folder: Path) -> Path:
    """Write an evidence without a fault into a folder inside that of the small knowledge; return that folder.

    The policy of the small knowledge gets marks of its own.
    """
    policy = (folder / "policy.toml").read_text(encoding="utf-8")
    policy = policy.replace('direction = "from"\n', "", 1).replace("usual = 5\n", CHOSEN, 1)
    (folder / "policy.toml").write_text(policy, encoding="utf-8")
    inside = folder / "evidence"
    for name, text in {
        "vocabulary.toml": VOCABULARY,
        "parameters.toml": PARAMETERS,
        "counts.toml": COUNTS,
        "families.toml": FAMILIES,
        "duties.toml": DUTIES,
        "articles.csv": ARTICLES,
        "sources/coach.toml": COACHES,
        "sources/survey.toml": SURVEYS,
        "positions/coach.csv": COACHES_SAY,
        "positions/survey.csv": SURVEYS_SAY,
    }.items():
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_text(text, encoding="utf-8")
    return inside
