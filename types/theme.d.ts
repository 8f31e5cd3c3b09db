/** What the theme's scripts leave in the page, as far as ours touch it. */

/** The folder of the site, below which the theme stores what it stores. */
declare const __md_scope: URL;

/** What is stored under a key, or null; the theme's own type has `index` where the key is `__palette`. */
declare let __md_get: (key: string, storage?: Storage, scope?: URL) => unknown;

declare let __md_set: (key: string, value: { index?: number }, storage?: Storage, scope?: URL) => void;

/** Tells the theme's parts of each page that is shown. */
declare const document$: { next(page: Document): void };
