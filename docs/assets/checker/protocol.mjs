/**
 * What the page and the worker say to each other. Only text crosses: no object of either side.
 *
 * @typedef {{ id: number, text: string }} Request
 *   A filled-in form as JSON text; the answer has the same id.
 *
 * @typedef {"unsupported" | "blocked" | "missing" | "damaged" | "slow" | "stopped"} Cause
 *   Why Python cannot answer: the browser has no WebAssembly, a policy forbids it, a file cannot be fetched, a file is not the
 *   one that the build made, a time limit has passed, the program failed.
 *
 * @typedef {{ stage: "fetching" | "starting" | "ready" }} StageMessage
 * @typedef {{ id: number, answer: string }} AnswerMessage
 * @typedef {{ failed: Cause, detail: string }} FailureMessage
 *   The last message of a worker: whoever started it ends it and refuses the requests that wait.
 * @typedef {StageMessage | AnswerMessage | FailureMessage} Message
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
