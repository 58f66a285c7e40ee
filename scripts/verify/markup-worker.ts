import { parentPort, workerData } from "node:worker_threads";
import { HtmlValidate } from "html-validate";
import type { HtmlFile } from "../html-files.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Matters of style that Astro and Prettier settle.
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "long-title": "off",
    "no-raw-characters": "off",
    // The skip link's target and scrollable tables take focus on purpose.
    "tel-non-breaking": "off",
    "doctype-style": "off",
    // No hash of a policy reaches a style attribute.
    "no-inline-style": ["error", { allowedProperties: [] }],
    "valid-id": ["error", { relaxed: true }],
    "prefer-native-element": "off",
    // Marks link to their page; the table is the keyboard's way to the same links.
    "aria-hidden-body": "error",
    "svg-focusable": "off",
    "hidden-focusable": "off",
  },
});

// Runs on a thread of its own: markup.ts hands it pages, it answers with their problems.
const problems: string[][] = [];
for (const page of workerData as readonly HtmlFile[]) {
  const report = await validator.validateString(page.html);
  problems.push(
    report.results
      .flatMap((result) => result.messages)
      .map(
        ({ line, column, message, ruleId }) =>
          `${page.file}:${line}:${column} ${message} (${ruleId}); mend: see html-validate.org/rules/${ruleId}.html`,
      ),
  );
}
parentPort?.postMessage(problems);
