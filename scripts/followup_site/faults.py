"""Faults of the files that a script reads, told to whoever wrote them: a line each, and no traceback."""

import errno
import sys
from collections.abc import Callable

from advice_cases import CasesError
from followup.files import UnreadableFileError
from followup.knowledge import KnowledgeError
from followup.words import MissingWordsError
from followup.words.catalogues import CatalogueError

FAULTS = (CasesError, CatalogueError, KnowledgeError, MissingWordsError, UnreadableFileError)
"""Each says in its text which file is at fault, where and why."""


def told(main: Callable[[], int]) -> int:
    """Return what `main` returns; 1, after saying what is wrong, where a file is at fault or the disk is full."""
    try:
        return main()
    except FAULTS as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print("The disk is full, so nothing more could be written: make room, then try again.", file=sys.stderr)
        return 1
