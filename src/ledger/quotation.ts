import type { z } from "zod";
import type { quotation } from "./schema/quotation.ts";
import type { Ledger } from "./ledger.ts";
import { find } from "./lookup.ts";

export type Quotation = z.infer<typeof quotation>;

/** The quotation of the event or of the answer with that key, or undefined. */
export function findQuotation(ledger: Ledger, key: string): Quotation | undefined {
  return (find(ledger, "events", key) ?? find(ledger, "provisions", key))?.quote;
}

/** The same. Throws an Error that names the key if there is none. */
export function getQuotation(ledger: Ledger, key: string): Quotation {
  const found = findQuotation(ledger, key);
  if (!found) throw new Error(`no event or answer \`${key}\` with a quotation`);
  return found;
}

/** The words as they stand in an English text: in quotation marks, and marked where they are a translation. */
export function quoted({ text, english, lang }: Quotation): string {
  return lang === "en" ? `“${text}”` : `“${english}” (in translation)`;
}
