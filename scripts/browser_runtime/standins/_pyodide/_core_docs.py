"""The classes for objects of JavaScript, of which nobody here reads the documentation."""

__all__ = ["JsProxy", "jsnull"]


class _JsProxyMetaClass(type):
    """Type of the classes."""


class JsProxy(metaclass=_JsProxyMetaClass):
    """Base of them all, with any method that is to be described."""

    def __new__(cls, *_given):
        return super().__new__(cls)

    def __getattr__(self, name):
        return name


class JsException(JsProxy, Exception):
    """An error of JavaScript."""


class ConversionError(Exception):
    """An error of what has no counterpart in the other language."""


class JsNull:
    """The type of JavaScript's null."""

    def __bool__(self):
        return False


jsnull = JsNull()
_instantiate_token = object()


def __getattr__(_name):
    """Any other class that is described."""
    return JsProxy
