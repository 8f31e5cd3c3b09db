/** The page's side of the worker: one worker for the whole visit, and no request that is never settled. */

import { RuntimeFault } from "./protocol.mjs";

/**
 * @typedef {import("./protocol.mjs").Cause} Cause
 * @typedef {import("./protocol.mjs").Message} Message
 * @typedef {"idle" | "fetching" | "starting" | "ready" | "failed"} State
 * @typedef {{ resolve: (answer: string) => void, reject: (fault: RuntimeFault) => void }} Waiting
 */

/** Milliseconds that each part may take: generous, because phones and trains are slow. */
const LIMITS = Object.freeze({ fetching: 180_000, starting: 90_000, answering: 30_000 });

/**
 * A worker made from a blob: that imports the real one inherits the page's content security policy; a worker made from an
 * address would run under none.
 *
 * @returns {Worker}
 */
function newWorker() {
  const address = new URL("./worker.mjs", import.meta.url).href;
  const source = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(source), { type: "module", name: "follow-up-checker" });
}

/** Starts Python when asked, and again after a failure. Tells every change of `state` by the event `state`. */
class Client extends EventTarget {
  /** @type {State} */
  state = "idle";

  /** @type {Cause | undefined} why it failed, while `state` is `failed` */
  cause;

  /** @type {Worker | undefined} */
  #worker;

  /** @type {Map<number, Waiting>} requests without an answer, by id */
  #waiting = new Map();

  #lastId = 0;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** Start Python, unless it runs or is starting. */
  start() {
    if (this.#worker) {
      return;
    }
    if (typeof Worker !== "function" || typeof WebAssembly !== "object") {
      this.#fail("unsupported", "no workers or no WebAssembly");
      return;
    }
    this.#enter("fetching");
    try {
      this.#worker = newWorker();
    } catch (error) {
      this.#fail("blocked", error);
      return;
    }
    const worker = this.#worker;
    worker.onmessage = (/** @type {MessageEvent<Message>} */ { data }) => this.#hear(data);
    worker.onerror = (event) => this.#fail(this.state === "fetching" ? "missing" : "stopped", event.message);
  }

  /**
   * @param {string} text JSON
   * @returns {Promise<string>} JSON; rejects with a `RuntimeFault` when Python fails before the answer is there
   */
  ask(text) {
    this.start();
    return new Promise((resolve, reject) => {
      if (!this.#worker) {
        reject(new RuntimeFault(this.cause ?? "stopped", "not running"));
        return;
      }
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve, reject });
      this.#worker.postMessage({ id: this.#lastId, text });
      if (this.state === "ready") {
        this.#limit(LIMITS.answering);
      }
    });
  }

  /** @param {Message} message */
  #hear(message) {
    if ("failed" in message) {
      this.#fail(message.failed, message.detail);
    } else if ("stage" in message) {
      this.#enter(message.stage);
    } else {
      this.#waiting.get(message.id)?.resolve(message.answer);
      this.#waiting.delete(message.id);
      this.#limit(this.#waiting.size ? LIMITS.answering : undefined);
    }
  }

  /**
   * @param {State} state
   * @param {Cause} [cause]
   */
  #enter(state, cause) {
    this.state = state;
    this.cause = cause;
    if (state === "fetching" || state === "starting") {
      this.#limit(LIMITS[state]);
    } else {
      this.#limit(this.#waiting.size ? LIMITS.answering : undefined);
    }
    this.dispatchEvent(new Event("state"));
  }

  /**
   * End the worker, which may be stuck, and refuse what waits. The next start makes a new one.
   *
   * @param {Cause} cause
   * @param {unknown} detail
   */
  #fail(cause, detail) {
    console.warn("The checker's Python failed:", cause, detail);
    this.#worker?.terminate();
    this.#worker = undefined;
    const refused = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#enter("failed", cause);
    for (const { reject } of refused) {
      reject(new RuntimeFault(cause, detail));
    }
  }

  /** @param {number | undefined} milliseconds from now until the worker counts as stuck; never if undefined */
  #limit(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = milliseconds === undefined ? undefined : setTimeout(() => this.#fail("slow", this.state), milliseconds);
  }
}

export const client = new Client();
