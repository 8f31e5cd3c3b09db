"""Which hand-written pages use what is known: the claims that they cite, and the generated pages that they link to."""

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from followup_site.pages.folders import cited_on, linked_on
from followup_site.pages.prose import listed, plain

type Page = tuple[str, str]
"""Title and path of a hand-written page."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What hand-written pages cite and link to."""

    cited: Mapping[str, Sequence[Page]] = field(default_factory=dict)
    """Claim to the pages that cite it."""
    linked: Mapping[str, Sequence[Page]] = field(default_factory=dict)
    """Path of a generated page, with or without an anchor, to the pages that link to it."""

    def linking(self, target: str) -> list[Page]:
        """Return the pages that link to a page, or to a part of one."""
        return list(self.linked.get(target, ()))

    def citing(self, claims: Iterable[str]) -> list[Page]:
        """Return the pages that cite any of the claims, those that cite most of them first."""
        return [
            page for page, _ in Counter(page for claim in claims for page in self.cited.get(claim, ())).most_common()
        ]


def usage_of(written: Sequence[tuple[str, str]]) -> Usage:
    """Return what the hand-written pages, each a path and a text, cite and link to."""
    return Usage(cited_on(written), linked_on(written))


def as_json(usage: Usage) -> str:
    """Return the usage as the JSON text of `build/usage.json`."""
    return json.dumps({"cited": usage.cited, "linked": usage.linked}, indent=1, sort_keys=True) + "\n"


def read_usage(text: str) -> Usage:
    """Return the usage that a text of `as_json` holds."""
    kinds = json.loads(text).items()
    return Usage(**{kind: {key: [*map(tuple, pages)] for key, pages in found.items()} for kind, found in kinds})


def used_in(pages: Iterable[Page], folder: str) -> str:
    """Return `Used in:` with a link to each page, once, from a folder of the docs; nothing for no page."""
    links = [f"[{plain(title)}]({posixpath.relpath(path, folder)})" for title, path in dict.fromkeys(pages)]
    return f"Used in: {listed(links)}" if links else ""
