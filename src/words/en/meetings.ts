import type { Meeting } from "../../ledger/ledger.ts";
import { countInWords, formatNumber } from "../../i18n/numbers.ts";

/** Key of the drawing of who sat together. */
export const presence = {
  there: "in the room",
  apart: "met on another day, or in another room",
  reported: "known from unnamed sources, or disputed",
} as const;

/** Heads of the table of who sat together. */
export const columns = { date: "Date", end: "Until", place: "Place", known: "How it is known" } as const;

export const cells = { there: "in the room", apart: "apart", away: "–" } as const;

/** "10 to 12 November 2025, Geneva: Ukraine and United States in the room; Europe apart." */
export function whoWasThere(at: {
  when: string;
  place: string;
  there: string;
  apart: string;
  status: string;
}): string {
  const apart = at.apart && `; ${at.apart} apart`;
  return `${at.when}, ${at.place}: ${at.there || "nobody together"} in the room${apart}${at.status && ` (${at.status})`}`;
}

/** What the drawing of who sat together shows, in two sentences. */
export function seating(of: {
  meetings: number;
  three: number;
  russiaEurope: number;
  usUkraine: number;
  usRussia: number;
  days: string;
}): string {
  const never =
    of.russiaEurope === 0
      ? "In none were Russia and the Europeans in one room"
      : `In ${countInWords(of.russiaEurope)} Russia and the Europeans were in one room`;
  return (
    `Of ${formatNumber(of.meetings)} meetings, ${countInWords(of.three)} had the United States, Ukraine ` +
    `and Russia in one room${of.days && ` (${of.days})`}; the United States met Ukraine without Russia ` +
    `in ${formatNumber(of.usUkraine)} and Russia without Ukraine in ${formatNumber(of.usRussia)}. ` +
    `${never}.`
  );
}

/** Formats of talks, in reading order. */
export const formats = {
  bilateral: "Bilateral",
  trilateral: "Three-way",
  multilateral: "Multilateral",
  call: "Call",
} as const satisfies Record<Meeting["format"], string>;
/** Reads on with those who took part. */
export const formatWith = (format: Meeting["format"], others: boolean) =>
  `${formats[format]}${others ? ", with" : ""}`;
