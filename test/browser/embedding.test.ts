import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { charts } from "../../src/content.ts";
import { embedHeight } from "../../src/embed/size.ts";
import { iframeSnippet } from "../../src/embed/snippets.ts";
import { launchChromium, serveSite } from "./chromium.ts";

let browser: Browser;
let site: Server;
let host: Server;
let origin: string;
let hostOrigin: string;
let body = "";

beforeAll(async () => {
  [browser, { server: site, origin }] = await Promise.all([launchChromium(), serveSite()]);
  host = createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<!doctype html><html lang="en"><title>A newspaper</title><body style="margin:0">${body}`),
  );
  await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
  hostOrigin = `http://localhost:${(host.address() as { port: number }).port}`;
});
afterAll(async () => {
  await browser.close();
  site.close();
  host.close();
});

it.each(charts.map((chart) => chart.id))("%s stands in a page of another origin at its exact height, with script off", async (id) => {
  const chart = charts.find((chart) => chart.id === id)!;
  body = `<div id="slot">${iframeSnippet(chart, `${origin}/embed/${id}/`, "Draft by Draft")}</div>`;
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const width of [280, 320, 480, 639, 640, 800, 960]) {
    await page.setViewportSize({ width, height: 1200 });
    await page.goto(hostOrigin);
    const frame = page.frames().find((frame) => frame.url().includes("/embed/"));
    if (!frame) throw new Error("the embed did not load");
    await frame.waitForLoadState();
    const inside = await frame.evaluate(() => ({
      height: document.body.getBoundingClientRect().height,
      scroll: document.documentElement.scrollHeight,
      shown: [...document.querySelectorAll(".drawing")].filter((drawing) => drawing.getClientRects().length > 0).length,
    }));
    const outside = (await page.locator("iframe").boundingBox())!.height;
    expect(inside.shown, `drawings at ${width} px`).toBe(1);
    expect(Math.abs(outside - inside.height), `gap at ${width} px`).toBeLessThanOrEqual(2);
    expect(Math.abs(outside - embedHeight(chart, width)), `promised height at ${width} px`).toBeLessThanOrEqual(2);
  }
});

it("an embed asks for nothing but itself", async () => {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${origin}/embed/army-cap/`, { waitUntil: "networkidle" });
  expect(requests.filter((url) => !url.endsWith("/favicon.ico"))).toEqual([`${origin}/embed/army-cap/`]);
});
