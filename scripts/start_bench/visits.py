"""Visits of a browser to one page, in a new profile and again in the same one."""

import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Playwright

from start_bench.host import Host
from start_bench.results import Visit
from start_bench.rivals import ON_THE_PAGE, Rival

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# The browser keeps what it compiled some seconds after it was used.
_LINGER_MS = 6_000
# A browser that has just been started is busy with itself.
_SETTLE_MS = 2_000
_TIMEOUT_S = 180


@dataclass(frozen=True, kw_only=True, slots=True)
class Visitor:
    """A browser that goes to the pages of a host."""

    playwright: Playwright
    executable: Path
    host: Host

    def visit_twice(self, rival: Rival, slowdown: int = 1) -> list[Visit]:
        """A cold visit and a warm one, in two runs of the browser with one profile; the page's thread slowed down."""
        with TemporaryDirectory(prefix="bench-start-") as profile:
            return [self._visit(rival, slowdown, profile) for _ in range(2)]

    def _visit(self, rival: Rival, slowdown: int, profile: str) -> Visit:
        context = self.playwright.chromium.launch_persistent_context(
            profile,
            executable_path=str(self.executable),
            args=list(_ARGUMENTS),
            timezone_id="America/Chicago",
            bypass_csp=slowdown > 1,  # the frame in place of the worker is not in the policy
        )
        try:
            return self._open(context, rival, slowdown)
        finally:
            context.close()

    def _open(self, context: BrowserContext, rival: Rival, slowdown: int) -> Visit:
        page = context.pages[0]
        found: list[float] = []
        page.expose_function("noted", lambda milliseconds: found.append(milliseconds))  # noqa: PLW0108 - gets marked
        page.add_init_script("globalThis.report = () => globalThis.noted(performance.now());")
        page.add_init_script(rival.script)
        if slowdown > 1:
            page.add_init_script(ON_THE_PAGE)
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.wait_for_timeout(_SETTLE_MS)
        self.host.sent = 0
        page.goto(f"{self.host.url}{rival.address}", wait_until="commit")
        deadline = time.monotonic() + _TIMEOUT_S
        while not found:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{rival.name}: no result within {_TIMEOUT_S} seconds")
            page.wait_for_timeout(50)
        sent = self.host.sent
        page.wait_for_timeout(_LINGER_MS)
        return Visit(found[0], sent)


def does_slowdown_bite(visitor: Visitor, slowdown: int) -> float:
    """How many times longer the page's own thread takes for the same loop when it is slowed down."""
    script = """() => {
        const times = [1, 2, 3].map(() => {
            const begun = performance.now();
            for (let sum = 0, i = 0; i < 1e8; i += 1) sum += i;
            return performance.now() - begun;
        });
        return Math.min(...times);
    }"""
    browser = visitor.playwright.chromium.launch(executable_path=str(visitor.executable), args=list(_ARGUMENTS))
    page = browser.new_page()
    free = page.evaluate(script)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    slowed = page.evaluate(script)
    browser.close()
    return float(slowed / free)
