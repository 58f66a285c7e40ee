import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keptPng } from "./png-cache.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "pictures-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a picture is drawn once, and anew if its SVG or width changes", async () => {
  const draw = vi.fn(async (svg: string, width: number) => Uint8Array.from([svg.length, width]));
  const inner = join(folder, "not-yet-there");
  expect([...(await keptPng("<svg/>", 7, inner, draw))]).toEqual([6, 7]);
  expect([...(await keptPng("<svg/>", 7, inner, draw))]).toEqual([6, 7]);
  expect(draw).toHaveBeenCalledTimes(1);
  expect([...(await keptPng("<svg/>", 8, inner, draw))]).toEqual([6, 8]);
  expect([...(await keptPng("<svg />", 7, inner, draw))]).toEqual([7, 7]);
  expect(draw).toHaveBeenCalledTimes(3);
  expect(readdirSync(inner).filter((name) => !/^[0-9a-f]{64}\.png$/.test(name))).toEqual([]);
});

test("what could not be drawn is not kept", async () => {
  const draw = async () => {
    throw new Error("no font file");
  };
  await expect(keptPng("<svg/>", 7, folder, draw)).rejects.toThrow("no font file");
  expect(readdirSync(folder)).toEqual([]);
});
