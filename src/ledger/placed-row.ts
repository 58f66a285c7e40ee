import type { YamlFile } from "../yaml/yaml-file.ts";
import type { CollectionName, Row } from "./ledger.ts";
import type { Receipt } from "./receipts.ts";

/** A valid row of a file. */
export interface FileRow<Value extends object> {
  key: string;
  value: Value;
  /** The words of its sources. */
  receipts: Omit<Receipt, "collection" | "key">[];
  file: YamlFile;
  /** A problem at a path in the row. */
  problem: YamlFile["problem"];
}

/** A row of the ledger with its place: of any collection, as `collection` says, or of one. */
export type PlacedRow<Name extends CollectionName = CollectionName> = {
  [Each in Name]: FileRow<Row<Each>> & { collection: Each };
}[Name];
