"""What is measured side by side: each with its page, and the script that says when the first result is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_HERE = Path(__file__).parent
_PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>{head}'

# `report` is the window's: it notes the milliseconds since navigation began.
_MODULE = '<script type="module">{code}</script>'

# The checker's page, made to answer as soon as it can: a reader who presses the button at once.
_ASK = """addEventListener("DOMContentLoaded", async () => {
  await customElements.whenDefined("follow-up-checker");
  const checker = document.querySelector("follow-up-checker");
  const answer = checker.querySelector(".checker-answer");
  const look = () => answer.hidden || report();
  new MutationObserver(look).observe(answer, { attributes: true });
  checker.querySelector("form").requestSubmit();
});"""

# The browser's brake works on the page's own thread only, so the worker's code then runs there, in a frame.
ON_THE_PAGE = """const RealWorker = globalThis.Worker;
globalThis.Worker = class {
  constructor(address, options) {
    if (!String(address).startsWith("blob:")) return new RealWorker(address, options);
    const frame = document.createElement("iframe");
    frame.hidden = true;
    (document.body ?? document.documentElement).append(frame);
    this.inner = frame.contentWindow;
    this.inner.postMessage = (data) => setTimeout(() => this.onmessage({ data }));
    this.queue = [];
    const script = this.inner.document.createElement("script");
    script.type = "module";
    script.src = address;
    script.onload = () => { for (const data of this.queue.splice(0)) this.postMessage(data); };
    this.inner.document.head.append(script);
  }
  postMessage(data) {
    if (!this.inner.onmessage) this.queue.push(data);
    else this.inner.onmessage({ data: this.inner.structuredClone(data) });
  }
  terminate() {}
};"""


@dataclass(frozen=True, kw_only=True)
class Rival:
    """One way to a first result in the browser."""

    id: str
    name: str
    address: str
    html: str = ""
    """The page, where it is not a file of a folder."""
    script: str = ""
    """What runs in the page before its own scripts."""
    folders: Mapping[str, Path] = field(default_factory=dict)


def rivals(site: Path) -> tuple[Rival, ...]:
    """Every rival, our built site first."""
    modules = _HERE / "node_modules"
    pyodide = {"pyodide": ROOT / "node_modules" / "pyodide"}
    return (
        Rival(
            id="checker",
            name="This checker, to the first advice",
            address="/site/checker/#stage=post_interview&interview_date=2026-06-02&contact_type=hr",
            script=_ASK,
            folders={"site": site},
        ),
        Rival(
            id="stock",
            name="Pyodide as published, to 1 + 1",
            address="/stock",
            html=_bare(
                'import { loadPyodide } from "/pyodide/pyodide.mjs";'
                'const python = await loadPyodide(); python.runPython("1 + 1"); report();'
            ),
            folders=pyodide,
        ),
        Rival(
            id="pyscript",
            name="PyScript on the same Pyodide, to 1 + 1",
            address="/with-pyscript",
            html=_PAGE.format(
                name="PyScript",
                head='<script type="module" src="/pyscript/core.js"></script>'
                '<script type="py" config=\'{"interpreter": "/pyodide/pyodide.mjs"}\'>'
                "import js\njs.report(1 + 1)</script>",
            ),
            folders={"pyscript": modules / "@pyscript" / "core" / "dist", **pyodide},
        ),
        Rival(
            id="floor",
            name="Only compiling the same WebAssembly",
            address="/floor",
            html=_bare('await WebAssembly.compileStreaming(fetch("/pyodide/pyodide.asm.wasm")); report();'),
            folders=pyodide,
        ),
        Rival(
            id="micropython",
            name="MicroPython, to 1 + 1",
            address="/with-micropython",
            html=_bare(
                'import { loadMicroPython } from "/micropython/micropython.mjs";'
                'const python = await loadMicroPython(); python.runPython("1 + 1"); report();'
            ),
            folders={"micropython": modules / "@micropython" / "micropython-webassembly-pyscript"},
        ),
    )


def _bare(code: str) -> str:
    return _PAGE.format(name="Bare page", head=_MODULE.format(code=code))
