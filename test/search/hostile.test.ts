import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { indexSite } from "../../scripts/index-search.ts";
import { serveFolder } from "../../scripts/static-server.ts";
import type { SearchRecord } from "../../src/search/records.ts";
import { launchChromium } from "../lib/browser.ts";

const MARKUP = '<img src=x onerror="document.title=1"><b>bold</b> &lt;i&gt; <mark>no</mark>';
const RECORD: SearchRecord = {
  url: "/glossary/#zyxwv",
  title: `Zyxwv ${MARKUP}`,
  text: `zyxwv ${MARKUP}`,
  filters: { kind: "Term" },
  date: "2025-11-20",
  shownDate: `20 ${MARKUP}`,
};

it("markup in what is indexed is shown as text", async () => {
  const root = mkdtempSync(join(tmpdir(), "search-"));
  for (const name of ["assets", "search"])
    cpSync(join(resolve(process.env.DIST_DIR ?? "dist"), name), join(root, name), { recursive: true });
  writeFileSync(join(root, "search", "records.json"), JSON.stringify([RECORD]));
  await indexSite(root);
  const [browser, { server, port }] = await Promise.all([launchChromium(), serveFolder(root, 0)]);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/search/?q=zyxwv`);
  const result = page.locator("#search-page .result");
  await result.waitFor();
  expect(await result.locator("img, b, i").count()).toBe(0);
  expect(await result.locator(".result__title").innerText()).toContain("<img");
  expect(await result.locator(".result__meta").innerText()).toContain("<b>bold</b>");
  expect(await page.title()).not.toBe("1");
  await browser.close();
  server.close();
  rmSync(root, { recursive: true });
});
