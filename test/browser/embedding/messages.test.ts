import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MESSAGE_TYPE } from "../../../src/embed/contract.ts";
import { MESSAGE_HEIGHTS } from "../../../src/embed/size.ts";
import { frameOf, heightOf, PLAIN, scriptOf } from "./elements.ts";
import { type Stage, startStage } from "./host.ts";

let stage: Stage;
let page: Page;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());
afterEach(() => page.context().close());

describe("a message", () => {
  let exact: number;
  beforeEach(async () => {
    page = await stage.open(
      `${PLAIN}<draft-chart chart="army-cap" sandbox>Sandboxed</draft-chart>${scriptOf(stage.site)}`,
    );
    for (const index of [0, 1]) await (await frameOf(page, index)).waitForSelector(".foot");
    await page.waitForTimeout(200);
    exact = await heightOf(page);
  });

  /** Posts to the host from a frame. */
  async function post(frame: Frame, ...messages: unknown[]): Promise<void> {
    await frame.evaluate((messages) => {
      for (const message of messages) parent.postMessage(message, "*");
    }, messages);
    await page.waitForTimeout(150);
  }
  const good = { type: MESSAGE_TYPE, height: 777 };

  it("of the right shape, window and origin sets the height", async () => {
    await post(await frameOf(page), good);
    expect(await heightOf(page)).toBe(777);
    expect(await heightOf(page, 1)).toBe(exact);
    for (const bound of MESSAGE_HEIGHTS) {
      await post(await frameOf(page), { ...good, height: bound });
      expect(await heightOf(page)).toBe(bound);
    }
  });

  it("of a sandboxed frame, which has no origin, counts for the element that asked for a sandbox", async () => {
    expect(await (await frameOf(page, 1)).evaluate(() => self.origin)).toBe("null");
    await post(await frameOf(page, 1), good);
    expect([await heightOf(page, 0), await heightOf(page, 1)]).toEqual([exact, 777]);
  });

  it("of any other shape is ignored", async () => {
    const markup = '<img src=x onerror="document.title=1">';
    await post(
      await frameOf(page),
      markup,
      { type: MESSAGE_TYPE, height: markup },
      ...[
        NaN,
        Infinity,
        1e9,
        -5,
        0,
        300.5,
        "300",
        null,
        [300],
        MESSAGE_HEIGHTS[0] - 1,
        MESSAGE_HEIGHTS[1] + 1,
      ].map((height) => ({
        type: MESSAGE_TYPE,
        height,
      })),
      { type: "resize", height: 300 },
      { height: 300 },
      300,
      null,
      { sentinel: "amp", type: "embed-size", height: 300 },
    );
    expect(await heightOf(page)).toBe(exact);
    expect(await page.locator("img").count()).toBe(0);
  });

  it("from another window is ignored: the page's own, a stranger's, another chart's", async () => {
    stage.pages.set("/stranger", { html: "<!doctype html>a stranger" });
    await page.evaluate(
      (src) => document.body.append(Object.assign(document.createElement("iframe"), { src })),
      `${stage.stranger}/stranger`,
    );
    await expect
      .poll(() => page.frames().some((frame) => frame.url() === `${stage.stranger}/stranger`))
      .toBe(true);
    await post(
      page.frames().find((frame) => frame.url() === `${stage.stranger}/stranger`)!,
      good,
    );
    await page.evaluate((message) => postMessage(message, "*"), good);
    await page.evaluate(
      ([message, origin]) =>
        dispatchEvent(new MessageEvent("message", { data: message, origin: origin as string })),
      [good, new URL(stage.site).origin],
    );
    await page.waitForTimeout(150);
    expect([await heightOf(page, 0), await heightOf(page, 1)]).toEqual([exact, exact]);
  });

  it("from its own window but another origin is ignored, also from one without origin", async () => {
    stage.pages.set("/stranger", { html: "<!doctype html>a stranger" });
    stage.pages.set("/nobody", {
      html: "<!doctype html>a stranger without origin",
      headers: { "content-security-policy": "sandbox allow-scripts" },
    });
    for (const path of ["/stranger", "/nobody"]) {
      const frame = await frameOf(page);
      await frame.goto(stage.stranger + path);
      await post(await frameOf(page), good);
      expect(await heightOf(page), path).toBe(exact);
    }
  });

  it("may come ten thousand times: the last one stands and the page lives", async () => {
    const burst = (await frameOf(page)).evaluate((type) => {
      for (let i = 0; i < 10_000; i++)
        parent.postMessage(i % 2 ? { type, height: 200 + (i % 600) } : { type, height: -i }, "*");
      parent.postMessage({ type, height: 555 }, "*");
    }, MESSAGE_TYPE);
    await burst;
    await expect.poll(() => heightOf(page), { timeout: 20_000 }).toBe(555);
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(20);
  });

  it("from the host moves nothing in an embed", async () => {
    const frame = await frameOf(page);
    const inside = () => frame.evaluate(() => document.documentElement.outerHTML.length);
    const before = await inside();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("draft-chart")!.shadowRoot!.querySelector("iframe")!;
      for (const message of [
        "<b>x</b>",
        { type: "theme", theme: "dark" },
        { type: "draft-chart:height", height: 1e9 },
        NaN,
      ])
        contentWindow!.postMessage(message, "*");
    });
    await page.waitForTimeout(150);
    expect(await inside()).toBe(before);
  });
});
