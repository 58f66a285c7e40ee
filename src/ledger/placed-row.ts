import type { CollectionName } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A row with its place in the text. */
export interface PlacedRow {
  collection: CollectionName;
  /** Key by which other rows refer to it. */
  key: string;
  value: Record<string, unknown>;
  file: YamlFile;
  /** Index in the file's list. */
  index: number;
  /** False for a row with a problem of its own: other rows may refer to it all the same. */
  valid: boolean;
}
