import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useSite } from "./chromium.ts";

const CHARTS = readdirSync("content/charts").map((file) => file.replace(".yaml", ""));
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
const MATRIX = "/charts/drafts-by-theme/";

const site = useSite();

/** A page in a window of its own; every error of it, and every message that it logs as one, ends up in `errors`. */
async function open(path: string, options: BrowserContextOptions = {}, before?: (page: Page) => Promise<unknown>) {
  const context = await site.browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await before?.(page);
  await page.goto(site.origin + path);
  return { page, errors, context };
}

const hits = (page: Page) => page.locator(".drawing:visible .hits rect");
const tip = (page: Page) => page.locator(".tip:popover-open");
const scriptOf = (page: Page) =>
  page.evaluate(async () => {
    const addresses = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].map((script) => script.src);
    const texts = await Promise.all(addresses.map(async (src) => (await fetch(src)).text()));
    return texts.filter((text) => text.includes("chart-figure"));
  });

describe("the tooltip", () => {
  it.each([PHONE, DESK])(
    "of every hit of every chart says its label, on the screen and off its mark, at $width px",
    async (viewport) => {
      const faults: string[] = [];
      let seen = 0;
      for (const path of ["/", ...CHARTS.map((id) => `/charts/${id}/`)]) {
        const { page, errors, context } = await open(path, { viewport, reducedMotion: "reduce" });
        const found = await page.evaluate(() => {
          const faults: string[] = [];
          const areas = [...document.querySelectorAll<SVGRectElement>(".hits rect")].filter((hit) => hit.getBoundingClientRect().width > 0);
          for (const hit of areas) {
            const label = hit.querySelector("title")?.textContent ?? "";
            for (const block of ["center", "start", "end"] as const) {
              document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
              hit.scrollIntoView({ block, behavior: "instant" });
              const mark = hit.getBoundingClientRect();
              const [clientX, clientY] = [mark.left + mark.width / 2, mark.top + mark.height / 2];
              hit.dispatchEvent(new PointerEvent("pointerover", { pointerType: "mouse", bubbles: true, clientX, clientY }));
              const tip = document.querySelector(".tip:popover-open");
              const box = tip?.getBoundingClientRect();
              const where = `“${label}” (${block})`;
              if (!tip || !box || tip.textContent !== label || !label) faults.push(`${where}: the tip says “${tip?.textContent}”`);
              else {
                if (box.left < 0 || box.top < 0 || box.right > document.documentElement.clientWidth || box.bottom > innerHeight)
                  faults.push(`${where}: the tip leaves the screen: ${JSON.stringify(box)}`);
                if (box.left < mark.right && box.right > mark.left && box.top < mark.bottom && box.bottom > mark.top)
                  faults.push(`${where}: the tip covers its mark: ${JSON.stringify([box, mark])}`);
                if (hit.querySelector("title")) faults.push(`${where}: the native tooltip is still there`);
              }
            }
          }
          return { faults, count: areas.length };
        });
        faults.push(...found.faults.map((fault) => `${path} ${fault}`), ...errors.map((error) => `${path} ${error}`));
        expect(found.count, path).toBeGreaterThan(0);
        seen += found.count;
        await context.close();
      }
      expect(faults).toEqual([]);
      expect(seen).toBeGreaterThan(500);
    },
    240_000,
  );

  it("comes with the mouse, waits for it to come over, goes when it leaves, and leaves the click to the link", async () => {
    const { page } = await open(MATRIX);
    const hit = hits(page).nth(40);
    const href = await hit.locator("xpath=..").getAttribute("href");
    await hit.hover();
    const box = (await tip(page).boundingBox())!;
    const words = await tip(page).textContent();
    await page.mouse.move(box.x + 20, box.y + 10, { steps: 40 });
    await page.waitForTimeout(300);
    expect(await tip(page).textContent()).toBe(words);
    await page.mouse.move(3, 3);
    await tip(page).waitFor({ state: "detached" });
    await hit.click();
    await page.waitForURL(site.origin + href);
  });

  it("goes with Escape and comes back at the next mark", async () => {
    const { page } = await open(MATRIX);
    await hits(page).nth(40).hover();
    const first = await tip(page).textContent();
    await page.keyboard.press("Escape");
    expect(await tip(page).count()).toBe(0);
    await hits(page).nth(42).hover();
    expect(await tip(page).textContent()).not.toBe(first);
  });

  it("comes with the first tap, and the second follows the link", async () => {
    const { page } = await open(MATRIX, { viewport: PHONE, hasTouch: true, isMobile: true });
    const hit = hits(page).nth(30);
    const label = await hit.locator("title").textContent();
    const href = await hit.locator("xpath=..").getAttribute("href");
    await hit.tap();
    expect(await tip(page).innerText()).toBe(`${label}\nTap again to open`);
    await page.waitForTimeout(300);
    expect(await tip(page).count()).toBe(1);
    expect(page.url()).toBe(site.origin + MATRIX);
    // Alone, without the change of focus that not every browser makes of a tap.
    await page.locator("h1").dispatchEvent("pointerdown");
    expect(await tip(page).count()).toBe(0);
    await hit.tap();
    expect(await tip(page).count()).toBe(1);
    await hit.tap();
    await page.waitForURL(site.origin + href);
  });

  it("comes with the arrow keys, told to a screen reader, and Enter follows the link", async () => {
    const { page } = await open(MATRIX);
    const labels = await hits(page).locator("title").allTextContents();
    await page.locator(".drawing:visible").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await tip(page).textContent()).toBe(labels[1]);
    expect(await page.locator(".figure [role=status]").textContent()).toBe(labels[1]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await tip(page).textContent()).toBe(labels.at(-1));
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    expect(await tip(page).count()).toBe(0);
    await page.locator(".drawing:visible").focus();
    await page.keyboard.press("ArrowRight");
    const href = await hits(page).first().locator("xpath=..").getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(site.origin + href);
  });

  it("says nothing to a screen reader while the mouse moves", async () => {
    const { page } = await open(MATRIX);
    await hits(page).nth(40).hover();
    expect(await tip(page).count()).toBe(1);
    expect(await page.locator(".figure [role=status]").textContent()).toBe("");
    expect(await page.locator(".tip[aria-live]").count()).toBe(0);
  });

  it("moves only for readers who like movement", async () => {
    for (const [reducedMotion, moves] of [
      ["no-preference", true],
      ["reduce", false],
    ] as const) {
      const { page } = await open(MATRIX, { reducedMotion });
      await hits(page).nth(40).hover();
      const durations = await page.evaluate(() =>
        [".tip", ".drawing use"].map((selector) => parseFloat(getComputedStyle(document.querySelector(selector)!).transitionDuration)),
      );
      expect(durations.map((duration) => duration > 0)).toEqual([moves, moves]);
    }
  });
});

describe("the key", () => {
  /** Classes of bars that are drawn like a sign. */
  const LOOKS: Record<string, string> = {
    stated: "fill-ink",
    "block-mark": "fill-mark",
    "block-open": "line-ink",
    level: "level:not(.dashed)",
    ring: "ring",
    gap: "dashed",
    "level-dashed": "level.dashed",
  };

  /** In the page: for each sign, whether the marks that carry it stand out, in the drawing that is shown. */
  function statesOfMarks([signs, looks]: readonly [string[], Record<string, string>]) {
    const drawing = [...document.querySelectorAll<HTMLElement>(".drawing")].find((drawing) => drawing.offsetWidth > 0)!;
    return signs.map((sign) => {
      const uses = [...drawing.querySelectorAll("use")].filter((use) =>
        ["narrow", "wide", "full"].some((layout) => use.getAttribute("href")!.endsWith(`${layout}-${sign}`)),
      );
      const bars = sign in looks ? [...drawing.querySelectorAll(`.chart .${looks[sign]}:not(defs *)`)] : [];
      return (uses.length > 0 ? uses : bars).map((mark) => (mark.closest(".dim") ? "dim" : "clear"));
    });
  }

  it("sets off the marks that carry the sign, at both widths, in every chart whose key tells marks apart", async () => {
    const charts: string[] = [];
    for (const id of CHARTS) {
      const { page, context } = await open(`/charts/${id}/`, { reducedMotion: "reduce" });
      const entries = page.locator(".key li");
      const signs = await entries.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.sign!));
      expect(await entries.locator("button").count(), id).toBe(signs.length > 1 ? signs.length : 0);
      if (signs.length > 1) charts.push(id);
      for (const [i, sign] of signs.length > 1 ? signs.entries() : []) {
        await entries.nth(i).locator("button").click();
        await page.mouse.move(1, 1);
        for (const viewport of [PHONE, DESK]) {
          await page.setViewportSize(viewport);
          const states = await page.evaluate(statesOfMarks, [signs, LOOKS] as const);
          const where = `${id}, ${sign}, ${viewport.width} px`;
          expect([...new Set(states[i])], where).toEqual(["clear"]);
          expect([...new Set(states.filter((_, other) => other !== i).flat())], where).toEqual(["dim"]);
        }
      }
      await context.close();
    }
    expect(charts.length).toBeGreaterThan(6);
  }, 120_000);

  it("shows it for a look by mouse or focus, and keeps it when pressed", async () => {
    const { page } = await open(MATRIX);
    const dimmed = page.locator(".drawing:visible .dim");
    const [first, second] = [page.locator(".key button").first(), page.locator(".key button").nth(1)];
    await first.hover();
    expect(await dimmed.count()).toBeGreaterThan(10);
    const looked = await dimmed.count();
    await page.mouse.move(1, 1);
    expect(await dimmed.count()).toBe(0);
    await second.focus();
    expect(await dimmed.count()).toBeGreaterThan(10);
    expect(await dimmed.count()).not.toBe(looked);
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await second.getAttribute("aria-pressed")).toBe("true");
    await page.locator("h1").click();
    expect(await dimmed.count()).toBeGreaterThan(10);
    await first.click();
    expect(await second.getAttribute("aria-pressed")).toBe("false");
    await first.click();
    expect(await first.getAttribute("aria-pressed")).toBe("false");
    expect(await dimmed.count()).toBe(0);
  });

  it.each(["trust-in-zelensky", "corruption-index"])("is the line's own name where lines are named: %s", async (id) => {
    const { page } = await open(`/charts/${id}/`);
    const lines = page.locator(".drawing:visible [data-line]");
    const name = page.locator(".drawing:visible [data-line] text").first();
    const line = await name.locator("xpath=..").getAttribute("data-line");
    await name.hover({ force: true });
    const clear = await lines.evaluateAll((all) =>
      all.filter((one) => !one.classList.contains("dim")).map((one) => (one as SVGElement).dataset.line),
    );
    expect(clear).toEqual([line, line]);
    expect(await lines.count()).toBeGreaterThan(2);
    await page.mouse.move(1, 1);
    expect(await page.locator(".dim").count()).toBe(0);
  });
});

describe("the row below a chart", () => {
  it("copies the permalink and the data, and says so", async () => {
    const { page } = await open("/plan/", { permissions: ["clipboard-read", "clipboard-write"] });
    const figure = page.locator("#chart-army-cap");
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await figure.getByRole("button", { name: "Copy link" }).click();
    await figure.getByRole("button", { name: "Copied" }).waitFor();
    expect(await figure.locator("[role=status]").textContent()).toBe("Copied: link");
    expect(await clipboard()).toBe(`${site.origin}/charts/army-cap/`);
    await figure.getByRole("button", { name: "Copy data" }).click();
    await expect.poll(() => figure.locator("[role=status]").textContent()).toBe("Copied: data");
    const rows = (await clipboard()).replaceAll("\r", "").split("\n");
    expect(rows).toHaveLength(await figure.locator("tr").count());
    const cells = await figure.locator("tr").nth(1).locator("th, td").allTextContents();
    expect(rows[1]).toBe(cells.map((cell) => cell.trim()).join("\t"));
    await figure.getByRole("button", { name: "Copy link" }).waitFor();
  });

  it("says when copying is not allowed", async () => {
    const { page, errors } = await open(MATRIX, {}, (page) =>
      page.addInitScript(() => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")))),
    );
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.locator(".figure [role=status]").textContent()).toBe("Not copied: link");
    expect(errors).toEqual([]);
  });

  it("shares where the browser can", async () => {
    const shared: unknown[] = [];
    const { page } = await open("/plan/", {}, async (page) => {
      await page.exposeFunction("share", (what: unknown) => shared.push(what));
      await page.addInitScript(() => Object.assign(navigator, { share: (window as unknown as { share: unknown }).share }));
    });
    const figure = page.locator("#chart-army-cap");
    await figure.getByRole("button", { name: "Share" }).click();
    await expect.poll(() => shared).toEqual([{ title: await figure.locator("h3").textContent(), url: `${site.origin}/charts/army-cap/` }]);
    const plain = await open("/plan/", {}, (page) => page.addInitScript(() => delete (Navigator.prototype as { share?: unknown }).share));
    expect(await plain.page.getByRole("button", { name: "Share" }).count()).toBe(0);
  });
});

describe("the page", () => {
  it.each([PHONE, DESK])("moves nothing when its charts come alive, at $width px", async (viewport) => {
    const boxes = (page: Page) =>
      page
        .locator(".figure, .key li, .drawings, .figure__row")
        .evaluateAll((all) => all.map((one) => [one.className, Math.round(one.getBoundingClientRect().height * 10)]));
    for (const path of ["/", "/plan/", "/charts/army-cap/"]) {
      const plain = await open(path, { viewport }, (page) => page.route(/Figure\.astro.*\.js$/, (route) => route.abort()));
      const { page, context } = await open(path, { viewport }, (page) =>
        page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) =>
            list.getEntries().forEach((entry) => shifts.push((entry as never as { value: number }).value)),
          ).observe({
            type: "layout-shift",
            buffered: true,
          });
        }),
      );
      await page.evaluate(() => document.fonts.ready);
      await plain.page.evaluate(() => document.fonts.ready);
      expect(await page.locator(".figure__actions").count()).toBeGreaterThan(0);
      expect(await plain.page.locator(".figure__actions").count()).toBe(0);
      expect(await boxes(page), path).toEqual(await boxes(plain.page));
      expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), path).toEqual([]);
      await context.close();
      await plain.context.close();
    }
  });

  it("is whole without script: native tooltips, links, a key, no buttons, no room kept for any", async () => {
    const { page, errors } = await open("/plan/", { javaScriptEnabled: false });
    const figure = page.locator("#chart-army-cap");
    expect(await figure.locator("button").count()).toBe(0);
    expect(await hits(page).locator("title").count()).toBe(await hits(page).count());
    expect(await figure.locator(".key li").count()).toBeGreaterThan(1);
    expect(await figure.locator(".figure__row").evaluate((row) => getComputedStyle(row, "::after").content)).toBe("none");
    expect(errors).toEqual([]);
  });

  it("prints neither tip nor buttons, and every mark in full", async () => {
    const { page } = await open(MATRIX);
    await page.locator(".key button").first().click();
    await hits(page).nth(40).hover();
    expect(await page.locator(".drawing:visible .dim").count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
    expect(await page.locator(".tip").isVisible()).toBe(false);
    expect(await page.locator(".figure__actions").isVisible()).toBe(false);
    const opacities = await page.locator(".dim").evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity));
    expect(new Set(opacities)).toEqual(new Set(["1"]));
  });

  it("gets the script only where there is a chart, as a module of at most 3 KB", async () => {
    const { page } = await open("/plan/");
    const scripts = await scriptOf(page);
    expect(scripts).toHaveLength(1);
    expect(brotliCompressSync(scripts[0]!).length).toBeLessThanOrEqual(3 * 1024);
    expect(scripts[0]).not.toMatch(/\bimport\b/);
    await page.goto(`${site.origin}/sources/`);
    expect(await scriptOf(page)).toEqual([]);
  });

  const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  it.each([
    [PHONE, "light"],
    [PHONE, "dark"],
    [DESK, "light"],
    [DESK, "dark"],
  ] as const)("stays accessible with a tip open and a key pressed: %j, %s", async (viewport, colorScheme) => {
    for (const path of [MATRIX, "/charts/aid-by-donor/", "/charts/corruption-index/"]) {
      const { page, context } = await open(path, { viewport, colorScheme, reducedMotion: "reduce" });
      if ((await page.locator(".key button").count()) > 0) await page.locator(".key button").first().click();
      await hits(page).nth(6).hover();
      expect(await tip(page).count()).toBe(1);
      await page.evaluate(AXE);
      const results = await page.evaluate(() =>
        (window as unknown as { axe: { run(part: string): Promise<AxeResults> } }).axe.run("chart-figure"),
      );
      expect(
        results.violations.map(({ id, nodes }) => `${id} at ${nodes[0]!.target.join(" ")}`),
        path,
      ).toEqual([]);
      await context.close();
    }
  });

  it("keeps the tip's edge in forced colors", async () => {
    const { page } = await open(MATRIX, { forcedColors: "active" });
    await hits(page).nth(40).hover();
    const [edge, ground, width] = await tip(page).evaluate((one) => {
      const style = getComputedStyle(one);
      return [style.borderTopColor, style.backgroundColor, style.borderTopWidth];
    });
    expect(width).toBe("1px");
    expect(edge).not.toBe(ground);
  });
});
