/**
 * Faults of what was entered: a summary above the form and a sentence beside each field.
 *
 * @typedef {{ field: string, problem: string, hint: string }} Fault
 */

const CONTROLS = "input:not(.checker-picker), select, textarea";

/**
 * Show these faults and no others.
 *
 * @param {HTMLElement} summary the element `.checker-problem`
 * @param {HTMLFormElement} form
 * @param {Fault[]} faults none when all is well
 */
export function showFaults(summary, form, faults) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".checker-fault"))) {
    place.hidden = true;
    place.textContent = "";
  }
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
  }
  summary.querySelector("ul")?.replaceChildren(...faults.map((fault) => shown(form, fault)));
  summary.hidden = !faults.length;
  const prefix = summary.dataset.titlePrefix ?? "";
  document.title = (faults.length ? prefix : "") + document.title.replace(prefix, "");
}

/**
 * Put a fault beside its field, where it has one on the page.
 *
 * @param {HTMLFormElement} form
 * @param {Fault} fault
 * @returns {HTMLLIElement} the fault's entry in the summary, which leads to the field
 */
function shown(form, { field: name, problem, hint }) {
  const item = document.createElement("li");
  const sentence = [problem, hint].filter(Boolean).join(" ");
  const field = [...form.querySelectorAll(".checker-field:not([hidden])")].find(
    (each) => each.getAttribute("data-field") === name,
  );
  const place = /** @type {HTMLElement | null | undefined} */ (field?.querySelector(".checker-fault"));
  const controls = /** @type {HTMLElement[]} */ ([...(field?.querySelectorAll(CONTROLS) ?? [])]);
  if (!field || !place || !controls.length) {
    item.textContent = sentence;
    return item;
  }
  place.textContent = `${place.textContent} ${sentence}`.trim();
  place.hidden = false;
  for (const control of controls) {
    control.setAttribute("aria-invalid", "true");
  }
  field.closest("details")?.setAttribute("open", "");
  const link = document.createElement("a");
  link.href = `#${controls[0].id}`;
  link.textContent = `${field.querySelector("legend, label")?.textContent} ${sentence}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    controls[0].focus();
  });
  item.append(link);
  return item;
}
