"""What Pyodide takes of ast to run a line of code: the nodes, and their places in the line."""

from _ast import *

_PLACE = {"lineno": 1, "end_lineno": 1, "col_offset": 0, "end_col_offset": 0}


def parse(source, filename="<unknown>", mode="exec"):
    return compile(source, filename, mode, PyCF_ONLY_AST)


def fix_missing_locations(node, place=_PLACE):
    """Give every node below, and this one, the place of the node above where it has none."""
    own = {name: getattr(node, name, None) for name in place if name in node._attributes}
    place = place | {name: value for name, value in own.items() if value is not None}
    for name in own:
        setattr(node, name, place[name])
    for field in node._fields:
        value = getattr(node, field, None)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, AST):
                fix_missing_locations(part, place)
    return node
