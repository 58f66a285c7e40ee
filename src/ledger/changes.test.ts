import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readChanges } from "./changes.ts";
import type { Ledger } from "./ledger.ts";

const ledger = { sources: [{ id: "ap" }] } as unknown as Ledger;
const read = (yaml: string) => {
  const path = join(mkdtempSync(join(tmpdir(), "changes-")), "changes.yaml");
  writeFileSync(path, yaml);
  return readChanges(path, ledger);
};
const row = (id: string, more = "", date = "2026-11-24") =>
  `- id: ${id}\n  date: '${date}'\n  page: /plan/\n  kind: change\n  note: N\n${more}`;

describe("changes.yaml", () => {
  test("is read latest first; within a day the last one added comes first", () => {
    const changes = read(row("a") + row("b") + row("c", "", "2026-11-25"));
    expect(changes.map((change) => change.id)).toEqual(["c", "b", "a"]);
  });

  test.each([
    [
      "a correction without its texts",
      row("a").replace("kind: change", "kind: correction"),
      /:4:\d+ the correction has no `before`[\s\S]*the correction has no `after`/,
    ],
    [
      "a source that is not in the ledger",
      row("a", "  sources: [ap, apx]\n"),
      /:6:\d+ the source `apx` does not exist/,
    ],
    [
      "an id that is taken",
      row("a") + row("a"),
      /:6:\d+ the id `a` stands twice; fix: choose another id, or merge with line 1/,
    ],
    ["an unknown key", row("a", "  befor: x\n"), /:6:\d+ unknown key `befor`/],
    [
      "a page that is no path",
      row("a").replace("/plan/", "plan"),
      /:3:\d+ `page` must be the path of a page/,
    ],
    ["a day that does not exist", row("a", "", "2026-11-31"), /:2:\d+ `date` must be a date that exists/],
    ["a file that is no list", "id: a\n", /:1:1 the file is not a list of changes/],
  ])("is refused for %s", (_, yaml, message) => {
    expect(() => read(yaml)).toThrow(message);
  });
});
