import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../lib/browser.ts";
import { copyProject, shellEnvironment } from "../lib/project-copy.ts";

// `npm run dev` on the least that a story needs, in a copy of the project: every page answers, and an open page shows what an
// editor saves.
const STORY = "examples/minimal";
const PAIR = "/compare/first/second/";

let project: string;
let server: ChildProcess;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  project = copyProject();
  server = spawn(process.execPath, ["node_modules/astro/bin/astro.mjs", "dev", "--port", "0"], {
    cwd: project,
    env: { ...shellEnvironment(), CONTENT_DIR: STORY, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
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
async function save(file: string, from: string, to: string): Promise<void> {
  // A page that is still loading does not hear of changes yet.
  await page.waitForLoadState("networkidle");
  const path = join(project, STORY, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** What the page shows, and Astro's overlay over it. */
const text = async () => {
  const parts = page.locator("body, #title, #message-content, #code-content");
  return (await parts.allInnerTexts().catch(() => [])).join("\n");
};
const SOON = { timeout: 60_000, interval: 200 };

test("every address in the pages of a minimal story answers, from the front page on; its embeds and the comparison among them", async () => {
  const faults: string[] = [];
  const pages = new Map([["/", ""]]);
  const asked = new Set<string>();
  for (const [path] of pages) {
    const response = await fetch(origin + path, { headers: { accept: "text/html" } });
    const html = await response.text();
    if (response.status !== 200) faults.push(`${path}: ${response.status}`);
    pages.set(path, html);
    for (const [, address = ""] of html.matchAll(/<(?:a|link)\b[^>]*? href="([^"]+)"/g)) {
      const url = new URL(address, origin + path);
      if (url.origin !== origin || asked.has(url.pathname) || url.pathname.startsWith("/@")) continue;
      asked.add(url.pathname);
      // A copy of an article in Markdown is written after the build.
      if (url.pathname.endsWith("/")) pages.set(url.pathname, "");
      else if (!url.pathname.endsWith(".md") && !(await fetch(url)).ok) faults.push(`${path} → ${address}`);
    }
  }
  expect(faults).toEqual([]);
  expect([...pages.keys()].filter((path) => path.startsWith("/embed/clause/"))).toHaveLength(3);
  expect([...pages.keys()].filter((path) => /^\/(events|people|charts|glossary|changes)/.test(path))).toEqual(
    [],
  );
  await page.goto(origin + PAIR);
  // The page may load once more while Vite prepares its scripts, so each sentence is waited for.
  for (const sentence of [
    "1 not mentioned, 1 changed and 1 new.",
    "A term of seven years",
    "A term of four years",
  ])
    await expect.poll(text, SOON).toContain(sentence);
}, 240_000);

test("a saved answer shows in the open page", async () => {
  await save("ledger/answers.yaml", "A term of four years", "A term of five years");
  await expect.poll(text, SOON).toContain("A term of five years");
}, 120_000);

test("a mistake shows with file, line, the text around it and how to fix it, until it is fixed", async () => {
  await save("ledger/answers.yaml", "says: A term of five", "sasy: A <term> of five");
  for (const part of [`${STORY}/ledger/answers.yaml`, "sasy", "fix: ", "A <term> of five"])
    await expect.poll(text, SOON).toContain(part);
  await save("ledger/answers.yaml", "sasy: A <term> of five", "says: A term of five");
  await expect.poll(text, SOON).toContain("A term of five years");
  expect(await text()).not.toContain("fix: ");
}, 120_000);
