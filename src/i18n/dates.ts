import { getOrInsert } from "../required.ts";

// Creating a formatter takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** English, UTC. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return getOrInsert(
    formats,
    JSON.stringify(options),
    () => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }),
  );
}

/** A partial ISO date: "23 November 2025", "November 2025", "2025"; empty for an unknown date. */
export function formatDate(date: string): string {
  return format(date, "long");
}

/** "23 Nov 2025". */
export function formatShortDate(date: string): string {
  return format(date, "short");
}

/**
 * Partial dates: "23–25 November 2025", "30 November – 1 December 2025"; one date if `end` is missing or
 * equal.
 */
export function formatSpan(date: string, end: string | undefined): string {
  if (!end || end === date) return formatDate(date);
  if (date.length < 10 || end.length < 10) return `${formatDate(date)} – ${formatDate(end)}`;
  return dateFormat({ day: "numeric", month: "long", year: "numeric" })
    .formatRange(utc(date), utc(end))
    .replaceAll("\u2009", date.slice(0, 7) === end.slice(0, 7) ? "" : " ");
}

/**
 * Without the year, for lists under a month: "20 Nov", "24–26 Oct", "Nov–Dec"; "Nov" or "2025" for partial
 * dates.
 */
export function formatDays(date: string, end?: string): string {
  const options: Intl.DateTimeFormatOptions = date.length > 4 ? { month: "short" } : { year: "numeric" };
  if (date.length > 7) options.day = "numeric";
  const days = dateFormat(options);
  const text =
    !end || end === date
      ? days.format(utc(date))
      : end.length === date.length
        ? days.formatRange(utc(date), utc(end))
        : `${days.format(utc(date))}–${formatDays(end, undefined)}`;
  return text.replaceAll("\u2009", "").replaceAll("Sept", "Sep");
}

/** `2025-11` → "November 2025". */
export function formatMonth(month: string): string {
  return formatDate(month.slice(0, 7));
}

/** `2025-11` → "Nov". */
export function formatMonthName(month: string): string {
  return dateFormat({ month: "short" }).format(utc(month)).replace("Sept", "Sep");
}

/** Start of a partial ISO date, in ms, UTC. */
export function timeOf(date: string): number {
  return utc(date).getTime();
}

function format(date: string, month: "long" | "short"): string {
  if (date === "") return "";
  const options: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (date.length > 4) options.month = month;
  if (date.length > 7) options.day = "numeric";
  return dateFormat(options).format(utc(date)).replace("Sept ", "Sep ");
}

function utc(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
