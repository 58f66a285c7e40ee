import { afterAll, beforeAll, expect, it } from "vitest";
import { embedOf } from "../../../src/content.ts";
import { citationBibTeX, citationCsl, citationText } from "../../../src/export/citation.ts";
import { workOf } from "../../../src/export/files.ts";
import { pictureSize } from "../../../src/export/pictures.ts";
import { embedHeight } from "../../../src/embed/size.ts";
import {
  elementSnippet,
  iframeSnippet,
  imageSnippet,
  jsxSnippet,
  shortSnippet,
} from "../../../src/embed/snippets.ts";
import { absolute } from "../../../src/site.ts";
import { lookInside, type Stage, startStage } from "./host.ts";

const chart = embedOf("army-cap");
let stage: Stage;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());

it("the panel offers seven ways, each theme's code copied as it stands", async () => {
  const context = await stage.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(`${stage.site}charts/army-cap/`);
  const root = absolute("/");
  for (const theme of ["auto", "dark"] as const) {
    await page.locator(`.embed-panel [name="embed-theme"][value="${theme}"]`).check();
    const copied: string[] = [];
    for (const button of await page.locator(".embed-panel [data-copy]:visible").all()) {
      const name = (await button.getAttribute("data-copy"))!;
      await button.click();
      await expect.poll(() => page.locator("[data-copied]").textContent()).toBe(`Copied: ${name}`);
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(copied).toEqual([
      shortSnippet(chart, root, theme),
      iframeSnippet(chart, root, theme),
      elementSnippet(chart, root, theme),
      jsxSnippet(chart, root, theme),
      imageSnippet(chart, root, theme, pictureSize(chart)),
      absolute("/charts/army-cap/"),
    ]);
  }
  await context.close();
});

it("each block of Cite and Load is copied as it stands", async () => {
  const context = await stage.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(`${stage.site}charts/army-cap/`);
  for (const summary of await page.locator(".chart-use summary").all()) await summary.click();
  const work = workOf(chart);
  for (const [name, code] of [
    ["citation", citationText(work)],
    ["BibTeX", citationBibTeX(work).trim()],
    ["CSL-JSON", citationCsl(work).trim()],
  ] as const) {
    await page.getByRole("button", { name: `Copy: ${name}`, exact: true }).click();
    await expect.poll(() => page.locator("[data-copied]").textContent()).toBe(`Copied: ${name}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  }
  await context.close();
});

it("the panel shows the embed at three widths, in the theme that is chosen", async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  await page.goto(`${stage.site}charts/army-cap/`);
  const widths = await page
    .locator('[name="embed-width"]')
    .evaluateAll((inputs) => inputs.map((input) => Number((input as HTMLInputElement).value)));
  expect(widths).toHaveLength(3);
  await page.locator('[name="embed-theme"][value="dark"]').check();
  for (const width of widths) {
    await page.locator(`[name="embed-width"][value="${width}"]`).check();
    const handle = (await page.locator(".embed-preview iframe").elementHandle())!;
    await handle.scrollIntoViewIfNeeded();
    const frame = (await handle.contentFrame())!;
    await frame.waitForSelector(".foot");
    await expect.poll(async () => (await frame.evaluate(lookInside)).width).toBe(width);
    const inside = await frame.evaluate(lookInside);
    expect(inside).toMatchObject({ scrolls: false, scheme: "dark" });
    expect(await handle.evaluate((element) => element.clientHeight)).toBe(embedHeight(chart, width));
  }
  await page.close();
});

it("without script the code is there for each theme, and the embed is a link", async () => {
  const page = await stage.browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${stage.site}charts/army-cap/`);
  expect(await page.locator(".embed-panel [data-copy]:visible, .embed-preview iframe").count()).toBe(0);
  await page.locator('[name="embed-theme"][value="dark"]').check();
  expect(await page.locator(".embed-panel code:visible").first().textContent()).toBe(
    shortSnippet(chart, absolute("/"), "dark"),
  );
  await page.getByRole("link", { name: "By itself" }).click();
  expect(page.url()).toBe(`${stage.site}embed/army-cap/`);
  await page.close();
});

it("the picture's code shows the picture of the reader's scheme, with its text and credit", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await stage.open(imageSnippet(chart, stage.site, "auto", pictureSize(chart)), {
      colorScheme,
      wait: "networkidle",
      javaScriptEnabled: true,
    });
    const image = page.locator("img");
    expect(
      await image.evaluate((img: HTMLImageElement) => [
        img.currentSrc,
        img.complete,
        img.naturalWidth,
        img.alt,
      ]),
    ).toEqual([
      `${stage.site}charts/army-cap${colorScheme === "dark" ? "-dark" : ""}.png`,
      true,
      1200,
      chart.description,
    ]);
    expect(await page.locator("figcaption a").first().getAttribute("href")).toBe(
      `${stage.site}charts/army-cap/`,
    );
    await page.context().close();
  }
});
