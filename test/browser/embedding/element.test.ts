import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { embedOf } from "../../../src/content.ts";
import { MESSAGE_TYPE } from "../../../src/embed/contract.ts";
import { embedHeight } from "../../../src/embed/size.ts";
import { elementSnippet, jsxSnippet } from "../../../src/embed/snippets.ts";
import { frameOf, heightOf, PLAIN, scriptOf } from "./elements.ts";
import { lookInside, type Stage, startStage } from "./host.ts";

const chart = embedOf("army-cap");

let stage: Stage;
let page: Page;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());
afterEach(() => page.context().close());

describe("the element", () => {
  it("shows its chart at its exact height in a page that allows this site's script and frames, and nothing else", async () => {
    const policy = `default-src 'none'; script-src ${stage.site}; frame-src ${stage.site}; require-trusted-types-for 'script'`;
    page = await stage.open(PLAIN + scriptOf(stage.site), { headers: { "content-security-policy": policy } });
    const frame = await frameOf(page);
    await frame.waitForSelector(".foot");
    const { width, shown, scrolls } = await frame.evaluate(lookInside);
    expect([shown, scrolls]).toEqual([1, false]);
    expect(Math.abs((await heightOf(page)) - embedHeight(chart, width))).toBeLessThanOrEqual(2);
    expect(await page.locator("draft-chart iframe").getAttribute("title")).toBe("The cap on the army");
  });

  it("moves nothing: not when the script comes, nor the frame, nor its message", async () => {
    const snippets = ["army-cap", "clause/army-cap"].map((id) =>
      elementSnippet(embedOf(id), stage.site, "auto"),
    );
    page = await stage.open("");
    await page.route("**/embed.js", (route) =>
      new Promise((done) => setTimeout(done, 300)).then(() => route.continue()),
    );
    stage.pages.set("/article", {
      html: `<!doctype html><p>Before.</p>${snippets.join("<p>Between.</p>")}<p>After.</p>
<script>shift=0;new PerformanceObserver((list)=>{for(const entry of list.getEntries())shift+=entry.value}).observe({type:"layout-shift",buffered:true})</script>`,
    });
    await page.goto(`${stage.host}/article`, { waitUntil: "domcontentloaded" });
    const before = await heightOf(page);
    await (await frameOf(page, 0)).waitForSelector(".foot");
    await page.locator("draft-chart").nth(1).scrollIntoViewIfNeeded();
    await (await frameOf(page, 1)).waitForSelector(".foot");
    await page.waitForTimeout(300);
    expect(Math.abs((await heightOf(page)) - before)).toBeLessThan(1);
    expect(await page.evaluate("shift")).toBe(0);
  });

  it("follows its theme and its chart without a step in the reader's history", async () => {
    page = await stage.open(PLAIN + scriptOf(stage.site));
    const paper = async () =>
      (await frameOf(page)).evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const steps = await page.evaluate(() => history.length);
    const papers: string[] = [];
    for (const theme of ["dark", "light", "nonsense"]) {
      await page
        .locator("draft-chart")
        .evaluate((element, theme) => element.setAttribute("theme", theme), theme);
      await (await frameOf(page)).waitForSelector(".foot");
      papers.push(await paper());
    }
    expect(papers).toEqual(["rgb(22, 23, 26)", "rgb(251, 250, 245)", "rgb(251, 250, 245)"]);
    await page.locator("draft-chart").evaluate((element) => element.setAttribute("chart", "eight-days"));
    await (await frameOf(page)).waitForURL(`${stage.site}embed/eight-days/`);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  it("works when a page adds it later, takes it out and puts it back", async () => {
    page = await stage.open(scriptOf(stage.site));
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), PLAIN);
    await (await frameOf(page)).waitForSelector(".foot");
    await page.evaluate(() => {
      const element = document.querySelector("draft-chart")!;
      element.remove();
      document.body.prepend(element);
    });
    await (await frameOf(page)).waitForSelector(".foot");
    expect(await page.locator("draft-chart iframe").count()).toBe(1);
    expect(await page.locator("draft-chart").textContent()).toBe("The cap on the army");
    await (
      await frameOf(page)
    ).evaluate((message) => parent.postMessage(message, "*"), { type: MESSAGE_TYPE, height: 777 });
    await expect.poll(() => heightOf(page)).toBe(777);
  });

  it("may stand on a page many times, and loads what a reader comes near", async () => {
    page = await stage.open(
      `${`${PLAIN}<div style="height:9000px"></div>`.repeat(4)}${scriptOf(stage.site)}`,
    );
    await (await frameOf(page, 0)).waitForSelector(".foot");
    const loaded = () => page.frames().filter((frame) => frame.url().includes("/embed/")).length;
    expect(await page.locator("draft-chart iframe").count()).toBe(4);
    expect(loaded()).toBe(1);
    await page.locator("draft-chart").nth(3).scrollIntoViewIfNeeded();
    await expect.poll(loaded).toBe(2);
    expect(await page.locator("draft-chart iframe").count()).toBe(4);
  });

  it("is the only thing that two copies of the script define", async () => {
    page = await stage.open("");
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
    for (const query of ["", "?again"]) await page.addScriptTag({ url: `${stage.site}embed.js${query}` });
    expect(await page.evaluate(() => Object.getOwnPropertyNames(window))).toEqual(before);
    expect(await page.evaluate(() => typeof customElements.get("draft-chart"))).toBe("function");
    expect(errors).toEqual([]);
  });

  it("takes its charts from where its script lies, under a base path too", async () => {
    page = await stage.open(PLAIN + scriptOf(stage.copy));
    await (await frameOf(page)).waitForURL(`${stage.copy}embed/army-cap/`);
  });

  it("leaves the page's own words standing where it cannot show a chart", async () => {
    const words = `<b>Own words</b>`;
    page = await stage.open(
      `<draft-chart>${words}</draft-chart><draft-chart chart="../../evil">${words}</draft-chart><draft-chart chart="no-such-chart">${words}</draft-chart>${scriptOf(stage.site)}`,
    );
    await expect.poll(() => page.locator("draft-chart b:visible").count(), { timeout: 10_000 }).toBe(3);
    // Only the frame that might still speak is kept.
    expect(page.frames()).toHaveLength(2);
    await page.context().close();
    page = await stage.open(`<draft-chart chart="army-cap">${words}</draft-chart>${scriptOf(stage.site)}`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator("b").isVisible()).toBe(true);
    await page.context().close();
    page = await stage.open(`<draft-chart chart="army-cap">${words}</draft-chart>${scriptOf(stage.site)}`);
    await (await frameOf(page)).waitForSelector(".foot");
    await page.waitForTimeout(3500);
    expect(await page.locator("b").isVisible()).toBe(false);
  });
});

describe("what is shown and said of it", () => {
  it("may be a clause", async () => {
    page = await stage.open(`<draft-chart clause="army-cap">A</draft-chart>${scriptOf(stage.site)}`);
    await (await frameOf(page, 0)).waitForURL(`${stage.site}embed/clause/army-cap/`);
  });

  it("follows a title that is set after the chart, and touches no attribute of the element", async () => {
    page = await stage.open(
      elementSnippet(chart, stage.site, "auto").replace(/src="[^"]*embed.js"/, `src="${stage.site}embed.js"`),
    );
    await (await frameOf(page)).waitForSelector(".foot");
    const attributes = () =>
      page
        .locator("draft-chart")
        .evaluate(({ attributes }) => [...attributes].map(({ name, value }) => [name, value]));
    const before = await attributes();
    await page.locator("draft-chart").evaluate((element: HTMLElement) => {
      element.setAttribute("chart", "eight-days");
      element.title = "Eight days";
    });
    expect(await page.locator("draft-chart iframe").getAttribute("title")).toBe("Eight days");
    const style = (list: string[][]) => list.find(([name]) => name === "style");
    expect(style(await attributes())).toEqual(style(before));
  });

  it("has its exact height at once by `shape`, without style", async () => {
    page = await stage.open("");
    await page.route("**/embed/**", (route) => route.abort());
    await page.setContent(jsxSnippet(chart, stage.site, "auto"));
    await page.locator("draft-chart iframe").waitFor();
    for (const width of [320, 560, 800]) {
      await page.setViewportSize({ width: width + 16, height: 900 });
      expect(Math.abs((await heightOf(page)) - embedHeight(chart, width)), `${width} px`).toBeLessThanOrEqual(
        2,
      );
    }
  });
});
