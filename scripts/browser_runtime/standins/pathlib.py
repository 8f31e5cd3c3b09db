"""A path as Pyodide's loader of packages holds it: a name, with nothing below. No packages are loaded here."""


class Path:
    """A name."""

    def __init__(self, name):
        self._name = name

    def __str__(self):
        return self._name

    def glob(self, _):
        return ()
