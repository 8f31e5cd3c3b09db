/**
 * Asks the engine in Pyodide, under Node, with the very files that the site serves.
 *
 *     node ask.mjs RUNTIME_FOLDER DOOR < lines of JSON > lines of JSON
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

import { startPython } from "../../docs/assets/checker/python.mjs";

const [folder, door] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, "utf-8"));
const loader = `${folder}/${manifest.loader}`;
const { loadPyodide } = await import(pathToFileURL(`${loader}pyodide.js`).href);
const unpacked = async (/** @type {string} */ file) =>
  new Uint8Array(await promisify(gunzip)(await readFile(`${folder}/${file}`)));
const load = (/** @type {object} */ options) =>
  loadPyodide({ ...options, stdLibURL: `${loader}nothing/python_stdlib.zip` });
const { python, door: page } = await startPython(load, {
  index: loader,
  archives: { "/library.zip": await unpacked(manifest.library), "/engine.zip": await unpacked(manifest.engine) },
  lock: manifest.lock,
});
const ask = door === "answer" ? page.answer : python.pyimport("followup.wire")[door];
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${ask(line)}\n`);
}
