"""Pyodide's loader of packages unpacks into temporary files. No packages are loaded here."""

NamedTemporaryFile = None
