"""A small knowledge in a folder of its own, so that a test can spoil it."""

from pathlib import Path

import pytest

from small_texts import write_small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small knowledge that has no fault."""
    write_small(tmp_path)
    return tmp_path
