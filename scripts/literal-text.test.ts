import { ESLint } from "eslint";
import { expect, test, vi } from "vitest";

// The project's own settings: where the rule holds is part of it. They take seconds to load.
vi.setConfig({ testTimeout: 30_000 });
const eslint = new ESLint();
const found = async (code: string, filePath: string) => {
  const [result] = await eslint.lintText(code, { filePath, warnIgnored: false });
  expect(result!.messages.filter(({ fatal }) => fatal)).toEqual([]);
  return result!.messages
    .filter(({ ruleId }) => ruleId === "words/literal-text")
    .map(({ line, message }) => [line, message.replace("; mend: move it to src/words/en/", "")]);
};

test("text, spoken attributes and sentences of a template are found, with their lines", async () => {
  const code = `---
// A comment is no text
import Other from "./Other.astro";
const said = \`Drafts of \${1} authors\`;
---
<p class="Two words" aria-label="count">The
  drafts <Other title="all" /> {said} {"one"}</p>
<style>p { color: red; }</style>
<script>call();</script>`;
  expect(await found(code, "src/components/Made.astro")).toEqual([
    [4, "Drafts of 0 authors"],
    [6, "count"],
    [6, "The drafts"],
    [7, "all"],
  ]);
});

test("so are sentences of a script and text of a drawing, but not what makers read", async () => {
  const code = `import a from "Some path";
export const b = "Open the page";
export const c = <text className="Two words">Tap</text>;
export const d = () => { throw new Error("Expected a number"); };
export const e = a.describe("What it holds");
export const f = ["two-words", "lower case words", "M0 0"];`;
  expect(await found(code, "src/charts/made.tsx")).toEqual([
    [2, "Open the page"],
    [3, "Tap"],
  ]);
});

test("the catalogue itself, tests and fixtures may hold words", async () => {
  for (const file of ["src/words/en/made.ts", "src/views/made.test.ts", "src/views/made.fixture.ts"])
    expect(await found('export const b = "Open the page";', file)).toEqual([]);
});
