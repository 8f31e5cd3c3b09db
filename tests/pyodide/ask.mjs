/**
 * Asks the engine in Pyodide, under Node, with the very files that the site serves.
 *
 *     node ask.mjs RUNTIME_FOLDER DOOR < lines of JSON > lines of JSON
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { startPython } from "../../docs/assets/checker/python.mjs";

const [folder, door] = process.argv.slice(2);
const base = folder.endsWith("/") ? folder : `${folder}/`;
const manifest = JSON.parse(await readFile(`${base}manifest.json`, "utf-8"));
const { loadPyodide } = await import(pathToFileURL(`${base}${manifest.loader}pyodide.mjs`).href);
const ask = await startPython(loadPyodide, manifest, base, readFile(base + manifest.wheel), door);
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${ask(line)}\n`);
}
