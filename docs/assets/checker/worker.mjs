/** The worker: starts Python from what the page gives it, then answers one request after the other (protocol.mjs). */

import { causeOf } from "./protocol.mjs";
import { startPython } from "./python.mjs";

/** Milliseconds between two rehearsals, in which a question may come. */
const PAUSE = 100;

/** How often the first answer is still to be given to nobody. */
let rehearsals = 12;

/** @param {import("./protocol.mjs").Message} message */
function tell(message) {
  self.postMessage(message);
}

/** @param {unknown} error */
function fail(error) {
  tell({ failed: causeOf(error), detail: String(error) });
}

/**
 * Give an answer some times more, to nobody, while nothing is asked. Chromium keeps what it has compiled for the next
 * visit only once it has optimised about a megabyte of it, which a single answer may not reach.
 *
 * @param {(text: string) => string} answer
 * @param {string} text
 */
function rehearse(answer, text) {
  if (rehearsals === 0) {
    return;
  }
  rehearsals -= 1;
  setTimeout(() => {
    try {
      answer(text);
    } catch {
      return; // Nobody waits for it. A reader's own question will tell.
    }
    rehearse(answer, text);
  }, PAUSE);
}

/**
 * Start Python and answer. Begins before the first message is here, which brings what Python is made of: Pyodide's own
 * preparations take as long as compiling its program.
 *
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {object} options
 * @param {string} options.index the folder, with a slash at its end, in which Pyodide looks for what it was not given
 * @param {object} options.lock Pyodide's lock, without packages
 * @param {string[]} options.places where Python finds the archives that the first message brings
 */
export function serve(loadPyodide, { index, lock, places }) {
  /** @type {Promise<import("./protocol.mjs").Parts>} */
  const parts = new Promise((resolve) => {
    self.onmessage = (/** @type {MessageEvent} */ { data }) => {
      self.onmessage = hear;
      resolve(data);
    };
  });
  const archives = Object.fromEntries(places.map((place) => [place, parts.then((given) => given.archives[place])]));
  const starting = startPython(loadPyodide, { index, lock, archives, program: parts.then((given) => given.program) });
  starting.then(() => tell({ stage: "ready" })).catch(fail);

  /** @param {MessageEvent<import("./protocol.mjs").Request>} message */
  async function hear({ data: { id, text } }) {
    try {
      const { door } = await starting;
      tell({ id, answer: door.answer(text) });
      rehearse(door.answer, text);
    } catch (error) {
      fail(error);
    }
  }
}
