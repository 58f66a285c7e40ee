import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { embedOf } from "../../../src/content.ts";
import { MESSAGE_TYPE } from "../../../src/embed/contract.ts";
import { embedHeight } from "../../../src/embed/size.ts";
import { absolute } from "../../../src/site.ts";
import { type Stage, startStage } from "./host.ts";

const chart = embedOf("army-cap");

let stage: Stage;
let page: Page;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());
afterEach(() => page.context().close());

it("an embed tells its height when it has one and when it changes, and not otherwise", async () => {
  page = await stage.open(
    `<script>told=[];addEventListener("message",({data})=>told.push(data))</script><iframe src="${stage.site}embed/army-cap/" style="width:500px;height:1200px"></iframe>`,
    { wait: "networkidle" },
  );
  const told = () => page.evaluate("told");
  const own = async () => ((await told()) as { type?: string }[]).filter(({ type }) => type === MESSAGE_TYPE);
  await expect.poll(own).toHaveLength(1);
  const resize = (style: string) =>
    page.locator("iframe").evaluate((frame, style) => frame.setAttribute("style", style), style);
  await resize("width:500px;height:900px");
  await page.waitForTimeout(200);
  expect(await own()).toHaveLength(1);
  await resize("width:700px;height:900px");
  await expect.poll(own).toHaveLength(2);
  expect(await own()).toEqual(
    [500, 700].map((width) => ({ type: MESSAGE_TYPE, height: embedHeight(chart, width) - 1 })),
  );
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
    const times = async () =>
      (await told()).filter((data) => JSON.stringify(data) === JSON.stringify(said)).length;
    await expect.poll(times).toBe(1);
    const post = (message: unknown) =>
      page.evaluate(
        (message) => document.querySelector("iframe")!.contentWindow!.postMessage(message, "*"),
        message,
      );
    await post({ message: "ready", secret: "other" });
    await post({ message: "ready", secret: "abc" });
    await expect.poll(times).toBe(2);
  });

  it("WordPress, which hides a frame until it speaks, is spoken to by a frame without layout; others wait for a height", async () => {
    page = await stage.open(
      host("army-cap/#?secret=abc", SANDBOX).replace('style="', 'style="display:none;'),
    );
    await expect.poll(told).toEqual([{ message: "height", value: 0, secret: "abc" }]);
    await page.locator("iframe").evaluate((frame) => (frame.style.display = ""));
    await expect.poll(told).toContainEqual({ type: MESSAGE_TYPE, height: high });
    expect(await told()).toContainEqual({ message: "height", value: high, secret: "abc" });
  });

  it("WordPress is given the links that its sandbox does not open: the credit and those of the marks", async () => {
    page = await stage.open(host("clause/army-cap/#?secret=abc", SANDBOX));
    const frame = page.frameLocator("iframe");
    await frame.locator(".foot a").click();
    await frame.locator(".drawing--narrow .hits a rect").first().click({ force: true });
    const links = async () =>
      (await told()).filter((data) => (data as { message?: string }).message === "link");
    await expect.poll(links).toEqual(
      ["/clauses/armed-forces-size/#army-cap", "/drafts/us-28/#army-cap"].map((path) => ({
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
