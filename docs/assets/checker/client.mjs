/** The page's side of Python: one worker for the whole visit, and no request that is never settled. */

import { ARCHIVES, checkBrowser, fetchedIntact, fetchParts, MODULES, RUNTIME } from "./fetching.mjs";
import manifest from "./manifest.mjs";
import { causeOf, RuntimeFault } from "./protocol.mjs";

/**
 * @typedef {import("./protocol.mjs").Cause} Cause
 * @typedef {import("./protocol.mjs").Message} Message
 * @typedef {"idle" | "fetching" | "starting" | "ready" | "failed"} State
 * @typedef {{ text: string, resolve: (answer: string) => void, reject: (fault: RuntimeFault) => void }} Waiting
 */

/** Milliseconds that each part may take: generous, because phones and trains are slow. */
const LIMITS = Object.freeze({ fetching: 180_000, starting: 90_000, answering: 30_000 });

/** Causes that another try cannot change. */
const FINAL = new Set(["unsupported", "blocked"]);

/**
 * A worker made from a blob: that imports the real one inherits the page's content security policy; a worker made from an
 * address would run under none. It names all modules, so that they are fetched at once and not one after the other.
 *
 * @returns {Worker}
 */
function newWorker() {
  const [program, start, protocol, python, worker] = MODULES.map((file) => JSON.stringify(RUNTIME + file));
  const options = { index: `${RUNTIME}${manifest.loader}nothing/`, lock: manifest.lock, places: Object.keys(ARCHIVES) };
  const source = `
    import ${program};
    import ${protocol};
    import ${python};
    import { loadPyodide } from ${start};
    import { serve } from ${worker};
    serve(loadPyodide, ${JSON.stringify(options)});`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return new Worker(address, { type: "module", name: "follow-up-checker" });
}

/** Starts Python when asked, and again after a failure. Tells every change of `state` by the event `state`. */
class Client extends EventTarget {
  /** @type {State} */
  state = "idle";

  /** @type {Cause | undefined} why it failed, while `state` is `failed` */
  cause;

  /** @type {Worker | undefined} */
  #worker;

  /** Ends what is being fetched when its worker ends. */
  #fetching = new AbortController();

  /** @type {Map<number, Waiting>} requests without an answer, by id */
  #waiting = new Map();

  #lastId = 0;

  /** Whether a policy has forbidden something since the last start. */
  #isForbidden = false;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    globalThis.addEventListener("online", () => this.cause === "offline" && this.start());
    document.addEventListener("securitypolicyviolation", () => (this.#isForbidden = true));
  }

  /** Whether, after a failure, another try may help. */
  get canRetry() {
    return this.state === "failed" && !FINAL.has(this.cause ?? "");
  }

  /** Whether Python is on its way, or a request waits for its answer. */
  get isBusy() {
    return this.state === "fetching" || this.state === "starting" || this.#waiting.size > 0;
  }

  /** Start Python, unless it runs or is starting. */
  start() {
    if (this.#worker) {
      return;
    }
    // In a frame without an origin of its own, which such a sandbox makes, nothing is the policy's 'self' to a worker.
    this.#isForbidden = globalThis.origin === "null";
    try {
      checkBrowser();
      this.#worker = newWorker();
    } catch (error) {
      this.#fail(causeOf(error), error);
      return;
    }
    const worker = this.#worker;
    worker.onmessage = (/** @type {MessageEvent<Message>} */ { data }) => this.#hear(data);
    // An error that the worker could not tell by itself: its modules did not come, or the browser ended it.
    worker.onerror = ({ message }) =>
      this.state === "ready" ? this.#fail("stopped", message) : this.#explain(worker, message);
    this.#fetching = new AbortController();
    this.#enter("fetching");
    this.#give(worker);
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
      this.#waiting.set(this.#lastId, { text, resolve, reject });
      if (this.state === "ready") {
        this.#send(this.#lastId);
      }
    });
  }

  /** @param {number} id of a request that waits */
  #send(id) {
    this.#worker?.postMessage({ id, text: this.#waiting.get(id)?.text });
    this.#limit(LIMITS.answering);
  }

  /** @param {Worker} worker gets what Python is made of */
  async #give(worker) {
    try {
      const parts = await fetchParts(this.#fetching.signal);
      if (worker === this.#worker) {
        worker.postMessage(parts, Object.values(parts.archives).map(({ buffer }) => buffer));
        this.#enter("starting");
      }
    } catch (error) {
      if (worker === this.#worker) {
        this.#fail(causeOf(error), error);
      }
    }
  }

  /**
   * Fail before Python is ready. An import does not say why it failed: so look at the files again, unless a policy has
   * spoken.
   *
   * @param {Worker} worker
   * @param {string} message what the worker says
   */
  async #explain(worker, message) {
    if (this.#isForbidden) {
      this.#fail("blocked", message);
      return;
    }
    let reason = new RuntimeFault("stopped", message);
    try {
      await Promise.all(MODULES.map((file) => fetchedIntact(file)));
    } catch (error) {
      reason = /** @type {RuntimeFault} */ (error);
    }
    if (worker === this.#worker && this.state !== "ready") {
      this.#fail(causeOf(reason), reason);
    }
  }

  /** @param {Message} message */
  #hear(message) {
    if ("failed" in message) {
      this.#fail(message.failed, message.detail);
    } else if ("stage" in message) {
      this.#enter(message.stage);
      for (const id of this.#waiting.keys()) {
        this.#send(id);
      }
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
    this.#limit(state === "fetching" || state === "starting" ? LIMITS[state] : undefined);
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
    this.#fetching.abort();
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
