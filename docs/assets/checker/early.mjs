/**
 * Starts Python before the page has been read to its end where the address fills in the form, as links of other pages do:
 * whoever follows one is about to ask.
 */

import { client } from "./client.mjs";

if (location.hash.includes("=")) {
  client.start();
}
