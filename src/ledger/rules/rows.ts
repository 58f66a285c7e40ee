import { ruleOf, type Known, type Rule } from "./rule.ts";
import { provisionKey } from "../ledger.ts";
import { plural } from "../../i18n/numbers.ts";
import { formatDate, timeOf } from "../../i18n/dates.ts";
import { speaksOfSearch } from "../searched.ts";
import { collections } from "../schema.ts";

const restsOnOthers = ruleOf("reasons", (reason, report, known) => {
  reason.inference?.forEach((id, i) => {
    if (id === reason.id)
      report(["inference", i], "the row rests on itself", "name the rows that it is drawn from");
    const ground = [...known.rows("reasons"), ...known.rows("events")].find((other) => other.id === id);
    if (ground && reason.status === "confirmed" && ground.status !== "confirmed")
      report(
        ["status"],
        `the row is confirmed, and \`${id}\`, on which it rests, is ${ground.status}`,
        `write ${ground.status}`,
      );
  });
});

/** A reading of the site’s own rests on other rows, and is no surer than they are. */
export const reasonRules = [restsOnOthers];

/** A claim on the map says no more than the answer or the position that it is read from, and stands on its receipts. */
const standsOnItsText = ruleOf("region-claims", (claim, report, known) => {
  const { draft, question, position } = claim;
  const collection = position === undefined ? "provisions" : "positions";
  if (!known.isWhole(collection)) return;
  const text =
    draft !== undefined && question !== undefined
      ? known
          .rows("provisions")
          .find((provision) => provisionKey(provision) === provisionKey({ draft, question }))
      : known.rows("positions").find(({ id }) => id === position);
  if (!text) {
    // A position that does not exist is reported as such.
    if (position === undefined)
      report(
        ["question"],
        `\`${draft}\` has no answer to \`${question}\``,
        "correct the question, or add the answer",
      );
    return;
  }
  claim.sources.forEach((source, i) => {
    if (!text.sources.includes(source))
      report(
        ["sources", i],
        `\`${source}\` is no receipt of the ${collection === "provisions" ? "answer" : "position"}`,
        "take one of them, or add it there",
      );
  });
});

export const regionRules = [standsOnItsText];

const rowIsAsWideAsTable = ruleOf("series", ({ columns, rows }, report) => {
  rows.forEach((cells, i) => {
    if (cells.length !== columns.length)
      report(
        ["rows", i],
        `the row has ${plural(cells.length, "cell")} for ${plural(columns.length, "column")}`,
        "add or remove cells; write null for no value",
      );
  });
});

export const seriesRules = [rowIsAsWideAsTable];

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
