import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { withBase } from "../../src/routes.ts";
import { waitUntilDrawn, SITE_DIR } from "../lib/browser.ts";
import { fullestPage, pagesOf } from "../lib/examples.ts";
import { codesOf, lookInside, useHost } from "../lib/host.ts";

// Charts and clauses in pages of another origin. That the height of each is right at every width is a unit test.

const host = useHost();
let page: Page;
afterEach(() => page.context().close());

const CHART = fullestPage("chart");
const CHART_ID = basename(CHART);
const WIDTHS = [280, 610, 900];
const MESSAGE_TYPE = "draft-chart:height";

/** The frame of exact height to copy on a page of the site, without the credit below it. */
const frameCode = (path: string): string =>
  codesOf(path, host.origin)
    .find((code) => code.includes("cqw") && code.includes("<iframe"))!
    .replace(/(?<=<\/iframe><\/div>).*/s, "");
/** The element, as a host writes it by hand, and the script that makes it work. */
const element = (attributes = "", inside = "A chart"): string =>
  `<draft-chart chart="${CHART_ID}" ${attributes}>${inside}</draft-chart>`;
const script = (): string => `<script async src="${host.origin}${withBase("/embed.js")}"></script>`;

/** The frame in the element or page with this place, once its chart is there. */
async function frameAt(index = 0): Promise<Frame> {
  const handle = page.locator("iframe").nth(index);
  await handle.waitFor();
  const frame = (await (await handle.elementHandle()).contentFrame())!;
  await frame.waitForSelector(".credit");
  return frame;
}
/** Resolves when a frame is as high as what is in it. */
const hasExactHeight = (index: number): Promise<void> =>
  expect
    .poll(
      async () =>
        (await heightOf("iframe", index)) - (await (await frameAt(index)).evaluate(lookInside)).height,
    )
    .toSatisfy((gap: number) => Math.abs(gap) <= 2);
const heightOf = (selector: string, index = 0): Promise<number> =>
  page
    .locator(selector)
    .nth(index)
    .evaluate((node) => node.getBoundingClientRect().height);
const SHIFT_SCRIPT =
  '<script>shift=0;new PerformanceObserver((list)=>{for(const entry of list.getEntries())shift+=entry.value}).observe({type:"layout-shift",buffered:true})</script>';

/** What a page does to everything in it: right to left, huge letters, a dark scheme, and a reset of every style. */
const ROUGH = `html{font-size:40px;color-scheme:dark;background:#000}*{margin:0;padding:0;border:0;line-height:3;font:inherit;letter-spacing:.2em}
iframe{width:50%;max-width:200px;height:150px;max-height:400px;aspect-ratio:16/9;display:inline;border:5px solid red}section,div{display:flex}`;

describe("the frame to copy", () => {
  it.each(["plain", "rough"])(
    "of every chart, and of the fullest clause, has its exact height at three widths in a %s page, sandboxed, with script off",
    async (kind) => {
      const paths = [...pagesOf("chart"), fullestPage("theme")];
      const columns = paths.flatMap((path) =>
        WIDTHS.map(
          (width) =>
            `<section style="width:${width}px">${frameCode(path).replace("<iframe ", '<iframe sandbox="" ').replace('loading="lazy"', "")}</section>`,
        ),
      );
      page = await host.open(
        kind === "rough"
          ? `<html dir="rtl"><style>${ROUGH}</style><body>${columns.join("")}`
          : `<body style="margin:0">${columns.join("")}`,
        { javaScriptEnabled: false },
      );
      const faults: string[] = [];
      for (const [i, handle] of (await page.locator("iframe").elementHandles()).entries()) {
        const frame = (await handle.contentFrame())!;
        const { width, height, shown, scrolls, cutOff, link } = await frame.evaluate(lookInside);
        const gap = (await handle.boundingBox())!.height - height;
        const path = paths[Math.floor(i / WIDTHS.length)]!;
        const isRight =
          width === WIDTHS[i % WIDTHS.length] &&
          shown === 1 &&
          gap >= -0.01 &&
          gap <= 2 &&
          !scrolls &&
          cutOff.length === 0 &&
          new URL(link).pathname === path;
        if (!isRight) faults.push(`${path}: ${JSON.stringify({ width, shown, gap, scrolls, cutOff, link })}`);
      }
      expect(faults).toEqual([]);
    },
  );

  it("is whole where the host allows frames and nothing else, not even style", async () => {
    page = await host.open(frameCode(CHART).replace("<iframe ", '<iframe sandbox="allow-scripts" '), {
      headers: { "content-security-policy": `default-src 'none'; frame-src ${host.origin}` },
    });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width: width + 16, height: 900 });
      const inside = await (await frameAt()).evaluate(lookInside);
      expect(inside, `${width} px`).toMatchObject({ shown: 1, scrolls: false, cutOff: [] });
      expect(await heightOf("iframe")).toBeGreaterThanOrEqual(inside.height);
    }
  });

  it("and the element move nothing when they load, late", async () => {
    page = await host.open("");
    let release = () => {};
    const hostIsDrawn = new Promise<void>((done) => (release = done));
    await page.route(/\/embed/, (route) => hostIsDrawn.then(() => route.continue()));
    const codes = codesOf(CHART, host.origin);
    const elementCode = codes.find((code) => code.includes("<draft-chart") && code.includes("style="))!;
    host.pages.set("/article", {
      html: `<!doctype html><p>Before.</p>${frameCode(CHART)}<p>Between.</p>${elementCode}<p>After.</p>${SHIFT_SCRIPT}`,
    });
    await page.goto(`${host.host}/article`, { waitUntil: "domcontentloaded" });
    await waitUntilDrawn(page);
    release();
    for (const index of [0, 1]) {
      await page.locator("iframe").nth(index).scrollIntoViewIfNeeded();
      await hasExactHeight(index);
    }
    await waitUntilDrawn(page);
    expect(await page.evaluate("shift")).toBe(0);
  });

  it("may be framed by anybody, also by a page that is cross-origin isolated; other pages may not", async () => {
    page = await host.open(`${frameCode(CHART)}<iframe src="${host.origin}${CHART}"></iframe>`, {
      headers: {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
      },
    });
    expect((await (await frameAt()).evaluate(lookInside)).shown).toBe(1);
    expect(page.frames()[2]!.url()).toMatch(/^chrome-error:/);
  });

  it("links back to the page of the chart in a new tab", async () => {
    page = await host.open(frameCode(CHART));
    const link = (await frameAt()).locator(".credit a");
    const address = await link.evaluate((node: HTMLAnchorElement) => node.href);
    expect(new URL(address).pathname).toBe(CHART);
    await page.context().route(address, (route) => route.fulfill({ body: "the page" }));
    const [tab] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    await tab.waitForURL(address);
    expect(page.url()).toBe(`${host.host}/article`);
  });

  it("is one request that keeps nothing, in the theme that is asked for or that the reader prefers", async () => {
    const address = `${host.origin}${withBase("/embed/")}${CHART_ID}/`;
    page = await host.open(
      ["", "#light", "#dark", "#red"].map((query) => `<iframe src="${address}${query}"></iframe>`).join(""),
      { colorScheme: "dark" },
    );
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.reload({ waitUntil: "networkidle" });
    expect(requests.filter((url) => url.startsWith(host.origin))).toHaveLength(4);
    expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
    const looks = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(lookInside)),
    );
    expect(looks.map(({ scheme }) => scheme)).toEqual(["dark", "light", "dark", "dark"]);
    // Chosen colours leave the ground to the host; those of the reader bring their own.
    const [own, light, dark, alsoOwn] = looks.map(({ paper }) => paper);
    expect([light, dark]).toEqual(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    expect([alsoOwn === own, own === light]).toEqual([true, false]);
  });
});

describe("every code to copy of the fullest chart and of the fullest clause", () => {
  it.each([
    ["chart", CHART],
    ["clause", fullestPage("theme")],
  ])("shows it in a page of another site: %s", async (_, path) => {
    // One of each way: they begin with another tag.
    const ways = new Map(
      codesOf(path, host.origin)
        .toReversed()
        .map((code) => [/^<(div|iframe|draft-chart|figure|picture|a)\b/.exec(code)?.[1], code]),
    );
    ways.delete(undefined);
    const codes = [...ways.values()];
    expect(codes.length).toBeGreaterThan(1);
    page = await host.open("");
    for (const code of codes) {
      host.pages.set("/article", { html: `<!doctype html>${code.replaceAll('loading="lazy"', "")}` });
      await page.goto(`${host.host}/article`);
      if (code.includes("<img")) {
        const loaded = await page
          .locator("img")
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth);
        expect(loaded, code).toBeGreaterThan(300);
      } else expect((await (await frameAt()).evaluate(lookInside)).shown, code).toBe(1);
    }
  });
});

describe("the element", () => {
  it("shows its chart at its exact height in a page that allows this site's script and frames, and nothing else", async () => {
    const policy = `default-src 'none'; script-src ${host.origin}; frame-src ${host.origin}; require-trusted-types-for 'script'`;
    page = await host.open(element() + script(), { headers: { "content-security-policy": policy } });
    const { height, shown, scrolls } = await (await frameAt()).evaluate(lookInside);
    expect([shown, scrolls]).toEqual([1, false]);
    await expect.poll(async () => Math.abs((await heightOf("draft-chart")) - height)).toBeLessThanOrEqual(2);
    expect(await page.locator("iframe").getAttribute("title")).toBe("A chart");
  });

  it("follows its theme and its chart without a step in the reader's history", async () => {
    page = await host.open(element() + script());
    const steps = await page.evaluate(() => history.length);
    for (const theme of ["dark", "light"]) {
      await page.locator("draft-chart").evaluate((node, value) => node.setAttribute("theme", value), theme);
      await expect.poll(async () => (await (await frameAt()).evaluate(lookInside)).scheme).toBe(theme);
    }
    const other = basename(pagesOf("chart")[1]!);
    await page.locator("draft-chart").evaluate((node, value) => node.setAttribute("chart", value), other);
    await expect.poll(async () => (await frameAt()).url()).toContain(`/embed/${other}/`);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  it("loads what a reader comes near, and works when a page removes it and puts it back", async () => {
    page = await host.open(`${element()}<div style="height:9000px"></div>`.repeat(3) + script());
    await frameAt();
    const loaded = () => page.frames().filter((frame) => frame.url().includes("/embed/")).length;
    expect([await page.locator("iframe").count(), loaded()]).toEqual([3, 1]);
    await page.locator("draft-chart").nth(2).scrollIntoViewIfNeeded();
    await expect.poll(loaded).toBe(2);
    await page
      .locator("draft-chart")
      .first()
      .evaluate((node) => (node.remove(), document.body.prepend(node)));
    await page.evaluate(() => scrollTo(0, 0));
    await frameAt();
    expect(await page.locator("draft-chart").first().locator("iframe").count()).toBe(1);
  });

  it("leaves the page's own words where it cannot show a chart", async () => {
    const words = "<b>Own words</b>";
    page = await host.open("");
    await page.route(`**/embed/${CHART_ID}/`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html>silent" }),
    );
    await page.setContent(
      `<draft-chart>${words}</draft-chart><draft-chart chart="../../evil">${words}</draft-chart>` +
        `<draft-chart chart="no-such-chart">${words}</draft-chart>${element("", words)}${script()}`,
    );
    await expect.poll(() => page.locator("b:visible").count()).toBe(4);
    const own = page.context();
    page = await host.open(element("", words) + script(), { javaScriptEnabled: false });
    await own.close();
    expect(await page.locator("b").isVisible()).toBe(true);
  });

  it("leaves the page's own words where the site never answers", async () => {
    page = await host.open("");
    await page.clock.install();
    const asked = page.waitForRequest(/\/embed\/[^.]/);
    await page.route(/\/embed\/[^.]/, () => undefined);
    await page.setContent(element("", "<b>Own words</b>") + script());
    await asked;
    await expect.poll(async () => (await page.clock.runFor(5000), page.locator("b").isVisible())).toBe(true);
  });

  it("keeps a chart that has answered", async () => {
    page = await host.open("");
    await page.clock.install();
    await page.setContent(element("", "<b>Own words</b>") + script());
    await hasExactHeight(0);
    await page.clock.runFor(20_000);
    expect(await page.locator("b").isVisible()).toBe(false);
  });

  it("works as a module, and defines nothing where its address is not known", async () => {
    page = await host.open(element() + script().replace("async", 'type="module"'));
    await frameAt();
    const errors: string[] = [];
    page = await page.context().newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    const code = readFileSync(join(SITE_DIR, withBase("/embed.js")), "utf8");
    await page.setContent(`${element("", "<b>Own words</b>")}<script type="module">${code}</script>`);
    expect(await page.locator("b").isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });

  it("defines nothing but itself, twice loaded too", async () => {
    page = await host.open("");
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
    for (const query of ["", "?again"])
      await page.addScriptTag({ url: `${host.origin}${withBase("/embed.js")}${query}` });
    expect(await page.evaluate(() => Object.getOwnPropertyNames(window))).toEqual(before);
    expect(errors).toEqual([]);
  });
});

describe("a message of a height", () => {
  const good = { type: MESSAGE_TYPE, height: 777 };
  let exact: number;

  // The scroll bar is there from the start: one that came later would change the heights.
  const LISTENER =
    "<style>html{overflow-y:scroll}</style><script>heard=0;addEventListener('message',({data})=>{heard=data?.nth??heard})</script>";
  async function openTwo(): Promise<void> {
    page = await host.open(LISTENER + element() + element() + script());
    for (const index of [0, 1]) await hasExactHeight(index);
    exact = await heightOf("draft-chart");
  }
  let nth = 0;
  /** Posts messages to the page around a frame; resolves when it has heard them. */
  async function post(frame: Frame, ...messages: unknown[]): Promise<void> {
    nth++;
    await frame.evaluate(
      (all) => {
        for (const message of all) parent.postMessage(message, "*");
      },
      [...messages, { nth }],
    );
    await expect.poll(() => page.evaluate("heard")).toBe(nth);
  }
  const heights = async () => [await heightOf("draft-chart", 0), await heightOf("draft-chart", 1)];

  it("counts from the element's own frame only, within its bounds", async () => {
    await openTwo();
    await post(await frameAt(0), good);
    expect(await heights()).toEqual([777, exact]);
    await post(await frameAt(1), { ...good, height: 555 });
    expect(await heights()).toEqual([777, 555]);
    const [min, max] = [100, 4000];
    const wrong = [
      NaN,
      Infinity,
      -5,
      0,
      300.5,
      "300",
      null,
      [300],
      min - 1,
      max + 1,
      "<img src=x onerror=alert(1)>",
    ];
    await post(
      await frameAt(0),
      ...wrong.map((height) => ({ type: MESSAGE_TYPE, height })),
      { type: "resize", height: 300 },
      { height: 300 },
      300,
      null,
    );
    expect(await heights()).toEqual([777, 555]);
    expect(await page.locator("img").count()).toBe(0);
  });

  it("from another window, or from another origin in its own, is ignored", async () => {
    await openTwo();
    host.pages.set("/stranger", { html: "<!doctype html>a stranger" });
    host.pages.set("/nobody", {
      html: "<!doctype html>without origin",
      headers: { "content-security-policy": "sandbox allow-scripts" },
    });
    await page.evaluate(
      (src) => document.body.append(Object.assign(document.createElement("iframe"), { src })),
      `${host.stranger}/stranger`,
    );
    const stranger = () => page.frames().find((frame) => frame.url() === `${host.stranger}/stranger`);
    await expect.poll(() => stranger() !== undefined).toBe(true);
    await post(stranger()!, good);
    await post(page.mainFrame(), good);
    expect(await heights()).toEqual([exact, exact]);
    for (const path of ["/stranger", "/nobody"]) {
      const handle = await page.locator("draft-chart iframe").first().elementHandle();
      const frame = (await handle.contentFrame())!;
      await frame.goto(host.stranger + path);
      await post(frame, good);
      expect(await heightOf("draft-chart"), path).toBe(exact);
    }
  });

  it("is told once for each height, also in the form of WordPress", async () => {
    const address = `${host.origin}${withBase("/embed/")}${CHART_ID}/#?secret=abc`;
    page = await host.open(
      `<script>told=[];addEventListener("message",({data})=>told.push(data))</script><iframe sandbox="allow-scripts" src="${address}" style="width:500px;height:1200px"></iframe>`,
    );
    const { height } = await (await frameAt()).evaluate(lookInside);
    const told = () => page.evaluate<Record<string, unknown>[]>("told");
    await expect.poll(told).toContainEqual({ type: MESSAGE_TYPE, height: Math.ceil(height) });
    const wordPress = { message: "height", value: Math.ceil(height), secret: "abc" };
    expect(await told()).toContainEqual(wordPress);
    const own = async () => (await told()).filter(({ type }) => type === MESSAGE_TYPE).length;
    const resize = (style: string) =>
      page.locator("iframe").evaluate((node, value) => node.setAttribute("style", value), style);
    await resize("width:500px;height:900px");
    const frame = await frameAt();
    await frame.waitForFunction(() => innerHeight === 900);
    await waitUntilDrawn(frame);
    await frame.evaluate(() => parent.postMessage("drawn", "*"));
    await expect.poll(told).toContain("drawn");
    expect(await own()).toBe(1);
    await resize("width:800px;height:900px");
    await expect.poll(own).toBe(2);
    await (await frameAt()).locator(".credit a").click();
    await expect.poll(async () => (await told()).some(({ message }) => message === "link")).toBe(true);
  });
});

it("SVG files of three charts and a clause have all their words inside, in whatever typefaces this machine has", async () => {
  page = await host.open("");
  const [path = ""] = /\/clauses\/[a-z0-9-]+\.svg/.exec(
    readFileSync(join(SITE_DIR, fullestPage("theme"), "index.html"), "utf8"),
  )!;
  const files = pagesOf("chart")
    .slice(0, 3)
    .map((path) => `${path.slice(0, -1)}.svg`);
  const papers: string[] = [];
  for (const file of [...files, withBase(path)]) {
    await page.goto(host.origin + file);
    const { outside, paper } = await page.evaluate(() => {
      const rect = document.querySelector("rect.paper")!;
      const { left, right } = rect.getBoundingClientRect();
      return {
        paper: getComputedStyle(rect).fill,
        outside: [...document.querySelectorAll("text")]
          .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ words, box }) => !/[<{]/.test(words) && (box.left < left || box.right > right))
          .map(({ words }) => words),
      };
    });
    expect(outside, file).toEqual([]);
    papers.push(paper);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await page.evaluate(() => getComputedStyle(document.querySelector("rect.paper")!).fill);
  expect(papers).not.toContain(dark);
});
