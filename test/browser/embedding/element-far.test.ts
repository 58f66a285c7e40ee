import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MESSAGE_TYPE } from "../../../src/embed/contract.ts";
import { heightOf, scriptOf } from "./elements.ts";
import { type Stage, startStage } from "./host.ts";

let stage: Stage;
let page: Page;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());
afterEach(() => page.context().close());

describe("an element that nobody has scrolled to", () => {
  const far = (height: number, element: string) => `<div style="height:${height}px"></div>${element}`;
  const gaveUp = () =>
    page
      .locator("draft-chart")
      .evaluateAll((all) => all.map((element) => !!element.shadowRoot!.querySelector("slot")));

  it("keeps its frame for as long as the reader stays away, wherever it stands", async () => {
    const names = ["army-cap", "eight-days", "coalition", "aid-by-donor"];
    const boxes = [700, 300, 300, 300].map((gap, i) =>
      far(gap, `<draft-chart chart="${names[i]}" style="height:270px">Words</draft-chart>`),
    );
    page = await stage.open(boxes.join("") + scriptOf(stage.site), {
      viewport: { width: 1000, height: 800 },
    });
    await page.waitForTimeout(8000);
    expect(await gaveUp()).toEqual([false, false, false, false]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it("waits for a silent frame only while it is on screen", async () => {
    page = await stage.open(
      far(1500, `<draft-chart chart="no-such-chart">Words</draft-chart>`) + scriptOf(stage.site),
    );
    await expect.poll(() => page.frames().length).toBe(2);
    await page.waitForTimeout(4000);
    expect(await gaveUp()).toEqual([false]);
    await page.locator("draft-chart").scrollIntoViewIfNeeded();
    await expect.poll(gaveUp, { timeout: 10_000 }).toEqual([true]);
    expect(
      await page.locator("draft-chart").evaluate((element) => element.getBoundingClientRect().height),
    ).toBeLessThan(40);
  });

  it("comes back when its frame speaks late", async () => {
    page = await stage.open("");
    await page.route("**/embed/army-cap/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html>late" }),
    );
    await page.setContent(`<draft-chart chart="army-cap">Words</draft-chart>${scriptOf(stage.site)}`);
    await expect.poll(gaveUp, { timeout: 10_000 }).toEqual([true]);
    await page
      .frames()[1]!
      .evaluate((message) => parent.postMessage(message, "*"), { type: MESSAGE_TYPE, height: 444 });
    await expect.poll(gaveUp).toEqual([false]);
    expect(await heightOf(page)).toBe(444);
    expect(await page.locator("draft-chart iframe").isVisible()).toBe(true);
  });
});
