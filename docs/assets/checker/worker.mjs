/** The worker: fetches and starts Python, then answers one request after the other. Its messages are in protocol.mjs. */

import { RuntimeFault } from "./protocol.mjs";
import { startPython } from "./python.mjs";

/**
 * @typedef {import("./protocol.mjs").Request} Request
 * @typedef {import("./protocol.mjs").Message} Message
 */

const RUNTIME = new URL("../runtime/", import.meta.url).href;

/** The eight bytes of a module without content: enough to learn whether WebAssembly may run. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @param {Message} message */
function tell(message) {
  self.postMessage(message);
}

/** @returns {Promise<(text: string) => string>} the engine, ready to answer */
async function start() {
  checkWebAssembly();
  tell({ stage: "fetching" });
  const manifest = await (await fetched(`${RUNTIME}manifest.json`, { cache: "no-cache" })).json();
  const wheel = fetchedIntact(RUNTIME + manifest.wheel, manifest.files[manifest.wheel].integrity);
  const compiled = watchedCompilation();
  const { loadPyodide } = await imported(`${RUNTIME}${manifest.loader}pyodide.mjs`);
  // Pyodide never settles where the WebAssembly or the wheel is missing, so their failures end the wait as well.
  const started = startPython(loadPyodide, manifest, RUNTIME, wheel).catch((error) => explained(error, manifest));
  return Promise.race([started, Promise.all([compiled, wheel]).then(() => started)]);
}

/**
 * Pyodide fetches two files by itself and does not say when it was one of them that failed: so look at them again.
 *
 * @param {unknown} error
 * @param {import("./python.mjs").Manifest} manifest
 * @returns {Promise<never>} rejects with what is wrong with a file, else with the error
 */
async function explained(error, manifest) {
  for (const file of [`${manifest.loader}pyodide.asm.js`, manifest.library]) {
    await fetchedIntact(RUNTIME + file, manifest.files[file].integrity);
  }
  throw error;
}

function checkWebAssembly() {
  if (typeof WebAssembly !== "object") {
    throw new RuntimeFault("unsupported", "no WebAssembly");
  }
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (error) {
    throw new RuntimeFault("blocked", error);
  }
}

/**
 * Hears of Pyodide's own compilation: tells the next stage when it is done, and fails when it fails.
 * Compiles without streaming where a server gives the file the wrong type.
 *
 * @returns {Promise<void>}
 */
function watchedCompilation() {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((resolve, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const response = await source;
        if (!response.ok) {
          throw new RuntimeFault("missing", `${response.status} ${response.url}`);
        }
        const isTyped = response.headers.get("Content-Type") === "application/wasm";
        const instance = isTyped
          ? await instantiateStreaming(response, imports)
          : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
        tell({ stage: "starting" });
        resolve();
        return instance;
      } catch (error) {
        const isDamaged = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
        reject(error instanceof RuntimeFault ? error : new RuntimeFault(isDamaged ? "damaged" : "missing", error));
        throw error;
      }
    };
  });
}

/**
 * @param {string} address
 * @returns {Promise<any>} the module
 */
async function imported(address) {
  try {
    return await import(address);
  } catch (error) {
    throw new RuntimeFault("missing", error);
  }
}

/**
 * @param {string} address
 * @param {RequestInit} options
 * @returns {Promise<Response>}
 */
async function fetched(address, options) {
  const response = await fetch(address, options).catch((error) => {
    throw new RuntimeFault("missing", error);
  });
  if (!response.ok) {
    throw new RuntimeFault("missing", `${response.status} ${address}`);
  }
  return response;
}

/**
 * The content of a file, if it is the one that the build made. `integrity` works without a secure context, unlike
 * `crypto.subtle`, but fails just as a lost connection does: so ask once more whether the file is there.
 *
 * @param {string} address
 * @param {string} integrity
 * @returns {Promise<Uint8Array>}
 */
async function fetchedIntact(address, integrity) {
  try {
    const response = await fetched(address, { integrity });
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    await fetched(address, { method: "HEAD", cache: "no-store" });
    throw new RuntimeFault("damaged", error);
  }
}

const starting = start();

starting.then(
  () => tell({ stage: "ready" }),
  (error) => tell({ failed: error instanceof RuntimeFault ? error.fault : "stopped", detail: String(error) }),
);

self.onmessage = async (/** @type {MessageEvent<Request>} */ { data: { id, text } }) => {
  const answer = await starting;
  try {
    tell({ id, answer: answer(text) });
  } catch (error) {
    tell({ failed: "stopped", detail: String(error) });
  }
};
