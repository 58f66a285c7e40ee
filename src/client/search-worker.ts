/// <reference lib="webworker" />
import { type Engine, find, RANKING } from "../search/find.ts";
import type { Spellings } from "../search/spelling.ts";
import type { Answer, Request } from "./search-engine.ts";

// Search runs here, off the page's thread. Pagefind’s own worker would be fetched on top of its engine, and both would ask
// for their files one after the other; here all that is sure to be needed is asked for at once.
declare const self: DedicatedWorkerGlobalScope;

const BASE = import.meta.env.BASE_URL.replace(/\/$/, "");
const AT = `${self.location.origin}${BASE}/pagefind/`;

interface Pagefind extends Engine {
  filters(): Promise<unknown>;
  preload(text: string): Promise<unknown>;
}

/** Asked for before Pagefind asks; handed over once. */
const early = new Map<string, Promise<Response>>();
const fetchNow = self.fetch.bind(self);
const ask = (file: string, options?: RequestInit) => {
  const response = fetchNow(AT + file, options);
  response.catch(() => undefined);
  early.set(file, response);
  return response;
};
self.fetch = (input, options) => {
  const file = String(input).replace(AT, "").replace(/\?.*/, "").replace("sources/wasm", "wasm");
  const found = early.get(file);
  early.delete(file);
  return found ?? fetchNow(file.startsWith("wasm") ? AT + file : input, options);
};

void ask("wasm.en.pagefind");
// The entry names the other files, so it must be fresh; the rest is found by the names in it.
void ask("pagefind-entry.json", { cache: "no-cache" })
  .then((response) => response.clone().json())
  .then((entry: { languages: { en: { hash: string } } }) => ask(`pagefind.${entry.languages.en.hash}.pf_meta`))
  .catch(() => undefined);
const spellings = fetchNow(`${BASE}/search/spellings.json`).then((response) => response.json() as Promise<Spellings>);
const script = import(/* @vite-ignore */ `${AT}pagefind.js`) as Promise<{
  createInstance(options: object): Pagefind & { init(): Promise<void> };
}>;
const pages = start(AT);
let sources: Promise<Pagefind> | undefined;
for (const promise of [spellings, pages]) promise.catch(() => undefined);

async function start(basePath: string): Promise<Pagefind> {
  const engine = (await script).createInstance({
    basePath,
    baseUrl: `${BASE}/`,
    excerptLength: 24,
    excerptEllipsis: "…",
    ranking: RANKING,
    language: "en",
  });
  await engine.init();
  engine.filters().catch(() => undefined);
  return engine;
}

let latest = 0;
self.addEventListener("message", async ({ data: { id, query, from, to } }: MessageEvent<Request>) => {
  latest = id;
  try {
    const engine = await (query.filters.kind === "Source" ? (sources ??= start(`${AT}sources/`)) : pages);
    // Only the last of what was typed while the engine was on its way is searched for.
    if (id === latest) {
      const [, known] = await Promise.all([engine.filters(), spellings, engine.preload(query.text)]);
      answer({ id, found: await find(engine, known, query, from, to) });
    }
  } catch {
    answer({ id, found: undefined });
  }
});

function answer(message: Answer): void {
  self.postMessage(message);
}
