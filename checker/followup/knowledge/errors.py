"""What goes wrong when the knowledge is read."""

from collections.abc import Sequence


class KnowledgeError(ValueError):
    """The knowledge is at fault; `faults` has one line each: file, record, key and what is wrong there."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults; the text of the error is one fault a line."""
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)
