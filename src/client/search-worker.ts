/// <reference lib="webworker" />
import { withBase } from "../routes.ts";
import { type Engine, type Knowledge, type Query, RANKING, searchSite } from "../search/find.ts";
import { nameMatcher, type Vocabulary } from "../search/names.ts";
import { withoutCommon } from "../search/words.ts";

// A worker keeps search off the main thread, and pages need no permission for WebAssembly.
declare const self: DedicatedWorkerGlobalScope;

/**
 * Asks for results `from` (included) to `to` (excluded). The port receives `Found`, or undefined if the index
 * cannot be loaded.
 */
export interface Request {
  query: Query;
  from: number;
  to: number;
}

interface Pagefind extends Engine {
  init(): Promise<void>;
  filters(): Promise<unknown>;
  preload(text: string): Promise<unknown>;
}

const INDEX = `${self.location.origin}${withBase("/pagefind/")}`;
// Requested early: Pagefind asks for these one after the other, once its script is there.
const early = new Map(
  ["wasm.en.pagefind", "pagefind-entry.json"].map((name) => [
    withBase(`/pagefind/${name}`),
    fetch(INDEX + name),
  ]),
);
// Who awaits these hears of a failure; a rejection before that is no error of its own.
for (const response of early.values()) response.catch(() => undefined);
const fetchFile = self.fetch.bind(self);
self.fetch = async (file, options) => {
  const response = await early.get(new URL(file instanceof Request ? file.url : file, INDEX).pathname);
  return response?.clone() ?? fetchFile(file, options);
};

const knowledge = fetch(withBase("/search/names.json")).then(async (response): Promise<Knowledge> => {
  const vocabulary = (await response.json()) as Vocabulary;
  const variants = {
    ...Object.fromEntries(vocabulary.words.split(" ").map((word) => [word.toLowerCase(), word])),
    ...vocabulary.variants,
  };
  return { variants, rankNames: nameMatcher(vocabulary) };
});
const script = import(/* @vite-ignore */ `${INDEX}pagefind.js`) as Promise<{
  createInstance(options: object): Pagefind;
}>;
const pages = openIndex(INDEX);
let sources: Promise<Pagefind> | undefined;
// As above.
for (const promise of [knowledge, pages]) promise.catch(() => undefined);

async function openIndex(basePath: string): Promise<Pagefind> {
  const engine = (await script).createInstance({
    basePath,
    baseUrl: withBase("/"),
    excerptLength: 24,
    excerptEllipsis: "…",
    ranking: RANKING,
    language: "en",
  });
  await engine.init();
  // Asked again with every query.
  engine.filters().catch(() => undefined);
  return engine;
}

let latest: MessagePort | undefined;
self.addEventListener("message", ({ data, ports: [port] }: MessageEvent<Request>) => {
  latest = port;
  void answer(data, port);
});

/** Answers a request at its port, unless a later one has come. */
async function answer({ query, from, to }: Request, port: MessagePort | undefined): Promise<void> {
  try {
    const engine = await (query.kind === "Source" ? (sources ??= openIndex(`${INDEX}sources/`)) : pages);
    await Promise.all([engine.preload(withoutCommon(query.text)), engine.filters()]);
    // Answers only the latest request; earlier ones are outdated.
    if (port === latest) port?.postMessage(await searchSite(engine, await knowledge, query, from, to));
  } catch (error) {
    // The reader hears that search failed; the console says whether the index is missing or the code is wrong.
    console.error(error);
    port?.postMessage(undefined);
  }
}
