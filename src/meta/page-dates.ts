import type { Ledger } from "../ledger/ledger.ts";
import { find } from "../ledger/lookup.ts";
import type { Versions } from "../views/versions.ts";

/** A change of the site, as far as dates of pages go. */
type Change = { date: string; page: string };

/**
 * ISO days on which the page at `path` was first published and last changed: the first change to it or to what it lies under,
 * the latest to itself. `fallback` stands for what nobody noted.
 */
export function pageDates(path: string, changes: readonly Change[], fallback: string) {
  const above = changes.filter((change) => path.startsWith(change.page)).map((change) => change.date);
  const published = above.sort()[0] ?? fallback;
  return { published, modified: latest(ownDays(path, changes)) ?? published };
}

/** The day on which the page at `path` last changed, by the list of changes and the versions of what it shows; undefined if neither tells. */
export function lastChanged(path: string, changes: readonly Change[], versions: Versions, ledger: Ledger): string | undefined {
  return latest([...ownDays(path, changes), ...shownAt(path, ledger).flatMap((key) => versions.get(key)?.date ?? [])]);
}

function ownDays(path: string, changes: readonly Change[]): string[] {
  return changes.filter((change) => change.page === path).map((change) => change.date);
}

/** What the page is made for, by key of its version: a chart, an event, the clauses of a theme. */
function shownAt(path: string, ledger: Ledger): string[] {
  const [, folder, id = ""] = /^\/(charts|events|plan\/themes)\/([^/]+)\/$/.exec(path) ?? [];
  if (folder === "charts") return [`chart/${id}`];
  if (folder === "events") return [`event/${id}`];
  return folder ? (find(ledger, "themes", id)?.questions ?? []).map((question) => `clause/${question.id}`) : [];
}

function latest(days: readonly string[]): string | undefined {
  return [...days].sort().at(-1);
}
