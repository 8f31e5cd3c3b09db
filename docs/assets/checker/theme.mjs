/**
 * Runs the theme's script once Python has no need of the processor. It works through the whole page, for as long as Python
 * takes for half of its start, and nobody who came with a filled-in form came for that. Where Python is not starting, the
 * script does not wait.
 */

import { client } from "./client.mjs";

/** Milliseconds between two looks. */
const PAUSE = 50;

/** Milliseconds after which it runs in any case: the search and the colours are the theme's too. */
const LONGEST = 4_000;

function runWhenQuiet() {
  if (client.isBusy && performance.now() < LONGEST) {
    setTimeout(runWhenQuiet, PAUSE);
    return;
  }
  for (const held of /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll("script[data-held]"))) {
    const script = document.createElement("script");
    script.src = held.src;
    held.replaceWith(script);
  }
}

runWhenQuiet();
