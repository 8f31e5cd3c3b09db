/**
 * Starts Python before the page has been read to its end where the address fills in the form, as links of other pages do,
 * and where that costs nothing: whoever follows such a link is about to ask.
 */

import { client } from "./client.mjs";
import { isConnectionFree } from "./connection.mjs";

if (location.hash.includes("=") && isConnectionFree()) {
  client.start();
}
