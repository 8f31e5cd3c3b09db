"""How Pyodide's script asks for a value and for a module."""

import sys


def eval_code(source, globals=None, **_options):
    """The value of the last of the statements, which a semicolon parts."""
    *statements, value = source.split(";")
    exec(";".join(statements), globals)
    return eval(value.strip(), globals)


def pyimport_impl(path):
    """A module by its whole name."""
    __import__(path)
    return sys.modules[path]
