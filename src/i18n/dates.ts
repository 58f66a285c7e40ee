import { dateFormat } from "./formatters.ts";

/** A partial ISO date in words: "23 November 2025", "November 2025", "2025". `locale` is a BCP 47 tag. */
export function formatDate(date: string, locale = "en-GB"): string {
  return format(date, locale, "long");
}

/** The same with a short month: "23 Nov 2025". */
export function formatShortDate(date: string, locale = "en-GB"): string {
  return format(date, locale, "short");
}

/** A span of partial dates: "23–25 November 2025", "30 November – 1 December 2025"; one date if `end` is missing or the same. */
export function formatSpan(date: string, end: string | undefined, locale = "en-GB"): string {
  if (!end || end === date) return formatDate(date, locale);
  if (date.length < 10 || end.length < 10) return `${formatDate(date, locale)} – ${formatDate(end, locale)}`;
  return dateFormat(locale, { day: "numeric", month: "long", year: "numeric" })
    .formatRange(utc(date), utc(end))
    .replaceAll("\u2009", date.slice(0, 7) === end.slice(0, 7) ? "" : " ");
}

/** Days without their year, for lists under a month: "20 Nov", "24–26 Oct"; "Nov" or "2025" where no more is known. */
export function formatDays(date: string, end: string | undefined, locale = "en-GB"): string {
  if (date.length < 10)
    return dateFormat(locale, date.length > 4 ? { month: "short" } : { year: "numeric" })
      .format(utc(date))
      .replace("Sept", "Sep");
  const days = dateFormat(locale, { day: "numeric", month: "short" });
  const text = end && end.length === 10 ? days.formatRange(utc(date), utc(end)) : days.format(utc(date));
  return text.replaceAll("\u2009", "").replaceAll("Sept", "Sep");
}

/** Name of a month: "November 2025" for `2025-11`. */
export function formatMonth(month: string, locale = "en-GB"): string {
  return formatDate(month.slice(0, 7), locale);
}

/** Name of a month without its year, short: "Nov" for `2025-11`. */
export function formatMonthName(month: string, locale = "en-GB"): string {
  return dateFormat(locale, { month: "short" }).format(utc(month)).replace("Sept", "Sep");
}

/** Milliseconds at the start of a partial ISO date, in UTC. */
export function timeOf(date: string): number {
  return utc(date).getTime();
}

function format(date: string, locale: string, month: "long" | "short"): string {
  const options: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (date.length > 4) options.month = month;
  if (date.length > 7) options.day = "numeric";
  return dateFormat(locale, options).format(utc(date)).replace("Sept ", "Sep ");
}

function utc(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
