"""Questions put to the engine in a page, with the files and the modules that the site serves."""

PREPARE = """
    const folder = document.querySelector('script[src*="/runtime/checker-"]').src.replace(/[^/]*$/, "");
    const [{ default: manifest }, { fetchParts, RUNTIME }, { startPython }] = await Promise.all(
        ["manifest", "fetching", "python"].map((name) => import(`${folder}${name}.js`)));
    const parts = await fetchParts(new AbortController().signal);
    const { loadPyodide } = await import(`${RUNTIME}${manifest.loader}pyodide.js`);
    await import(`${RUNTIME}${manifest.loader}pyodide.asm.js`);
    const index = `${RUNTIME}${manifest.loader}nothing/`;
    const start = () => startPython(loadPyodide, { ...parts, index, lock: manifest.lock });
"""
"""Statements in the checker's page: fetch everything, and define `start`, which starts Python."""

ASK = f"""async (lines) => {{
    {PREPARE}
    const {{ python }} = await start();
    const wire = python.pyimport("followup.wire");
    return lines.map((line) => wire.advise(line));
}}"""
"""A function of the checker's page: starts Python there and gives what `wire.advise` says to each line."""
