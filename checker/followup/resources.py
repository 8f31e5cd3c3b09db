"""Files that the package carries, read alike from a folder, an installed wheel and a zip on `sys.path`."""

import json
from os import sep
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path  # not there in the browser


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


def overlay() -> "Path | None":
    """The folder of the center that runs this copy, with knowledge and words of its own, or None where there is none.

    It is `center/` in the checkout, or what the environment variable FOLLOWUP_OVERLAY names. Only a checkout asks: what
    is built carries the result.
    """
    from os import environ  # noqa: PLC0415 - only a checkout asks
    from pathlib import Path  # noqa: PLC0415 - as above

    named = environ.get("FOLLOWUP_OVERLAY")
    folder = Path(named) if named else Path(__file__).parents[2] / "center"
    return folder if named or folder.is_dir() else None
