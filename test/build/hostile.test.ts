import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "../../scripts/static-server.ts";
import { launchChromium } from "../lib/browser.ts";
import { EXAMPLES } from "../lib/examples.ts";
import { copyProject } from "./project-copy.ts";
import { shellEnvironment } from "./shell-environment.ts";

// A whole site whose every free text is an attack. The rule of the ledger that refuses < and > is taken out of it, so that
// only the escaping of what is written stands between the text and the reader.
const BAN = `.refine((text) => !/[<>]/.test(text), "plain text without < or >")`;

let project: string;
let root: string;
let server: Server;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  project = copyProject();
  root = join(project, ".build/site");
  const fields = join(project, "src/ledger/fields.ts");
  const rules = readFileSync(fields, "utf8");
  expect(rules).toContain(BAN);
  writeFileSync(fields, rules.replace(BAN, ""));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      cwd: project,
      encoding: "utf8",
      env: { ...shellEnvironment(), BUILD_DIR: root },
    });
  expect(Number(/spoiled (\d+)/.exec(run("test/build/hostile-content.ts"))?.[1])).toBeGreaterThan(4000);
  mkdirSync(root, { recursive: true });
  run("node_modules/astro/bin/astro.mjs", "build", "--silent");
  ({ server, port: origin } = await serveFolder(root, 0).then(({ server, port }) => ({
    server,
    port: `http://127.0.0.1:${port}`,
  })));
  browser = await launchChromium();
  // Without the site's own policy: escaping must do without it.
  const context = await browser.newContext({ bypassCSP: true });
  page = await context.newPage();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(project, { recursive: true, force: true });
});

const files = (...endings: string[]) =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    endings.some((ending) => file.endsWith(ending)),
  );

/** What a parser finds in the files that nobody but an attacker wrote. */
function intrusions(paths: string[], type: "text/html" | "application/xml"): Promise<string[]> {
  return page.evaluate(
    async ([paths, type]) => {
      const found: string[] = [];
      for (const path of paths) {
        const text = await (await fetch(`/${path}`)).text();
        const parsed = new DOMParser().parseFromString(text, type);
        if (parsed.querySelector("parsererror"))
          found.push(`${path}: ${parsed.querySelector("parsererror")!.textContent.slice(0, 200)}`);
        for (const element of parsed.querySelectorAll("*")) {
          for (const { name, value } of element.attributes) {
            if (/^on/i.test(name) || name.includes("{") || /^\s*javascript:/i.test(value))
              found.push(`${path}: <${element.localName} ${name}="${value.slice(0, 80)}">`);
          }
          if (element.localName === "script" && /json/.test(element.getAttribute("type") ?? "")) {
            try {
              JSON.parse(element.textContent);
            } catch (error) {
              found.push(`${path}: JSON-LD ${String(error)}`);
            }
          } else if (element.localName === "script" && element.textContent.includes("hit()"))
            found.push(`${path}: <script>${element.textContent.slice(0, 80)}`);
          if (element.getAttribute("src") === "x") found.push(`${path}: <${element.localName} src="x">`);
        }
      }
      return found;
    },
    [paths, type] as const,
  );
}

test("no attack becomes markup in any page", async () => {
  await page.goto(`${origin}/robots.txt`);
  const pages = files(".html");
  expect(pages.length).toBeGreaterThan(500);
  expect(await intrusions(pages, "text/html")).toEqual([]);
}, 120_000);

test("no attack becomes markup in a drawing or a feed, and each is well-formed", async () => {
  await page.goto(`${origin}/robots.txt`);
  const documents = files(".svg", ".xml");
  expect(documents.length).toBeGreaterThan(15);
  expect(await intrusions(documents, "application/xml")).toEqual([]);
  // Feeds carry HTML in their text: it is markup for whoever reads the feed.
  for (const file of files(".xml").filter((file) => file.includes("feed")))
    expect(await htmlInFeed(readFileSync(join(root, file), "utf8")), file).toEqual([]);
});

/** Tags and handlers in the HTML contents of a feed that the site does not write. */
function htmlInFeed(xml: string): Promise<string[]> {
  return page.evaluate((xml) => {
    const contents = [
      ...new DOMParser().parseFromString(xml, "application/xml").getElementsByTagName("content"),
    ];
    return contents.flatMap((content) => {
      const html = new DOMParser().parseFromString(
        content.getAttribute("type") === "html" ? content.textContent : content.innerHTML,
        "text/html",
      );
      return [...html.querySelectorAll("script, img, svg, [onx]")].map((element) =>
        element.outerHTML.slice(0, 120),
      );
    });
  }, xml);
}

test("no cell of a table starts a formula", () => {
  const tables = files(".csv");
  expect(tables.length).toBeGreaterThan(30);
  const formulas = tables.flatMap((file) =>
    cellsOf(readFileSync(join(root, file), "utf8"))
      .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell))
      .map((cell) => `${file}: ${cell.slice(0, 60)}`),
  );
  expect(formulas).toEqual([]);
});

/** Every cell of a CSV as a spreadsheet reads it. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

test("every JSON file can be read", () => {
  for (const file of files(".json", ".webmanifest"))
    expect(() => JSON.parse(readFileSync(join(root, file), "utf8")), file).not.toThrow();
});

test("in a browser without the site's policy, no attack runs on any type of page", async () => {
  const hits: string[] = [];
  await page.exposeFunction("hit", () => void hits.push(page.url()));
  page.on("dialog", (dialog) => void hits.push(dialog.message()));
  for (const { path } of EXAMPLES) {
    await page.goto(origin + path);
    // Text of the attacks stands there to be read.
    if (path === "/timeline/")
      expect(await page.locator("main").innerText()).toContain("<script> hit() </script>");
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("main *")) {
        element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        element.dispatchEvent(new FocusEvent("focus"));
      }
    });
  }
  await page.goto(`${origin}/feed.xml`);
  await page.waitForTimeout(200);
  expect(hits).toEqual([]);
}, 180_000);
