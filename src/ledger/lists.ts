import { existsSync } from "node:fs";
import { z } from "zod";
import { day, id, line, sources, topic } from "./fields.ts";
import { duplicateIds, idsOf, missingRows, type PlacedRow, readRows } from "./read-ledger.ts";
import type { Ledger } from "./ledger.ts";
import { ContentError, type Problem } from "./yaml-file.ts";

export const termSchema = z.strictObject({
  id,
  term: line,
  definition: line.describe("What it means, in one or two sentences of our own."),
  also: z.array(line).default([]),
  topic,
});

export type Term = z.infer<typeof termSchema>;

/** The glossary in alphabetical order. Throws a ContentError with every invalid row. */
export function readGlossary(path: string): Term[] {
  return readList(path, "terms", termSchema).sort((a, b) => a.term.localeCompare(b.term, "en"));
}

export const changeSchema = z
  .strictObject({
    id: id.describe("Never reused: feed readers know the change by it."),
    date: day,
    page: line.regex(/^\/([a-z0-9-]+\/)*$/, "must be the path of a page, with a slash at both ends"),
    kind: z
      .enum(["addition", "change", "correction"])
      .describe(
        "addition: something new. change: put differently, or brought up to date. correction: it was wrong.",
      ),
    note: line,
    before: line.optional().describe("The old text, word for word; required for a correction."),
    after: line.optional().describe("The new text; required for a correction."),
    sources: sources.optional(),
  })
  .refine(({ kind, before, after }) => kind !== "correction" || (before && after), {
    path: ["kind"],
    error: "must not be `correction` without `before` and `after`",
    params: { fix: "quote the old text in `before` and the new text in `after`" },
  });

export type SiteChange = z.infer<typeof changeSchema>;

/**
 * Revisions and corrections, latest first; within a day the last of the file first. Throws a ContentError
 * with every invalid row and unknown source.
 */
export function readChanges(path: string, ledger: Ledger): SiteChange[] {
  const ids = idsOf(ledger);
  const rows = readList(path, "changes", changeSchema, ({ value, file, index }) =>
    missingRows(ids, changeSchema, value, file, [index]),
  );
  return rows.reverse().sort((a, b) => b.date.localeCompare(a.date));
}

function readList<Row extends object>(
  path: string,
  what: string,
  schema: z.ZodType<Row>,
  check: (row: PlacedRow<Row>) => Problem[] = () => [],
): Row[] {
  const problems: Problem[] = [];
  const rows = existsSync(path) ? readRows(path, what, schema, problems) : [];
  problems.push(...duplicateIds(rows), ...rows.flatMap(check));
  if (problems.length > 0) throw new ContentError(problems);
  return rows.map(({ value }) => value);
}
