import { formatShortDate } from "../../i18n/dates.ts";
import { plural } from "../../i18n/numbers.ts";
import type { Event } from "../../ledger/ledger.ts";
import { meanings } from "./status.ts";

const languages = new Intl.DisplayNames("en", { type: "language" });

/** What a reader by ear hears as the role of a sign. */
export const signRole = "source";

/** Name of a sign: whose report it is, and how far it is established where it is not confirmed. */
export const signName = (outlet: string, statuses: readonly Event["status"][]) =>
  [outlet, ...statuses.filter((status) => status !== "confirmed")].join(", ");

/** How far something is established, with what that means: "Reported: told by sources that are not named." */
export const statusLine = (status: Event["status"]) =>
  `${status.charAt(0).toUpperCase()}${status.slice(1)}: ${meanings[status]}.`;

/** Everything about a source after its publisher, one line; `carries` and `read` in words: "carrying AP", "read whole". */
export function sourceFacts({
  carries,
  published,
  lang,
  stateControlled,
  read,
}: {
  carries: string | undefined;
  published: string | undefined;
  lang: string;
  stateControlled: boolean;
  read: string | undefined;
}): string {
  const parts = [
    carries,
    published && formatShortDate(published),
    lang !== "en" && `in ${languages.of(lang)}`,
    stateControlled && "state-controlled",
    read,
  ];
  return parts.filter(Boolean).join(", ");
}

/** Title of a source as published, or what it is in the site’s words; and that it was read in part. */
export function sourceTitle(
  title: string | undefined,
  about: string | undefined,
  seen: "whole" | "part" | "headline",
): string {
  const name = title ? `“${title}”.` : about && `${about}.`;
  return [name, seen === "part" && "An excerpt was read."].filter(Boolean).join(" ");
}

/** Name of the page of an event; with how many sources it has, where it has more than are shown. */
export const eventPage = (title: string, sources: number) =>
  sources > 0 ? `${title}: all ${plural(sources, "source")}` : title;

export const list = {
  title: "Sources of this page",
  readInPart: "Read in part, as excerpts, unless the entry says otherwise.",
  count: (sources: number) => plural(sources, "page"),
  note:
    "Of events with many sources the two best stand here, on their own pages all. " +
    "Read in part, as excerpts, unless the entry says otherwise. " +
    "The numbers at the end of a line lead back to the sentences.",
} as const;

/** The count of receipts that are not named, as a link; no line ends between the number and its word. */
export const moreSources = (count: number) => plural(count, "more source").replace(" ", "\u00a0");
