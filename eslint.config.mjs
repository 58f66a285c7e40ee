import css from "@eslint/css";
import astro from "eslint-plugin-astro";
import compat from "eslint-plugin-compat";
import jsxA11y from "eslint-plugin-jsx-a11y";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** The parts of src/, each of which imports only from those before it. What is in src/ itself may be imported by all. */
const PARTS = [
  ["yaml", "format"],
  ["ledger"],
  ["phrases"],
  ["charts"],
  ["styles", "meta"],
  ["files"],
  ["embed"],
  ["texts"],
  ["search"],
  ["content"],
  ["components"],
  ["layouts"],
  ["pages"],
];

/** Keeps the folders at a place of `PARTS` from importing folders of later places, and scripts/. */
const inOneDirection = (folders, i) => ({
  files: folders.map((folder) => `src/${folder}/**/*.{ts,tsx,js,astro}`),
  ignores: ["**/*.{test,fixture}.{ts,tsx}"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^\\.[./]*/(${[...PARTS.slice(i + 1).flat(), "scripts"].join("|")})/`,
            message: "Data flows one way: see PARTS in eslint.config.mjs.",
          },
        ],
      },
    ],
  },
});

export default defineConfig(
  { ignores: ["dist", ".build", ".astro", ".cache", "node_modules", "nightly/bench"] },
  { files: ["**/*.{ts,tsx,mjs,js,astro}"], extends: [tseslint.configs.strict] },
  ...astro.configs.recommended,
  ...astro.configs["jsx-a11y-recommended"],
  { ...jsxA11y.flatConfigs.recommended, files: ["**/*.tsx"] },
  {
    files: ["**/*.{ts,tsx,mjs,js,astro}"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unused-expressions": ["error", { allowTernary: true }],
    },
  },
  {
    files: ["{src,scripts,test}/**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // There are no enums and next to no classes, and these rules take half of the time.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // A type parameter may tie a key to the type of its value.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  // What is missing says so by its name: src/expect-defined.ts. A test that finds nothing fails as it is.
  {
    files: ["**/*.{test,fixture}.{ts,tsx}", "test/**", "nightly/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-useless-default-assignment": "off",
    },
  },
  {
    files: ["**/*.astro"],
    rules: {
      // Tables that scroll take focus, so that they can be scrolled by keyboard.
      "astro/jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region"], tags: ["main", "nav"] }],
    },
  },
  // Prettier does not break the lines of templates: docs/decisions/005.
  {
    files: ["**/*.astro"],
    ignores: [
      "src/components/{AnswerText,Clause}.astro",
      "src/pages/compare/[[]before[]]/[[]after[]].astro",
      "src/pages/drafts/[[]id[]].astro",
    ],
    rules: { "max-len": ["error", { code: 140 }] },
  },
  // Without a locale, the order depends on the machine.
  {
    files: ["src/**", "scripts/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='localeCompare'][arguments.length=1]",
          message: 'Name the language: a.localeCompare(b, "en").',
        },
      ],
    },
  },
  ...PARTS.map(inOneDirection),
  // Interfaces of the browser that scripts use: `browserslist` in package.json.
  {
    ...compat.configs["flat/recommended"],
    files: ["src/client/**/*.ts", "src/embed/**/*.js"],
  },
  {
    files: ["**/*.css"],
    plugins: { css },
    language: "css/css",
    rules: {
      // What docs/embedding.md promises. Allowed are properties without which nothing is missing but a nicety.
      "css/use-baseline": [
        "error",
        {
          available: 2023,
          allowAtRules: ["page"],
          allowProperties: [
            "accent-color",
            "box-decoration-break",
            "content-visibility",
            "field-sizing",
            "forced-color-adjust",
            "orphans",
            "overscroll-behavior",
            "paint-order",
            "text-size-adjust",
            "text-wrap",
            "widows",
          ],
          allowPropertyValues: { "break-after": ["avoid"] },
          allowSelectors: ["details-content", "marker", "popover-open", "target-text"],
        },
      ],
    },
  },
);
