// On every page the theme fetches the index of its search, 120 KB, and works through it. Hold that until a reader goes to
// the search, or comes from it: the addresses of its results and of shared searches say so.
{
  /** What generators of sites call the index; one of another name is not held. */
  const INDEX = /\/search(?:\/search_index)?\.json$/;

  const { open, send } = XMLHttpRequest.prototype;
  const indexes = new WeakSet();
  /** @type {(() => void)[]} */
  const held = [];
  let isWanted = /[?&][hq]=/.test(location.search);

  XMLHttpRequest.prototype.open = function (/** @type {[string, string | URL]} */ ...request) {
    if (INDEX.test(String(request[1]))) indexes.add(this);
    return Reflect.apply(open, this, request);
  };

  XMLHttpRequest.prototype.send = function (...body) {
    if (isWanted || !indexes.has(this)) return send.apply(this, body);
    held.push(() => send.apply(this, body));
  };

  const release = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Element && target.closest('[data-md-component="search"], [for="__search"], #__search'))) return;
    isWanted = true;
    for (const sendNow of held.splice(0)) sendNow();
  };
  for (const sign of ["focusin", "change", "pointerdown", "pointerover"]) addEventListener(sign, release, { passive: true });
}
