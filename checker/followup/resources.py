"""Files that the package carries, read alike from a folder, an installed wheel and a zip on `sys.path`."""

import json
from os import sep
from typing import Any


def read_bytes(name: str) -> bytes | None:
    """The content of `followup/<name>` (with `/` between folders), or None where the package has no such file."""
    # As `pkgutil` does, which takes long to import in the browser.
    loader: Any = __spec__.loader
    folder = __file__.rpartition(sep)[0]
    try:
        content: bytes = loader.get_data(f"{folder}{sep}{name.replace('/', sep)}")
    except OSError:
        return None
    return content


def read_json(name: str) -> Any:
    """The JSON value in `followup/<name>`, or None where the package has no such file."""
    content = read_bytes(name)
    return None if content is None else json.loads(content)
