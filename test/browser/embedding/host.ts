import { createServer, type Server } from "node:http";
import { dirname, basename, resolve } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { serveFolder } from "../../../scripts/static-server.ts";
import { headerRules, headersFor } from "../../lib/browser.ts";

/** A page of somebody else's. */
export interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

/** The built site and a host of another site that embeds it, in one browser. */
export interface Stage {
  browser: Browser;
  /** Address of the site, with a slash at its end. */
  site: string;
  /** Address of a copy of the site under a base path. */
  copy: string;
  /** Address of the host, and of a third site that shares nothing with either. */
  host: string;
  stranger: string;
  /** Pages of the host and of the stranger, by path. */
  pages: Map<string, HostPage>;
  /** Opens a page of the host. */
  open(
    html: string,
    options?: BrowserContextOptions & { headers?: Record<string, string>; wait?: "load" | "networkidle" },
  ): Promise<Page>;
  close(): Promise<void>;
}

/** Starts it all. The site answers with the headers of `_headers`; scroll bars take room, as they do on a desk. */
export async function startStage(): Promise<Stage> {
  const dist = resolve(process.env.DIST_DIR ?? "dist");
  const rules = headerRules();
  const pages = new Map<string, HostPage>();
  const host = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response
      .writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers })
      .end(page?.html ?? "");
  });
  const [browser, site, copy] = await Promise.all([
    chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
      ],
      ignoreDefaultArgs: ["--hide-scrollbars"],
    }),
    serveFolder(dist, 0, (path) => Object.fromEntries(headersFor(path, rules))),
    serveFolder(dirname(dist), 0),
    new Promise<void>((done) => host.listen(0, "127.0.0.1", done)),
  ]);
  const { port } = host.address() as { port: number };
  const servers: Server[] = [site.server, copy.server, host];
  const stage: Stage = {
    browser,
    site: `http://127.0.0.1:${site.port}/`,
    copy: `http://127.0.0.1:${copy.port}/${basename(dist)}/`,
    host: `http://localhost:${port}`,
    stranger: `http://127.0.0.1:${port}`,
    pages,
    async open(html, { headers = {}, wait = "load", ...options } = {}) {
      pages.set("/article", { html: `<!doctype html>${html}`, headers });
      const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
      const page = await context.newPage();
      await page.goto(`${stage.host}/article`, { waitUntil: wait });
      return page;
    },
    async close() {
      await browser.close();
      for (const server of servers) server.close();
    },
  };
  return stage;
}

/** What an embed looks like from inside its frame. Runs in the frame. */
export function lookInside() {
  const root = document.documentElement;
  const drawings = [...document.querySelectorAll(".drawing")].filter(
    (drawing) => drawing.getClientRects().length > 0,
  );
  const svg = drawings[0]!.querySelector("svg.chart")!;
  const frame = svg.getBoundingClientRect();
  const cutOff = [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return (
      box.width > 0 &&
      (box.left < -1 ||
        box.right > innerWidth + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1)
    );
  });
  const foot = document.querySelector(".foot")!;
  return {
    width: innerWidth,
    height: document.body.getBoundingClientRect().height,
    shown: drawings.length,
    scrolls:
      root.scrollHeight > root.clientHeight ||
      root.scrollWidth > root.clientWidth ||
      root.clientWidth < innerWidth,
    cutOff: [
      ...cutOff.map((text) => text.textContent),
      ...(foot.scrollWidth > foot.clientWidth ? [foot.textContent] : []),
    ],
    link: foot.querySelector("a")!.href,
    scheme: getComputedStyle(root).colorScheme,
    paper: getComputedStyle(root).backgroundColor,
  };
}
