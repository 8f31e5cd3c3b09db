"""Whether, when, to whom and how to follow up after a job interview: situation in, dated and cited advice out.

    from followup import advise, Situation, Advice

Start reading at `advise.py`. The door for JSON is `wire`; the knowledge, with the source of every number, is in
`knowledge/`.
"""

from followup.advice import Advice
from followup.advise import advise
from followup.model import Situation

__all__ = ["Advice", "Situation", "__version__", "advise"]

__version__ = "0.1.0"
