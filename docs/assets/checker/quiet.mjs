/** Says by an event of the window, `checker-quiet`, when Python has no need of the processor; the theme waits for it. */

import { client } from "./client.mjs";

/** Milliseconds between two looks. */
const PAUSE = 50;

function tellWhenQuiet() {
  if (client.isBusy) {
    setTimeout(tellWhenQuiet, PAUSE);
  } else {
    dispatchEvent(new Event("checker-quiet"));
  }
}

addEventListener("load", tellWhenQuiet);
