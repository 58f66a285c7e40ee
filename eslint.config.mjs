import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import astro from "eslint-plugin-astro";
import jsxA11y from "eslint-plugin-jsx-a11y";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { literalText } from "./scripts/literal-text.ts";

// The cache of `npm run check` knows rules by this version.
const version = createHash("sha256").update(readFileSync("scripts/literal-text.ts")).digest("hex");
const words = { meta: { name: "words", version }, rules: { "literal-text": literalText } };

export default defineConfig(
  { ignores: ["dist", ".build", ".astro", ".cache", "node_modules", "nightly/bench"] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  ...astro.configs["jsx-a11y-recommended"],
  { ...jsxA11y.flatConfigs.recommended, files: ["**/*.tsx"] },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unused-expressions": ["error", { allowTernary: true }],
    },
  },
  // What is missing says so by its name: src/required.ts. A test that finds nothing fails as it is.
  {
    files: ["**/*.{test,fixture}.{ts,tsx}", "src/charts/cases/*", "test/**", "nightly/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["src/**/*.{astro,ts,tsx}"],
    ignores: ["src/words/**", "src/dev/**", "src/charts/cases/**", "**/*.{test,fixture}.{ts,tsx}"],
    linterOptions: { noInlineConfig: true },
    plugins: { words },
    rules: { "words/literal-text": "error" },
  },
  {
    files: ["**/*.astro"],
    rules: {
      // Tables that scroll take focus, so that they can be scrolled by keyboard.
      "astro/jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region"], tags: ["main", "nav"] }],
    },
  },
);
