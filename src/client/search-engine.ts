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
  /** Fetches the part of the index that a query of these words needs. */
  prepare(query: Query): void;
  /** Results `from` (included) to `to` (left out). Rejects if the index cannot be loaded, twice; the next call tries again. */
  search(query: Query, from: number, to: number): Promise<Found>;
}

/** A search on the worker that `takeWorker` gives: one that is on its way, or a new one. */
export function searchEngine(takeWorker: () => Worker): SearchEngine {
  let worker: Worker | undefined;
  let id = 0;
  const waiting = new Map<number, { resolve(found: Found): void; reject(reason: Error): void }>();

  function fail(): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error("the search index cannot be loaded"));
    waiting.clear();
  }
  function ask(request: Omit<Request, "id">): void {
    if (!worker) {
      worker = takeWorker();
      worker.onerror = fail;
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (!data.found) return fail();
        waiting.get(data.id)?.resolve(data.found);
        waiting.delete(data.id);
      };
    }
    worker.postMessage({ id, ...request } satisfies Request);
  }
  return {
    prepare(query) {
      id++;
      ask({ query, from: 0, to: 0 });
    },
    search(query, from, to) {
      const attempt = () =>
        new Promise<Found>((resolve, reject) => {
          waiting.set(++id, { resolve, reject });
          ask({ query, from, to });
        });
      // A line that dropped for a moment is nothing to bother a reader with.
      return attempt().catch(attempt);
    },
  };
}
