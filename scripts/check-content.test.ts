import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLedger } from "../src/ledger/read-ledger.ts";
import { inspectContent } from "./check-content.ts";

test("the content of the site has no problems", () => {
  expect(inspectContent("content").problems).toEqual([]);
});

test("no draft, theme, clause, event or person of the published story is named by its id in code", () => {
  const { drafts, themes, events, people } = readLedger("content/ledger");
  const clauses = themes.flatMap(({ clauses }) => clauses);
  const ids = new Set([...drafts, ...themes, ...clauses, ...events, ...people].map(({ id }) => id));
  const files = execFileSync("git", ["ls-files", "src", "scripts", "test"], { encoding: "utf8" }).split("\n");
  const named = files
    .filter((file) => /\.(ts|tsx|astro|mjs|js)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/["'`#/]([a-z0-9]+(?:-[a-z0-9]+)*)["'`#/]/g)]
        .filter(([, id = ""]) => ids.has(id))
        .map(([, id]) => `${file}: ${id}`),
    );
  expect(named).toEqual([]);
});
