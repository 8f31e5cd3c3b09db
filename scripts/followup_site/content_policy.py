"""The content security policy of the site, and what a page holds that the policy must name or would block."""

import base64
import hashlib
from collections.abc import Iterable
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
_BLOCKED_TAGS = {"style", "base", "iframe", "frame", "object", "embed"}
_FETCHING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}


def policy(script_hashes: Iterable[str]) -> str:
    """Return the policy that allows our own files and the inline scripts with these hashes, and nothing else."""
    allowed = {**_DIRECTIVES, "script-src": " ".join([_DIRECTIVES["script-src"], *sorted(script_hashes)])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds, as far as the policy is concerned."""

    charset_end: int | None
    """Offset behind the tag that names the charset, if the head starts with that tag."""
    policies: tuple[str, ...]
    policy_spans: tuple[tuple[int, int], ...]
    """Offsets of the tags that carry a policy, the end exclusive."""
    script_hashes: frozenset[str]
    faults: tuple[str, ...]
    """What the policy would block, each with its line."""


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


def with_policy(html: str, text: str) -> str:
    """Return the page with this policy alone, right behind its charset; ValueError where the head has none."""
    page = read_page(html)
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
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(values)
        if tag in _BLOCKED_TAGS:
            self._fault(f"<{tag}>")
        for name, value in values.items():
            if name == "style" or name.startswith("on") or value.lower().startswith("javascript:"):
                self._fault(f'<{tag} {name}="{value}">')
        if _fetches_elsewhere(tag, values):
            self._fault(f"<{tag}> from another origin")
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

    def _fault(self, what: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {what}")


def _fetches_elsewhere(tag: str, values: dict[str, str]) -> bool:
    """Whether an element loads something from an absolute address; a link to follow does not."""
    if tag == "link":
        return bool(_FETCHING_LINKS & set(values.get("rel", "").split()) and urlsplit(values.get("href", "")).netloc)
    if tag == "form":
        return bool(urlsplit(values.get("action", "")).netloc)
    return bool(urlsplit(values.get("src", "")).netloc)
