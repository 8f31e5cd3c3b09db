"""Whether, when, to whom and how to follow up after a job interview: situation in, dated and cited advice out.

Start reading at `advise.py`. The door for JSON is `wire`; the knowledge, with the source of every number, is in
`knowledge/`.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
