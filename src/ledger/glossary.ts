import { z } from "zod";
import { id, line, topic } from "./fields.ts";
import { readList } from "./yaml-file.ts";

const term = z.strictObject({
  id,
  term: line,
  /** What it means, in one or two sentences of our own. */
  definition: line,
  also: z.array(line).default([]),
  topic,
});

export type Term = z.infer<typeof term>;

/** The glossary, in alphabetical order. Throws a ContentError that names line and reason for every bad row. */
export function readGlossary(path: string): Term[] {
  return readList(path, "terms", term).sort((a, b) => a.term.localeCompare(b.term, "en"));
}
