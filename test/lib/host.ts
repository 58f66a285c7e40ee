import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { SITE_DIR, useSite } from "./browser.ts";

/** A page of somebody else's. */
interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

/** The built site and a host on another origin that embeds it, in one browser. */
export interface Host {
  browser: Browser;
  /** Origin of the site. */
  origin: string;
  /** Origin of the host, and of a third site that is neither. */
  host: string;
  stranger: string;
  /** Pages of the host and of the stranger, by path. */
  pages: Map<string, HostPage>;
  /** Opens a page of the host in a context of its own. */
  open(html: string, options?: BrowserContextOptions & { headers?: Record<string, string> }): Promise<Page>;
}

/** Chromium, the built site and a host for the tests of a file. */
export function useHost(): Host {
  const pages = new Map<string, HostPage>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response
      .writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers })
      .end(page?.html ?? "");
  });
  const host = Object.assign(useSite(), {
    pages,
    host: "",
    stranger: "",
    async open(html: string, { headers = {}, ...options }: Parameters<Host["open"]>[1] = {}) {
      pages.set("/article", { html: `<!doctype html>${html}`, headers });
      const context = await host.browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
      const page = await context.newPage();
      await page.goto(`${host.host}/article`);
      return page;
    },
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    host.host = `http://localhost:${port}`;
    host.stranger = `http://127.0.0.1:${port}`;
  });
  afterAll(() => void server.close());
  return host;
}

/** The code to copy on a page of the built site, with `origin` instead of the published site's. */
export function codesOf(path: string, origin: string): string[] {
  const document = parseDocument(readFileSync(join(SITE_DIR, path, "index.html"), "utf8"));
  const published = DomUtils.findOne(({ attribs }) => attribs.rel === "canonical", document.children, true)!;
  const root = new URL(published.attribs.href!).origin;
  return DomUtils.getElementsByTagName("code", document).map((code) =>
    DomUtils.textContent(code).replaceAll(root, origin),
  );
}

/** What an embed looks like from inside its frame. Runs in the frame. */
export function lookInside() {
  const root = document.documentElement;
  const drawings = [...document.querySelectorAll("svg.chart")].filter(
    (svg) => svg.getClientRects().length > 0,
  );
  const frame = drawings[0]!.getBoundingClientRect();
  const credit = document.querySelector(".credit")!;
  // The signs of an attack are wider in some typefaces than those that people write.
  const texts = [...drawings[0]!.querySelectorAll("text")].filter((text) => !/[<{]/.test(text.textContent));
  const cutOff = texts.filter((text) => {
    const box = text.getBoundingClientRect();
    return (
      box.width > 0 &&
      (box.left < -1 ||
        box.right > innerWidth + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1)
    );
  });
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
      ...(credit.scrollWidth > credit.clientWidth ? [credit.textContent] : []),
    ],
    link: credit.querySelector("a")!.href,
    scheme: getComputedStyle(root).colorScheme,
    paper: getComputedStyle(root).backgroundColor,
  };
}
