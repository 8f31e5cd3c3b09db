/**
 * What the page and the worker say to each other. Only text, bytes and a compiled program cross: no object of either side.
 *
 * @typedef {{ program: WebAssembly.Module, archives: Record<string, Uint8Array> }} Parts
 *   The first message to a worker: Pyodide's program, and zip archives of modules by their path in Python's file system.
 *
 * @typedef {{ id: number, text: string }} Request
 *   A filled-in form as JSON text; the answer has the same id.
 *
 * @typedef {"unsupported" | "blocked" | "offline" | "missing" | "damaged" | "slow" | "memory" | "stopped"} Cause
 *   Why Python cannot answer: the browser is too old for it, a policy forbids it, there is no network, a file cannot be
 *   fetched, a file is not the one that the build made, a time limit has passed, memory has run out, the program failed.
 *
 * @typedef {{ stage: "ready" }} ReadyMessage
 * @typedef {{ id: number, answer: string }} AnswerMessage
 * @typedef {{ failed: Cause, detail: string }} FailureMessage
 *   The last message of a worker: whoever started it ends it and refuses the requests that wait.
 * @typedef {ReadyMessage | AnswerMessage | FailureMessage} Message
 */

/** An error whose cause the page has a sentence for. Its message is for the console, not for readers. */
export class RuntimeFault extends Error {
  /**
   * @param {Cause} fault
   * @param {unknown} detail
   */
  constructor(fault, detail) {
    super(detail instanceof Error ? detail.message : String(detail));
    this.fault = fault;
  }
}

/**
 * @param {unknown} error
 * @returns {Cause} what to tell the reader about any error: its own cause if it has one
 */
export function causeOf(error) {
  if (error instanceof RuntimeFault) {
    return error.fault;
  }
  // Python's own name for it comes as the error's `type`; a browser throws a RangeError when it cannot allocate.
  const { name = "", type = "", message = "" } = /** @type {Record<string, string>} */ (error ?? {});
  if (name === "SecurityError") {
    return "blocked";
  }
  const isMemory = type === "MemoryError" || (name === "RangeError" && /memory|allocat/i.test(message));
  return isMemory ? "memory" : "stopped";
}
