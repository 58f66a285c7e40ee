import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPages } from "../../scripts/read-pages.ts";
import { serveFolder } from "../../scripts/static-server.ts";
import { shellEnvironment } from "../build/shell-environment.ts";
import { launchChromium } from "../lib/browser.ts";
import { EXAMPLES } from "../lib/examples.ts";

// The site as it stands under a path of somebody's host: built for it, served there, and nothing at the root.
const HOST = "https://example.org";
const BASE = "/draft-by-draft";
const ROOT = resolve(".build/base-site");
const SITE = join(ROOT, BASE);

let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  mkdirSync(ROOT, { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.ts"], {
    env: { ...shellEnvironment(), SITE_URL: `${HOST}${BASE}/`, DIST_DIR: SITE },
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`the build for ${BASE}/ failed:\n${stdout.slice(-500)}\n${stderr.slice(0, 4000)}`);
  let port: number;
  [browser, { server, port }] = await Promise.all([launchChromium(), serveFolder(ROOT, 0)]);
  origin = `http://127.0.0.1:${port}`;
}, 900_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

it("no address in any page leaves the base", () => {
  const keys = ["href", "src", "action", "srcset", "content"];
  const escaped = readPages(SITE).flatMap((page) =>
    page.tags.flatMap(({ name, attributes }) =>
      keys.flatMap((key) => {
        const value = attributes[key] ?? "";
        const leaves =
          (value.startsWith("/") && !value.startsWith(`${BASE}/`)) ||
          (value.startsWith(HOST) && !value.startsWith(`${HOST}${BASE}/`));
        const other = /draft-by-draft\.example/.test(value);
        // An embed resolves what it holds against the host, and every address in it begins with the base.
        return (leaves || other) && !(name === "base" && value === `${HOST}/`)
          ? [`${page.file}: <${name} ${key}="${value}">`]
          : [];
      }),
    ),
  );
  expect(escaped).toEqual([]);
});

it("no file names another address of the site", () => {
  const texts = readdirSync(SITE, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(xml|json|txt|md|csv|svg|bib|webmanifest|js|css)$/.test(file),
  );
  expect(texts.length).toBeGreaterThan(100);
  const wrong = texts.filter((file) => {
    const text = readFileSync(join(SITE, file), "utf8");
    return (
      text.includes("draft-by-draft.example") || /https:\/\/example\.org(?!\/draft-by-draft\/)/.test(text)
    );
  });
  expect(wrong).toEqual([]);
});

it("the manifest, feeds and sitemap stand under the base", () => {
  const read = (file: string) => readFileSync(join(SITE, file), "utf8");
  expect(JSON.parse(read("manifest.webmanifest"))).toMatchObject({
    start_url: `${BASE}/`,
    scope: `${BASE}/`,
    icons: [{ src: `${BASE}/icons/192.png` }, {}, {}, {}],
  });
  expect(read("feed.xml")).toContain(
    `<link rel="self" type="application/atom+xml" href="${HOST}${BASE}/feed.xml"/>`,
  );
  expect(read("sitemap-0.xml")).toContain(`<loc>${HOST}${BASE}/plan/</loc>`);
  expect(read("robots.txt")).toContain(`Sitemap: ${HOST}${BASE}/sitemap-index.xml`);
  expect(read("plan.md")).toContain(`](${HOST}${BASE}/people/zelensky/)`);
});

it(
  "every page type loads under the base, asks for nothing outside it, and misses nothing",
  { timeout: 240_000 },
  async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}${BASE}/`) && !request.url().startsWith("data:"))
        wrong.push(`asks ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    });
    page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
    for (const { path } of EXAMPLES) await page.goto(`${origin}${BASE}${path}`, { waitUntil: "networkidle" });
    expect(wrong).toEqual([]);
    await page.close();
  },
);

it("a reader gets from the front page to a chart and finds something by search, all under the base", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}${BASE}/`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Charts" }).click();
  expect(new URL(page.url()).pathname).toBe(`${BASE}/charts/`);
  await page.locator(".gallery a").first().click();
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${BASE}/charts/[a-z-]+/$`));
  await page.waitForLoadState();
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("frozen assets");
  const first = page.locator("dialog .result a").first();
  await first.waitFor();
  expect(new URL(await first.evaluate((link: HTMLAnchorElement) => link.href)).pathname).toMatch(
    new RegExp(`^${BASE}/`),
  );
  await first.click();
  await page.waitForURL((url) => url.pathname.startsWith(`${BASE}/`) && !url.pathname.includes("/charts/"));
  expect(await page.locator("h1").innerText()).not.toBe("There is no such page");
  await page.close();
});
