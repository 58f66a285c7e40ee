import type { Change } from "../../ledger/diff-drafts.ts";

/** Words for what happened to an answer between two drafts, in reading order. */
export const names: Readonly<Record<Change, string>> = {
  changed: "changed",
  softened: "softened",
  removed: "struck out",
  added: "added",
  open: "left open",
  same: "the same",
  unknown: "not known",
};
