"""A small knowledge in a folder of its own, so that a test can spoil it."""

from pathlib import Path

import pytest

from small_evidence import write_small_evidence
from small_texts import write_small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small knowledge that has no fault."""
    write_small(tmp_path)
    return tmp_path


@pytest.fixture
def evidence_folder(folder: Path) -> Path:
    """A folder with a small evidence that has no fault, inside that of the small knowledge."""
    return write_small_evidence(folder)
