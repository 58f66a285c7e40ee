import { getOrInsert } from "../expect-defined.ts";

// Creating a formatter takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** English, UTC. */
function dateFormat(options: Intl.DateTimeFormatOptions) {
  return getOrInsert(
    formats,
    JSON.stringify(options),
    () => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }),
  );
}

/** "23 November 2025", "November 2025", "2025"; empty for an unknown date. */
export function formatDate(date: string): string {
  return formatWith("long", date);
}

/** "23 Nov 2025". */
export function formatShortDate(date: string): string {
  return formatWith("short", date);
}

/** "23–25 November 2025", "30 Nov – 1 Dec 2025" with short months; one date if `end` is missing or equal. */
export function formatSpan(date: string, end: string | undefined, month: Month = "long"): string {
  if (!end || end === date) return formatWith(month, date);
  if (date.length < 10 || end.length < 10) return `${formatWith(month, date)} – ${formatWith(month, end)}`;
  const gap = date.slice(0, 7) === end.slice(0, 7) ? "" : " ";
  return formatRange(formatOf(date, month), date, end).replaceAll("\u2009", gap);
}

/** "20 Nov", "24–26 Oct", "Nov–Dec", for lists under a month; "Nov" or "2025" for partial dates. */
export function formatDays(date: string, end = date): string {
  const days = formatOf(date, "short", date.length === 4);
  return end.length === date.length
    ? formatRange(days, date, end).replaceAll("\u2009", "")
    : `${formatDays(date)}–${formatDays(end)}`;
}

/** "20 Nov" after another date of its year, otherwise "20 Nov 2025". */
export function formatDateAfter(before: string | undefined, date: string): string {
  return before?.slice(0, 4) === date.slice(0, 4) ? formatDays(date) : formatShortDate(date);
}

/** Start and end of a day, month or year, in ms, UTC. */
export function periodOf(date: string): readonly [number, number] {
  const [year = 1970, month, day] = date.split("-").map(Number);
  const end = day ? utc(date).setUTCDate(day + 1) : month ? Date.UTC(year, month) : Date.UTC(year + 1, 0);
  return [utc(date).getTime(), end];
}

export function middleOf(date: string): number {
  const [start, end] = periodOf(date);
  return (start + end) / 2;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => dateFormat({ month: "long" }).format(Date.UTC(2000, i)));
const FIGURE = new RegExp(
  `\\d+(?:[.,\u00a0\u202f ]\\d{3}(?!\\d))*(?:[.,]\\d+)?|\\b(?:${MONTHS.join("|")})\\b`,
  "g",
);
/** Partial ISO dates that name a month. */
export const ISO_DATE = /\b\d{4}-\d\d(?:-\d\d)?\b/g;

/** Numbers without separators of thousands, and names of months; of an ISO date its parts. */
export function figuresIn(text: string): string[] {
  const spelled = text.replace(ISO_DATE, (date) => formatDate(date));
  return (spelled.match(FIGURE) ?? []).map((figure) =>
    /\d/.test(figure)
      ? String(Number(figure.replace(/[.,\u00a0\u202f ](?=\d{3}(?!\d))/g, "").replace(",", ".")))
      : figure,
  );
}

type Month = "long" | "short";

function formatWith(month: Month, date: string) {
  return date && shortenMonth(formatOf(date, month).format(utc(date)));
}

function formatRange(format: Intl.DateTimeFormat, date: string, end: string) {
  return shortenMonth(format.formatRange(utc(date), utc(end)));
}

function formatOf(date: string, month: Month, hasYear = true) {
  return dateFormat({
    year: hasYear ? "numeric" : undefined,
    month: date.length > 4 ? month : undefined,
    day: date.length > 7 ? "numeric" : undefined,
  });
}

const shortenMonth = (text: string) => text.replace(/Sept\b/g, "Sep");

function utc(date: string) {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
