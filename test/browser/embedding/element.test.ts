import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { embedOf } from "../../../src/content.ts";
import { MESSAGE_TYPE } from "../../../src/embed/contract.ts";
import { embedHeight, MESSAGE_HEIGHTS } from "../../../src/embed/size.ts";
import { elementSnippet, jsxSnippet } from "../../../src/embed/snippets.ts";
import { absolute } from "../../../src/site.ts";
import { lookInside, type Stage, startStage } from "./host.ts";

const chart = embedOf("army-cap");
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
    const snippets = ["army-cap", "clause/army-cap"].map((id) => elementSnippet(embedOf(id), stage.site, "auto"));
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
    await page.locator("draft-chart").evaluate((element) => element.setAttribute("chart", "eight-days"));
    await (await frameOf()).waitForURL(`${stage.site}embed/eight-days/`);
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
    // Only the frame that might still speak is kept.
    expect(page.frames()).toHaveLength(2);
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

describe("an element that nobody has scrolled to", () => {
  const far = (height: number, element: string) => `<div style="height:${height}px"></div>${element}`;
  const gaveUp = () => page.locator("draft-chart").evaluateAll((all) => all.map((element) => !!element.shadowRoot!.querySelector("slot")));

  it("keeps its frame for as long as the reader stays away, wherever it stands", async () => {
    const names = ["army-cap", "eight-days", "coalition", "aid-by-donor"];
    const boxes = [700, 300, 300, 300].map((gap, i) =>
      far(gap, `<draft-chart chart="${names[i]}" style="height:270px">Words</draft-chart>`),
    );
    page = await stage.open(boxes.join("") + script(), { viewport: { width: 1000, height: 800 } });
    await page.waitForTimeout(8000);
    expect(await gaveUp()).toEqual([false, false, false, false]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it("waits for a silent frame only while it is on screen", async () => {
    page = await stage.open(far(1500, `<draft-chart chart="no-such-chart">Words</draft-chart>`) + script());
    await expect.poll(() => page.frames().length).toBe(2);
    await page.waitForTimeout(4000);
    expect(await gaveUp()).toEqual([false]);
    await page.locator("draft-chart").scrollIntoViewIfNeeded();
    await expect.poll(gaveUp, { timeout: 10_000 }).toEqual([true]);
    expect(await page.locator("draft-chart").evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(40);
  });

  it("comes back when its frame speaks late", async () => {
    page = await stage.open("");
    await page.route("**/embed/army-cap/", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>late" }));
    await page.setContent(`<draft-chart chart="army-cap">Words</draft-chart>${script()}`);
    await expect.poll(gaveUp, { timeout: 10_000 }).toEqual([true]);
    await page.frames()[1]!.evaluate((message) => parent.postMessage(message, "*"), { type: MESSAGE_TYPE, height: 444 });
    await expect.poll(gaveUp).toEqual([false]);
    expect(await height()).toBe(444);
    expect(await page.locator("draft-chart iframe").isVisible()).toBe(true);
  });
});

describe("what is shown and said of it", () => {
  it("may be a clause or a comparison", async () => {
    page = await stage.open(
      `<draft-chart clause="army-cap">A</draft-chart><draft-chart compare="us-28/zelensky-20/army-cap">B</draft-chart>${script()}`,
    );
    await (await frameOf(0)).waitForURL(`${stage.site}embed/clause/army-cap/`);
    await (await frameOf(1)).waitForURL(`${stage.site}embed/compare/us-28/zelensky-20/army-cap/`);
  });

  it("follows a title that is set after the chart, and touches no attribute of the element", async () => {
    page = await stage.open(elementSnippet(chart, stage.site, "auto").replace(/src="[^"]*embed.js"/, `src="${stage.site}embed.js"`));
    await (await frameOf()).waitForSelector(".foot");
    const attributes = () =>
      page.locator("draft-chart").evaluate(({ attributes }) => [...attributes].map(({ name, value }) => [name, value]));
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
    page = await stage.open(jsxSnippet(chart, stage.site, "auto"));
    await page.route("**/embed/**", (route) => route.abort());
    for (const width of [320, 560, 800]) {
      await page.setViewportSize({ width: width + 16, height: 900 });
      expect(Math.abs((await height()) - embedHeight(chart, width)), `${width} px`).toBeLessThanOrEqual(2);
    }
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
    `<script>told=[];addEventListener("message",({data})=>told.push(data))</script><iframe src="${stage.site}embed/army-cap/" style="width:500px;height:1200px"></iframe>`,
    { wait: "networkidle" },
  );
  const told = () => page.evaluate("told");
  const own = async () => ((await told()) as { type?: string }[]).filter(({ type }) => type === MESSAGE_TYPE);
  await expect.poll(own).toHaveLength(1);
  const resize = (style: string) => page.locator("iframe").evaluate((frame, style) => frame.setAttribute("style", style), style);
  await resize("width:500px;height:900px");
  await page.waitForTimeout(200);
  expect(await own()).toHaveLength(1);
  await resize("width:700px;height:900px");
  await expect.poll(own).toHaveLength(2);
  expect(await own()).toEqual([500, 700].map((width) => ({ type: MESSAGE_TYPE, height: embedHeight(chart, width) - 1 })));
});

describe("the height in the forms of others", () => {
  const SANDBOX = `sandbox="allow-scripts"`;
  const host = (address: string, attributes = "") =>
    `<script>told=[];addEventListener("message",({data})=>told.push(data))</script><iframe ${attributes} src="${stage.site}embed/${address}" style="width:500px;height:1200px"></iframe>`;
  const told = (): Promise<unknown[]> => page.evaluate("told");
  const high = embedHeight(chart, 500) - 1;

  it("AMP's is said always, pym's with its id", async () => {
    page = await stage.open(host("army-cap/?initialWidth=500&childId=here"));
    await expect.poll(told).toContainEqual({ sentinel: "amp", type: "embed-size", height: high });
    expect(await told()).toContain(`pymxPYMxherexPYMxheightxPYMx${high}`);
  });

  it("WordPress's is said with its secret, again when its script is ready, and no other secret counts", async () => {
    page = await stage.open(host("army-cap/#?secret=abc", SANDBOX));
    const said = { message: "height", value: high, secret: "abc" };
    const times = async () => (await told()).filter((data) => JSON.stringify(data) === JSON.stringify(said)).length;
    await expect.poll(times).toBe(1);
    const post = (message: unknown) =>
      page.evaluate((message) => document.querySelector("iframe")!.contentWindow!.postMessage(message, "*"), message);
    await post({ message: "ready", secret: "other" });
    await post({ message: "ready", secret: "abc" });
    await expect.poll(times).toBe(2);
  });

  it("WordPress is given the links that its sandbox does not open: the credit and those of the marks", async () => {
    page = await stage.open(host("clause/army-cap/#?secret=abc", SANDBOX));
    const frame = page.frameLocator("iframe");
    await frame.locator(".foot a").click();
    await frame.locator(".drawing--medium .hits a rect").first().click({ force: true });
    const links = async () => (await told()).filter((data) => (data as { message?: string }).message === "link");
    await expect.poll(links).toEqual(
      ["/plan/themes/armed-forces-size/#army-cap", "/plan/drafts/us-28/#army-cap"].map((path) => ({
        message: "link",
        value: absolute(path),
        secret: "abc",
      })),
    );
  });
});

it("the frame of something that is not there says so, with a link", async () => {
  page = await stage.open(`<iframe src="${stage.site}embed/404.html"></iframe>`);
  await page.frameLocator("iframe").getByRole("link").waitFor();
  expect(await page.frameLocator("iframe").getByRole("link").getAttribute("href")).toBe(absolute("/charts/"));
});
