"""Words for what the evidence holds: the small phrases that its pages share."""

from collections.abc import Iterable
from statistics import median

from followup.knowledge.evidence.records import Evidence, Position, Source
from followup.knowledge.evidence.voices import ARTICLE, Voice
from followup_site.pages.prose import counted, listed, plain, quantity

ARTICLES = "The five articles"
"""How the kind of source is called that the rest of the site rests on."""
MARKS = {"keen": "a quarter", "usual": "three quarters", "cautious": "nineteen in twenty"}
"""The marks, each with the share of the voices that it stands for."""

QUIET = "data-search-exclude"
"""Keeps a long list out of search, which would find pages by the words of others."""

_UNITS = {"checks": "messages"}


def amount(value: float, unit: str) -> str:
    """Return a number with its unit: `1 day`, `9.8 days`, `2 messages`."""
    words = _UNITS.get(unit, unit)
    return quantity(int(value), words) if float(value).is_integer() else f"{value:g} {words.replace('-', ' ')}"


def kind_of(voice: Voice, evidence: Evidence) -> str:
    """Return what kind of source a voice comes from, as a heading."""
    return ARTICLES if voice.kind == ARTICLE else evidence.vocabulary["kinds"][voice.kind].title


def when(source: Source) -> str:
    """Return when a source was written, in words."""
    return source.date or "date not stated"


def where_and_when(source: Source) -> str:
    """Return country and year of a source for a line in small print: `Canada, 2006`, `USA, date not stated`."""
    return f"{source.country}, {source.year or 'date not stated'}"


def caveat(source: Source) -> str:
    """Return how far a source can be trusted to say all it says: `Stored copy, cut off`, for example."""
    copy = "the whole page" if source.text == "whole" else "cut off"
    return f"Stored copy, {copy}." + (" Weak: no named author." if source.weak else "")


def source_page(source: Source) -> str:
    """Return the address of a source in the folder of the evidence."""
    return f"sources/{source.kind}.md#{source.id}"


def position_page(position: Position) -> str:
    """Return the address of a position in the folder of the evidence."""
    return f"{position.parameter}.md#{position.id}"


def limits(voices: Iterable[Voice], evidence: Evidence) -> list[str]:
    """Return a sentence each on how few these voices are, how American, how old, and how much of them was read."""
    voices = list(voices)
    sources = [evidence.sources[voice.source] for voice in voices if voice.source in evidence.sources]
    articles = len(voices) - len(sources)
    american = sum(voice.region == "us" for voice in voices)
    years = sorted(source.year for source in sources if source.year)
    undated = len(sources) - len(years)
    parts = [
        f"{counted(articles, 'voice')} of the five articles" if articles else "",
        counted(len(sources), "other text"),
    ]
    lines = [f"**Few:** {counted(len(voices), 'voice')}, {listed(part for part in parts if part)}."]
    lines.append(f"**American:** {american} of {len(voices)} are from the United States.")
    if years:
        lines.append(
            f"**Old:** the dated texts are from {years[0]} to {years[-1]}, half of them from {int(median(years))} or "
            f"before; {undated} of {len(sources)} show no date."
        )
    elif sources:
        lines.append("**Old:** none of the texts shows its date.")
    cut = sum(source.text != "whole" for source in sources)
    weak = sum(source.weak for source in sources)
    if sources:
        lines.append(
            f"**Read in part:** {cut} of {len(sources)} texts were cut off after about 2,000 characters, so some may "
            f"say more{f'; {weak} have no named author' if weak else ''}."
        )
    return lines


def text_link(source: Source) -> str:
    """Return a link to the text itself."""
    return f"[{plain(source.title)}]({source.url})"
