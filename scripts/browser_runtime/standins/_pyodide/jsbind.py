"""How a function of JavaScript is called that says nothing of its parameters, as none does here."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default

no_default = object()


def _plain(*_given, **_named):
    """Stands for the function."""


default_signature = JsFuncSignature(
    _plain, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def func_to_sig(_function):
    return default_signature


def get_attr_sig(_signature, _name):
    return (False, None)


def bind_class_sig(signature):
    return signature
