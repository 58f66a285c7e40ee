import { formatDate, timeOf } from "../../i18n/dates.ts";
import { speaksOfSearch } from "../searched.ts";
import { collections } from "../schema.ts";
import type { Known, Rule } from "./rule.ts";

const MAX_AGE_DAYS = 180;
const DAY_MS = 86_400_000;

/** What was not found may be found by the next query: a row that speaks of it says when it was last searched for. */
export const saysWhenSearched: Rule = ({ collection, value }, report) => {
  if (value.searched !== undefined || !("searched" in collections[collection].shape)) return;
  const where = collection === "unknowns" ? [] : speaksOfSearch(value);
  if (where)
    report(
      where,
      "the row says that something was not found or is not known, but has no `searched`",
      "search again, and add `searched: { date: 'YYYY-MM-DD', languages: [en] }`",
    );
};

export const searchIsRecent: Rule = ({ value: { searched } }, report, known) => {
  const newest = newestEvent(known);
  if (!searched || !newest) return;
  const { date } = searched as { date: string };
  const days = Math.round((timeOf(newest) - timeOf(date)) / DAY_MS);
  if (days > MAX_AGE_DAYS)
    report(
      ["searched", "date"],
      `the search of ${formatDate(date)} is ${days} days older than the newest event, more than ${MAX_AGE_DAYS}`,
      "search again, and move `searched.date` on",
    );
};

function newestEvent(known: Known): string | undefined {
  return known
    .rows("events")
    .map(({ date, end }) => end ?? date)
    .sort()
    .at(-1);
}
