"""Pyodide looks whether a line of code ends in a semicolon. None that runs here does."""

ENDMARKER = NL = NEWLINE = COMMENT = OP = 0


def generate_tokens(_):
    return ()
