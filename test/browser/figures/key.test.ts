import { describe, expect, it } from "vitest";
import { CHARTS, DESK, MATRIX, open, PHONE } from "./open-figure.ts";

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
    const drawing = [...document.querySelectorAll<HTMLElement>(".drawing")].find(
      (drawing) => drawing.offsetWidth > 0,
    )!;
    return signs.map((sign) => {
      const uses = [...drawing.querySelectorAll("use")].filter((use) =>
        ["narrow", "medium", "wide", "full"].some((layout) =>
          new RegExp(`-${layout}-${sign}(-hollow)?$`).test(use.getAttribute("href")!),
        ),
      );
      const bars = sign in looks ? [...drawing.querySelectorAll(`.chart .${looks[sign]}:not(defs *)`)] : [];
      return (uses.length > 0 ? uses : bars).map((mark) => (mark.closest(".dim") ? "dim" : "clear"));
    });
  }

  it("sets off the marks that carry the sign, at both widths, in every chart whose key tells marks apart", async () => {
    const charts: string[] = [];
    for (const id of CHARTS) {
      const { page, context } = await open(`/charts/${id}/`, { reducedMotion: "reduce" });
      const entries = page.locator(".key li:not([data-sign=hollow], [data-sign=changed])");
      const signs = await entries.evaluateAll((items) =>
        items.map((item) => (item as HTMLElement).dataset.sign!),
      );
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
    const line = (button: typeof first) =>
      button.evaluate((one) => getComputedStyle(one).textDecorationStyle);
    expect([await line(first), await line(second)]).toEqual(["dotted", "solid"]);
    await page.locator("h1").click();
    expect(await dimmed.count()).toBeGreaterThan(10);
    await first.click();
    expect(await second.getAttribute("aria-pressed")).toBe("false");
    await first.click();
    expect(await first.getAttribute("aria-pressed")).toBe("false");
    expect(await dimmed.count()).toBe(0);
  });

  it.each(["trust-in-zelensky", "corruption-index"])(
    "is the line's own name where lines are named: %s",
    async (id) => {
      const { page } = await open(`/charts/${id}/`);
      const lines = page.locator(".drawing:visible [data-line]");
      const name = page.locator(".drawing:visible [data-line] text").first();
      const line = await name.locator("xpath=ancestor::*[@data-line][1]").getAttribute("data-line");
      await name.hover({ force: true });
      const clear = await lines.evaluateAll((all) =>
        all.filter((one) => !one.classList.contains("dim")).map((one) => (one as SVGElement).dataset.line),
      );
      expect(clear).toEqual([line, line]);
      expect(await lines.count()).toBeGreaterThan(2);
      await page.mouse.move(1, 1);
      expect(await page.locator(".dim").count()).toBe(0);
    },
  );
});
