import { mkdtempSync, readdirSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forget, keep, kept, keyOf } from "./build-cache.ts";

test("a name says all that a thing is made of", () => {
  expect(keyOf("a", "b")).toBe(keyOf("a", Buffer.from("b")));
  expect(new Set([keyOf("a", "b"), keyOf("ab"), keyOf("a\nb"), keyOf("b", "a")]).size).toBe(4);
});

test("what a build has not used is removed; what it used or made stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "cache-"));
  for (const name of ["used", "unused"]) {
    keep(folder, name, Buffer.from(name));
    utimesSync(join(folder, name), 0, 0);
  }
  const since = new Date();
  expect(kept(folder, "used")?.toString()).toBe("used");
  expect(kept(folder, "unknown")).toBeUndefined();
  keep(folder, "made", Buffer.from(""));
  forget(folder, since);
  expect(readdirSync(folder).sort()).toEqual(["made", "used"]);
  forget(join(folder, "not-there"), since);
});
