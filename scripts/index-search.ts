import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, ElementType, parseDocument } from "htmlparser2";
import { transform } from "esbuild";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { matchRoute } from "../src/routes.ts";
import { formatDate } from "../src/format/dates.ts";
import { dateAsWord, daysAsWords } from "../src/search/days.ts";
import { keyOfEntry, type Named, packNames, type Vocabulary } from "../src/search/names.ts";
import { endSentence } from "../src/format/english.ts";
import type { SearchRecord } from "../src/search/records.ts";
import { normalize } from "../src/search/words.ts";
import { type PageFacts, readPages } from "./verify.ts";

/** Navigation, and parts with a record of their own: charts inside a page, points of a draft; and labels of facts. */
const EXCLUDED_SELECTORS = [
  ".kicker > a:first-child",
  "chart-figure",
  "[aria-labelledby='points']",
  "dl.aside dt",
];

/**
 * Word positions per part of the index. A query fetches one part per word; Pagefind’s default, 20,000, makes
 * parts of 25 KB. Should Pagefind drop this unstable setting, parts only get larger.
 */
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = "1000";

/** Pagefind’s files for interfaces that this site does not use. */
const UNUSED = /^pagefind-(component-ui|modular-ui|ui|highlight|worker)\.|^wasm\.unknown\./;

/**
 * One entry per page with `data-pagefind-body` and per record of `search/records.json`, which is then removed. Sources
 * get a separate index, so that they neither slow the first search nor crowd out the pages citing them.
 */
export async function indexSite(root: string, built: readonly PageFacts[] = readPages(root)) {
  const recordsFile = join(root, "search", "records.json");
  const records = JSON.parse(readFileSync(recordsFile, "utf8")) as SearchRecord[];
  const namesFile = join(root, "search", "names.json");
  const { names, ...words } = JSON.parse(readFileSync(namesFile, "utf8")) as Vocabulary & {
    names: Record<string, Named>;
  };
  const numbers = new Map(Object.keys(names).map((url, entry) => [url, entry]));
  const keyOf = (url: string) => (numbers.has(url) ? keyOfEntry(numbers.get(url) ?? 0) : "");
  const { sources = [], others = [] } = Object.groupBy(records, ({ kind }) =>
    kind === "Source" ? "sources" : "others",
  );
  const ofRecords = new Set(
    others.map(({ url }) => url.replace(/#.*/, "")).filter((url) => !url.startsWith("/drafts/")),
  );
  const searched = built.filter(({ url, isSearched }) => isSearched && !ofRecords.has(url));
  const sections: Section[] = [];
  let pageCount = 0;

  await writeIndex(join(root, "pagefind"), async (index) => {
    for (const { url, file } of searched) {
      const html = readFileSync(join(root, file), "utf8");
      if (matchRoute(url)?.kind === "Explained" && html.includes("<h2")) {
        sections.push(...sectionsOf(url, html));
        continue;
      }
      const content = normalize(html).replace("<h1", `<h1 data-pagefind-meta="key:${keyOf(url)}"`);
      check(url, await index.addHTMLFile({ url, content }));
      pageCount++;
    }
    for (const record of [...sections, ...others])
      check(record.url, await addRecord(index, record, keyOf(record.url)));
  });
  writeFileSync(namesFile, JSON.stringify({ ...words, names: Object.values(names).map(packNames) }));
  await writeIndex(join(root, "pagefind", "sources"), async (index) => {
    for (const record of sources) check(record.url, await addRecord(index, record));
  });
  await close();
  rmSync(recordsFile);
  // Both indexes share the script of the pages.
  rmSync(join(root, "pagefind", "sources", "pagefind.js"));
  return { pages: pageCount + sections.length + records.length };
}

async function writeIndex(outputPath: string, fill: (index: PagefindIndex) => Promise<void>) {
  const { index, errors } = await createIndex({ forceLanguage: "en", excludeSelectors: EXCLUDED_SELECTORS });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  await fill(index);
  check("its own files", await index.writeFiles({ outputPath }));
  for (const name of readdirSync(outputPath)) if (UNUSED.test(name)) rmSync(join(outputPath, name));
  const script = join(outputPath, "pagefind.js");
  writeFileSync(
    script,
    (await transform(readFileSync(script, "utf8"), { format: "esm", minify: true })).code,
  );
}

/** `page`: the title of its page, by which it is found. */
type Section = SearchRecord & { page?: string };

/** One entry per section; the text before the first heading belongs to the page’s entry. */
function sectionsOf(url: string, html: string): Section[] {
  const document = parseDocument(html);
  const bodies = DomUtils.findAll(
    ({ name, attribs }) => name !== "h1" && "data-pagefind-body" in attribs,
    document.children,
  );
  const meta = (name: string) =>
    DomUtils.findOne(({ attribs }) => attribs.name === name, document.children, true)?.attribs.content;
  const kind = meta("search-kind") ?? "";
  const pageTitle = DomUtils.textContent(DomUtils.getElementsByTagName("h1", document)).trim();
  const sections: Section[] = [{ url, title: pageTitle, text: "", kind }];
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
          kind,
          page: pageTitle,
        });
      else if (!["h1", "script", "style"].includes(node.name)) walk(node.children);
    }
  };
  for (const { children } of bodies) walk(children);
  return sections.map((section) => ({
    ...section,
    text: section.text.replace(/\s+/g, " "),
  }));
}

function addRecord(
  index: PagefindIndex,
  { url, title, lang, text, kind, date, summary, page }: Section,
  key = "",
) {
  return index.addCustomRecord({
    url,
    language: "en",
    content: normalize(`${endSentence(title)} ${text}`),
    meta: {
      title: normalize(title),
      kind,
      ...(page && { page: normalize(page) }),
      ...(key && { key }),
      ...(lang && { lang }),
      ...(date && { date: dateAsWord(formatDate(date)), days: daysAsWords(date) }),
      ...(summary && { summary: JSON.stringify(summary) }),
    },
    filters: { kind: [kind] },
    ...(date && { sort: { date } }),
  });
}

function check(what: string, { errors }: { errors: string[] }) {
  if (errors.length > 0) throw new Error(`Pagefind cannot take ${what}: ${errors.join("; ")}`);
}
