import { readFileSync } from "node:fs";
import { CARD } from "../../src/cards/card-path.ts";
import { RESULT } from "../../src/meta/search-result.ts";
import { getOrInsert, itemAt } from "../../src/required.ts";
import { routesOf, ROUTES, type Route } from "../../src/routes.ts";
import { inEach, linksOf, metaOf, metasOf, type ReadPage } from "./read-pages.ts";
import { addressOf, fileAt, pathOf } from "./site-address.ts";

const TITLE = { least: 10, most: RESULT.title };
const DESCRIPTION = { least: 40, most: RESULT.description };

/**
 * Pages that src/routes.ts does not know, or whose language, title, description or canonical address is missing, odd, or another
 * page's too; `unlisted`: paths of charts that were taken out.
 */
export function checkHead(pages: readonly ReadPage[], unlisted: readonly string[] = []): string[] {
  const listed = pages.filter((page) => !page.noindex);
  return [
    ...inEach(pages, (page) => ofEveryPage(page, unlisted.includes(page.url))),
    ...inEach(listed, ofListedPage),
    ...twice(listed, "title", (page) => titlesOf(page)[0]),
    ...twice(listed, "description", (page) => metaOf(page.tags, "description")),
  ];
}

function* ofEveryPage(page: ReadPage, unlisted: boolean): Generator<string> {
  const routes: Route[] = routesOf(page.url).map((name) => ROUTES[name]);
  if (routes.length !== 1)
    yield `${routes.length} entries of src/routes.ts fit its path; mend: one for every kind of page`;
  else if (page.noindex !== (unlisted || Boolean(routes[0]?.noindex)))
    yield `is ${page.noindex ? "" : "not "}kept out of search engines; mend: let it and \`noindex\` in src/routes.ts agree`;
  const lang = page.tags.find((tag) => tag.name === "html")?.attributes.lang;
  if (!lang || !/^[a-z]{2}(-[A-Za-z]+)?$/.test(lang))
    yield `\`<html lang>\` is ${quoted(lang)}; mend: set it in src/layouts/Page.astro`;
  const titles = titlesOf(page).length;
  if (titles !== 1) yield `${titles} <title>s; mend: give \`title\` to <Page> once`;
  if (!page.html.endsWith("</html>")) yield "ends after </html>; mend: put what stands there into its <Page>";
}

function* ofListedPage(page: ReadPage): Generator<string> {
  yield* length("title", titlesOf(page)[0] ?? "", TITLE);
  const descriptions = metasOf(page.tags, "description");
  if (descriptions.length === 1) yield* length("description", itemAt(descriptions, 0), DESCRIPTION);
  else yield `${descriptions.length} meta descriptions; mend: give \`description\` to <Page>`;
  const canonical = linksOf(page.tags, "canonical").map((link) => link.href);
  if (canonical.length !== 1 || canonical[0] !== addressOf(page.url))
    yield (
      `its canonical address is ${quoted(...canonical)}; expected \`${addressOf(page.url)}\`; ` +
      "mend: correct `path` of its <Page>"
    );
}

function* length(
  what: string,
  text: string,
  { least, most }: { least: number; most: number },
): Generator<string> {
  if (text.length < least || text.length > most)
    yield (
      `the ${what} has ${text.length} characters: “${text.slice(0, 60)}…”; expected ${least} to ${most}; ` +
      `mend: reword \`${what}\` of its <Page>, or give it another in \`inResults\``
    );
}

function quoted(...found: (string | undefined)[]): string {
  return found[0] === undefined ? "missing" : `\`${found.join("`, `")}\``;
}

function titlesOf(page: ReadPage): string[] {
  return page.tags.flatMap(({ name, svg, text }) => (name === "title" && !svg ? text.trim() : []));
}

function twice(
  pages: readonly ReadPage[],
  what: string,
  of: (page: ReadPage) => string | undefined,
): string[] {
  return [...Map.groupBy(pages, of)]
    .filter(([text, sharing]) => text && sharing.length > 1)
    .map(([text, sharing]) => {
      const files = sharing.map((page) => page.file).join(", ");
      return `${files}: the same ${what}: “${text?.slice(0, 80)}”; mend: say in each what sets it apart`;
    });
}

const REQUIRED = ["og:type", "og:site_name", "og:title", "og:description", "og:image:alt", "twitter:card"];

/** Pages without a preview for social networks, or whose card is not a PNG of the right size in the site. */
export function checkSocialCards(pages: readonly ReadPage[], root: string): string[] {
  const cards = new Map<string, string>();
  const mend = "mend: see src/meta/HeadTags.astro";
  const listed = pages.filter((page) => !page.noindex);
  return inEach(listed, function* ({ tags, url }) {
    for (const name of REQUIRED) if (!metaOf(tags, name)) yield `no \`${name}\`; ${mend}`;
    const said = metaOf(tags, "og:url");
    if (said !== addressOf(url))
      yield `\`og:url\` is ${said ?? "missing"}, expected ${addressOf(url)}; ${mend}`;
    const image = metaOf(tags, "og:image") ?? "";
    const wrong = getOrInsert(cards, image, () => wrongWith(image, root));
    if (wrong) yield `the card \`${image}\` ${wrong}; mend: see src/cards/`;
  });
}

/** What is wrong with a card; empty if nothing is. */
function wrongWith(image: string, root: string): string {
  const path = pathOf(image);
  if (!path) return "is no full address of this site";
  const file = fileAt(root, path);
  if (!file) return "does not exist";
  const png = readFileSync(file);
  if (png.toString("latin1", 1, 4) !== "PNG") return "is no PNG";
  const size = `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`;
  const expected = `${CARD.width} × ${CARD.height}`;
  return size === expected ? "" : `is ${size} pixels, expected ${expected}`;
}
