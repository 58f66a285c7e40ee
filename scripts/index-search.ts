import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, ElementType, parseDocument } from "htmlparser2";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { routeOf } from "../src/routes.ts";

import type { SearchRecord } from "../src/search/records.ts";
import { ownSpellings, type Spellings, type Variants } from "../src/search/spelling.ts";
import { normalize } from "../src/search/words.ts";
import { type HtmlFile, htmlFiles } from "./read-pages.ts";

/** Navigation, and what is a record of its own: charts inside a page, and the points of a draft. */
const LEFT_OUT = [".kicker > a:first-child", "chart-figure", "[aria-labelledby='points']"];

/**
 * Places of words in a part of the index. A query fetches a part for each of its words, and Pagefind's own parts are of 20,000
 * places, 25 KB. The name says that the setting may go; the parts are larger then.
 */
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = "5000";

/** What Pagefind writes for interfaces that this site does not use. */
const UNUSED = /^pagefind-(component-ui|modular-ui|ui|highlight|worker)\.|^wasm\.unknown\./;

/**
 * Builds the search index of the site in `root`, whose pages are given, into `root/pagefind`: one entry for each page with `data-pagefind-body`,
 * and one for each record of `search/records.json`, which is removed. Sources have an index of their own, so that they
 * neither slow the first search nor crowd out the pages that cite them. Pagefind reads a normalised copy of each page;
 * published pages do not change. Throws with Pagefind's reasons. Resolves to the number of entries.
 */
export async function indexSite(
  root: string,
  built: readonly HtmlFile[] = htmlFiles(root),
): Promise<{ pages: number }> {
  const read = <Type>(name: string) => JSON.parse(readFileSync(join(root, "search", name), "utf8")) as Type;
  const records = read<SearchRecord[]>("records.json");
  const { variants } = read<Spellings>("spellings.json");
  const { sources = [], others = [] } = Object.groupBy(records, ({ filters }) =>
    filters.kind === "Source" ? "sources" : "others",
  );
  const ofRecords = new Set(
    others.map(({ url }) => url.replace(/#.*/, "")).filter((url) => !/^\/(drafts|clauses)\//.test(url)),
  );
  const searched = built.filter(
    ({ url, html }) => html.includes("data-pagefind-body") && !ofRecords.has(url),
  );
  const isExplainer = ({ url, html }: HtmlFile) => routeOf(url)?.kind === "explainer" && html.includes("<h2");
  const pages = searched.filter((page) => !isExplainer(page));
  const sections = searched.filter(isExplainer).flatMap(sectionsOf);

  await writeIndex(join(root, "pagefind"), async (index) => {
    for (const { url, html } of pages)
      check(url, await index.addHTMLFile({ url, content: twin(html, variants) }));
    for (const record of [...sections, ...others])
      check(record.url, await addRecord(index, record, variants));
  });
  await writeIndex(join(root, "pagefind", "sources"), async (index) => {
    for (const record of sources) check(record.url, await addRecord(index, record, variants));
  });
  await close();
  rmSync(join(root, "search", "records.json"));
  // Its script is the one of the pages.
  rmSync(join(root, "pagefind", "sources", "pagefind.js"));
  return { pages: pages.length + sections.length + records.length };
}

async function writeIndex(outputPath: string, fill: (index: PagefindIndex) => Promise<void>): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: "en", excludeSelectors: LEFT_OUT });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  await fill(index);
  check("its own files", await index.writeFiles({ outputPath }));
  for (const name of readdirSync(outputPath)) if (UNUSED.test(name)) rmSync(join(outputPath, name));
}

/** The sections of an explainer, each an entry of its own; what is before the first heading is found as the page. */
function sectionsOf({ url, html }: HtmlFile): SearchRecord[] {
  const document = parseDocument(html);
  const bodies = DomUtils.findAll(({ attribs }) => "data-pagefind-body" in attribs, document.children);
  const meta = (name: string) =>
    DomUtils.findOne(({ attribs }) => attribs.name === name, document.children, true)?.attribs.content;
  const filters = { kind: meta("search-kind"), topic: meta("search-topic") } as SearchRecord["filters"];
  const pageTitle = DomUtils.textContent(DomUtils.getElementsByTagName("h1", document)).trim();
  const sections: SearchRecord[] = [{ url, title: pageTitle, text: "", filters }];
  const walk = (nodes: ReturnType<typeof parseDocument>["children"]) => {
    for (const node of nodes) {
      const section = sections.at(-1);
      if (node.type === ElementType.Text && section) section.text += DomUtils.textContent(node);
      if (!("attribs" in node) || node.name === "chart-figure" || "data-pagefind-ignore" in node.attribs)
        continue;
      if (node.name === "h2" && node.attribs.id)
        sections.push({
          url: `${url}#${node.attribs.id}`,
          title: DomUtils.textContent(
            node.children.filter((child) => !("attribs" in child) || child.name !== "a"),
          ).trim(),
          text: "",
          also: pageTitle,
          filters,
        });
      else if (!["h1", "script", "style"].includes(node.name)) walk(node.children);
    }
  };
  for (const { children } of bodies) walk(children);
  return sections.map((section) => ({ ...section, text: section.text.replace(/\s+/g, " ").trim() }));
}

/** A page as search sees it: head and text, normalised, with the site's own spelling of every name that the text spells otherwise. */
export function twin(html: string, variants: Variants): string {
  const [head = ""] = html.split("<body", 1);
  // The list of sources is the longest part of many pages, and no part of their text.
  const [main = ""] = html.slice(html.indexOf("<main")).split(/<section class="source-list"|<\/main>/, 1);
  const text = normalize(main);
  const bodies = text.slice(text.search(/<[a-z]+[^>]* data-pagefind-body/));
  const own = ownSpellings(bodies.replace(/<[^>]*>/g, " "), variants);
  return `${normalize(head)}<body>${text}${own.length > 0 ? `<p data-pagefind-body>${own.join(" ")}</p>` : ""}</main></body></html>`;
}

function addRecord(
  index: PagefindIndex,
  { url, title, text, also, filters, date, shownDate, summary }: SearchRecord,
  variants: Variants,
) {
  const content = normalize([`${title}. ${text}`, also].filter(Boolean).join(" "));
  return index.addCustomRecord({
    url,
    language: "en",
    content: [content, ...ownSpellings(content, variants)].join(" "),
    meta: {
      title: normalize(title),
      kind: filters.kind ?? "",
      ...(also && { also: normalize(also) }),
      ...(shownDate && { date: shownDate }),
      ...(summary && summary.length > 0 && { summary: JSON.stringify(summary) }),
    },
    filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]])),
    ...(date && { sort: { date } }),
  });
}

function check(what: string, { errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind cannot take ${what}: ${errors.join("; ")}`);
}
