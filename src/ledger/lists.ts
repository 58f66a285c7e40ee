import { z } from "zod";
import { day, id, line, sources, topic } from "./fields.ts";
import type { Ledger } from "./ledger.ts";
import { find } from "./lookup.ts";
import { readList } from "./yaml-file.ts";

export const termSchema = z.strictObject({
  id,
  term: line,
  definition: line.describe("What it means, in one or two sentences of our own."),
  also: z.array(line).default([]),
  topic,
});

export type Term = z.infer<typeof termSchema>;

/** The glossary, in alphabetical order. Throws a ContentError that names line and reason for every bad row. */
export function readGlossary(path: string): Term[] {
  return readList(path, "terms", termSchema).sort((a, b) => a.term.localeCompare(b.term, "en"));
}

/** A revision of the site, or a correction of something that it got wrong. */
export const changeSchema = z.strictObject({
  id: id.describe("Never reused: feed readers know the change by it."),
  date: day,
  /** Path of the page that changed: `/plan/`; `/` for the site as a whole. */
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
});

export type SiteChange = z.infer<typeof changeSchema>;

/**
 * Revisions and corrections, latest first; those of one day in the order of the file, last one first. Throws a
 * ContentError for every bad row, for a correction without its two texts and for a source that the ledger lacks.
 */
export function readChanges(path: string, ledger: Ledger): SiteChange[] {
  const rows = readList(path, "changes", changeSchema, (row, report) => {
    for (const text of ["before", "after"] as const) {
      if (row.kind === "correction" && !row[text])
        report(
          ["kind"],
          `the correction has no \`${text}\``,
          "quote the old text in `before` and the new text in `after`",
        );
    }
    for (const source of row.sources ?? []) {
      if (!find(ledger, "sources", source))
        report(["sources"], `the source \`${source}\` does not exist`, "correct the id, or add the source");
    }
  });
  return rows.reverse().sort((a, b) => b.date.localeCompare(a.date));
}
