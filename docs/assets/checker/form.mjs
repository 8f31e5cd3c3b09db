/** The form's controls: what they hold, which of them apply, rows that come and go, and values given in an address. */

const CONTROLS = "input, select, textarea, button";

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string | string[]>} what each control holds that applies, by name
 */
export function valuesOf(form) {
  /** @type {Record<string, string | string[]>} */
  const values = {};
  for (const [name, value] of new FormData(form)) {
    values[name] = name in values ? [values[name], String(value)].flat() : String(value);
  }
  return values;
}

/**
 * Set the hidden controls that say where and when the reader is.
 *
 * @param {HTMLFormElement} form
 */
export function setClock(form) {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  setValue(form, "now", `${day}T${two(now.getHours())}:${two(now.getMinutes())}`);
  setValue(form, "zone", Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
}

/**
 * Offer the browser's list of time zones.
 *
 * @param {HTMLFormElement} form
 */
export function offerZones(form) {
  const zones = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  form.querySelector("datalist")?.replaceChildren(...zones.map((zone) => new Option("", zone)));
}

/**
 * Open the browser's own calendar for the day beside the button.
 *
 * @param {Element} button
 */
export function openCalendar(button) {
  const day = /** @type {Element} */ (button.parentElement);
  const [typed, picker] = /** @type {HTMLInputElement[]} */ ([...day.querySelectorAll("input")]);
  picker.value = typed.value;
  picker.showPicker();
}

/**
 * Put a day chosen in the calendar into the text beside it.
 *
 * @param {EventTarget | null} picker what has changed; nothing happens unless it is a calendar
 */
export function takeDay(picker) {
  if (picker instanceof HTMLInputElement && picker.matches(".checker-picker") && picker.value) {
    const typed = /** @type {HTMLInputElement} */ (picker.parentElement?.querySelector("input"));
    typed.value = picker.value;
    typed.focus();
  }
}

/**
 * Show the fields whose conditions hold, and hide the others. A hidden field keeps what it holds, but does not count.
 *
 * @param {HTMLFormElement} form
 */
export function showWhatApplies(form) {
  // In the order of the page: a field may depend on one that has just been hidden.
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-shown-when]"))) {
    const applies = conditionsOf(field).every((condition) => holds(form, condition));
    field.hidden = !applies;
    for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll(CONTROLS))) {
      control.disabled = !applies;
    }
  }
}

/**
 * Add an empty row of controls.
 *
 * @param {Element} rows the part of the form with the rows and their template
 * @returns {Element} the row
 */
export function addRow(rows) {
  const list = /** @type {HTMLElement} */ (rows.querySelector("[data-rows]"));
  const template = /** @type {HTMLTemplateElement} */ (rows.querySelector("template"));
  const row = /** @type {Element} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
  const number = list.dataset.nextRow ?? "0";
  list.dataset.nextRow = String(Number(number) + 1);
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      attribute.value = attribute.value.replaceAll("#", number);
    }
  }
  list.append(row);
  countRows(list);
  return row;
}

/** @param {Element} row */
export function removeRow(row) {
  const list = /** @type {Element} */ (row.parentElement);
  row.remove();
  countRows(list);
}

/**
 * Fill in what an address says, such as `contact_type=hr&promised.to=2026-06-10`, and the answers that its fields depend on.
 *
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} given
 */
export function fillIn(form, given) {
  for (const [name, value] of given) {
    setValue(form, name, value);
  }
  // Afterwards, so that what the address says itself comes first.
  for (const name of given.keys()) {
    answerWhatItDependsOn(form, name);
  }
  showWhatApplies(form);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function setValue(form, name, value) {
  addRowsFor(form, name);
  for (const control of controlsOf(form, name)) {
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      control.checked ||= control.value === value;
    } else {
      control.value = value;
    }
    control.closest("details")?.setAttribute("open", "");
  }
}

/**
 * Give the answers without which a field is not shown, where there are none that show it.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function answerWhatItDependsOn(form, name) {
  const field = controlsOf(form, name)[0]?.closest("[data-shown-when]") ?? null;
  for (const { name: other, isNot, values } of conditionsOf(field)) {
    const isAnswered = controlsOf(form, other).some((control) => values.includes(answerOf(control)));
    if (!isNot && !isAnswered && values[0] !== "*") {
      setValue(form, other, values[0]);
      answerWhatItDependsOn(form, other);
    }
  }
}

/**
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control
 * @returns {string} what it holds, even while it does not apply; nothing where it is not chosen
 */
function answerOf(control) {
  const isLeft = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type) && !control.checked;
  return isLeft ? "" : control.value;
}

/**
 * Add rows until the one that a name such as `attempts[1].at` belongs to is there; ten at most.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function addRowsFor(form, name) {
  const [, list, number] = /^(\w+)\[(\d)\]\./.exec(name) ?? [];
  const rows = list && form.querySelector(`[data-rows="${list}"]`)?.parentElement;
  while (rows && !controlsOf(form, name).length && rows.querySelectorAll("[data-row]").length <= Number(number)) {
    addRow(rows);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]}
 */
function controlsOf(form, name) {
  const found = form.elements.namedItem(name);
  const controls = found instanceof RadioNodeList ? [...found] : [found];
  return /** @type {HTMLInputElement[]} */ (controls.filter((control) => control));
}

/** @param {Element} list */
function countRows(list) {
  for (const [index, place] of list.querySelectorAll("[data-row-number]").entries()) {
    place.textContent = String(index + 1);
  }
}

/**
 * The conditions of a field, all of which must hold, such as `route=agency stage!=fair,withdrawn`; `*` is any answer.
 *
 * @param {Element | null} field
 */
function conditionsOf(field) {
  const written = field?.getAttribute("data-shown-when")?.split(" ") ?? [];
  return written.map((condition) => {
    const [name, values] = condition.split(/!?=/);
    return { name, isNot: condition.includes("!="), values: values.split(",") };
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {{ name: string, isNot: boolean, values: string[] }} condition
 */
function holds(form, { name, isNot, values }) {
  const given = controlsOf(form, name).filter((control) => !control.disabled).map(answerOf);
  const matches = given.some((answer) => answer !== "" && (values.includes("*") || values.includes(answer)));
  return matches !== isNot;
}
