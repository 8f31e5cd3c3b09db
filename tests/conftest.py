"""What all tests share: the browser that they start, and the site that they look at."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import expect

import build_runtime
import built_site
import find_browser
from built_site import Site
from checkout import RUNTIME

# A machine that does much at once is slow, not wrong.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that set-up found, quiet: nothing of its own goes over the network."""
    try:
        executable = find_browser.browser()
    except find_browser.NoBrowserError as error:
        pytest.exit(str(error), returncode=1)
    arguments = [
        # Compiles Python once and quickly: no test runs it for as long as a better program would pay.
        "--js-flags=--liftoff-only",
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
def runtime() -> Path:
    """The folder of what `make build` has made for the browser; no test that needs it starts with another one."""
    return RUNTIME


@pytest.fixture(scope="session")
def site(runtime: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the site of this tree, built and finished as for publishing, below a path of its own."""
    assert runtime.is_dir()
    base = tmp_path_factory.getbasetemp()
    # Processes that test side by side have a folder each, in one that is theirs together.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built"
    with FileLock(f"{folder}.lock"):
        if not (folder / "www").is_dir():
            built_site.build(folder)
    with built_site.served(folder) as served:
        yield served


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors: tests in the browser often wait."""
    return (os.process_cpu_count() or 1) + 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let come last what takes no time, so that processes that test side by side end together."""
    items.sort(key=lambda item: item.path.parent.name in {"engine", "knowledge"})


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> None:
    """Stop with one sentence where tests need a runtime that is not made from what is here now."""
    if session.config.option.collectonly:
        return
    if any("runtime" in getattr(item, "fixturenames", ()) for item in session.items) and not build_runtime.is_current():
        session.shouldfail = "The browser's Python is not made from this checkout as it is now: run `make build` first."
        raise session.Failed(session.shouldfail)
