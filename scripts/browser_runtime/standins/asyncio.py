"""Nothing here waits for a coroutine."""


def __getattr__(_name):
    """Whatever Pyodide takes from it while it starts."""
    return object
