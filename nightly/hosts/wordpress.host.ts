import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embedOf, ledger } from "../../src/content/content.ts";
import {
  type Choices,
  elementCode,
  frameCode,
  oEmbedAddress,
  pictureCode,
  shortFrameCode,
} from "../../src/embed/codes.ts";
import { embedFacts } from "../../src/embed/embed.ts";
import { absoluteUrl } from "../../src/routes.ts";
import { getSite } from "../../src/site.ts";
import type { Embeddable } from "../../src/charts/chart.ts";
import { cell, everywhere, follow, frameOf, gap, heights, MARK } from "./look.ts";
import { onMariaDb } from "./mariadb.ts";
import { SITE } from "./site.ts";
import { useHost } from "./stage.ts";
import { type Role, startWordPress } from "./wordpress/wordpress.ts";

const EMBEDS = ["army-cap", "clause/army-cap"].map(embedOf);
const CHOICES: Choices = { colours: "auto", width: 600 };
const ROOT = `${SITE}/`;
/** Highest that WordPress makes the frame of an address, px. */
const HIGHEST = 1000;

const stage = useHost("WordPress", onMariaDb("wordpress", startWordPress));
let page: Page;
beforeEach(async () => (page = await stage.browser.newPage()));
afterEach(() => page.close());

/** A Custom HTML block. */
const html = (code: string) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`;

/** The block that the editor makes of an address. */
function embedBlock(url: string): string {
  const attributes = JSON.stringify({ url, type: "wp-embed", providerNameSlug: "draft-by-draft" });
  const figure = `<figure class="wp-block-embed is-type-wp-embed is-provider-draft-by-draft wp-block-embed-draft-by-draft">`;
  return `<!-- wp:embed ${attributes} -->\n${figure}<div class="wp-block-embed__wrapper">\n${url}\n</div></figure>\n<!-- /wp:embed -->`;
}

/** Publishes it, looks at the frame in every window, and follows a mark and the credit. */
async function tryFrame(way: string, role: Role, embed: Embeddable, content: string) {
  const article = await stage.host.publish(role, content);
  const seen = await heights(page, article, embed.id);
  const links: string[] = [];
  for (const selector of [MARK, ".credit a"]) {
    await page.goto(article);
    links.push(await follow(page, await frameOf(page, embed.id), selector));
  }
  stage.rows.push([way, role, embed.id, ...seen.map(cell), "open"]);
  expect(links).toEqual([expect.stringContaining(ROOT), absoluteUrl(embed.path)]);
  return seen;
}

describe.for(EMBEDS)("$id", (embed) => {
  it.for([
    ["address on a line of its own", "author", (url: string) => url],
    ["address in the embed block", "editor", embedBlock],
  ] as const)(
    "%s, by an %s: a frame as high as its chart, or as WordPress allows",
    async ([way, role, content]) => {
      for (const one of await tryFrame(way, role, embed, content(oEmbedAddress(embedFacts(ledger, embed)))))
        if (one.inside > HIGHEST) expect(one.outside).toBe(HIGHEST);
        else expect(gap(one)).toSatisfy((px: number) => px >= 0 && px <= 3);
    },
  );

  it.for([
    ["frame, exact", frameCode],
    ["script and element", elementCode],
  ] as const)("%s, by an editor: exact", async ([way, snippet]) => {
    for (const one of await tryFrame(way, "editor", embed, html(snippet(embedFacts(ledger, embed), CHOICES))))
      expect(gap(one)).toSatisfy((px: number) => px >= 0 && px <= 3);
  });

  it("short frame, by an editor: nothing is cut off", async () => {
    for (const one of await tryFrame(
      "frame, short",
      "editor",
      embed,
      html(shortFrameCode(embedFacts(ledger, embed), CHOICES)),
    ))
      expect(gap(one)).toBeGreaterThanOrEqual(0);
  });

  it.for([
    ["frame, exact", frameCode],
    ["script and element", elementCode],
  ] as const)("%s, by an author: WordPress removes it, a credited link stays", async ([way, snippet]) => {
    await page.goto(await stage.host.publish("author", html(snippet(embedFacts(ledger, embed), CHOICES))));
    expect(await page.locator("iframe, draft-chart").count()).toBe(0);
    // The credit; the element has a link inside as well.
    const link = page.locator(`a[href="${absoluteUrl(embed.path)}"]`).last();
    expect(await link.textContent()).toContain(getSite().name);
    await link.click();
    expect(page.url()).toBe(absoluteUrl(embed.path));
    stage.rows.push([way, "author", embed.id, ...everywhere("link"), "open"]);
  });
});

it("the address of a clause on its page gives the clause", async () => {
  const clause = embedOf("clause/army-cap");
  await page.goto(await stage.host.publish("author", absoluteUrl(clause.path)));
  await frameOf(page, clause.id);
});

describe("the picture", () => {
  const [chart] = EMBEDS as [Embeddable];
  it.for(["editor", "author"] as const)("by an %s: fits the column, with its credit", async (role) => {
    const article = await stage.host.publish(role, html(pictureCode(embedFacts(ledger, chart), CHOICES)));
    for (const width of [320, 900]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(article);
      const image = page.locator(`img[alt="${chart.description}"]`);
      await image.scrollIntoViewIfNeeded();
      const isNarrow = role === "editor" && width === 320;
      await expect
        .poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
        .toBe(isNarrow ? 750 : 1200);
      const { source, sideways } = await image.evaluate((img: HTMLImageElement) => ({
        source: img.currentSrc,
        sideways: document.documentElement.scrollWidth - innerWidth,
      }));
      expect(source).toBe(`${ROOT}charts/army-cap${isNarrow ? "-narrow" : ""}.png`);
      expect(sideways).toBeLessThanOrEqual(0);
    }
    expect(await page.locator(`figcaption a[href="${absoluteUrl(chart.path)}"]`).textContent()).toContain(
      getSite().name,
    );
    stage.rows.push(["picture", role, chart.id, ...everywhere("light"), "open"]);
  });
});
