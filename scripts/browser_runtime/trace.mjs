/**
 * Runs the engine in Pyodide, under Node, and says which modules that took.
 *
 *     node trace.mjs PYODIDE_FOLDER LIBRARY_ZIP ENGINE_ZIP < JSON {"advise": [texts], "answer": [texts]} > JSON [paths]
 */

import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

import { startPython } from "../../docs/assets/checker/python.mjs";

// Node would quote the line of an error, a megabyte of Pyodide.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
const [folder, library, engine] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const { python, door } = await startPython(loadPyodide, {
  index: `${folder}/`,
  archives: { "/library.zip": await readFile(library), "/engine.zip": await readFile(engine) },
  lock: { info: JSON.parse(await readFile(`${folder}/pyodide-lock.json`, "utf-8")).info, packages: {} },
});
const lines = JSON.parse(await text(process.stdin));
const doors = { advise: python.pyimport("followup.wire").advise, answer: door.answer };
for (const [name, ask] of Object.entries(doors)) {
  for (const line of lines[name]) {
    ask(line);
  }
}
// What Python needs to tell of an error is needed as well.
for (const wrong of [1, null]) {
  try {
    doors.advise(wrong);
  } catch (error) {
    String(error);
  }
}
// Not those that are frozen into the program, although some name a file.
const files = python.runPython(
  "import json, sys, zipimport; " +
    "json.dumps([m.__file__ for m in sys.modules.values() if isinstance(m.__loader__, zipimport.zipimporter)])",
);
process.stdout.write(files);
