"""What all tests share: the browser that they start, and the site that they look at."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

import find_browser
from site_server import Site, built_and_served


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that set-up found, quiet: nothing of its own goes over the network."""
    try:
        executable = find_browser.browser()
    except find_browser.NoBrowserError as error:
        pytest.exit(str(error), returncode=1)
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium has no sandbox for root
    return {**browser_type_launch_args, "executable_path": str(executable), "args": arguments}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the site of this tree, built and finished as for publishing, below a path of its own."""
    with built_and_served(tmp_path_factory.mktemp("www")) as built:
        yield built
