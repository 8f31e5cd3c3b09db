"""Documentation, which nobody reads here."""


def get_cmeth_docstring(_function):
    return ""


def dedent_docstring(text):
    return text
