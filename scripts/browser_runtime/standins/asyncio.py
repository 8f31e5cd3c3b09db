"""The names of asyncio that Pyodide's event loop takes while it starts; nothing here can run a coroutine."""

_loop = None


class AbstractEventLoop:
    """Base of Pyodide's loop."""


class DefaultEventLoopPolicy:
    """Base of Pyodide's policy."""


class Handle:
    """Named in annotations only."""


class Future:
    """Base of Pyodide's future."""

    def __class_getitem__(cls, _):
        return cls


class Task:
    """Base of Pyodide's task."""

    def __class_getitem__(cls, _):
        return cls


def _set_running_loop(loop):
    global _loop
    _loop = loop


def get_event_loop():
    return _loop


get_running_loop = get_event_loop


def set_event_loop_policy(policy):
    """Nothing asks for it."""


def run(*_given, **_options):
    raise RuntimeError("asyncio is left out of this Python: what runs here takes text and gives text, without waiting")


sleep = ensure_future = gather = run
