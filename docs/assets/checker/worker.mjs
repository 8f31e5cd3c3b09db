/** The worker: starts Python from what the page gives it, then answers one request after the other (protocol.mjs). */

import { ARCHIVES, fetchedIntact, RUNTIME } from "./fetching.mjs";
import manifest from "./manifest.mjs";
import { causeOf } from "./protocol.mjs";
import { startPython } from "./python.mjs";

const PROGRAM = ["pyodide.mjs", "pyodide.asm.js"].map((name) => manifest.loader + name);

const REHEARSALS = 12;

/** Milliseconds between two rehearsals, in which a question may come. */
const PAUSE = 100;

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

/** @type {(parts: import("./protocol.mjs").Parts) => void} */
let give = () => {};

/** @type {Promise<import("./protocol.mjs").Parts>} */
const parts = new Promise((resolve) => {
  give = resolve;
});

/** Begins before the parts are here: Pyodide's own preparations take as long as compiling its program. */
async function start() {
  const [{ loadPyodide }] = await loading;
  const index = `${RUNTIME}${manifest.loader}nothing/`;
  const program = parts.then((given) => given.program);
  const places = /** @type {(keyof typeof ARCHIVES)[]} */ (Object.keys(ARCHIVES));
  const archives = Object.fromEntries(places.map((place) => [place, parts.then((given) => given.archives[place])]));
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

/**
 * Give the first answer some times more, to nobody, while nothing is asked. Chromium keeps what it has compiled for the
 * next visit only once it has optimised about a megabyte of it, which a single answer may not reach.
 *
 * @param {string} text
 * @param {number} times
 */
function rehearse(text, times) {
  setTimeout(() => {
    try {
      answer(text);
    } catch {
      return; // Nobody waits for it. A reader's own question will tell.
    }
    if (times > 1) {
      rehearse(text, times - 1);
    }
  }, PAUSE);
}

const starting = start();
// Known before the first message where the files do not come.
starting.catch(fail);
let isGiven = false;
let isRehearsed = false;

self.onmessage = async (/** @type {MessageEvent} */ { data }) => {
  if (!isGiven) {
    isGiven = true;
    give(data);
    return;
  }
  try {
    await starting;
    tell({ id: data.id, answer: answer(data.text) });
  } catch (error) {
    fail(error);
    return;
  }
  if (!isRehearsed) {
    isRehearsed = true;
    rehearse(data.text, REHEARSALS);
  }
};
