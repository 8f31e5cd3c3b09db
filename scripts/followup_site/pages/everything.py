"""All pages that are made from the knowledge and the engine."""

from collections.abc import Iterator

from followup.knowledge.records import Knowledge
from followup.words import Words
from followup_site.answers.cases import situations
from followup_site.answers.pages import answer_pages
from followup_site.answers.runs import run
from followup_site.evidence.beside import beside_disputes
from followup_site.evidence.known import load as load_evidence
from followup_site.evidence.pages import evidence_pages
from followup_site.pages.disputes import dispute_pages
from followup_site.pages.marks import spread_pages
from followup_site.pages.numbers import number_pages
from followup_site.pages.our_choices import our_choices
from followup_site.pages.said import said
from followup_site.pages.sources import source_pages
from followup_site.pages.steps import step_pages, steps_of_disputes
from followup_site.pages.usage import Usage
from followup_site.pages.who_says_what import who_says_what


def generated_pages(known: Knowledge, words: Words, usage: Usage) -> Iterator[tuple[str, str]]:
    """Yield path in the docs folder and Markdown of every generated page; `usage` is what hand-written pages use."""
    runs = run(situations(), known)
    known = said(known, words)
    found = load_evidence()
    spreads = spread_pages(found.evidence.questions)
    yield from source_pages(known, usage)
    yield from who_says_what(known)
    yield from dispute_pages(known, usage, steps_of_disputes(runs, words), beside_disputes(found))
    yield from number_pages(known, usage, spreads)
    yield from our_choices(known, runs, words, spreads)
    yield from step_pages(known, runs, words, usage)
    yield from answer_pages(known, words, usage)
    yield from evidence_pages(found)
