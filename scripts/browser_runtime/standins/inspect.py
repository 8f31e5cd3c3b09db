"""What Pyodide asks of inspect while it starts: the parameters of plain functions, and what kind of thing something is."""

from types import MethodType


class _empty:
    """No default, no annotation."""


class Parameter:
    """One parameter; its kind is a number as in the real module."""

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, name, kind, default=_empty):
        self.name, self.kind, self.default = name, kind, default


class Signature:
    """Parameters by name. As text, which only documentation would show, it says nothing."""

    def __init__(self, parameters):
        self.parameters = {parameter.name: parameter for parameter in parameters}

    def __str__(self):
        return "(...)"


def signature(function):
    """The signature of a function written in Python; anything else seems to take nothing."""
    code = getattr(function, "__code__", None)
    if code is None:
        return Signature(())
    by_position, by_name = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames
    defaults = dict(zip(reversed(names[:by_position]), reversed(function.__defaults__ or ()), strict=False))
    defaults |= function.__kwdefaults__ or {}
    kinds = [Parameter.POSITIONAL_ONLY] * code.co_posonlyargcount
    kinds += [Parameter.POSITIONAL_OR_KEYWORD] * (by_position - code.co_posonlyargcount)
    kinds += [Parameter.KEYWORD_ONLY] * by_name
    kinds += [Parameter.VAR_POSITIONAL] * bool(code.co_flags & 4) + [Parameter.VAR_KEYWORD] * bool(code.co_flags & 8)
    return Signature(
        Parameter(name, kind, defaults.get(name, _empty)) for name, kind in zip(names, kinds, strict=False)
    )


def getattr_static(thing, name, default=None):
    return getattr(thing, name, default)


def isclass(thing):
    return isinstance(thing, type)


def ismethod(thing):
    return isinstance(thing, MethodType)


def iscoroutinefunction(_):
    return False


isawaitable = iscoroutinefunction
