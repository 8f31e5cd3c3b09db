"""Visits of a browser to one page, in a new profile and again in the same one."""

import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Playwright

from start_bench.host import Host
from start_bench.rivals import ON_THE_PAGE, Rival

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# The browser writes what it compiled some seconds after it was used.
_LINGER_MS = 2_500
_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds from navigation to the first result, and the bytes that the host sent for it."""

    milliseconds: float
    bytes: int
    stages: tuple[float,...] = ()


def visit_twice(playwright: Playwright, executable: Path, host: Host, rival: Rival, slowdown: int) -> list[Visit]:
    """A cold visit and a warm one, in two runs of the browser with one profile."""
    with TemporaryDirectory(prefix="bench-start-") as profile:
        return [_visit(playwright, executable, host, rival, slowdown, profile) for _ in range(2)]


def _visit(
    playwright: Playwright, executable: Path, host: Host, rival: Rival, slowdown: int, profile: str
) -> Visit:
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=str(executable), args=list(_ARGUMENTS), timezone_id="America/Chicago", bypass_csp=slowdown > 1
    )
    try:
        return _open(context, host, rival, slowdown)
    finally:
        context.close()


def _open(context: BrowserContext, host: Host, rival: Rival, slowdown: int) -> Visit:
    page = context.pages[0]
    found: list[float] = []
    page.expose_function("noted", lambda milliseconds: found.append(milliseconds))  # noqa: PLW0108 - Playwright marks what it is given
    page.add_init_script("globalThis.report = () => globalThis.noted(performance.now());")
    if rival.script:
        page.add_init_script(rival.script)
    if slowdown > 1:
        page.add_init_script(ON_THE_PAGE)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    host.sent = 0
    page.goto(f"{host.url}{rival.address}", wait_until="commit")
    deadline = time.monotonic() + _TIMEOUT_S
    while not found:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{rival.name}: no result within {_TIMEOUT_S} seconds")
        page.wait_for_timeout(50)
    sent = host.sent
    page.wait_for_timeout(_LINGER_MS)
    return Visit(found[0], sent, tuple(page.evaluate('()=>globalThis.T??[]')))
