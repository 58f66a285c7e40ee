import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useSite } from "./chromium.ts";
import { PAGE_TYPES } from "./page-types.ts";

/** What a page may hold back from its first paint: fonts come this late, ms. */
const SLOW_FONT = 400;

const site = useSite();

/** Opens a page that notes everything a gate forbids. `found` is filled as it happens. */
async function watched(options: BrowserContextOptions = {}): Promise<{ page: Page; found: string[] }> {
  const context = await site.browser.newContext(options);
  const page = await context.newPage();
  const found: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== site.origin) found.push(`asks ${url.href}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  await page.exposeFunction("noteForbidden", (what: string) => void found.push(what));
  await page.addInitScript(() => {
    const note = (what: string) =>
      (window as unknown as { noteForbidden(what: string): void }).noteForbidden(what);
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
        if (!entry.hadRecentInput) note(`layout shift of ${entry.value.toFixed(4)}: ${nodes.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return { page, found };
}

it.each([360, 1440])(
  "no page type asks another origin, breaks its policy, complains or shifts, at %i px with slow fonts",
  { timeout: 240_000 },
  async (width) => {
    const { page, found } = await watched({ viewport: { width, height: 900 } });
    await page.route(/\.woff2$/, async (route) => {
      await new Promise((done) => setTimeout(done, SLOW_FONT));
      await route.continue();
    });
    const problems: string[] = [];
    for (const path of PAGE_TYPES) {
      await page.goto(site.origin + path, { waitUntil: "load" });
      // A script that changes the page where it is read would shift what stands there.
      for (let y = 0; y < 4; y++) {
        await page.mouse.wheel(0, 800);
        await page.waitForTimeout(SLOW_FONT / 4);
      }
      problems.push(...found.splice(0).map((what) => `${path}: ${what}`));
    }
    expect(problems).toEqual([]);
    await page.context().close();
  },
);

it("a gate that is broken is noticed: the watch itself works", async () => {
  const { page, found } = await watched();
  await page.route(`${site.origin}/about/`, async (route) => {
    const response = await route.fetch();
    const hostile =
      '<script>1</script><img src="https://elsewhere.example/x.png" alt=""><p style="color:red">x</p>';
    await route.fulfill({ response, body: (await response.text()).replace("<main", `${hostile}<main`) });
  });
  await page.goto(`${site.origin}/about/`);
  await page.evaluate(async () => {
    // Only what has been painted can shift.
    await new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }));
    await new Promise(requestAnimationFrame);
    document
      .querySelector("main")!
      .before(Object.assign(document.createElement("div"), { innerText: "a\nb\nc\nd\ne\nf" }));
  });
  await expect.poll(() => found.some((line) => line.startsWith("layout shift of"))).toBe(true);
  const text = found.join("\n");
  for (const expected of [
    "policy: script-src-elem stops inline",
    "policy: img-src",
    "policy: style-src-attr",
    "layout shift of",
    "console: ",
  ])
    expect(text).toContain(expected);
  await page.context().close();
});

it("search runs in its worker under the policy of an explainer, and nothing is stopped", async () => {
  const { page, found } = await watched();
  await page.goto(`${site.origin}/plan/`);
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("rafale");
  await page.locator("dialog .result").first().waitFor();
  expect(page.workers()).toHaveLength(1);
  expect(found.filter((what) => !what.startsWith("layout shift"))).toEqual([]);
  await page.context().close();
});

describe("with script off", () => {
  it(
    "every page type shows its content and its charts, and complains of nothing",
    { timeout: 120_000 },
    async () => {
      const context = await site.browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 800, height: 900 },
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("console", (message) =>
        problems.push(`${new URL(page.url()).pathname}: console: ${message.text()}`),
      );
      for (const path of PAGE_TYPES) {
        await page.goto(site.origin + path);
        const seen = await page.evaluate(() => {
          const visible = (element: Element) =>
            element.checkVisibility() && element.getBoundingClientRect().height > 0;
          const drawings = [
            ...document.querySelectorAll(
              ".figure:not([id^=table-]), .gallery__picture, body > main:has(> .drawing)",
            ),
          ];
          return {
            heading: [...document.querySelectorAll("h1")].filter(visible).length,
            words: document.querySelector<HTMLElement>("main")?.innerText.split(/\s+/).length ?? 0,
            without: drawings
              .filter((drawing) => ![...drawing.querySelectorAll("svg[role=img], img")].some(visible))
              .map((drawing) => drawing.id || drawing.className),
          };
        });
        if (seen.heading !== 1) problems.push(`${path}: ${seen.heading} headings of the first level`);
        if (seen.words < (path.startsWith("/embed/") ? 10 : 40))
          problems.push(`${path}: ${seen.words} words`);
        problems.push(...seen.without.map((name) => `${path}: a chart without a drawing: ${name}`));
      }
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  it.each(["/search/", "/404.html"])(
    "the search form of %s leads to the search page with its query, and the A to Z",
    async (path) => {
      const context = await site.browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(site.origin + path);
      await page.locator("main input[type=search]").fill("frozen assets");
      await page.locator("main form button").click();
      expect(page.url()).toBe(`${site.origin}/search/?q=frozen+assets`);
      expect(await page.locator("#a-to-z a").count()).toBeGreaterThan(100);
      await context.close();
    },
  );
});

it("an explainer transfers no more fonts than its budget, in Chromium, with every character on it", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  for (const path of ["/plan/", "/france/", "/corruption/"]) {
    await page.goto(site.origin + path, { waitUntil: "networkidle" });
    const fonts = await page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith(".woff2"))
        .map(({ name, encodedBodySize }) => [name.replace(/.*\//, ""), encodedBodySize] as const),
    );
    const bytes = fonts.reduce((sum, [, size]) => sum + size, 0);
    expect(
      bytes,
      `${path}: ${fonts.map(([name, size]) => `${name} ${size}`).join(", ")}`,
    ).toBeLessThanOrEqual(80 * 1024);
    expect(bytes).toBeGreaterThan(10_000);
  }
  await context.close();
});

it("feeds and sitemap are XML that a browser parses", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/timeline/`);
  const roots = await page.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[type="application/atom+xml"]')].map(
      (link) => link.getAttribute("href")!,
    );
    const paths = [...links, "/sitemap.xml"];
    return Promise.all(
      paths.map(async (path) => {
        const xml = new DOMParser().parseFromString(await (await fetch(path)).text(), "application/xml");
        return [
          path,
          xml.querySelector("parsererror")?.textContent ?? xml.documentElement.localName,
          xml.querySelectorAll("entry, url").length,
        ] as const;
      }),
    );
  });
  expect(roots.map(([path, root]) => [path, root])).toEqual([
    ["/feed.xml", "feed"],
    ["/feeds/plan.xml", "feed"],
    ["/feeds/france.xml", "feed"],
    ["/feeds/corruption.xml", "feed"],
    ["/sitemap.xml", "urlset"],
  ]);
  for (const [path, , count] of roots) expect(count, path).toBeGreaterThan(0);
});
