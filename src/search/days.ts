import { formatDate } from "../format/dates.ts";

const MONTHS = Array.from({ length: 12 }, (_, i) =>
  formatDate(`2026-${String(i + 1).padStart(2, "0")}`).replace(" 2026", ""),
);
const MONTH = `(?<month>${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join("|")}|Sept)\\.?`;
const DAY = "(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
const YEAR = "(?:,? (?<year>\\d{4}))?";

const NO_COUNT = "(?![,.]?\\d| ?%| ?(?:per cent|percent|points?|thousand|million|billion|bn|m)\\b)";

const DAY_MONTH = new RegExp(`\\b${DAY} (?:of )?${MONTH}${YEAR}\\b`, "i");
const OTHER_FORMS = [
  new RegExp(`\\b${MONTH} ${DAY}${NO_COUNT}${YEAR}\\b`, "i"),
  /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\b/,
  /\b(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})\b/,
];

/**
 * As the site writes dates: “Dec 23rd, 2025”, “2025-12-23” and “23.12.2025” become “23 December 2025”, “Dec 2025”
 * “December 2025”. Other queries are returned unchanged.
 */
export function normalizeDates(query: string): string {
  for (const way of [DAY_MONTH, ...OTHER_FORMS]) {
    const found = way.exec(query);
    const { day, month = "", year } = found?.groups ?? {};
    const name = found && Number(day) <= 31 && nameOf(month);
    if (name) return query.replace(found[0], [Number(day), name, year].filter(Boolean).join(" "));
  }
  return query.replace(MONTH_OF_YEAR, (found) => monthIn(found) ?? found);
}

/** Joins a date into one word, “23-December-2025”, as pages index dates. */
export function dateAsWord(date: string): string {
  return date.replaceAll(" ", "-");
}

/**
 * The day and the month of an ISO date as words of their own, “23-December December-2025”: Pagefind finds no half of a word
 * for certain. Of the first of several days also its date, which a page has otherwise.
 */
export function daysAsWords(date: string, end?: string): string {
  const day = formatDate(date);
  const words = [day.replace(/ \d+$/, ""), formatDate(date.slice(0, 7)), ...(end ? [day] : [])];
  return words.map(dateAsWord).join(" ");
}

/** The day named by a query from `normalizeDates`, as “23 December”; undefined if the query has no day. */
export function dayIn(query: string): string | undefined {
  return DAY_MONTH.exec(query)?.[0];
}

const MONTH_OF_YEAR = new RegExp(`\\b${MONTH} (?<year>\\d{4})\\b`, "i");

export function monthIn(query: string): string | undefined {
  const { month = "", year } = MONTH_OF_YEAR.exec(query)?.groups ?? {};
  return year && `${nameOf(month)} ${year}`;
}

function nameOf(month: string) {
  return (
    MONTHS[Number(month) - 1] ??
    MONTHS.find((name) => name.toLowerCase().startsWith(month.slice(0, 3).toLowerCase()))
  );
}
