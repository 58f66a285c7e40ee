import astro from "eslint-plugin-astro";
import jsxA11y from "eslint-plugin-jsx-a11y";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist", ".build", ".astro", ".cache", "node_modules", "bench"] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  ...astro.configs["jsx-a11y-recommended"],
  { ...jsxA11y.flatConfigs.recommended, files: ["**/*.tsx"] },
  {
    rules: {
      // Where the types cannot know that a list is not empty, the code says so.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-expressions": ["error", { allowTernary: true }],
    },
  },
  {
    files: ["**/*.astro"],
    rules: {
      // Tables that scroll take focus, so that they can be scrolled by keyboard.
      "astro/jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region"], tags: ["main", "nav"] }],
    },
  },
);
