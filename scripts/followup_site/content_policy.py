"""The content security policy of the site, and what a page holds that the policy must name or would block."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

_DIRECTIVES = {
    "default-src": "'none'",
    # The checker's Python is WebAssembly, and its worker starts from a blob so that this policy holds in it.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_NOT_CODE = {"application/json", "application/ld+json"}
_BLOCKED_TAGS = {
    "base": "base-uri",
    "embed": "object-src",
    "frame": "frame-src",
    "iframe": "frame-src",
    "object": "object-src",
}
"""Elements by the directive that decides about them: none may be there where it lets nothing in."""
_FETCHING_TAGS = {
    "audio": "media-src",
    "embed": "object-src",
    "form": "form-action",
    "frame": "frame-src",
    "iframe": "frame-src",
    "img": "img-src",
    "script": "script-src",
    "source": "media-src",
    "video": "media-src",
}
_FETCHING_LINKS = {
    "dns-prefetch": "connect-src",
    "icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "preconnect": "connect-src",
    "prefetch": "default-src",
    "preload": "default-src",
    "stylesheet": "style-src",
}
_ALLOW = "or allow it in _DIRECTIVES of scripts/followup_site/content_policy.py"
_TO_STYLES = "give it a class, and the class its style in docs/assets/site.css"
_TO_SCRIPTS = "move it to a script in docs/assets/, and name that in mkdocs.yml under extra_javascript"
_TO_LINK = f"put a link or a copy in docs/ in its place, {_ALLOW}"


def policy(script_hashes: Iterable[str]) -> str:
    """Return the policy that allows our own files and the inline scripts with these hashes, and nothing else."""
    allowed = {**_DIRECTIVES, "script-src": " ".join([_DIRECTIVES["script-src"], *sorted(script_hashes)])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a page that the policy would block."""

    line: int
    what: str
    """The element or the attribute, as it could stand in the page's source."""
    directive: str
    """The part of the policy that it is against."""
    advice: str
    """What to do, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds, as far as the policy is concerned."""

    charset_end: int | None
    """Offset behind the tag that names the charset, if the head starts with that tag."""
    policies: tuple[str, ...]
    policy_spans: tuple[tuple[int, int], ...]
    """Offsets of the tags that carry a policy, the end exclusive."""
    script_hashes: frozenset[str]
    faults: tuple[Fault, ...]
    """What the policy would block."""


def read_page(html: str) -> Page:
    """Return what the text of a page holds."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return Page(
        charset_end=reader.charset_end,
        policies=tuple(reader.policies),
        policy_spans=tuple(reader.policy_spans),
        script_hashes=frozenset(reader.script_hashes),
        faults=tuple(reader.faults),
    )


def with_policy(html: str, text: str, page: Page | None = None) -> str:
    """Return the page with this policy alone, right behind its charset; ValueError where the head has none.

    `page` is what `read_page` gives for it, where that is known.
    """
    page = page or read_page(html)
    if page.charset_end is None:
        raise ValueError("the head does not start with the charset")
    for start, end in reversed(page.policy_spans):
        html = html[:start].rstrip() + html[end:]
    tag = f'<meta http-equiv="Content-Security-Policy" content="{text}">'
    return f"{html[: page.charset_end]}\n      {tag}{html[page.charset_end :]}"


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self._line_starts = [0]
        for line in html.splitlines(keepends=True):
            self._line_starts.append(self._line_starts[-1] + len(line))
        self._before: list[str] = []
        self._script: list[str] | None = None
        self.charset_end: int | None = None
        self.policies: list[str] = []
        self.policy_spans: list[tuple[int, int]] = []
        self.script_hashes: set[str] = set()
        self.faults: list[Fault] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(values)
        if tag == "style" and not _allows("style-src", "'unsafe-inline'"):
            self._fault("<style>", "style-src", _TO_STYLES)
        is_blocked = tag in _BLOCKED_TAGS and _sources(_BLOCKED_TAGS[tag]) == ["'none'"]
        if is_blocked:
            self._fault(f"<{tag}", _BLOCKED_TAGS[tag], _TO_LINK)
        for name, value in values.items():
            if name == "style" and not _allows("style-src", "'unsafe-inline'"):
                self._fault(f'{name}="{value}"', "style-src", _TO_STYLES)
            if name.startswith("on") or value.lower().startswith("javascript:"):
                self._fault(f'{name}="{value}"', "script-src", _TO_SCRIPTS)
        for directive, address in _fetched(tag, values):
            parts = urlsplit(address)
            if (
                not is_blocked
                and parts.netloc
                and not _allows(directive, f"{parts.scheme or 'https'}://{parts.netloc}")
            ):
                self._fault(f'"{address}"', directive, _TO_LINK)
        if tag == "script" and "src" not in values and values.get("type", "") not in _NOT_CODE:
            self._script = []
        self._before.append(tag)

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            digest = hashlib.sha256("".join(self._script).encode()).digest()
            self.script_hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")
            self._script = None

    def _meta(self, values: dict[str, str]) -> None:
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        end = start + len(self.get_starttag_text() or "")
        if "charset" in values and self._before[-1:] == ["head"]:
            self.charset_end = end
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(values.get("content", ""))
            self.policy_spans.append((start, end))

    def _fault(self, what: str, directive: str, advice: str) -> None:
        self.faults.append(Fault(self.getpos()[0], what, directive, advice))


def _sources(directive: str) -> list[str]:
    return _DIRECTIVES.get(directive, _DIRECTIVES["default-src"]).split()


def _allows(directive: str, source: str) -> bool:
    return source in _sources(directive)


def _fetched(tag: str, values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The address of whatever an element loads, with the directive that decides; a link to follow loads nothing."""
    if tag == "link":
        for relation in values.get("rel", "").split():
            if relation in _FETCHING_LINKS:
                yield _FETCHING_LINKS[relation], values.get("href", "")
    elif tag in _FETCHING_TAGS:
        yield _FETCHING_TAGS[tag], values.get("action" if tag == "form" else "src", "")
