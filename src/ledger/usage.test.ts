import { expect, test } from "vitest";
import { edit, EVENT, SOURCE } from "./bad-content.fixture.ts";
import { placeOf, writeMarked } from "./marked-files.fixture.ts";
import { inspectLedger } from "./read-ledger.ts";
import { unusedSources } from "./sources.ts";

const other = (id: string) => edit(SOURCE, "ap-2025", id);

test("a source that nothing uses is refused, with its place", () => {
  const { directory, places } = writeMarked({
    "events.yaml": EVENT,
    "sources.yaml": `${SOURCE}${other("▸lost")}${other("cited")}`,
  });
  const { rows, ledger } = inspectLedger(directory);
  const problems = unusedSources(rows, ledger, new Set(["cited"]));
  expect(problems.map((problem) => placeOf(problem, directory))).toEqual(places);
  expect(problems[0]!.message).toBe("nothing stands on the source `lost`");
});

test("a source is used by a quotation, a disagreement, a series or a person’s case", () => {
  const { directory } = writeMarked({
    "events.yaml": `${EVENT}  quote: {by: a, text: Words, lang: en, source: q}\n`,
    "disagreements.yaml": "- {id: d, subject: S, versions: V, about: [talks], sources: [s]}\n",
    "sources.yaml": `${SOURCE}${other("q")}${other("s")}`,
  });
  const { rows, ledger } = inspectLedger(directory);
  expect(unusedSources(rows, ledger, new Set())).toEqual([]);
});
