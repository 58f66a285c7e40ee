import { readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "./lib/static-server.ts";
import { STORY } from "../vitest.config.ts";
import { ROUTES, matchRoutes } from "../src/routes.ts";
import { launchChromium } from "./lib/browser.ts";

// The example story as somebody else may build it (test/lib/build-story.ts).
const { host: HOST, base: BASE } = STORY;
const root = join(STORY.dist, BASE);

let server: Server;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const served = await serveFolder(STORY.dist, 0);
  server = served.server;
  origin = `http://127.0.0.1:${served.port}`;
  browser = await launchChromium();
  // Without the site's own policy: escaping must do without it.
  page = await (await browser.newContext({ bypassCSP: true })).newPage();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const files = (...endings: string[]) =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => !file.startsWith("pagefind") && endings.some((ending) => file.endsWith(ending)),
  );
const read = (file: string) => readFileSync(join(root, file), "utf8");
const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;

test("no attack becomes markup in a page, a drawing or a feed, and no address leaves the base", () => {
  const faults: string[] = [];
  const pages = files(".html");
  expect(pages.length).toBeGreaterThan(100);
  for (const file of [...pages, ...files(".svg", ".xml")]) {
    const note = (what: string) => faults.push(`${file}: ${what.slice(0, 160)}`);
    let script: string | undefined;
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          script = name === "script" ? "" : undefined;
          for (const [key, value] of Object.entries(attributes)) {
            if (/^on/i.test(key) || key.includes("{") || /^\s*javascript:/i.test(value))
              note(`<${name} ${key}="${value}">`);
            if (key === "src" && value === "x") note(`<${name} src="x">`);
            if (!["href", "src", "action", "srcset", "content"].includes(key)) continue;
            const leaves =
              (value.startsWith("/") && !value.startsWith(`${BASE}/`)) ||
              (value.startsWith(HOST) && !value.startsWith(`${HOST}${BASE}/`));
            // An embed resolves what it holds against the host, and every address in it begins with the base.
            if (leaves && !(name === "base" && value === `${HOST}/`))
              note(`<${name} ${key}="${value}"> leaves the base`);
          }
        },
        ontext(text) {
          if (script !== undefined) script += text;
        },
        onclosetag(name) {
          if (name === "script" && script?.includes("hit()") && !script.trimStart().startsWith("{"))
            note(`<script>${script}`);
          script = undefined;
        },
      },
      { xmlMode: !file.endsWith(".html") },
    );
    parser.end(read(file));
  }
  expect(faults).toEqual([]);
});

test("no file names another address of the site, no cell of a table starts a formula, and every JSON file can be read", () => {
  for (const file of files(".xml", ".json", ".txt", ".md", ".csv", ".svg", ".js", ".css"))
    expect(
      /draft-by-draft\.example|https:\/\/example\.org(?!\/some\/path\/)/.exec(read(file))?.[0],
      file,
    ).toBe(undefined);
  const cellsOf = (csv: string) =>
    [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
    );
  for (const file of files(".csv"))
    expect(
      cellsOf(read(file)).filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell)),
      file,
    ).toEqual([]);
  for (const file of files(".json")) expect(() => JSON.parse(read(file)) as unknown, file).not.toThrow();
});

test("every page is of one kind and shows no hole; the chart and the explainer that were added have their pages", () => {
  const pages = files(".html").map(pathOf);
  expect(pages).toEqual(expect.arrayContaining(["/charts/one-more/", "/embed/one-more/", "/one-more/"]));
  expect(read("index.html")).toContain(`href="${BASE}/one-more/"`);
  expect(read("charts/index.html")).toContain(`href="${BASE}/charts/one-more/"`);
  for (const file of files(".html")) {
    expect(matchRoutes(pathOf(file)), file).toHaveLength(1);
    const text = read(file)
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]*>/g, " ");
    expect(/\b(undefined|NaN|Invalid Date|\[object Object\])/.exec(text)?.[0], file).toBe(undefined);
  }
});

test("words are said to be marked where some are, and a drawing with marks says what they mean", () => {
  const panels = read("index.html").split("score__about").slice(1);
  const marked = panels.filter((panel) => panel.includes("Marked against"));
  expect(marked.length).toBeGreaterThan(0);
  for (const panel of marked) expect(panel).toMatch(/<(del|ins)\b/);
  const drawings = files(".html").filter((file) => file.startsWith("embed/clause/"));
  for (const [kind, words] of [
    ["struck", "Struck:"],
    ["inserted", "Underlined twice:"],
  ] as const) {
    const hasKey = drawings.map((file) => read(file).includes(words));
    expect(hasKey).toEqual(drawings.map((file) => new RegExp(`<tspan class="[^"]*${kind}`).test(read(file))));
    expect(new Set(hasKey).size).toBe(2);
  }
});

test("in a browser without the site's policy, no attack runs on any type of page, and nothing is missing or asked outside the base", async () => {
  const faults: string[] = [];
  await page.exposeFunction("hit", () => void faults.push(`an attack ran on ${page.url()}`));
  page.on("dialog", (dialog) => void faults.push(dialog.message()));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}${BASE}/`) && !request.url().startsWith("data:"))
      faults.push(`${page.url()} asks ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  const pages = files(".html").map(pathOf);
  const firstOfType = Object.keys(ROUTES).flatMap(
    (name) => pages.find((candidate) => matchRoutes(candidate)[0] === name) ?? [],
  );
  for (const path of firstOfType) {
    await page.goto(`${origin}${BASE}${path}`, { waitUntil: "load" });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("main *")) {
        element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        element.dispatchEvent(new FocusEvent("focus"));
      }
    });
  }
  await page.waitForLoadState("networkidle");
  expect(faults).toEqual([]);
});

test("a word longer than a line widens no type of page on a phone", async () => {
  const phone = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const longest = files(".html").filter((file) => /\w{40}/.test(read(file).replace(/<[^>]*>/g, " ")));
  const byType = Map.groupBy(longest.map(pathOf), (path) => matchRoutes(path)[0] ?? "");
  expect(byType.size).toBeGreaterThan(2);
  for (const [path = ""] of byType.values()) {
    await phone.goto(`${origin}${BASE}${path}`, { waitUntil: "load" });
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBe(0);
  }
  await phone.context().close();
});

test("a reader finds something by search and opens it, all under the base, and attacks in results are text", async () => {
  await page.goto(`${origin}${BASE}/charts/`);
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("script");
  const link = page.locator("dialog .search-results a").first();
  await link.waitFor();
  expect(await page.locator("dialog .search-results :is(script, img, svg)").count()).toBe(0);
  await link.click();
  await page.waitForURL((url) => url.pathname.startsWith(`${BASE}/`) && url.pathname !== `${BASE}/charts/`);
  expect(await page.locator("h1").count()).toBe(1);
});
