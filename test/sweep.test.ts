import { readFileSync } from "node:fs";
import { join } from "node:path";
import type axe from "axe-core";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { waitUntilDrawn, launchChromium, SITE_DIR, useSite } from "./lib/browser.ts";
import { EXAMPLES, fullestPage, pagesOf } from "./lib/examples.ts";
import { formatSpan } from "../src/format/dates.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { inDateOrder, latestText } from "../src/ledger/lookup.ts";
import { withBase, withoutBase } from "../src/routes.ts";

// What is true of every page: the fullest page of every route is opened once per width and inspected.

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
/** Fonts arrive this late, ms: a page must not shift when they come. */
const SLOW_FONT_MS = 300;
const MAX_FONT_BYTES = 80 * 1024;
const TEXT_SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
const isEmbed = (path: string) => path.startsWith(withBase("/embed/"));

const site = useSite();

/** A context whose pages note everything that no page may do, in `found`. */
async function openWatched(
  options: BrowserContextOptions,
): Promise<{ context: BrowserContext; page: Page; found: string[] }> {
  const context = await site.browser.newContext(options);
  const page = await context.newPage();
  const found: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== site.origin) found.push(`asks ${url.href}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("404.html"))
      found.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  await page.exposeFunction("noteFault", (what: string) => void found.push(what));
  await page.addInitScript(() => {
    const note = (what: string) => (window as unknown as { noteFault(what: string): void }).noteFault(what);
    document.addEventListener("securitypolicyviolation", (event) =>
      note(`policy: ${event.effectiveDirective} stops ${event.blockedURI} ${event.sample}`),
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      })[]) {
        const nodes = entry.sources.map(({ node }) =>
          node instanceof Element ? `${node.localName}.${node.getAttribute("class") ?? ""}` : "text",
        );
        // The arrow after the name of a section in the header moves with it.
        if (!entry.hadRecentInput && entry.value > 1e-4)
          note(`layout shift of ${entry.value.toFixed(4)}: ${nodes.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, SLOW_FONT_MS));
    await route.continue();
  });
  return { context, page, found };
}

/** Faults of the page that is open: what its fonts weigh, what axe finds, and what is wider than the screen. */
async function inspect(page: Page, path: string, otherWidths: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  const fonts = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith(".woff2"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  const late = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter(
        (path) => /-latin\.[^/]+$/.test(path) && !document.head.querySelector(`[as=font][href="${path}"]`),
      ),
  );
  // Browsers wait for the fonts of the head only: a first visit would show the fallbacks.
  for (const face of late) faults.push(`${face} is not preloaded in the head`);
  if (fonts > MAX_FONT_BYTES) faults.push(`${fonts} bytes of fonts; at most ${MAX_FONT_BYTES}`);
  // The bar of a phone covers what is scrolled under it.
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
    }),
  );
  for (const { id, nodes } of violations)
    faults.push(`axe: ${id} at ${nodes[0]!.target.join(" ")} (${nodes.length})`);
  const noteOverflow = async (when: string) => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) faults.push(`${overflow} px wider than the screen ${when}`);
  };
  const { width, height } = page.viewportSize()!;
  await noteOverflow(`at ${width} px`);
  for (const other of otherWidths) {
    await page.setViewportSize({ width: other, height });
    await noteOverflow(`at ${other} px`);
  }
  await page.setViewportSize({ width, height });
  // An embed is as high as its frame, which its host has measured: its type is fixed.
  if (isEmbed(path)) return faults;
  await addStyle(page, TEXT_SPACING);
  await noteOverflow(`at ${width} px with the text spacing of WCAG 1.4.12`);
  return faults;
}

/** Adds a style sheet in a way that the policy of a page allows. */
function addStyle(page: Page, css: string): Promise<void> {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** Opens a page as a reader does who scrolls down at once. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path, { waitUntil: "load" });
  // A script that changes the page where it is read would shift its layout.
  for (let i = 0; i < 3; i++) {
    await page.mouse.wheel(0, 800);
    await waitUntilDrawn(page);
  }
  await page.evaluate(() => document.fonts.ready);
  await waitUntilDrawn(page);
}

describe.each([
  { width: 360, colorScheme: "dark", otherWidths: [320] },
  { width: 1440, colorScheme: "light", otherWidths: [768, 2560] },
] as const)("at $width px, $colorScheme", ({ width, colorScheme, otherWidths }) => {
  it.each(EXAMPLES)(
    "$name ($path): axe, overflow, layout shift, policy, console, other origins, fonts",
    async ({ path }) => {
      const { context, page, found } = await openWatched({ viewport: { width, height: 900 }, colorScheme });
      await read(page, path);
      const shown = found.splice(0);
      expect([...shown, ...(await inspect(page, path, otherWidths))]).toEqual([]);
      await context.close();
    },
  );
});

it("with letters twice as large, no page is wider than a phone or a desk", async () => {
  const browser = await launchChromium(["--blink-settings=defaultFontSize=32"]);
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const { path } of EXAMPLES.filter(({ path }) => !isEmbed(path))) {
    await page.goto(site.origin + path);
    expect(
      await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)),
    ).toBeGreaterThanOrEqual(32);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${path}: ${overflow} px wider than ${width} px`);
    }
  }
  expect(faults).toEqual([]);
  await browser.close();
});

it("faults are noticed: an image of another origin, an inline script and style, a shift, a wide line, a nameless button", async () => {
  const { context, page, found } = await openWatched({ viewport: { width: 360, height: 900 } });
  const path = fullestPage("front");
  await page.route(site.origin + path, async (route) => {
    const response = await route.fetch();
    const faults =
      '<script>1</script><img src="https://elsewhere.example/x.png" alt=""><p style="color:red">x</p><button></button>' +
      '<svg width="900" height="9"></svg>';
    await route.fulfill({ response, body: (await response.text()).replace("<main", `${faults}<main`) });
  });
  await page.goto(site.origin + path);
  await page.evaluate(async () => {
    // Only what has been painted can shift.
    await new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }));
  });
  await waitUntilDrawn(page);
  await page.evaluate(() => {
    document
      .querySelector("main")!
      .before(Object.assign(document.createElement("div"), { innerText: "a\nb\nc\nd\ne\nf" }));
  });
  await expect.poll(() => found.some((line) => line.startsWith("layout shift of"))).toBe(true);
  const text = [...found, ...(await inspect(page, path, []))].join("\n");
  for (const fault of [
    "asks https://elsewhere.example/x.png",
    "policy: script-src-elem stops inline",
    "policy: img-src",
    "policy: style-src-attr",
    "layout shift of",
    "console: ",
    "axe: button-name",
    "px wider than the screen at 360 px",
  ])
    expect(text).toContain(fault);
  await context.close();
});

describe("with script off", () => {
  it("every page shows one heading, its text and its charts, and logs nothing", async () => {
    const context = await site.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 800, height: 900 },
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) =>
      faults.push(`${new URL(page.url()).pathname}: console: ${message.text()}`),
    );
    for (const { path } of EXAMPLES) {
      await page.goto(site.origin + path);
      const { headings, words, charts } = await page.evaluate(() => {
        const visible = (element: Element) =>
          element.checkVisibility() && element.getBoundingClientRect().height > 0;
        return {
          headings: [...document.querySelectorAll("h1")].filter(visible).length,
          words: document.querySelector<HTMLElement>("main")?.innerText.split(/\s+/).length ?? 0,
          // A chart is there in several drawings, of which one shows.
          charts: [...document.querySelectorAll("chart-figure, .drawings")].filter(
            (chart) => ![...chart.querySelectorAll("svg, img")].some(visible),
          ).length,
        };
      });
      if (headings !== 1) faults.push(`${path}: ${headings} headings of the first level`);
      if (words < 10) faults.push(`${path}: ${words} words`);
      if (charts > 0) faults.push(`${path}: ${charts} charts without a drawing`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("what pages say of rows", () => {
  const read = (path: string) => readFileSync(join(SITE_DIR, path.replace(/\/$/, "/index.html")), "utf8");
  const rows = JSON.parse(read(withBase("/data/all.json"))) as Partial<Ledger>;
  const { meetings = [], positions = [] } = rows;

  it("the timeline has a line of squares for each meeting in person", () => {
    const html = read(withBase("/timeline/"));
    const inPerson = meetings.filter(({ format }) => format !== "call");
    expect(html.split('class="lanes__met"')).toHaveLength(inPerson.length + 1);
  });

  it("the latest position on a theme, the span of a meeting", () => {
    const told: [path: string, words: string][] = [];
    for (const rows of Map.groupBy(inDateOrder(positions), ({ theme, actor }) => theme + actor).values())
      told.push([`/clauses/${rows[0]!.theme}/`, rows.at(-1)!.stance.split(/[&<>"']/, 1)[0]!]);
    for (const { date, end } of meetings)
      for (const path of end?.length === 10 ? pagesOf("day").map(withoutBase) : [])
        if (path >= `/timeline/${date}/` && path <= `/timeline/${end}/`)
          told.push([path, formatSpan(date, end)]);
    expect(told.filter(([path, words]) => !read(withBase(path)).includes(words))).toEqual([]);
  });

  it("the front page opens at the latest text", () => {
    const input = new RegExp(`id="stop-${latestText(rows as Ledger).id}"[^>]*`);
    for (const stop of read(withBase("/")).split("steps__stop"))
      if (/"says(?! absent)/.test(stop)) expect(input.exec(stop)?.[0] ?? "checked").toContain("checked");
  });

  it("no page contradicts itself", () => {
    const faults: string[] = [];
    for (const path of EXAMPLES.flatMap(({ name }) => pagesOf(name))) {
      const html = read(path);
      const check = (pattern: RegExp, isWrong = (_a: string, _b: string) => true) => {
        for (const [all, a = "", b = ""] of html.matchAll(pattern))
          if (isWrong(a, b)) faults.push(`${path}: ${all.slice(0, 90)}`);
      };
      check(
        /<summary>Sources (\d+)<(.*?)<\/details>/gs,
        // Attacks have one address.
        (count, list) =>
          new Set(list.match(/<li><a href="[^"]*/g)).size !== Number(count) && !list.includes("hit("),
      );
      check(/Latest stage, as of ([^<]*):(.*)/gs, (latest, stages) =>
        [...stages.matchAll(/Stage as of ([^<]*)/g)].some(([, day]) => Date.parse(day!) > Date.parse(latest)),
      );
      check(/\b(\d+) sources? of \1 origins?/g);
      check(/the last on ([^<]*)<.*?<time[^>]*>([^<]*)/gs, (last, first) => last !== first);
      check(/, against ([^<]*)<(?:(?!steps__panel).)*Words marked against ([^<]*)\./gs, (a, b) => a === b);
      check(/> ?([^<>]*)<\/h1>.*Between them: ([^<]*)/gs, (after, between) => between.includes(after));
      // A strip speaks of all sentences of a point.
      check(/<h2><a [^>]*>((?:In|From) [^<]*)<\/a><\/h2>(.*?)<\/p>/gs, (to, strip) => {
        const marks = strip.matchAll(/#(point-[^"]*)"[^<]*<i class="change change--(kept|dropped)"/g);
        return [...marks].some(([, id, mark]) => {
          const [, row = ""] = html.split(`<li id="${id}"`);
          const fates = row
            .split('<li id="point-', 1)[0]!
            .matchAll(/change--(\w+)"><\/i>(<a.*?>)?([^<,:]*)/g);
          return [...fates].some(([, own, , name]) => name === to && own !== mark);
        });
      });
      if (!html.includes('"noindex"')) check(/<title>([^<&]|&\w+;){61,}<\/title>\s*<meta/g);
    }
    expect(faults).toEqual([]);
  });
});
