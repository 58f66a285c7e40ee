import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { embeds } from "../../../src/content.ts";
import { EMBED_BYTES, SCRIPT_BYTES } from "../../../src/embed/contract.ts";
import { type Stage, startStage } from "./host.ts";

const SITE = resolve(process.env.DIST_DIR ?? "dist");
let stage: Stage;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());

function bytes(file: string): number {
  return brotliCompressSync(readFileSync(join(SITE, file))).length;
}

const charts = embeds.filter(({ what }) => what === "chart");

it.for(embeds)("the embed of $id fits into one initial window", ({ id }) => {
  expect(bytes(`embed/${id}/index.html`)).toBeLessThanOrEqual(EMBED_BYTES);
});

it("embed.js keeps to its budget", () => expect(bytes("embed.js")).toBeLessThanOrEqual(SCRIPT_BYTES));

it("every embed is one request, without cookie or storage", async () => {
  const page = await stage.open(
    charts.map(({ id }) => `<iframe src="${stage.site}embed/${id}/?theme=dark"></iframe>`).join(""),
  );
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.reload({ waitUntil: "networkidle" });
  expect(requests.filter((url) => url.startsWith(stage.site)).sort()).toEqual(
    charts.map(({ id }) => `${stage.site}embed/${id}/?theme=dark`).sort(),
  );
  expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  await page.context().close();
});

it("opened by itself an embed is one request too, keeps nothing, and could not ask for more", async () => {
  const page = await stage.browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${stage.site}embed/army-cap/`, { waitUntil: "networkidle" });
  expect(requests).toEqual([`${stage.site}embed/army-cap/`]);
  expect(
    await page.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]),
  ).toEqual(["", 0, 0, 0]);
  expect(
    await page.evaluate(() =>
      fetch("/").then(
        () => "came",
        () => "refused",
      ),
    ),
  ).toBe("refused");
  await page.close();
});
