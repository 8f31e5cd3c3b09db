"""What keeps the runtime from being made."""


class CannotBuildError(Exception):
    """The runtime cannot be made; the message says what to do."""
