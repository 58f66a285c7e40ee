import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** What the page shows, and Astro's overlay over it. */
const text = async () => {
  const parts = page.locator("body, #title, #message-content, #code-content");
  return (await parts.allInnerTexts().catch(() => [])).join("\n");
};
const SOON = { timeout: 60_000, interval: 200 };
const FILE = readdirSync("content/ledger/events").filter((name) => name.endsWith(".yaml"))[0]!;
/** The first event of that file, as it is published. */
const [, id = "", title = ""] = /^- id: (\S+)[\s\S]*?^  title: (.+)$/m.exec(
  readFileSync(`content/ledger/events/${FILE}`, "utf8"),
)!;
const plain = title.replace(/^["']|["']$/g, "");

test("a saved fact shows in the open page", async () => {
  await page.goto(`${origin}/events/${id}/`, { timeout: 120_000 });
  await expect.poll(text, SOON).toContain(plain);
  save(`ledger/events/${FILE}`, title, "Another title");
  await expect.poll(text, SOON).toContain("Another title");
}, 240_000);

test("a mistake shows with file, line, the text around it and how to fix it, until it is fixed", async () => {
  save(`ledger/events/${FILE}`, "title: Another title", "tilte: <Another> title");
  await expect.poll(text, SOON).toContain(`content/ledger/events/${FILE}`);
  const shown = await text();
  for (const part of ["tilte", "fix: ", "tilte: <Another> title"])
    expect(shown).toContain(part);
  save(`ledger/events/${FILE}`, "tilte: <Another> title", "title: Another title");
  await expect.poll(text, SOON).toContain("Another title");
  expect(await text()).not.toContain("fix: ");
}, 120_000);
