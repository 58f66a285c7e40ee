import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embedOf } from "../../src/content.ts";
import { jsxSnippet } from "../../src/embed/snippets.ts";
import { absolute } from "../../src/site.ts";
import { installedDocusaurus, startDocusaurus } from "./docusaurus/docusaurus.ts";
import { cell, follow, frameOf, gap, heights, MARK } from "./look.ts";
import { SITE } from "./site.ts";
import { useHost } from "./stage.ts";

const EMBEDS = ["army-cap", "clause/army-cap"].map(embedOf);
const ROOT = `${SITE}/`;

/** Name of the page with an embed, one path segment. */
const pageOf = (id: string, what: string) => `${what}-${id.replaceAll("/", "-")}`;

const PAGES = new Map(
  EMBEDS.flatMap((embed) => [[pageOf(embed.id, "element"), jsxSnippet(embed, ROOT, "auto")] as const]),
);

const root = await installedDocusaurus();
describe.skipIf(root === undefined)("Docusaurus", () => {
  const stage = useHost("Docusaurus", (folder) => startDocusaurus(root!, folder, PAGES));
  let page: Page;
  beforeEach(async () => (page = await stage.browser.newPage()));
  afterEach(() => page.close());

  describe.for(EMBEDS)("$id", (embed) => {
    it("the element in MDX: exact, and in what the server sends a link", async () => {
      const address = `${stage.host.origin}/${pageOf(embed.id, "element")}/`;
      const sent = await (await fetch(address)).text();
      expect(sent).toContain(`<a href="${absolute(embed.path)}"`);
      const seen = await heights(page, address, embed.id);
      const links: string[] = [];
      for (const selector of [MARK, ".foot a"]) {
        await page.goto(address);
        links.push(await follow(page, await frameOf(page, embed.id), selector));
      }
      stage.rows.push(["element for React, Vue, MDX", "MDX", embed.id, ...seen.map(cell), "open"]);
      expect(links).toEqual([expect.stringContaining(ROOT), absolute(embed.path)]);
      for (const one of seen) expect(gap(one)).toSatisfy((px: number) => px >= 0 && px <= 3);
    });

    it("comes, too, when a reader goes from page to page without a new document", async () => {
      await page.goto(`${stage.host.origin}/`);
      await page.evaluate(() => Object.assign(globalThis, { same: true }));
      await page.locator(`article a[href="/${pageOf(embed.id, "element")}/"]`).click();
      await frameOf(page, embed.id);
      expect(await page.evaluate(() => "same" in globalThis)).toBe(true);
    });
  });
});
