import type { Problem } from "./problem.ts";
import type { CollectionName } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A row with its place in the text. */
export interface PlacedRow {
  collection: CollectionName;
  /** Key by which other rows refer to it. */
  key: string;
  value: Record<string, unknown>;
  file: YamlFile;
  index: number;
  /** False for a row with a problem of its own: other rows may refer to it all the same. */
  valid: boolean;
}

/** Notes a problem of a row at `path`: what is wrong, what was expected, how to mend it. */
export type Report = (path: readonly PropertyKey[], wrong: string, expected: string, mend: string) => void;

/** Notes problems of one row among `problems`. */
export function reporter(problems: Problem[], { file, index }: Pick<PlacedRow, "file" | "index">): Report {
  return (path, wrong, expected, mend) =>
    void problems.push({ file: file.name, ...file.place([index, ...path]), wrong, expected, mend });
}
