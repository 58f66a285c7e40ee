import { RESULT } from "../../src/meta/search-result.ts";
import { routesOf, ROUTES, type Route } from "../../src/routes.ts";
import { linksOf, metaOf, metasOf, type ReadPage } from "./read-pages.ts";
import { addressOf } from "./site-address.ts";
import { itemAt } from "../../src/required.ts";

const TITLE = { least: 10, most: RESULT.title };
const DESCRIPTION = { least: 40, most: RESULT.description };

/** Pages that src/routes.ts does not know, or whose language, title, description or canonical address is missing, odd, or another page's too; `unlisted`: paths of charts that were taken out. */
export function checkHead(pages: readonly ReadPage[], unlisted: readonly string[] = []): string[] {
  const listed = pages.filter((page) => !page.noindex);
  return [
    ...pages.flatMap((page) => ofEveryPage(page, unlisted.includes(page.url))),
    ...listed.flatMap(ofListedPage),
    ...twice(listed, "title", (page) => titlesOf(page)[0]),
    ...twice(listed, "description", (page) => metaOf(page.tags, "description")),
  ];
}

function ofEveryPage(page: ReadPage, unlisted: boolean): string[] {
  const problems: string[] = [];
  const routes: Route[] = routesOf(page.url).map((name) => ROUTES[name]);
  if (routes.length !== 1)
    problems.push(
      `${page.file}: ${routes.length} entries of src/routes.ts fit its path; mend: one for every kind of page`,
    );
  else if (page.noindex !== (unlisted || Boolean(routes[0]?.noindex)))
    problems.push(
      `${page.file}: is ${page.noindex ? "" : "not "}kept out of search engines; mend: let it and \`noindex\` in src/routes.ts agree`,
    );
  const lang = page.tags.find((tag) => tag.name === "html")?.attributes.lang;
  if (!lang || !/^[a-z]{2}(-[A-Za-z]+)?$/.test(lang))
    problems.push(
      `${page.file}: \`<html lang>\` is ${lang === undefined ? "missing" : `\`${lang}\``}; mend: set it in src/layouts/Page.astro`,
    );
  const titles = titlesOf(page);
  if (titles.length !== 1)
    problems.push(`${page.file}: ${titles.length} <title>s; mend: give \`title\` to <Page> once`);
  if (!page.html.endsWith("</html>"))
    problems.push(`${page.file}: ends after </html>; mend: put what stands there into its <Page>`);
  return problems;
}

function ofListedPage(page: ReadPage): string[] {
  const problems: string[] = [];
  const length = (what: string, text: string, { least, most }: { least: number; most: number }) => {
    if (text.length < least || text.length > most)
      problems.push(
        `${page.file}: the ${what} has ${text.length} characters: “${text.slice(0, 60)}…”; expected ${least} to ${most}; mend: reword \`${what}\` of its <Page>, or give it another in \`inResults\``,
      );
  };
  length("title", titlesOf(page)[0] ?? "", TITLE);
  const descriptions = metasOf(page.tags, "description");
  if (descriptions.length !== 1)
    problems.push(
      `${page.file}: ${descriptions.length} meta descriptions; mend: give \`description\` to <Page>`,
    );
  else length("description", itemAt(descriptions, 0), DESCRIPTION);
  const canonical = linksOf(page.tags, "canonical").map((link) => link.href);
  if (canonical.length !== 1 || canonical[0] !== addressOf(page.url))
    problems.push(
      `${page.file}: its canonical address is ${canonical.length === 0 ? "missing" : `\`${canonical.join("`, `")}\``}; expected \`${addressOf(page.url)}\`; mend: correct \`path\` of its <Page>`,
    );
  return problems;
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
    .map(
      ([text, sharing]) =>
        `${sharing.map((page) => page.file).join(", ")}: the same ${what}: “${text?.slice(0, 80)}”; mend: say in each what sets it apart`,
    );
}
