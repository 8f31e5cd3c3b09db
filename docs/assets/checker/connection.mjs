/** What a start of Python would cost the reader. */

/** @returns {boolean} whether the browser says that its connection is fast and costs nothing; not all browsers say */
export function isConnectionFree() {
  /** @type {{ effectiveType?: string, saveData?: boolean, type?: string } | undefined} */
  const connection = Reflect.get(navigator, "connection");
  return connection?.effectiveType === "4g" && !connection.saveData && connection.type !== "cellular";
}
