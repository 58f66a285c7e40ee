import { expect, test, vi } from "vitest";
import type { Found } from "../search/find.ts";
import type { Query } from "../search/query.ts";
import { type Answer, type Request, searchEngine } from "./search-engine.ts";

const asking = (text: string): Query => ({ text, filters: {}, byDate: false });
const FOUND: Found = {
  total: 0,
  looser: 0,
  results: [],
  counts: { kind: {}, topic: {}, year: {}, status: {} },
  unfiltered: 0,
  searchedFor: undefined,
  didYouMean: [],
};

/** An engine on workers that do nothing by themselves; what they were asked, and a way to answer. */
function engineOnHand() {
  const asked: Request[] = [];
  const workers: Worker[] = [];
  const engine = searchEngine(() => {
    const worker = {
      postMessage: (request: Request) => asked.push(request),
      terminate: () => undefined,
    } as unknown as Worker;
    workers.push(worker);
    return worker;
  });
  const answer = (id: number, found: Answer["found"]) =>
    workers
      .at(-1)!
      .onmessage!.call(workers.at(-1)!, { data: { id, found } satisfies Answer } as MessageEvent<Answer>);
  return { engine, asked, workers, answer };
}

test("every request is settled: what something else was asked before has no answer, what was not has its own", async () => {
  const { engine, asked, answer } = engineOnHand();
  const [first, second] = [engine.search(asking("raf"), 0, 6), engine.search(asking("rafale"), 0, 6)];
  answer(asked[0]!.id, "superseded");
  answer(asked[1]!.id, FOUND);
  expect(await Promise.all([first, second])).toEqual([undefined, FOUND]);
});

test("an index that fails is asked again for the last request, and settles the others", async () => {
  const { engine, asked, workers, answer } = engineOnHand();
  const [first, second] = [engine.search(asking("raf"), 0, 6), engine.search(asking("rafale"), 0, 6)];
  answer(asked[1]!.id, "failed");
  expect(await first).toBeUndefined();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(workers).toHaveLength(2);
  answer(asked[2]!.id, FOUND);
  expect(await second).toBe(FOUND);
});

test("an index that fails twice is said to have failed; the next request starts anew", async () => {
  const { engine, asked, workers, answer } = engineOnHand();
  const search = engine.search(asking("rafale"), 0, 6);
  answer(asked[0]!.id, "failed");
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  answer(asked[1]!.id, "failed");
  await expect(search).rejects.toThrow("cannot be loaded");
  void engine.search(asking("rafale"), 0, 6);
  expect(workers).toHaveLength(3);
});
