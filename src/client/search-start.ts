/** A file of the index that the page fetched for the worker. */
export interface EarlyFile {
  file: string;
  body: ArrayBuffer;
}

/** Files of the index that the page fetches while the worker starts, by their place in `pagefind/`. */
export const WASM = "wasm.en.pagefind";
export const ENTRY = "pagefind-entry.json";

/**
 * Starts the worker that searches. Its engine and the index's table of contents are fetched at once, by the page: the
 * worker would ask for them a round trip later. Nothing is lost if a fetch fails: the worker asks again.
 */
export function startWorker(): Worker {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const hand = async (file: string, options?: RequestInit) => {
    const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/pagefind/${file}`, options);
    const body = response.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
    const text = new TextDecoder().decode(file === ENTRY ? body : new ArrayBuffer(0));
    worker.postMessage({ file, body } satisfies EarlyFile, [body]);
    // The entry names the table of contents, so it must be fresh.
    if (text) await hand(`pagefind.${(JSON.parse(text) as { languages: { en: { hash: string } } }).languages.en.hash}.pf_meta`);
  };
  for (const promise of [hand(WASM), hand(ENTRY, { cache: "no-cache" })]) promise.catch(() => undefined);
  return worker;
}
