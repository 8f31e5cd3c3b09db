/** How the scripts of the page, and the few that run under Node, are checked. */

import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";

export default defineConfig([
  globalIgnores([".boot/", ".venv/", "build/", "docs/assets/runtime/", "site/"]),
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [js.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["docs/assets/**", "overrides/**"],
    languageOptions: { globals: globals.browser },
  },
  {
    // Scripts of the page that are no modules, and share what the theme leaves there (types/theme.d.ts).
    files: ["docs/assets/*.js", "overrides/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: { __md_get: "writable", __md_set: "writable", __md_scope: "readonly", document$: "readonly" },
    },
  },
  {
    // Runs in a page, in a worker and under Node alike.
    files: ["docs/assets/checker/python.mjs"],
    languageOptions: { globals: globals["shared-node-browser"] },
  },
  {
    files: ["eslint.config.mjs", "scripts/**", "tests/**"],
    languageOptions: { globals: globals.nodeBuiltin },
  },
]);
