/// <reference lib="webworker" />
import { to } from "../routes.ts";
import { type Engine, find, type Found, type Query, RANKING, searchText } from "../search/find.ts";
import type { Spellings } from "../search/spelling.ts";

// Search runs here, off the page's thread, and WebAssembly needs no permission in the policy of a page.
declare const self: DedicatedWorkerGlobalScope;

/** Results `from` (included) to `to` (left out) of a query; with `to` 0 only its part of the index is fetched. */
export interface Request {
  id: number;
  query: Query;
  from: number;
  to: number;
}

export interface Answer {
  id: number;
  /** `superseded`: something else was asked before it was there. `failed`: the index could not be loaded. */
  found: Found | "superseded" | "failed";
}

interface Pagefind extends Engine {
  init(): Promise<void>;
  filters(): Promise<unknown>;
  preload(text: string): Promise<unknown>;
}

const INDEX = `${self.location.origin}${to("/pagefind/")}`;

// Pagefind asks for its WebAssembly after its script and the list of its parts. It is fetched beside them instead.
const WASM = "wasm.en.pagefind";
const wasm = fetch(`${INDEX}${WASM}`);
wasm.catch(() => undefined);
const fetchFile = self.fetch.bind(self);
self.fetch = async (file, options) => {
  if (!String(file).endsWith(WASM)) return fetchFile(file, options);
  return (await wasm).clone();
};

const spellings = fetch(to("/search/spellings.json")).then(
  (response) => response.json() as Promise<Spellings>,
);
const script = import(/* @vite-ignore */ `${INDEX}pagefind.js`) as Promise<{
  createInstance(options: object): Pagefind;
}>;
const pages = openIndex(INDEX);
let sources: Promise<Pagefind> | undefined;
for (const promise of [spellings, pages]) promise.catch(() => undefined);

async function openIndex(basePath: string): Promise<Pagefind> {
  const engine = (await script).createInstance({
    basePath,
    baseUrl: to("/"),
    excerptLength: 24,
    excerptEllipsis: "…",
    ranking: RANKING,
    language: "en",
  });
  await engine.init();
  engine.filters().catch(() => undefined);
  return engine;
}

let latestId = 0;
self.addEventListener("message", async ({ data: { id, query, from, to } }: MessageEvent<Request>) => {
  latestId = id;
  const answer = (found: Answer["found"]) => self.postMessage({ id, found } satisfies Answer);
  try {
    const engine = await (query.filters.kind === "Source"
      ? (sources ??= openIndex(`${INDEX}sources/`))
      : pages);
    // Of what was typed while the engine was on its way, only the last is searched for.
    if (id !== latestId) return answer("superseded");
    const known = await spellings;
    const preloaded = engine.preload(searchText(query.text, known));
    if (to === 0) return void (await preloaded);
    await Promise.all([preloaded, engine.filters()]);
    const found = await find(engine, known, query, from, to, () => id === latestId);
    answer(found ?? "superseded");
  } catch {
    answer("failed");
  }
});
