"""Links into the checker: `[Check](checker:stage=post_interview&contact_type=hr)` opens its form with that filled in.

An ordinary Python-Markdown extension. The address after `checker:` names controls of the form (`form_fields.py`) with
one option or value each; a control with several boxes is named once a box, and a row as `attempts[0].kind`. Nothing
after the colon is the empty form. Code is left alone.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import override
from urllib.parse import parse_qsl, quote, urlencode
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from followup.languages.en.typed import typed_day, typed_time
from followup.page.fields import FIELDS, Field
from followup_site.addresses import address_of
from followup_site.markdown.code import without_code

CHECKER = "checker/index.md"
"""The page of the form, in the docs folder."""
_SCHEME = "checker"
_ADDRESS = re.compile(rf"(?<=\]\(){_SCHEME}:([^\s)>]*)|(?<=\]: ){_SCHEME}:(\S*)")
_ROW = re.compile(r"\[\d\]")

_OPEN = {field.path: field for field in FIELDS if field.kind != "hidden"}
_OPTIONS = {"yes-no": ("yes", "no"), "tick": ("yes",)}
_READERS: dict[str, Callable[[str], object]] = {"day": typed_day, "time": typed_time, "number": str.isdecimal}

_AFTER_INLINE_MARKUP = 10


class UnknownAnswerError(ValueError):
    """A link into the checker names a control or an option that the form does not have."""


def faults(query: str) -> Iterator[str]:
    """Yield what is wrong with the answers of a link, each with the nearest name that the form knows."""
    try:
        answers = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))
    except ValueError:
        yield f"'{query}' is not a list of answers such as stage=rejected&route=agency"
        return
    for name, value in answers:
        path = _ROW.sub("[]", name, count=1)
        if "[]" in name or path not in _OPEN:
            yield f"the form has no control '{name}'{_nearest(path, _OPEN).replace('[]', '[0]')}"
        elif complaint := _value_fault(_OPEN[path], value):
            yield f"'{name}' cannot be '{value}'{complaint}"


def faulty_links(text: str, page: str) -> list[str]:
    """Return one complaint for each fault in the links of a Markdown text into the checker: page, line and fault."""
    return [
        f"{page}:{text.count('\n', 0, link.start()) + 1}: {fault}"
        for link in _ADDRESS.finditer(without_code(text))
        for fault in faults(link[1] or link[2] or "")
    ]


def fragment(query: str) -> str:
    """Return the answers of a link as they stand behind the `#` of the checker's address; nothing for none."""
    return urlencode(parse_qsl(query), quote_via=quote)


def _value_fault(field: Field, value: str) -> str:
    """What to do about a value that the control cannot hold; nothing where it can."""
    options = field.options or _OPTIONS.get(field.kind, ())
    if options:
        return "" if value in options else _nearest(value, options) or f"; its options are {', '.join(options)}"
    read = _READERS.get(field.kind, bool)
    return "" if read(value) else f", because it is no {field.kind}"


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, [*known], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


class _LinksGetAddresses(Treeprocessor):
    @override
    def run(self, root: ET.Element) -> None:
        """Give the links into the checker their addresses; raises UnknownAnswerError with all faults of one."""
        for link in root.iter("a"):
            scheme, _, query = link.get("href", "").partition(":")
            if scheme == _SCHEME:
                if found := [*faults(query)]:
                    raise UnknownAnswerError("\n".join(found))
                link.set("href", address_of(CHECKER, fragment(query)))


class CheckerLinkExtension(Extension):
    """Makes links into the checker."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processor."""
        md.treeprocessors.register(_LinksGetAddresses(md), "checker-links", _AFTER_INLINE_MARKUP)


def makeExtension(**options: object) -> CheckerLinkExtension:  # noqa: N802 - the name that Python-Markdown calls
    """Return the extension, as Python-Markdown asks for it."""
    return CheckerLinkExtension(**options)
