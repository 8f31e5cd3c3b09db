"""Files that the package carries, read alike from a folder, an installed wheel and a zip on `sys.path`."""

import json
import pkgutil
from typing import Any


def read_bytes(name: str) -> bytes | None:
    """The content of `followup/<name>` (with `/` between folders), or None where the package has no such file."""
    try:
        return pkgutil.get_data("followup", name)
    except OSError:
        return None


def read_json(name: str) -> Any:
    """The JSON value in `followup/<name>`, or None where the package has no such file."""
    content = read_bytes(name)
    return None if content is None else json.loads(content)
