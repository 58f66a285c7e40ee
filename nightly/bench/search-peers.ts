import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transformSync } from "esbuild";
import MiniSearch from "minisearch";
import type { SyntheticPage } from "./search-pages.ts";

const PACKAGES = resolve("nightly/node_modules");

/** Loads library and index, made beforehand, when the field gets the focus or a letter; six titles and links, no excerpts. */
const PAGE = (
  ready: string,
) => `<!doctype html><html lang="en"><head><title>Search</title><link rel="icon" href="data:,"></head><body><main>
<div id="search-page"><form><input type="search"></form><ol></ol></div></main><script type="module">
const input = document.querySelector("input"), list = document.querySelector("ol");
let loading;
const load = () => (loading ??= (async () => { ${ready} })());
input.onfocus = load;
let timer;
input.oninput = () => { clearTimeout(timer); timer = setTimeout(async () => {
  const index = await load();
  list.innerHTML = index.search(input.value).slice(0, 6).map(({ url, title }) => '<li class="result"><a href="' + url + '">' + title + "</a></li>").join("");
}, 80); };
</script></body></html>`;

/** Writes to `root` a search page as the readme of MiniSearch has it: the index is made here and loaded by the page. */
export function writeMiniSearch(pages: readonly SyntheticPage[], root: string): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "search"), { recursive: true });
  const options = {
    fields: ["title", "text"],
    storeFields: ["title", "url"],
    searchOptions: { boost: { title: 3 }, prefix: true },
  };
  const index = new MiniSearch(options);
  index.addAll(pages.map((page, id) => ({ id, ...page })));
  const library = readFileSync(join(PACKAGES, "minisearch/dist/es/index.js"), "utf8");
  writeFileSync(join(root, "library.js"), transformSync(library, { minify: true, format: "esm" }).code);
  writeFileSync(join(root, "index.json"), JSON.stringify(index));
  const ready = `const [{ default: MiniSearch }, text] = await Promise.all([import("/library.js"), fetch("/index.json").then((r) => r.text())]); return MiniSearch.loadJSON(text, ${JSON.stringify(options)});`;
  writeFileSync(join(root, "search", "index.html"), PAGE(ready));
}
