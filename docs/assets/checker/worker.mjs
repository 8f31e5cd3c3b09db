/** The worker: starts Python from what the page gives it, then answers one request after the other (protocol.mjs). */

import { fetchedIntact, RUNTIME } from "./fetching.mjs";
import manifest from "./manifest.mjs";
import { causeOf } from "./protocol.mjs";
import { startPython } from "./python.mjs";

const PROGRAM = ["pyodide.mjs", "pyodide.asm.js"].map((name) => manifest.loader + name);

/** @param {import("./protocol.mjs").Message} message */
function tell(message) {
  self.postMessage(message);
}

/** @param {unknown} error */
function fail(error) {
  tell({ failed: causeOf(error), detail: String(error) });
}

/** Both at once; Pyodide would import the second by itself, but only after the first has come. */
const loading = Promise.all(PROGRAM.map((file) => import(RUNTIME + file))).catch(explained);

/** @type {(text: string) => string} */
let answer;

/** @param {import("./protocol.mjs").Parts} parts */
async function start({ program, archives }) {
  const [{ loadPyodide }] = await loading;
  const index = `${RUNTIME}${manifest.loader}nothing/`;
  const { wire } = await startPython(loadPyodide, { index, program, archives, lock: manifest.lock });
  answer = wire.answer;
  tell({ stage: "ready" });
}

/**
 * An import does not say why it failed: so look at the files again.
 *
 * @param {unknown} error
 * @returns {Promise<never>} rejects with what is wrong with a file, else with the error
 */
async function explained(error) {
  for (const file of PROGRAM) {
    await fetchedIntact(file);
  }
  throw error;
}

/** @type {Promise<void> | undefined} */
let starting;

self.onmessage = async (/** @type {MessageEvent} */ { data }) => {
  try {
    if (!starting) {
      starting = start(data);
      await starting;
      return;
    }
    await starting;
    tell({ id: data.id, answer: answer(data.text) });
  } catch (error) {
    fail(error);
  }
};

// Known before the first message where the files do not come.
loading.catch(fail);
