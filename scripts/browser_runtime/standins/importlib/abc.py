"""The two bases of Pyodide's finder of modules that JavaScript offers."""

from importlib._abc import Loader


class MetaPathFinder:
    """Base of Pyodide's finder."""

    def invalidate_caches(self):
        """Nothing is kept."""
