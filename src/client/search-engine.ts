import type { Found } from "../search/find.ts";
import type { Query } from "../search/query.ts";

/** What the page asks of the worker. */
export interface Request {
  id: number;
  query: Query;
  from: number;
  to: number;
}

/** What the worker answers. */
export interface Answer {
  id: number;
  /** `superseded`: something else was asked before it was there. `failed`: the index could not be loaded. */
  found: Found | "superseded" | "failed";
}

/** The search of this page. */
export interface SearchEngine {
  /** Fetches the part of the index that a query of these words needs. */
  prepare(query: Query): void;
  /**
   * Results `from` (included) to `to` (left out); undefined if something else was asked before they were there. Rejects if the
   * index cannot be loaded, twice; the next call tries again.
   */
  search(query: Query, from: number, to: number): Promise<Found | undefined>;
}

/** A search on the worker that `takeWorker` gives: one that is on its way, or a new one. */
export function searchEngine(takeWorker: () => Worker): SearchEngine {
  let worker: Worker | undefined;
  let id = 0;
  const waiting = new Map<number, { resolve(found: Found | undefined): void; reject(reason: Error): void }>();

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
        if (data.found === "failed") return fail();
        const asked = waiting.get(data.id);
        waiting.delete(data.id);
        asked?.resolve(data.found === "superseded" ? undefined : data.found);
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
        new Promise<Found | undefined>((resolve, reject) => {
          waiting.set(++id, { resolve, reject });
          ask({ query, from, to });
        });
      const first = attempt();
      const mine = id;
      // A line that dropped for a moment is nothing to bother a reader with; what nobody waits for is not asked again.
      return first.catch(() => (mine === id ? attempt() : undefined));
    },
  };
}
