import { getOrInsert } from "../required.ts";

// Making a formatter takes a hundred times as long as using it.
const formats = new Map<string, Intl.NumberFormat>();

/** The English formatter of numbers with these options. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return getOrInsert(formats, JSON.stringify(options), () => new Intl.NumberFormat("en-GB", options));
}

/** A number with grouped digits, in text and tables alike: "800,000", "0.125". */
export function formatNumber(value: number): string {
  return numberFormat({ maximumFractionDigits: 3 }).format(value);
}

const SMALL = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** A count as running text has it: words up to twelve, figures above; "none" of them for 0. */
export function countInWords(count: number): string {
  return SMALL[count] ?? formatNumber(count);
}

/** A text with a capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "one draft", "12 drafts". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "one draft", "twelve drafts". */
export function pluralInWords(count: number, one: string): string {
  return `${countInWords(count)} ${count === 1 ? one : `${one}s`}`;
}

/** Items joined as in a sentence: "a, b and c". */
export function listOf(items: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);
}
