/// <reference lib="webworker" />
import { type Engine, find, RANKING, searchText } from "../search/find.ts";
import type { Spellings } from "../search/spelling.ts";
import { to } from "../routes.ts";
import type { Answer, Request } from "./search-engine.ts";
import { type EarlyFile, ENTRY } from "./search-start.ts";

// Search runs here, off the page's thread. Pagefind’s own worker would be fetched on top of its engine, and ask for its
// files one after the other; here they are on their way before the engine asks.
declare const self: DedicatedWorkerGlobalScope;

const AT = `${self.location.origin}${to("/pagefind/")}`;

/** Milliseconds after which the worker fetches a file itself. */
const PATIENCE = 5_000;

interface Pagefind extends Engine {
  filters(): Promise<unknown>;
  preload(text: string): Promise<unknown>;
}

/** Files that the page fetches for this worker: to come, or there. The second index uses the engine of the first. */
const early = new Map<string, { promise: Promise<ArrayBuffer>; resolve(body: ArrayBuffer): void }>();
const fetchNow = self.fetch.bind(self);
self.fetch = async (input, options) => {
  const file = String(input).replace(AT, "").replace(/\?.*/, "").replace("sources/wasm", "wasm");
  if (!/^(wasm|pagefind)[^/]*$/.test(file)) return fetchNow(input, options);
  // Whether the page has seen the entry, and so asked for the table of contents.
  const announced =
    !file.endsWith(".pf_meta") ||
    ((await Promise.race([fileOf(ENTRY).promise, undefined]))?.byteLength ?? 0) > 0;
  // A page that is too busy to hand a file over is not waited for.
  const late = new Promise<ArrayBuffer>((resolve) => setTimeout(() => resolve(new ArrayBuffer(0)), PATIENCE));
  const body = announced ? await Promise.race([fileOf(file).promise, late]) : new ArrayBuffer(0);
  return body.byteLength > 0 ? new Response(body) : fetchNow(AT + file, options);
};

function fileOf(file: string): { promise: Promise<ArrayBuffer>; resolve(body: ArrayBuffer): void } {
  const known = early.get(file);
  if (known) return known;
  // Promise.withResolvers is younger than many browsers in use.
  let resolve!: (body: ArrayBuffer) => void;
  const made = {
    promise: new Promise<ArrayBuffer>((settle) => (resolve = settle)),
    resolve: (body: ArrayBuffer) => resolve(body),
  };
  early.set(file, made);
  return made;
}

const spellings = fetchNow(to("/search/spellings.json")).then(
  (response) => response.json() as Promise<Spellings>,
);
const script = import(/* @vite-ignore */ `${AT}pagefind.js`) as Promise<{
  createInstance(options: object): Pagefind & { init(): Promise<void> };
}>;
const pages = start(AT);
let sources: Promise<Pagefind> | undefined;
for (const promise of [spellings, pages]) promise.catch(() => undefined);

async function start(basePath: string): Promise<Pagefind> {
  const options = {
    basePath,
    baseUrl: to("/"),
    excerptLength: 24,
    excerptEllipsis: "…",
    ranking: RANKING,
    language: "en",
  };
  const engine = (await script).createInstance(options);
  await engine.init();
  engine.filters().catch(() => undefined);
  return engine;
}

let latest = 0;
self.addEventListener("message", ({ data }: MessageEvent<Request | EarlyFile>) => {
  if ("file" in data) fileOf(data.file).resolve(data.body);
  else void answer(data);
});

async function answer({ id, query, from, to }: Request): Promise<void> {
  latest = id;
  try {
    const engine = await (query.filters.kind === "Source" ? (sources ??= start(`${AT}sources/`)) : pages);
    // Only the last of what was typed while the engine was on its way is searched for.
    if (id !== latest) return self.postMessage({ id, found: "superseded" } satisfies Answer);
    const known = await spellings;
    const preloaded = engine.preload(searchText(query.text, known));
    // What somebody is still typing is only made ready.
    if (to === 0) return void (await preloaded);
    await Promise.all([preloaded, engine.filters()]);
    const found = await find(engine, known, query, from, to, () => id === latest);
    self.postMessage({ id, found: found ?? "superseded" } satisfies Answer);
  } catch {
    self.postMessage({ id, found: "failed" } satisfies Answer);
  }
}
