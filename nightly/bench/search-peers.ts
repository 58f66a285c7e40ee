import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transformSync } from "esbuild";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import type { SyntheticPage } from "./search-pages.ts";

export type Peer = "MiniSearch" | "FlexSearch";
const PACKAGES = resolve("nightly/node_modules");

/** Loads library and index, made beforehand, when the field gets the focus or a letter; six titles and links, no excerpts. */
const PAGE = (
  ready: string,
  find: string,
) => `<!doctype html><html lang="en"><head><title>Search</title><link rel="icon" href="data:,"></head><body><main>
<div id="search-page"><form><input type="search"></form><ol></ol></div></main><script type="module">
const input = document.querySelector("input"), list = document.querySelector("ol");
let loading;
const load = () => (loading ??= (async () => { ${ready} })());
input.onfocus = load;
let timer;
input.oninput = () => { clearTimeout(timer); timer = setTimeout(async () => {
  const index = await load();
  list.innerHTML = (${find}).slice(0, 6).map(({ url, title }) => '<li class="result"><a href="' + url + '">' + title + "</a></li>").join("");
}, 80); };
</script></body></html>`;

/** Writes to `root` a search page as the peer's readme has it: the index is made here and loaded by the page. */
export async function writePeer(peer: Peer, pages: readonly SyntheticPage[], root: string): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "search"), { recursive: true });
  const documents = pages.map((page, id) => ({ id, ...page }));
  if (peer === "MiniSearch") {
    const options = {
      fields: ["title", "text"],
      storeFields: ["title", "url"],
      searchOptions: { boost: { title: 3 }, prefix: true },
    };
    const index = new MiniSearch(options);
    index.addAll(documents);
    const library = readFileSync(join(PACKAGES, "minisearch/dist/es/index.js"), "utf8");
    writeFileSync(join(root, "library.js"), transformSync(library, { minify: true, format: "esm" }).code);
    writeFileSync(join(root, "index.json"), JSON.stringify(index));
    const ready = `const [{ default: MiniSearch }, text] = await Promise.all([import("/library.js"), fetch("/index.json").then((r) => r.text())]); return MiniSearch.loadJSON(text, ${JSON.stringify(options)});`;
    writeFileSync(join(root, "search", "index.html"), PAGE(ready, "index.search(input.value)"));
    return;
  }
  const options = {
    document: {
      id: "id",
      index: [
        { field: "title", tokenize: "forward" },
        { field: "text", tokenize: "forward" },
      ],
      store: ["title", "url"],
    },
  };
  const index = new Document(options as never);
  for (const document of documents) index.add(document as never);
  const parts: [string, string][] = [];
  await index.export((key: string, data: string) => void parts.push([key, data]));
  copyFileSync(join(PACKAGES, "flexsearch/dist/flexsearch.bundle.module.min.js"), join(root, "library.js"));
  writeFileSync(join(root, "index.json"), JSON.stringify(parts));
  const ready = `const [{ Document }, parts] = await Promise.all([import("/library.js").then((m) => m.default ?? m), fetch("/index.json").then((r) => r.json())]); const index = new Document(${JSON.stringify(options)}); for (const [key, data] of parts) await index.import(key, data); return index;`;
  const find = `[...new Map(index.search(input.value, { enrich: true, limit: 6 }).flatMap((field) => field.result).map((hit) => [hit.id, hit.doc])).values()]`;
  writeFileSync(join(root, "search", "index.html"), PAGE(ready, find));
}
