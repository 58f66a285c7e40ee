import { formatDate } from "../i18n/dates.ts";

/** “No … found”, “we found no”, “not found”, “not known”; that a text “does not mention” something needs no search. */
const NOT_FOUND =
  /\bno(?:ne)?\b(?! doubt)[^.;:!?]*?(?<!\bhad been )\bfound\b|\bwe found no\b|\bnot (?:found|known)\b/i;

/** Fields that tell nothing of the matter itself. */
const OTHER_FIELDS = ["quote", "searched", "accepted", "offer"];

/** Path of the first text of a row that says that something was not found or is not known. */
export function speaksOfSearch(value: unknown): PropertyKey[] | undefined {
  if (typeof value === "string") return NOT_FOUND.test(value) ? [] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (OTHER_FIELDS.includes(key)) continue;
    const path = speaksOfSearch(inner);
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path];
  }
  return undefined;
}

/** “last searched on 27 November 2026”, for a row that speaks of a search. */
export function lastSearched({ searched }: { searched?: { date: string } | undefined }): string | undefined {
  return searched && `last searched on ${formatDate(searched.date)}`;
}
