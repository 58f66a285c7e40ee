import { afterAll, beforeAll, expect, it } from "vitest";
import { embeds } from "../../../src/content.ts";
import { type Stage, startStage } from "./host.ts";

let stage: Stage;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());

it("a picture as SVG has all of its words inside, in whatever typefaces this machine has", async () => {
  const page = await stage.browser.newPage();
  for (const { id, files } of embeds) {
    await page.goto(stage.site + files.slice(1) + ".svg");
    const outside = await page.evaluate(() => {
      const paper = document.querySelector("rect.paper")!.getBoundingClientRect();
      const boxes = [...document.querySelectorAll("text")].map((text) => ({
        box: text.getBoundingClientRect(),
        words: text.textContent,
      }));
      return boxes
        .filter(({ box }) => box.left < paper.left || box.right > paper.right)
        .map(({ words }) => words);
    });
    expect(outside, id).toEqual([]);
  }
  await page.close();
});
