import { z } from "zod";
import { id, line, topic } from "./fields.ts";
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
