import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../lib/browser.ts";
import { copyProject } from "../lib/project-copy.ts";
import { shellEnvironment } from "../lib/project-copy.ts";

// `npm run dev` in a copy of the project, with a reader's browser at one page, while an editor saves files.
let project: string;
let server: ChildProcess;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  project = copyProject();
  server = spawn(process.execPath, ["node_modules/astro/bin/astro.mjs", "dev", "--port", "0"], {
    cwd: project,
    env: { ...shellEnvironment(), ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
  });
  origin = await new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [server.stdout!, server.stderr!])
      stream.on("data", (data: Buffer) => {
        output += data.toString();
        const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (address) resolve(address);
      });
    server.on("close", () => reject(new Error(output)));
  });
  browser = await launchChromium();
  page = await browser.newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(project, { recursive: true, force: true });
});

/** Saves a content file with another text, as an editor does. */
function save(file: string, from: string, to: string): void {
  const path = join(project, "content", file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const text = () =>
  page
    .locator("body")
    .innerText({ timeout: 1000 })
    .catch(() => "");
const SOON = { timeout: 60_000, interval: 200 };
const TITLE = "Trump and Putin meet in Anchorage, leave without a deal";

test("a saved fact shows in the open page", async () => {
  await page.goto(`${origin}/events/alaska-summit/`, { timeout: 120_000 });
  expect(await text()).toContain(TITLE);
  save("ledger/events/plan.yaml", TITLE, "Trump and Putin meet in Anchorage for three hours");
  await expect.poll(text, SOON).toContain("Trump and Putin meet in Anchorage for three hours");
}, 240_000);

test("a mistake takes the place of the page, with file, line, the text around it and how to mend it, until it is mended", async () => {
  const [first] = readFileSync(join(project, "content/ledger/events/plan.yaml"), "utf8").split("\n");
  save("ledger/events/plan.yaml", "topic: plan", "topic: <peace>");
  await expect.poll(text, SOON).toContain("content/ledger/events/plan.yaml:2:10");
  const shown = await text();
  for (const part of [
    "A problem in the content",
    '`topic` is "<peace>"',
    "Expected: one of plan, france, corruption",
    `1  ${first}`,
    "choose one of these",
  ])
    expect(shown).toContain(part);
  expect(await page.locator("mark").innerText()).toContain("topic: <peace>");
  save("ledger/events/plan.yaml", "topic: <peace>", "topic: plan");
  await expect.poll(text, SOON).toContain("Anchorage for three hours");
}, 120_000);

test("problems of several files are told together: what only a view can judge comes when the rest is mended", async () => {
  save("charts/army-cap.yaml", "view: army-cap", "view: entrances");
  await expect.poll(text, SOON).toContain("there is no view `entrances`");
  expect(await text()).toContain("content/charts/army-cap.yaml:2:7");
  save("explainers/en/plan.mdx", "## In short", "## In short {x}");
  save("glossary.yaml", "topic: ", "tpoic: ");
  await expect.poll(text, SOON).toContain("unknown key `tpoic`");
  save("glossary.yaml", "tpoic: ", "topic: ");
  await expect.poll(text, SOON).toContain("`{x}` would be run as code");
  save("explainers/en/plan.mdx", "## In short {x}", "## In short");
  await expect.poll(text, SOON).toContain("there is no view `entrances`");
  save("charts/army-cap.yaml", "view: entrances", "view: army-cap");
  await expect.poll(text, SOON).toContain("Anchorage for three hours");
}, 240_000);
