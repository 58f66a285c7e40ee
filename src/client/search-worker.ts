/// <reference lib="webworker" />
import { withBase } from "../routes.ts";
import { type Engine, type Knowledge, type Query, RANKING, searchSite } from "../search/find.ts";
import { keyOfEntry, nameMatcher, type Vocabulary } from "../search/names.ts";
import { withoutCommon } from "../search/words.ts";

// A worker keeps search off the main thread, and pages need no permission for WebAssembly.
declare const self: DedicatedWorkerGlobalScope;

/**
 * The port receives `Found`, or undefined if the index
 * cannot be loaded.
 */
export interface Request {
  query: Query;
  from: number;
  to: number;
}

interface Pagefind extends Engine {
  init(): Promise<void>;
  preload(text: string): Promise<unknown>;
}

const INDEX = `${self.location.origin}${withBase("/pagefind/")}`;
const fetchFile = self.fetch.bind(self);
// Requested early: Pagefind asks for these one after the other, once its script is there.
const early = new Map<string, Promise<Response>>();
async function requestEarly(name: string): Promise<Response> {
  const response = fetchFile(INDEX + name);
  early.set(withBase(`/pagefind/${name}`), response);
  return (await response).clone();
}
const parts = [
  requestEarly("wasm.en.pagefind"),
  requestEarly("pagefind-entry.json").then(async (entry) => {
    const { languages } = (await entry.json()) as { languages: { en: { hash: string } } };
    await requestEarly(`pagefind.${languages.en.hash}.pf_meta`);
  }),
];
// Who awaits the files hears of a failure; a rejection before that is no error of its own.
for (const part of parts) part.catch(() => undefined);
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
const pages = openIndex(INDEX).then((engine) => {
  // Every search asks for some of the words that only named entries have.
  engine.preload(keyOfEntry(0)).catch(() => undefined);
  return engine;
});
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
    const searchIn = async (kind: string) => {
      const engine = await (kind === "Source" ? (sources ??= openIndex(`${INDEX}sources/`)) : pages);
      await engine.preload(withoutCommon(query.text));
      // Only the latest request is answered; earlier ones are outdated.
      return port === latest ? searchSite(engine, await knowledge, query, from, to) : undefined;
    };
    const found = await searchIn(query.kind);
    // What no page has may be in a source.
    const isNothing = found && !query.kind && found.total + found.partialMatches === 0;
    const answer = isNothing ? await searchIn("Source") : found;
    if (answer) port?.postMessage(answer);
  } catch (error) {
    // The reader hears that search failed; the console says whether the index is missing or the code is wrong.
    console.error(error);
    port?.postMessage(undefined);
  }
}
