import { describe, expect, it } from "vitest";
import { CHARTS, DESK, hits, MATRIX, open, PHONE, site, tip } from "./open-figure.ts";

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
          const areas = [...document.querySelectorAll<SVGRectElement>(".hits rect")].filter(
            (hit) => hit.getBoundingClientRect().width > 0,
          );
          for (const hit of areas) {
            const label = hit.querySelector("title")?.textContent ?? "";
            for (const block of ["center", "start", "end"] as const) {
              document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
              hit.scrollIntoView({ block, behavior: "instant" });
              const mark = hit.getBoundingClientRect();
              const [clientX, clientY] = [mark.left + mark.width / 2, mark.top + mark.height / 2];
              hit.dispatchEvent(
                new PointerEvent("pointerover", { pointerType: "mouse", bubbles: true, clientX, clientY }),
              );
              const tip = document.querySelector(".tip:popover-open");
              const box = tip?.getBoundingClientRect();
              const where = `“${label}” (${block})`;
              if (!tip || !box || tip.textContent !== label || !label)
                faults.push(`${where}: the tip says “${tip?.textContent}”`);
              else {
                if (
                  box.left < 0 ||
                  box.top < 0 ||
                  box.right > document.documentElement.clientWidth ||
                  box.bottom > innerHeight
                )
                  faults.push(`${where}: the tip leaves the screen: ${JSON.stringify(box)}`);
                if (
                  box.left < mark.right &&
                  box.right > mark.left &&
                  box.top < mark.bottom &&
                  box.bottom > mark.top
                )
                  faults.push(`${where}: the tip covers its mark: ${JSON.stringify([box, mark])}`);
                if (hit.querySelector("title")) faults.push(`${where}: the native tooltip is still there`);
              }
            }
          }
          return { faults, count: areas.length };
        });
        faults.push(
          ...found.faults.map((fault) => `${path} ${fault}`),
          ...errors.map((error) => `${path} ${error}`),
        );
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

  it.each(CHARTS)("promises Enter for %s only as far as marks lead somewhere", async (id) => {
    const { page, context } = await open(`/charts/${id}/`);
    const marks = await page
      .locator(".figure .hits rect")
      .evaluateAll((rects) => rects.map((rect) => rect.closest("a") !== null));
    const label = (await page.locator("[role=group].drawing:visible").getAttribute("aria-label"))!;
    const promise = marks.every(Boolean)
      ? "Enter opens their page"
      : marks.some(Boolean)
        ? "Enter opens the page of those"
        : undefined;
    expect(label).toContain(promise ?? "arrow keys read them");
    expect(label.includes("Enter")).toBe(promise !== undefined);
    await context.close();
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
      const duration = await page.evaluate(() =>
        parseFloat(getComputedStyle(document.querySelector(".drawing use")!).transitionDuration),
      );
      expect(duration > 0).toBe(moves);
    }
  });
});
