import { expect, it } from "vitest";
import { useSite } from "../test/lib/browser.ts";
import { EXAMPLES } from "../test/lib/examples.ts";
import { alfaFailures } from "./alfa.ts";

const site = useSite();

it.each([360, 1440])("Alfa finds nothing at %i px (WCAG 2.2 A and AA)", async (width) => {
  const page = await site.browser.newPage({ viewport: { width, height: 900 } });
  const failures: string[] = [];
  for (const { path } of EXAMPLES) {
    await page.goto(site.origin + path);
    failures.push(...(await alfaFailures(page)).map((failure) => `${path}: ${failure}`));
  }
  expect(failures).toEqual([]);
  await page.close();
});

it("Alfa sees a link without a name, and two targets too small to tell apart", async () => {
  const page = await (await site.browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(`${site.origin}/about/`);
  await page.addStyleTag({
    content: ".tiny { all: unset; display: inline-block; width: 8px; height: 8px; overflow: hidden }",
  });
  await page.evaluate(() =>
    document
      .querySelector("main")!
      .insertAdjacentHTML(
        "afterbegin",
        '<p><a href="/x/"></a></p><p><button class="tiny">a</button><button class="tiny">b</button></p>',
      ),
  );
  const rules = new Set((await alfaFailures(page)).map((failure) => failure.split(" ")[0]));
  // R83, text that is cut off, may report the small buttons as well.
  expect([...rules]).toEqual(expect.arrayContaining(["sia-r11", "sia-r113"]));
  await page.context().close();
});
