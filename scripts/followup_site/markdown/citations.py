"""Citations in Markdown: `[@claim-id]` or `[@one; @two]` becomes a numbered note on who says so and where.

An ordinary Python-Markdown extension. Each citation is rewritten to the reference of a footnote, so numbers, the list
at the bottom and the links back are those of the extension `footnotes`, which must be listed before this one. Code is
left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

import followup.knowledge
from followup.knowledge.records import Claim, Knowledge, Source
from followup_site.addresses import address_of
from followup_site.markdown.code import without_code
from followup_site.pages.prose import capital, dated, evidence_of, lines_of, plain

_ID = r"@[a-z0-9][a-z0-9-]*"
_CITATION = re.compile(rf"\[\s*({_ID}(?:\s*;\s*{_ID})*)\s*\]")
_FOOTNOTE = re.compile(r"\[\^([^\]\n]+)\](:?)")

_AFTER_FENCES_ARE_STASHED = 24
_BEFORE_INLINE_MARKUP = 30


class UnknownClaimError(ValueError):
    """A citation names a claim that the knowledge does not hold."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in a text that cites claims."""

    claims: tuple[str, ...]
    start: int
    """Offsets into the text, the end exclusive."""
    end: int


def citations(text: str) -> Iterator[Citation]:
    """Yield every citation of a Markdown text in order, leaving out code spans and fences."""
    for match in _CITATION.finditer(without_code(text)):
        ids = tuple(part.strip().removeprefix("@") for part in match[1].split(";"))
        yield Citation(ids, match.start(), match.end())


def unknown_claims(text: str, known: Mapping[str, Claim], page: str) -> list[str]:
    """Return one complaint for each citation of a claim that is not known: page, line, id and what to do."""
    return [
        f"{page}:{text.count('\n', 0, citation.start) + 1}: no claim has the id '{claim}'; "
        "see checker/followup/knowledge/claims/ for the ids"
        for citation in citations(text)
        for claim in citation.claims
        if claim not in known
    ]


def note(claim: Claim, source: Source) -> str:
    """Return the Markdown of a note: speaker, role, our paraphrase, evidence, and a link to the claim in its source."""
    return (
        f"**{plain(capital(claim.speaker))}**, {plain(claim.role)}: {plain(claim.says)} "
        f"({plain(capital(evidence_of(claim)))}.) "
        f"[{plain(source.title)}]({address_of(f'sources/{source.id}.md', claim.id)}), "
        f"{plain(source.name)}, {plain(dated(source).split(';')[0])}, {lines_of(claim)}."
    )


class _CitationsBecomeFootnotes(Preprocessor):
    def __init__(self, md: Markdown, footnotes: FootnoteExtension, known: Knowledge | None) -> None:
        super().__init__(md)
        self.footnotes = footnotes
        self.known = known

    def run(self, lines: list[str]) -> list[str]:
        """Rewrite the citations and hand the notes to the extension `footnotes`."""
        text = "\n".join(lines)
        found = list(citations(text))
        if not found:
            return lines
        known = self.known or followup.knowledge.load()
        if complaints := unknown_claims(text, known.claims, "text"):
            raise UnknownClaimError("\n".join(complaints))
        self._number_in_reading_order(text, known)
        pieces, end = [], 0
        for citation in found:
            pieces += [text[end : citation.start], *(f"[^{claim}]" for claim in citation.claims)]
            end = citation.end
        return "".join([*pieces, text[end:]]).split("\n")

    def _number_in_reading_order(self, text: str, known: Knowledge) -> None:
        """Define the notes in the order of the text; hand-written footnotes get their place here, their words later."""
        footnotes = list(_FOOTNOTE.finditer(without_code(text)))
        defined = {match[1] for match in footnotes if match[2]}
        places = [(match.start(), match[1], "") for match in footnotes if match[1] in defined and not match[2]]
        places += [
            (citation.start, claim, note(known.claims[claim], known.sources[known.claims[claim].source]))
            for citation in citations(text)
            for claim in citation.claims
        ]
        for _, name, words in sorted(places, key=lambda place: place[0]):
            self.footnotes.setFootnote(name, words)


class _NotesGetAHeading(Treeprocessor):
    """Gives the list of notes a heading, and keeps it out of search, which would find pages by the titles they cite."""

    def run(self, root: ET.Element) -> None:
        """Change the list that the extension `footnotes` has made, if there is one."""
        for notes in root.iter("div"):
            if notes.get("class") == "footnote":
                notes.set("data-search-exclude", "")
                heading = ET.Element("h2", {"id": "who-says-so", "data-search-exclude": ""})
                heading.text = "Who says so?"
                rule = notes.find("hr")
                if rule is not None:
                    notes.remove(rule)
                notes.insert(0, heading)


class CitationExtension(Extension):
    """Turns citations into notes; `knowledge` takes the place of what the engine knows."""

    def __init__(self, knowledge: Knowledge | None = None, **options: object) -> None:
        super().__init__(**options)
        self.knowledge = knowledge

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Register the two processors; raises ValueError where `footnotes` is missing or listed later."""
        footnotes = next((one for one in md.registeredExtensions if isinstance(one, FootnoteExtension)), None)
        if footnotes is None:
            raise ValueError("list the extension 'footnotes' before 'followup_site.markdown.citations'")
        rewrite = _CitationsBecomeFootnotes(md, footnotes, self.knowledge)
        md.preprocessors.register(rewrite, "citations", _AFTER_FENCES_ARE_STASHED)
        md.treeprocessors.register(_NotesGetAHeading(md), "citation-notes", _BEFORE_INLINE_MARKUP)


def makeExtension(knowledge: Knowledge | None = None, **options: object) -> CitationExtension:  # noqa: N802 - the name that Python-Markdown calls
    """Return the extension, as Python-Markdown asks for it."""
    return CitationExtension(knowledge, **options)
