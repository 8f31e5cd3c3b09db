/** The module that the build writes beside the page's own: the manifest, as `fetching.mjs` describes it. */
declare const manifest: import("../docs/assets/checker/fetching.mjs").Manifest;
export default manifest;
