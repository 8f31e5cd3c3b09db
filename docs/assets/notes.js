// The theme shows a citation's note beside its number. Here the note gets a name, and Escape takes it away (WCAG 1.4.13).
{
  const NOTE = ".md-tooltip2";
  const SHOWN = "md-tooltip2--active";

  // The heading of the list that the notes are copied from.
  const LIST = "who-says-so";

  if (document.getElementById(LIST)) {
    new MutationObserver((changes) => {
      for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (added instanceof Element && added.matches(NOTE)) {
          added.setAttribute("aria-labelledby", LIST);
        }
      }
    }).observe(document.body, { childList: true });

    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") {
        // The theme shows it again the next time that its number is pointed at or gets the focus.
        for (const note of document.querySelectorAll(`.${SHOWN}`)) {
          note.classList.remove(SHOWN);
        }
      }
    });
  }
}
