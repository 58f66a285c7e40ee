import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embedOf, embeds } from "../../../src/content.ts";
import { embedHeight } from "../../../src/embed/size.ts";
import { frameOf } from "../../../src/embed/snippets.ts";
import { absolute } from "../../../src/site.ts";
import type { Embeddable } from "../../../src/charts/embeddable.ts";
import { lookInside, type Stage, startStage } from "./host.ts";

const WIDTHS = [280, 320, 480, 560, 640, 900];
/** Every chart and clause. */
const some = embeds;
let stage: Stage;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());

function snippetOf(chart: Embeddable): string {
  return frameOf(chart, stage.site, "auto");
}

/** The snippet in a column of each width, with one more attribute in it. */
function columns(snippet: string, attribute = ""): string {
  return WIDTHS.map(
    (width) =>
      `<section style="width:${width}px">${snippet.replace("<iframe ", `<iframe ${attribute} `)}</section>`,
  ).join("");
}

/** Height of each frame as its host has laid it out, and what is inside. */
async function look(page: Page) {
  return Promise.all(
    (await page.locator("iframe").elementHandles()).map(async (handle) => {
      const frame = (await handle.contentFrame()) as Frame;
      return { outside: (await handle.boundingBox())!.height, ...(await frame.evaluate(lookInside)) };
    }),
  );
}

/** Faults of frames that should stand at their exact height. */
function faults(frames: Awaited<ReturnType<typeof look>>, chart: Embeddable) {
  return frames.flatMap(({ width, height, outside, shown, scrolls, cutOff, link }, i) => {
    const gap = outside - height;
    const wrong = {
      width: width === WIDTHS[i % WIDTHS.length] ? undefined : width,
      drawings: shown === 1 ? undefined : shown,
      gap: gap >= -0.01 && gap <= 2 ? undefined : gap,
      promise:
        Math.abs(outside - embedHeight(chart, width)) <= 2 ? undefined : outside - embedHeight(chart, width),
      scrolls: scrolls || undefined,
      cutOff: cutOff.length > 0 ? cutOff : undefined,
      link: link === absolute(chart.path) ? undefined : link,
    };
    const said = Object.entries(wrong).filter(([, value]) => value !== undefined);
    return said.length > 0 ? [`${WIDTHS[i % WIDTHS.length]} px, frame ${i}: ${JSON.stringify(said)}`] : [];
  });
}

/** What a page does to everything in it: right to left, huge letters, a dark scheme, and a reset that knows no mercy. */
const ROUGH = `html{font-size:40px;color-scheme:dark;background:#000}*{margin:0;padding:0;border:0;line-height:3;font:inherit;letter-spacing:.2em}
iframe{width:50%;max-width:200px;height:150px;max-height:400px;aspect-ratio:16/9;display:inline;border:5px solid red}section,div{display:flex}`;

describe.for(some)("$id in a page of another site", (chart) => {
  it("stands at its exact height at every width, with script off", async () => {
    const page = await stage.open(`<body style="margin:0">${columns(snippetOf(chart))}`, {
      javaScriptEnabled: false,
    });
    expect(faults(await look(page), chart)).toEqual([]);
    await page.context().close();
  });

  it("stands so in a rough host, sandboxed: right to left, dark, huge letters, hard reset", async () => {
    const page = await stage.open(
      `<html dir="rtl"><style>${ROUGH}</style><body>${columns(snippetOf(chart), 'sandbox=""')}`,
      {
        javaScriptEnabled: false,
      },
    );
    expect(faults(await look(page), chart)).toEqual([]);
    await page.context().close();
  });

  it("is whole where the host allows frames and nothing else, not even style, and sandboxes them", async () => {
    const page = await stage.open(snippetOf(chart).replace("<iframe ", '<iframe sandbox="allow-scripts" '), {
      headers: { "content-security-policy": `default-src 'none'; frame-src ${stage.site}` },
    });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width: width + 16, height: 900 });
      const [frame] = await look(page);
      expect(frame, `${width} px`).toMatchObject({ shown: 1, scrolls: false, cutOff: [] });
      expect(frame!.outside, `${width} px`).toBeGreaterThanOrEqual(frame!.height);
    }
    await page.context().close();
  });
});

describe("a frame", () => {
  const chart = embedOf("army-cap");

  it("has its room before its document has come, and moves nothing when it comes", async () => {
    const page = await stage.open("", {});
    const held = Promise.withResolvers<undefined>();
    await page.route("**/embed/**", async (route) => (await held.promise, route.continue()));
    stage.pages.set("/article", {
      html: `<!doctype html><body style="margin:0"><p>Before.</p>${columns(snippetOf(chart))}<p>After.</p>
<script>shift=0;new PerformanceObserver((list)=>{for(const entry of list.getEntries())shift+=entry.value}).observe({type:"layout-shift",buffered:true})</script>`,
    });
    await page.goto(`${stage.host}/article`, { waitUntil: "domcontentloaded" });
    const heights = () =>
      page
        .locator("iframe")
        .evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));
    const before = await heights();
    for (const [i, width] of WIDTHS.entries())
      expect(Math.abs(before[i]! - embedHeight(chart, width))).toBeLessThanOrEqual(1);
    held.resolve(undefined);
    await page.waitForLoadState("networkidle");
    for (let i = 0; i < WIDTHS.length; i++) {
      await page.locator("iframe").nth(i).scrollIntoViewIfNeeded();
      await page.frameLocator("iframe").nth(i).locator(".foot").waitFor();
    }
    await page.waitForTimeout(300);
    expect(faults(await look(page), chart)).toEqual([]);
    for (const [i, height] of (await heights()).entries())
      expect(Math.abs(height - before[i]!)).toBeLessThan(1);
    expect(await page.evaluate("shift")).toBe(0);
    await page.context().close();
  });

  it("keeps its exact height when its width changes", async () => {
    const page = await stage.open(`<body style="margin:0">${snippetOf(chart)}`);
    for (const width of [...WIDTHS, ...WIDTHS.toReversed()]) {
      await page.setViewportSize({ width, height: 2000 });
      await page.frameLocator("iframe").locator(".foot").waitFor();
      await expect.poll(async () => (await look(page))[0]!.width).toBe(width);
      const [{ outside, height, scrolls }] = (await look(page)) as [Awaited<ReturnType<typeof look>>[number]];
      expect(scrolls, `${width} px`).toBe(false);
      expect(Math.abs(outside - height - 1), `${width} px`).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });

  it("scrolls where its chart has grown since, so that nothing is out of reach", async () => {
    const stale = snippetOf(chart).replace(/height:max[^"]*/, `height:${embedHeight(chart, 900) - 60}px`);
    const page = await stage.open(`<body style="margin:0;width:900px">${stale}`, {
      javaScriptEnabled: false,
    });
    expect((await look(page))[0]).toMatchObject({ scrolls: true, cutOff: [] });
    await page.context().close();
  });

  it("may be sized by the browser itself, where a host asks for it and the browser can", async () => {
    const native = `<iframe src="${stage.site}embed/army-cap/" style="width:500px;border:0;frame-sizing:content-height"></iframe>`;
    const page = await stage.open(native + native.replace("frame-sizing:content-height", ""), {
      javaScriptEnabled: false,
    });
    const [sized, plain] = await look(page);
    expect(
      await page
        .locator("iframe")
        .first()
        .evaluate(() => CSS.supports("frame-sizing: content-height")),
    ).toBe(true);
    expect(sized!.outside).toBeGreaterThan(embedHeight(chart, 500) * 0.9);
    expect(plain!.outside).toBe(150);
    await page.context().close();
  });

  it("leads back to the chart's page in a new tab", async () => {
    const page = await stage.open(snippetOf(chart));
    await page.context().route(absolute("/**"), (route) => route.fulfill({ body: "the chart's page" }));
    const [tab] = await Promise.all([
      page.waitForEvent("popup"),
      page.frameLocator("iframe").locator(".foot a").click(),
    ]);
    await tab.waitForURL(absolute(chart.path));
    expect(page.url()).toBe(`${stage.host}/article`);
    await page.context().close();
  });

  it("may be framed by anybody, also by a page that is cross-origin isolated; other pages may not", async () => {
    const isolated = {
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
    };
    const page = await stage.open(
      `${snippetOf(chart)}<iframe src="${stage.site}charts/army-cap/"></iframe>`,
      { headers: isolated },
    );
    expect((await page.frames()[1]!.evaluate(lookInside)).shown).toBe(1);
    expect(page.frames()[2]!.url()).toMatch(/^chrome-error:/);
    await page.context().close();
  });
});
