"""CPython and the reader's browser give the same text, byte for byte, from the files that the site serves."""

import json

from playwright.sync_api import Page

from advice_cases import all_cases
from followup import wire
from site_server import Site

ASK = """async (lines) => {
    const base = new URL("../assets/runtime/", location.href).href;
    const { startPython } = await import(new URL("../assets/checker/python.mjs", location.href).href);
    const manifest = await (await fetch(`${base}manifest.json`)).json();
    const { loadPyodide } = await import(`${base}${manifest.loader}pyodide.mjs`);
    const wheel = fetch(base + manifest.wheel).then(async (answer) => new Uint8Array(await answer.arrayBuffer()));
    const ask = await startPython(loadPyodide, manifest, base, wheel, "advise");
    return lines.map((line) => ask(line));
}"""


def test_every_case_gets_the_same_advice_in_the_browser(page: Page, site: Site) -> None:
    """For every case both write the same bytes."""
    lines = [json.dumps(case.situation) for case in all_cases()]
    page.goto(f"{site.url}checker/")

    assert [wire.advise(line) for line in lines] == page.evaluate(ASK, lines)
