import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { withoutBase, withBase } from "../../src/routes.ts";
import { serveFolder } from "./static-server.ts";

/** The folder that is served: `dist/`, or DIST_DIR, which holds the built site under the base of its addresses. */
export const SITE_DIR = resolve(process.env.DIST_DIR ?? "dist");
if (!existsSync(SITE_DIR)) throw new Error(`there is no ${SITE_DIR}: run \`npm run build\` first`);

/** Flags with which Chromium needs no sandbox and sends nothing to anybody. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium whose scroll bars take room, as they do on a desk, with `moreFlags`; `npm test` says where it is. */
export function launchChromium(moreFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [...FLAGS, ...moreFlags],
    ignoreDefaultArgs: ["--hide-scrollbars"],
  });
}

/** Resolves when a page or frame has drawn what is in it now. */
export async function waitUntilDrawn(page: Page | Frame): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** A rule of `_headers`: a path, perhaps with a star at its end, and the headers it sets. */
interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/** The rules of `_headers` of a built site, in order. */
export function headerRules(root = SITE_DIR): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of readFileSync(join(root, withBase("/_headers")), "utf8").split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else {
      const [name = "", ...value] = line.trim().split(":");
      rules.at(-1)!.headers.push([name, value.join(":").trim()]);
    }
  }
  return rules;
}

/** Every header that the rules set for `path`. */
export function headersFor(path: string, rules: readonly HeaderRule[]): [name: string, value: string][] {
  const fits = (rule: HeaderRule) =>
    rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
  return rules.filter(fits).flatMap((rule) => rule.headers);
}

/** Serves the built site on a free port of loopback, with the headers of `_headers`. */
export async function serveSite(): Promise<{ server: Server; origin: string }> {
  const rules = headerRules();
  const { server, port } = await serveFolder(SITE_DIR, 0, (path) =>
    Object.fromEntries(headersFor(withoutBase(path), rules)),
  );
  return { server, origin: `http://127.0.0.1:${port}` };
}

/** Chromium and the built site for the tests of a file. What it returns is filled in before the first of them. */
export function useSite(): { browser: Browser; origin: string } {
  const site = {} as { browser: Browser; origin: string };
  let server: Server;
  beforeAll(async () => {
    [site.browser, { server, origin: site.origin }] = await Promise.all([launchChromium(), serveSite()]);
  });
  afterAll(async () => {
    await site.browser.close();
    server.close();
  });
  return site;
}
