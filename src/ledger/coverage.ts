import type { Ledger, Source } from "./ledger.ts";
import { get } from "./lookup.ts";
import { standing } from "./standing.ts";

/** Latest day of any event, meeting, draft or step in a case: up to then the site covers events. ISO date. */
export function coverageThrough(ledger: Ledger): string {
  const rows: readonly { date: string; end?: string | undefined }[] = [
    ...ledger.events,
    ...ledger.meetings,
    ...ledger.drafts,
    ...ledger["case-steps"],
  ];
  const days = rows.flatMap((row) => [row.date, row.end ?? ""]).filter((date) => date.length === 10);
  const last = days.sort().at(-1);
  if (!last) throw new Error("the ledger has no dated events");
  return last;
}

/**
 * The month (`2026-07`) from which on the site rests on headlines and official notices: the first of the latest run of
 * months in each of which more than half of the pages behind its events were seen as a headline or are an official
 * body’s. Months without events do not break the run. Undefined if the last month with events is not such a month.
 */
export function thinFrom(ledger: Ledger): string | undefined {
  const months = Map.groupBy(
    ledger.events.filter((event) => event.date.length > 4),
    (event) => event.date.slice(0, 7),
  );
  let from: string | undefined;
  for (const [month, events] of [...months].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const pages = sourcesOf(ledger, [...new Set(events.flatMap((event) => event.sources))]);
    if (pages.filter((page) => isNotice(ledger, page)).length * 2 <= pages.length) break;
    from = month;
  }
  return from;
}

/**
 * What a statement stands on where no report behind it was read: headlines alone, or headlines and official notices.
 * Pages of state-controlled outlets are left aside: they confirm nothing. `besides` says that one of them was read.
 */
export function noticesOnly(
  ledger: Ledger,
  ids: readonly string[],
): { on: "headlines" | "headlines and official notices"; besides: boolean } | undefined {
  const all = sourcesOf(ledger, ids);
  const pages = all.filter((page) => standing(ledger, page) !== "state-controlled");
  const headlines = pages.filter((page) => page.seen === "headline").length;
  if (headlines === 0 || !pages.every((page) => isNotice(ledger, page))) return undefined;
  return {
    on: headlines === pages.length ? "headlines" : "headlines and official notices",
    besides: all.some((page) => standing(ledger, page) === "state-controlled" && page.seen !== "headline"),
  };
}

/** The latest reading of the sources. */
export function lastReading(ledger: Ledger): Ledger["readings"][number] {
  const last = [...ledger.readings].sort((a, b) => a.date.localeCompare(b.date)).at(-1);
  if (!last) throw new Error("the ledger does not say when its sources were read: add a row to `readings`");
  return last;
}

function isNotice(ledger: Ledger, source: Source): boolean {
  return source.seen === "headline" || standing(ledger, source) === "official";
}

function sourcesOf(ledger: Ledger, ids: readonly string[]): Source[] {
  return ids.map((id) => get(ledger, "sources", id));
}
