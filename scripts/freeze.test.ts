import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, afterEach, expect, test } from "vitest";
import { readFrozen } from "../src/export/frozen.ts";
import { freeze } from "./freeze.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "freeze-"));
  mkdirSync(join(root, "dist/charts"), { recursive: true });
  for (const type of ["svg", "png", "csv"])
    writeFileSync(join(root, `dist/charts/army-cap.${type}`), `the ${type}`);
  built({});
});
afterEach(() => rmSync(root, { recursive: true }));

const built = (changes: object) =>
  writeFileSync(
    join(root, "dist/charts/army-cap.json"),
    JSON.stringify({
      page: "https://site.org/charts/army-cap/",
      version: "2026-11-25",
      version_hash: "00000001",
      ...changes,
    }),
  );
const version = (date: string, hash: string) => new Map([["chart/army-cap", { date, hash }]]);
const frozen = (id: string | undefined, versions = version("2026-11-25", "00000001")) =>
  freeze(id, {
    site: join(root, "dist"),
    into: join(root, "frozen"),
    charts: ["army-cap", "lineage"],
    versions,
  });

test("a copy is the four files as they are built, under the day of the version", () => {
  const files = frozen("army-cap");
  expect(files).toEqual(
    ["svg", "png", "csv", "json"].map((type) => join(root, `frozen/army-cap/2026-11-25.${type}`)),
  );
  expect(readFileSync(files[1]!, "utf8")).toBe("the png");
  expect(readFrozen(join(root, "frozen"))).toEqual([{ chart: "army-cap", date: "2026-11-25" }]);
});

test("a copy never changes; a later version has one of its own, and stands first", () => {
  frozen("army-cap");
  writeFileSync(join(root, "dist/charts/army-cap.csv"), "other");
  expect(() => frozen("army-cap")).toThrow(/has a copy of 2026-11-25 already/);
  built({ version: "2026-12-01", version_hash: "00000002" });
  frozen("army-cap", version("2026-12-01", "00000002"));
  expect(readFileSync(join(root, "frozen/army-cap/2026-11-25.csv"), "utf8")).toBe("the csv");
  expect(readFrozen(join(root, "frozen")).map(({ date }) => date)).toEqual(["2026-12-01", "2026-11-25"]);
});

test.each([
  ["no id", undefined, "which chart?; expected one of army-cap, lineage; mend: npm run freeze -- <id>"],
  ["an unknown id", "army", "there is no chart `army`; expected one of army-cap, lineage"],
  ["a path", "../army-cap", "there is no chart `../army-cap`"],
  ["a chart that is not built", "lineage", "lineage.json: is missing; mend: npm run build"],
])("%s is refused", (_, id, message) => {
  expect(() => frozen(id)).toThrow(message);
});

test("a site that was built of something else, or for nobody, is refused", () => {
  expect(() => frozen("army-cap", version("2026-11-25", "00000009"))).toThrow(
    /is of 2026-11-25 \(00000001\); expected 2026-11-25 \(00000009\)/,
  );
  built({ page: "https://draft-by-draft.example/charts/army-cap/" });
  expect(() => frozen("army-cap")).toThrow(/expected where readers find the site; mend: SITE_URL=/);
  expect(readFrozen(join(root, "frozen"))).toEqual([]);
});

test("a copy that lacks a file, and a file of no copy, are named", () => {
  const [svg] = frozen("army-cap");
  rmSync(svg!);
  expect(() => readFrozen(join(root, "frozen"))).toThrow(/2026-11-25\.svg: is missing; mend/);
  writeFileSync(svg!, "");
  for (const name of ["2026-11-25.txt", "notes.svg"]) {
    writeFileSync(join(root, "frozen/army-cap", name), "");
    expect(() => readFrozen(join(root, "frozen")), name).toThrow(
      `${name}: expected <YYYY-MM-DD>.svg|png|csv|json`,
    );
    rmSync(join(root, "frozen/army-cap", name));
  }
});
