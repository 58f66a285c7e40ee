import { getOrInsert } from "../required.ts";

// Making a formatter takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The English formatter of dates with these options, in UTC. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return getOrInsert(
    formats,
    JSON.stringify(options),
    () => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }),
  );
}

/** A partial ISO date in words: "23 November 2025", "November 2025", "2025"; empty for a date that is not known. */
export function formatDate(date: string): string {
  return format(date, "long");
}

/** The same with a short month: "23 Nov 2025". */
export function formatShortDate(date: string): string {
  return format(date, "short");
}

/** A span of partial dates: "23–25 November 2025", "30 November – 1 December 2025"; one date if `end` is missing or the same. */
export function formatSpan(date: string, end: string | undefined): string {
  if (!end || end === date) return formatDate(date);
  if (date.length < 10 || end.length < 10) return `${formatDate(date)} – ${formatDate(end)}`;
  return dateFormat({ day: "numeric", month: "long", year: "numeric" })
    .formatRange(utc(date), utc(end))
    .replaceAll("\u2009", date.slice(0, 7) === end.slice(0, 7) ? "" : " ");
}

/** Days without their year, for lists under a month: "20 Nov", "24–26 Oct", "Nov–Dec"; "Nov" or "2025" where no more is known. */
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

/** Name of a month: "November 2025" for `2025-11`. */
export function formatMonth(month: string): string {
  return formatDate(month.slice(0, 7));
}

/** Name of a month without its year, short: "Nov" for `2025-11`. */
export function formatMonthName(month: string): string {
  return dateFormat({ month: "short" }).format(utc(month)).replace("Sept", "Sep");
}

/** Milliseconds at the start of a partial ISO date, in UTC. */
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
