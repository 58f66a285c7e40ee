import { describe, expect, it } from "vitest";
import { embedOf } from "../../src/content.ts";
import { absolute } from "../../src/site.ts";
import { cell, follow, frameOf, gap, heights, MARK } from "./look.ts";
import { installedPym, startPym } from "./pym/pym.ts";
import { SITE } from "./site.ts";
import { useHost } from "./stage.ts";

const EMBEDS = ["army-cap", "clause/army-cap"].map(embedOf);

const root = await installedPym();
describe.skipIf(root === undefined)("pym.js", () => {
  const stage = useHost("pym.js", () => startPym(root!));

  it.for(EMBEDS)("makes the frame of $id as high as its chart; its links open", async (embed) => {
    const page = await stage.browser.newPage();
    const address = `${stage.host.origin}/?${absolute(`/embed/${embed.id}/`)}`;
    const seen = await heights(page, address, embed.id);
    const links: string[] = [];
    for (const selector of [MARK, ".foot a"]) {
      await page.goto(address);
      links.push(await follow(page, await frameOf(page, embed.id), selector));
    }
    stage.rows.push(["address", "pym.Parent", embed.id, ...seen.map(cell), "open"]);
    expect(links).toEqual([expect.stringContaining(`${SITE}/`), absolute(embed.path)]);
    for (const one of seen) expect(gap(one)).toSatisfy((px: number) => px >= 0 && px <= 3);
    // A reader who turns a telephone gets the other drawing, at its height.
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto(address);
    const frame = await frameOf(page, embed.id);
    await page.setViewportSize({ width: 360, height: 900 });
    const left = async () => {
      const { height } = (await (await frame.frameElement()).boundingBox())!;
      return height - (await frame.evaluate(() => document.body.getBoundingClientRect().height));
    };
    await expect.poll(left).toSatisfy((px: number) => px >= 0 && px <= 3);
    await page.close();
  });
});
