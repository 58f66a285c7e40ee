import { to } from "../routes.ts";

/** A file of the index that the page fetched for the worker; empty if that failed. */
export interface EarlyFile {
  file: string;
  body: ArrayBuffer;
}

const NOTHING = new ArrayBuffer(0);

/** Files of the index that the page fetches while the worker starts, by their place in `pagefind/`. */
const WASM = "wasm.en.pagefind";
export const ENTRY = "pagefind-entry.json";

/**
 * Starts the worker that searches. Its engine and the index's table of contents are fetched at once, by the page: the
 * worker would ask for them a round trip later. Nothing is lost if a fetch fails: the worker asks again.
 */
export function startWorker(): Worker {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const hand = async (file: string, options?: RequestInit): Promise<ArrayBuffer> => {
    const body = await fetch(to(`/pagefind/${file}`), options)
      .then((response) => (response.ok ? response.arrayBuffer() : NOTHING))
      .catch(() => NOTHING);
    worker.postMessage({ file, body } satisfies EarlyFile);
    return body;
  };
  void hand(WASM);
  // The entry names the table of contents, so it must be fresh.
  void hand(ENTRY, { cache: "no-cache" }).then((body) =>
    body.byteLength > 0 ? hand(tableOfContents(body)) : body,
  );
  return worker;
}

function tableOfContents(entry: ArrayBuffer): string {
  const { languages } = JSON.parse(new TextDecoder().decode(entry)) as {
    languages: { en: { hash: string } };
  };
  return `pagefind.${languages.en.hash}.pf_meta`;
}
