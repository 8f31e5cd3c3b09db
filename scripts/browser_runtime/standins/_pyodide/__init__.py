"""What Pyodide's script finds in its own package while it starts."""

from . import _base, _importhook


def set_excepthook():
    """Python's own hook will do."""
