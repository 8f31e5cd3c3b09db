"""Where packages would be; none is loaded."""


class _Place:
    """A folder. No plain text, which would become text of JavaScript, without a `__str__`."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = _Place("/lib/python3.13/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages():
    """There are none."""
