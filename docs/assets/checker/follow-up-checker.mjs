/** The element around the checker's form: starts Python at the first sign of intent, asks it, and shows what it says. */

import { client } from "./client.mjs";
import { isConnectionFree } from "./connection.mjs";
import { showFaults } from "./faults.mjs";
import { addRow, fillIn, offerZones, openCalendar, removeRow, setClock, showWhatApplies, takeDay, valuesOf } from "./form.mjs";
import { RuntimeFault } from "./protocol.mjs";

/** @typedef {{ errors?: import("./faults.mjs").Fault[], html?: string, summary: string }} Reply */

/** Signs that a reader is about to use the form. */
const INTENT = ["focusin", "pointerdown", "touchstart"];

/** Whose table a reader is led to who has not said who the contact is. */
const UNKNOWN = "unknown";

/** Milliseconds without a change before the answer is brought up to date. */
const PAUSE = 300;

/**
 * Move the focus, and the page with it unless the place is well in view: on a phone an answer would else begin at the
 * lower edge of the screen.
 *
 * @param {HTMLElement} place
 */
function takeTo(place) {
  place.focus({ preventScroll: true });
  const { top } = place.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 3) {
    place.scrollIntoView({ block: "start" });
  }
}

export class FollowUpChecker extends HTMLElement {
  /** Counts requests, so that a late answer to an earlier one is not shown. */
  #asked = 0;

  /** Whether the reader has asked for an answer: from then on, changes bring it up to date. */
  #isWanted = false;

  /** Whether a question was refused because Python failed: it is asked again should Python come by itself. */
  #isOwed = false;

  /** Ends every listener when the element leaves the page. */
  #connection = new AbortController();

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // Hundreds of names, for one field that few open.
    this.#part("[list]").addEventListener("focus", () => offerZones(this.#form), { signal, once: true });
    for (const sign of INTENT) {
      this.addEventListener(sign, () => client.start(), { signal, once: true, passive: true });
    }
    if (isConnectionFree()) {
      // Once something has been painted, which comes before a question.
      requestAnimationFrame(() => globalThis.requestIdleCallback(() => signal.aborted || client.start()));
    }
    this.addEventListener("change", (event) => this.#afterChange(event), { signal });
    this.addEventListener("click", (event) => this.#afterClick(event), { signal });
    client.addEventListener("state", () => this.#showState(), { signal });
    window.addEventListener("hashchange", () => this.#fillFromAddress(), { signal });
    this.toggleAttribute("data-has-calendar", "showPicker" in HTMLInputElement.prototype);
    showWhatApplies(this.#form);
    this.#fillFromAddress();
    this.#showState();
  }

  disconnectedCallback() {
    this.#connection.abort();
    clearTimeout(this.#pause);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {Event} event */
  #afterChange(event) {
    takeDay(event.target);
    showWhatApplies(this.#form);
    this.#linkTable();
    this.#askAfterPause();
  }

  /** @param {Event} event */
  #afterClick(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.matches("[type=submit]")) {
      // Return in a field clicks it as well. Its form is not submitted: some frames allow no forms.
      event.preventDefault();
      this.#isWanted = true;
      this.#ask({ movesFocus: true });
    } else if (button?.matches(".checker-calendar")) {
      openCalendar(button);
    } else if (button?.matches("[data-add-row]")) {
      const row = addRow(/** @type {Element} */ (button.parentElement));
      showWhatApplies(this.#form);
      /** @type {HTMLElement} */ (row.querySelector("select, input")).focus();
    } else if (button?.matches("[data-remove-row]")) {
      removeRow(/** @type {Element} */ (button.closest("[data-row]")));
      this.#part("#checker-attempts").focus();
      this.#askAfterPause();
    } else if (button?.matches("[data-retry]")) {
      this.#part("[type=submit]").focus();
      client.start();
      if (this.#isWanted) {
        this.#ask({ movesFocus: true });
      }
    }
  }

  #askAfterPause() {
    clearTimeout(this.#pause);
    if (this.#isWanted && client.state !== "failed") {
      this.#pause = setTimeout(() => this.#ask({ movesFocus: false }), PAUSE);
    }
  }

  /** @param {{ movesFocus: boolean }} options whether the reader is taken to what comes back */
  async #ask({ movesFocus }) {
    clearTimeout(this.#pause);
    this.#isOwed = false;
    this.#asked += 1;
    const number = this.#asked;
    setClock(this.#form);
    this.#say(client.state === "ready" ? "working" : "waiting");
    try {
      const reply = JSON.parse(await client.ask(this.#question()));
      if (number === this.#asked) {
        this.#show(reply, movesFocus);
      }
    } catch (error) {
      // The client's state has told the reader already.
      if (!(error instanceof RuntimeFault)) {
        throw error;
      }
      this.#isOwed = true;
    }
  }

  /** What was entered, and where on this site the answer may lead, as text for the door. */
  #question() {
    const { language, claim, dispute } = this.dataset;
    return JSON.stringify({ form: valuesOf(this.#form), language, addresses: { claim, dispute } });
  }

  /**
   * @param {Reply} reply
   * @param {boolean} movesFocus
   */
  #show({ errors = [], html = "", summary }, movesFocus) {
    const problem = this.#part(".checker-problem");
    const answer = this.#part(".checker-answer");
    showFaults(problem, this.#form, errors);
    answer.hidden = errors.length > 0;
    this.#part("[data-answer]").innerHTML = html;
    this.#part(".checker-status").textContent = summary;
    if (movesFocus) {
      takeTo(errors.length ? problem : this.#part("#checker-answer"));
    }
  }

  #showState() {
    const { state, cause, canRetry } = client;
    this.dataset.runtime = state;
    this.#part(".checker-failure").hidden = state !== "failed";
    this.#part("[data-retry]").hidden = !canRetry;
    this.#linkTable();
    if (cause) {
      this.#say(cause);
    } else if (state !== "idle") {
      this.#say(this.#isWanted ? "waiting" : state);
    }
    if (state === "ready" && this.#isOwed) {
      this.#ask({ movesFocus: true });
    }
  }

  /** Lead to the table that was worked out beforehand for what has been entered. */
  #linkTable() {
    const { contact_type: contact, route, promise } = valuesOf(this.#form);
    const table = route === "agency" ? "agency_recruiter" : String(contact || UNKNOWN);
    const link = /** @type {HTMLAnchorElement} */ (this.#part("[data-table]"));
    const part = promise === "date" ? "promised" : "no-date";
    const address = link.dataset.table ?? "";
    link.setAttribute("href", address.replace("{contact}", table.replaceAll("_", "-")).replace("{part}", part));
  }

  /** @param {string} state one whose sentence the status line carries */
  #say(state) {
    const status = this.#part(".checker-status");
    status.textContent = status.dataset[state] ?? "";
  }

  /** A link such as `checker/#contact_type=hr` opens the form with that filled in. */
  #fillFromAddress() {
    const fragment = location.hash.slice(1);
    if (fragment.includes("=")) {
      fillIn(this.#form, new URLSearchParams(fragment));
    }
  }
}

customElements.define("follow-up-checker", FollowUpChecker);
