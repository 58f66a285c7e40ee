import { getOrInsert } from "../expect-defined.ts";

// Creating a formatter takes a hundred times as long as using it.
const formats = new Map<string, Intl.NumberFormat>();

export function numberFormat(options: Intl.NumberFormatOptions) {
  return getOrInsert(formats, JSON.stringify(options), () => new Intl.NumberFormat("en-GB", options));
}

/** "800,000", "0.125". */
export function formatNumber(value: number): string {
  return numberFormat({ maximumFractionDigits: 3 }).format(value);
}

const SMALL = "none one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Words up to twelve, figures above; "none" for 0. */
export function countInWords(count: number): string {
  return SMALL[count] ?? formatNumber(count);
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Not an initialism. */
export function uncapitalize(text: string): string {
  return text.replace(/^.(?=\p{Ll}| )/u, (first) => first.toLowerCase());
}

/** "one draft", "12 drafts". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export function pluralInWords(count: number, one: string): string {
  return `${countInWords(count)} ${count === 1 ? one : `${one}s`}`;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "a, b and c". */
export function listOf(items: readonly string[]): string {
  return list.format(items);
}

const ORDINAL_ENDINGS: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });

/** `1st`, `12th`, `22nd`. */
export function ordinal(rank: number): string {
  return `${rank}${ORDINAL_ENDINGS[ordinals.select(rank)] ?? ""}`;
}
