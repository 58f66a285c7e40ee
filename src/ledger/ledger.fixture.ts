import type { Ledger } from "./ledger.ts";
import { MINIMAL } from "./minimal-rows.fixture.ts";
import { type CollectionName, collections } from "./schema.ts";

/** What rows say of themselves where a test does not: rows without an event, and answers. */
const OWN_STATUS: { readonly [Name in CollectionName]?: object } = {
  meetings: { status: "confirmed" },
  "case-steps": { status: "confirmed" },
  deliveries: { certainty: "confirmed" },
  provisions: { answer: "An answer" },
};

/**
 * A ledger of these rows and nothing else. Each row says only what the test is about; the rest comes from `MINIMAL`,
 * and the whole is checked by its schema.
 */
export function ledgerOf(rows: { readonly [Name in CollectionName]?: readonly object[] }): Ledger {
  const names = Object.keys(collections) as CollectionName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (rows[name] ?? (name === "publishers" ? [{}] : [])).map((row) =>
        collections[name].parse({ ...MINIMAL[name], ...("event" in row ? {} : OWN_STATUS[name]), ...row }),
      ),
    ]),
  ) as unknown as Ledger;
}

/** A ledger with one row in each collection, the shortest that fit together; a series is a table of its own, so it has its own name. */
export const WHOLE = ledgerOf(
  Object.fromEntries(
    Object.keys(collections).map((name) => [name, [name === "series" ? { id: "numbers" } : {}]]),
  ),
);
