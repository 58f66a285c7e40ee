import type { Found } from "../search/find.ts";
import type { Query } from "../search/query.ts";

/** What the page asks of the worker. */
export interface Request {
  id: number;
  query: Query;
  from: number;
  to: number;
}

/** What the worker answers; nothing found means that the index could not be loaded. */
export interface Answer {
  id: number;
  found: Found | undefined;
}

/** The search of this page. */
export interface SearchEngine {
  /** Fetches engine, index and spellings, once; for the first sign that somebody will search. */
  warmUp(): void;
  /** Fetches the part of the index that a query of these words needs. */
  prepare(query: Query): void;
  /** Results `from` (included) to `to` (left out). Rejects if the index cannot be loaded; the next call tries again. */
  search(query: Query, from: number, to: number): Promise<Found>;
}

/** The search of this page on a worker: one that is `started` already, or one that is started when it is first wanted. */
export function searchEngine(startWorker: () => Worker, started?: Worker): SearchEngine {
  let worker = started && listen(started);
  let id = 0;
  const waiting = new Map<number, { resolve(found: Found): void; reject(reason: Error): void }>();

  function listen(to: Worker): Worker {
    to.onerror = fail;
    to.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (!data.found) return fail();
      waiting.get(data.id)?.resolve(data.found);
      waiting.delete(data.id);
    };
    return to;
  }
  function fail(): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error("the search index cannot be loaded"));
    waiting.clear();
  }
  const warmUp = () => (worker ??= listen(startWorker()));
  return {
    warmUp: () => void warmUp(),
    prepare: (query) => warmUp().postMessage({ id: ++id, query, from: 0, to: 0 } satisfies Request),
    search: (query, from, to) =>
      new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject });
        warmUp().postMessage({ id, query, from, to } satisfies Request);
      }),
  };
}
