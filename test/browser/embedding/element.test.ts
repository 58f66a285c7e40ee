import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { charts } from "../../../src/content.ts";
import { MESSAGE_TYPE } from "../../../src/embed/contract.ts";
import { embedHeight, MESSAGE_HEIGHTS } from "../../../src/embed/size.ts";
import { elementSnippet } from "../../../src/embed/snippets.ts";
import { lookInside, type Stage, startStage } from "./host.ts";

const chart = charts.find(({ id }) => id === "army-cap")!;
const PLAIN = `<draft-chart chart="army-cap">The cap on the army</draft-chart>`;

let stage: Stage;
let page: Page;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());
afterEach(() => page.context().close());

/** The script of the site, as a host loads it. */
function script(site = stage.site): string {
  return `<script async src="${site}embed.js"></script>`;
}

/** The frame of the element with this place on the page. */
async function frameOf(index = 0): Promise<Frame> {
  const handle = page.locator("draft-chart iframe").nth(index);
  await handle.waitFor();
  return (await (await handle.elementHandle())!.contentFrame())!;
}

/** Its height on the page. */
function height(index = 0): Promise<number> {
  return page
    .locator("draft-chart")
    .nth(index)
    .evaluate((element) => element.getBoundingClientRect().height);
}

describe("the element", () => {
  it("shows its chart at its exact height in a page that allows this site's script and frames, and nothing else", async () => {
    const policy = `default-src 'none'; script-src ${stage.site}; frame-src ${stage.site}; require-trusted-types-for 'script'`;
    page = await stage.open(PLAIN + script(), { headers: { "content-security-policy": policy } });
    const frame = await frameOf();
    await frame.waitForSelector(".foot");
    const { width, shown, scrolls } = await frame.evaluate(lookInside);
    expect([shown, scrolls]).toEqual([1, false]);
    expect(Math.abs((await height()) - embedHeight(chart, width))).toBeLessThanOrEqual(2);
    expect(await page.locator("draft-chart iframe").getAttribute("title")).toBe("The cap on the army");
  });

  it("moves nothing: not when the script comes, nor the frame, nor its message", async () => {
    const snippets = ["army-cap", "exits"].map((id) =>
      elementSnippet(
        charts.find((chart) => chart.id === id)!,
        stage.site,
        "auto",
      ),
    );
    page = await stage.open("");
    await page.route("**/embed.js", (route) => new Promise((done) => setTimeout(done, 300)).then(() => route.continue()));
    stage.pages.set("/article", {
      html: `<!doctype html><p>Before.</p>${snippets.join("<p>Between.</p>")}<p>After.</p>
<script>shift=0;new PerformanceObserver((list)=>{for(const entry of list.getEntries())shift+=entry.value}).observe({type:"layout-shift",buffered:true})</script>`,
    });
    await page.goto(`${stage.host}/article`, { waitUntil: "domcontentloaded" });
    const before = await height();
    await (await frameOf(0)).waitForSelector(".foot");
    await page.locator("draft-chart").nth(1).scrollIntoViewIfNeeded();
    await (await frameOf(1)).waitForSelector(".foot");
    await page.waitForTimeout(300);
    expect(Math.abs((await height()) - before)).toBeLessThan(1);
    expect(await page.evaluate("shift")).toBe(0);
  });

  it("follows its theme and its chart without a step in the reader's history", async () => {
    page = await stage.open(PLAIN + script());
    const paper = async () => (await frameOf()).evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const steps = await page.evaluate(() => history.length);
    const papers: string[] = [];
    for (const theme of ["dark", "light", "nonsense"]) {
      await page.locator("draft-chart").evaluate((element, theme) => element.setAttribute("theme", theme), theme);
      await (await frameOf()).waitForSelector(".foot");
      papers.push(await paper());
    }
    expect(papers).toEqual(["rgb(22, 23, 26)", "rgb(251, 250, 245)", "rgb(251, 250, 245)"]);
    await page.locator("draft-chart").evaluate((element) => element.setAttribute("chart", "exits"));
    await (await frameOf()).waitForURL(`${stage.site}embed/exits/`);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  it("works when a page adds it later, takes it out and puts it back", async () => {
    page = await stage.open(script());
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), PLAIN);
    await (await frameOf()).waitForSelector(".foot");
    await page.evaluate(() => {
      const element = document.querySelector("draft-chart")!;
      element.remove();
      document.body.prepend(element);
    });
    await (await frameOf()).waitForSelector(".foot");
    expect(await page.locator("draft-chart iframe").count()).toBe(1);
    expect(await page.locator("draft-chart").textContent()).toBe("The cap on the army");
    await (await frameOf()).evaluate((message) => parent.postMessage(message, "*"), { type: MESSAGE_TYPE, height: 777 });
    await expect.poll(() => height()).toBe(777);
  });

  it("may stand on a page many times, and loads what a reader comes near", async () => {
    page = await stage.open(`${`${PLAIN}<div style="height:9000px"></div>`.repeat(4)}${script()}`);
    await (await frameOf(0)).waitForSelector(".foot");
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
    page = await stage.open(PLAIN + script(stage.copy));
    await (await frameOf()).waitForURL(`${stage.copy}embed/army-cap/`);
  });

  it("leaves the page's own words standing where it cannot show a chart", async () => {
    const words = `<b>Own words</b>`;
    page = await stage.open(
      `<draft-chart>${words}</draft-chart><draft-chart chart="../../evil">${words}</draft-chart><draft-chart chart="no-such-chart">${words}</draft-chart>${script()}`,
    );
    await expect.poll(() => page.locator("draft-chart b:visible").count(), { timeout: 10_000 }).toBe(3);
    expect(page.frames()).toHaveLength(1);
    await page.context().close();
    page = await stage.open(`<draft-chart chart="army-cap">${words}</draft-chart>${script()}`, { javaScriptEnabled: false });
    expect(await page.locator("b").isVisible()).toBe(true);
    await page.context().close();
    page = await stage.open(`<draft-chart chart="army-cap">${words}</draft-chart>${script()}`);
    await (await frameOf()).waitForSelector(".foot");
    await page.waitForTimeout(3500);
    expect(await page.locator("b").isVisible()).toBe(false);
  });
});

describe("a message", () => {
  let exact: number;
  beforeEach(async () => {
    page = await stage.open(`${PLAIN}<draft-chart chart="army-cap" sandbox>Sandboxed</draft-chart>${script()}`);
    for (const index of [0, 1]) await (await frameOf(index)).waitForSelector(".foot");
    await page.waitForTimeout(200);
    exact = await height();
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
    await post(await frameOf(), good);
    expect(await height()).toBe(777);
    expect(await height(1)).toBe(exact);
    for (const bound of MESSAGE_HEIGHTS) {
      await post(await frameOf(), { ...good, height: bound });
      expect(await height()).toBe(bound);
    }
  });

  it("of a sandboxed frame, which has no origin, counts for the element that asked for a sandbox", async () => {
    expect(await (await frameOf(1)).evaluate(() => self.origin)).toBe("null");
    await post(await frameOf(1), good);
    expect([await height(0), await height(1)]).toEqual([exact, 777]);
  });

  it("of any other shape is ignored", async () => {
    const markup = '<img src=x onerror="document.title=1">';
    await post(
      await frameOf(),
      markup,
      { type: MESSAGE_TYPE, height: markup },
      ...[NaN, Infinity, 1e9, -5, 0, 300.5, "300", null, [300], MESSAGE_HEIGHTS[0] - 1, MESSAGE_HEIGHTS[1] + 1].map((height) => ({
        type: MESSAGE_TYPE,
        height,
      })),
      { type: "resize", height: 300 },
      { height: 300 },
      300,
      null,
      { sentinel: "amp", type: "embed-size", height: 300 },
    );
    expect(await height()).toBe(exact);
    expect(await page.locator("img").count()).toBe(0);
  });

  it("from another window is ignored: the page's own, a stranger's, another chart's", async () => {
    stage.pages.set("/stranger", { html: "<!doctype html>a stranger" });
    await page.evaluate(
      (src) => document.body.append(Object.assign(document.createElement("iframe"), { src })),
      `${stage.stranger}/stranger`,
    );
    await expect.poll(() => page.frames().some((frame) => frame.url() === `${stage.stranger}/stranger`)).toBe(true);
    await post(
      page.frames().find((frame) => frame.url() === `${stage.stranger}/stranger`)!,
      good,
    );
    await page.evaluate((message) => postMessage(message, "*"), good);
    await page.evaluate(
      ([message, origin]) => dispatchEvent(new MessageEvent("message", { data: message, origin: origin as string })),
      [good, new URL(stage.site).origin],
    );
    await page.waitForTimeout(150);
    expect([await height(0), await height(1)]).toEqual([exact, exact]);
  });

  it("from its own window but another origin is ignored, also from one without origin", async () => {
    stage.pages.set("/stranger", { html: "<!doctype html>a stranger" });
    stage.pages.set("/nobody", {
      html: "<!doctype html>a stranger without origin",
      headers: { "content-security-policy": "sandbox allow-scripts" },
    });
    for (const path of ["/stranger", "/nobody"]) {
      const frame = await frameOf();
      await frame.goto(stage.stranger + path);
      await post(await frameOf(), good);
      expect(await height(), path).toBe(exact);
    }
  });

  it("may come ten thousand times: the last one stands and the page lives", async () => {
    const burst = (await frameOf()).evaluate((type) => {
      for (let i = 0; i < 10_000; i++) parent.postMessage(i % 2 ? { type, height: 200 + (i % 600) } : { type, height: -i }, "*");
      parent.postMessage({ type, height: 555 }, "*");
    }, MESSAGE_TYPE);
    await burst;
    await expect.poll(() => height(), { timeout: 20_000 }).toBe(555);
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(20);
  });

  it("from the host moves nothing in an embed", async () => {
    const frame = await frameOf();
    const inside = () => frame.evaluate(() => document.documentElement.outerHTML.length);
    const before = await inside();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("draft-chart")!.shadowRoot!.querySelector("iframe")!;
      for (const message of ["<b>x</b>", { type: "theme", theme: "dark" }, { type: "draft-chart:height", height: 1e9 }, NaN])
        contentWindow!.postMessage(message, "*");
    });
    await page.waitForTimeout(150);
    expect(await inside()).toBe(before);
  });
});

it("an embed tells its height when it has one and when it changes, and not otherwise", async () => {
  page = await stage.open(
    `<script>told=[];addEventListener("message",({data})=>told.push(data))</script><iframe src="${stage.site}embed/army-cap/" style="width:500px;height:300px"></iframe>`,
    { wait: "networkidle" },
  );
  const told = () => page.evaluate("told");
  await expect.poll(told).toHaveLength(1);
  const resize = (style: string) => page.locator("iframe").evaluate((frame, style) => frame.setAttribute("style", style), style);
  await resize("width:500px;height:900px");
  await page.waitForTimeout(200);
  expect(await told()).toHaveLength(1);
  await resize("width:700px;height:900px");
  await expect.poll(told).toHaveLength(2);
  expect(await told()).toEqual([480, 700].map((width) => ({ type: MESSAGE_TYPE, height: embedHeight(chart, width) - 1 })));
});
