"""HTML put together from parts, with everything escaped that is not HTML already."""

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "'": "&#x27;"})
# As `html.escape` does it; the module `html` brings a table of all entities, which a reader would have to fetch.


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: str | bool) -> Html:
    """An element with its content, escaped where it is plain text.

    In names of attributes `_` stands for `-`, and a `_` at the end is dropped (`class_`, `for_`). An attribute that is
    False is left out, one that is True has no value.
    """
    shown = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{str(value).translate(_IN_ATTRIBUTE)}"'
        for key, value in attributes.items()
        if value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{shown}>")
    return Html(f"<{name}{shown}>{joined(*content)}</{name}>")


def joined(*content: str) -> Html:
    """The parts one after the other, escaped where they are plain text."""
    return Html("".join(part if isinstance(part, Html) else part.translate(_IN_TEXT) for part in content))


_VOID = frozenset({"input", "path", "link"})


def _attribute(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")
