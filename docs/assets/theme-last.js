// The theme's own script works through the whole page, for as long as Python takes for half of its start. On the page of the
// checker it is held as data, and runs when the checker has no need of the processor, or when it has waited long enough:
// the search, the colours and the menus are in it.
{
  const LONGEST = 4_000;

  const run = () => {
    for (const held of /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll("script[data-held]"))) {
      const script = document.createElement("script");
      script.src = held.src;
      // It waits for the page to be read, which it has been.
      script.addEventListener("load", () => document$.next(document));
      held.replaceWith(script);
    }
  };

  addEventListener("DOMContentLoaded", () => {
    addEventListener("checker-quiet", run);
    setTimeout(run, LONGEST);
  });
}
