import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { serveFolder } from "../../scripts/static-server.ts";

/** Flags under which Chromium neither needs a sandbox nor talks to anybody. */
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

/** A headless Chromium, with `more` flags; the path comes from `npm test`, or is Debian's. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [...FLAGS, ...more],
  });
}

/** Serves the built site (`dist/`, or DIST_DIR) on a free port of loopback. Throws if there is none yet. */
export async function serveSite(): Promise<{ server: Server; origin: string }> {
  const root = resolve(process.env.DIST_DIR ?? "dist");
  if (!existsSync(root))
    throw new Error(`there is no ${root}: run \`npm run build\` before the browser tests`);
  const { server, port } = await serveFolder(root, 0);
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
