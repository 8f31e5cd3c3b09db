"""HTML put together from parts, with everything escaped that is not HTML already."""

from html import escape


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: str | bool) -> Html:
    """An element with its content, escaped where it is plain text.

    In names of attributes `_` stands for `-`, and a `_` at the end is dropped (`class_`, `for_`). An attribute that is
    False is left out, one that is True has no value.
    """
    shown = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{shown}>")
    return Html(f"<{name}{shown}>{joined(*content)}</{name}>")


def joined(*content: str) -> Html:
    """The parts one after the other, escaped where they are plain text."""
    return Html("".join(part if isinstance(part, Html) else escape(part, quote=False) for part in content))


_VOID = frozenset({"input", "path", "link"})


def _attribute(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")
