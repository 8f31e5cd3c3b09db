/**
 * Fetches what Python is made of, everything at once, and says what is wrong with what does not arrive.
 *
 * @typedef {object} Manifest What the build says about the runtime; paths are relative to its folder.
 * @property {string} loader the folder of Pyodide's program
 * @property {string} library the part of the standard library that is used
 * @property {string} engine
 * @property {object} lock Pyodide's lock, without packages
 * @property {Record<string, { integrity: string, size: number }>} files
 */

import manifest from "./manifest.mjs";
import { RuntimeFault } from "./protocol.mjs";

/** The folder of the runtime. This module lies in a folder of that one. */
export const RUNTIME = new URL("../", import.meta.url).href;

/** The folder of this module, below the runtime's. */
const OWN = new URL(".", import.meta.url).href.slice(RUNTIME.length);

/** The modules of the worker: the script of Pyodide's program, what starts it, and our own. */
export const MODULES = Object.freeze([
  ...["pyodide.asm.js", "pyodide.mjs"].map((name) => manifest.loader + name),
  ...["protocol.mjs", "python.mjs", "worker.mjs"].map((name) => OWN + name),
]);

/** The files of the archives by where Python finds them. */
export const ARCHIVES = Object.freeze({ "/library.zip": manifest.library, "/engine.zip": manifest.engine });

/** The eight bytes of a module without content: enough to learn whether WebAssembly may run. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @throws {RuntimeFault} where this browser can run no Python, or may not: nothing need be fetched then */
export function checkBrowser() {
  if (typeof Worker !== "function" || typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
    throw new RuntimeFault("unsupported", "no workers, no WebAssembly or no DecompressionStream");
  }
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (error) {
    throw new RuntimeFault("blocked", error);
  }
}

/**
 * The program is compiled here, while it arrives and while the worker starts.
 *
 * @param {AbortSignal} signal ends the fetching
 * @returns {Promise<import("./protocol.mjs").Parts>}
 */
export async function fetchParts(signal) {
  const archives = Object.entries(ARCHIVES).map(async ([place, file]) => [place, await unpacked(file, signal)]);
  const [program, contents] = await Promise.all([
    compiled(`${manifest.loader}pyodide.asm.wasm`, signal),
    Promise.all(archives),
  ]);
  return { program, archives: Object.fromEntries(contents) };
}

/**
 * @param {string} file
 * @param {AbortSignal} signal
 * @returns {Promise<WebAssembly.Module>}
 */
async function compiled(file, signal) {
  const response = await fetched(file, { signal });
  try {
    // Straight from the response, so that the browser compiles while it arrives and can keep the result for the next
    // visit. Where a server gives the wrong type, that is not possible.
    return response.headers.get("Content-Type") === "application/wasm"
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof WebAssembly.CompileError ? new RuntimeFault("damaged", error) : lost(error);
  }
}

/**
 * @param {string} file gzipped
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
async function unpacked(file, signal) {
  const { body } = await fetchedIntact(file, signal);
  const stream = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * A file's response, if it is the one that the build made; of our own modules the build says nothing. `integrity` works without a secure context, unlike
 * `crypto.subtle`, but fails just as a lost connection does: so ask once more whether the file is there.
 *
 * @param {string} file
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
export async function fetchedIntact(file, signal) {
  /** @type {Record<string, { integrity: string } | undefined>} */
  const files = manifest.files;
  try {
    return await fetched(file, { signal, integrity: files[file]?.integrity });
  } catch (error) {
    await fetched(file, { signal, method: "HEAD", cache: "no-store" });
    throw new RuntimeFault("damaged", error);
  }
}

/**
 * @param {string} file
 * @param {RequestInit} options
 * @returns {Promise<Response>}
 */
async function fetched(file, options) {
  const response = await fetch(RUNTIME + file, options).catch((error) => {
    throw lost(error);
  });
  if (!response.ok) {
    throw new RuntimeFault("missing", `${response.status} ${file}`);
  }
  return response;
}

/** @param {unknown} error of a connection */
function lost(error) {
  return new RuntimeFault(navigator.onLine ? "missing" : "offline", error);
}
