import type { Ledger } from "../ledger/ledger.ts";
import { find } from "../ledger/lookup.ts";
import { type RouteName, routesOf } from "../routes.ts";
import type { Versions } from "../views/versions.ts";

/** A change of the site, as far as dates of pages go. */
type Change = { date: string; page: string };

/**
 * ISO days on which the page at `path` was first published (the first change to it or to what it lies under) and last changed.
 * `fallback` stands for what nobody noted.
 */
export function pageDates(path: string, changes: readonly Change[], fallback: string) {
  const above = changes.filter((change) => path.startsWith(change.page)).map((change) => change.date);
  const published = above.sort()[0] ?? fallback;
  return { published, modified: latest(ownDays(path, changes)) ?? published };
}

/** The day on which the page at `path` last changed, by the list of changes and the versions of what it shows; undefined if neither tells. */
export function lastChanged(
  path: string,
  changes: readonly Change[],
  versions: Versions,
  ledger: Ledger,
): string | undefined {
  return latest([
    ...ownDays(path, changes),
    ...shownAt(path, [...versions.keys()], ledger).flatMap((key) => versions.get(key)?.date ?? []),
  ]);
}

function ownDays(path: string, changes: readonly Change[]): string[] {
  return changes.filter((change) => change.page === path).map((change) => change.date);
}

/** Lists, and whose versions make theirs. */
const LISTS: Partial<Record<RouteName, readonly string[]>> = {
  charts: ["chart"],
  comparisons: ["draft"],
  drafts: ["draft"],
  people: ["person", "organisation"],
  sources: ["letter"],
  themes: ["clause"],
  timeline: ["event"],
};

/** What the page is made for, by key of its version. */
function shownAt(path: string, keys: readonly string[], ledger: Ledger): string[] {
  const [name] = routesOf(path);
  const [last = "", before = ""] = path.split("/").filter(Boolean).reverse();
  if (name === "theme")
    return (find(ledger, "themes", last)?.questions ?? []).map((question) => `clause/${question.id}`);
  if (name === "compare") return [`draft/${before}`, `draft/${last}`];
  const list = name && LISTS[name];
  return list
    ? keys.filter((key) => list.some((kind) => key.startsWith(`${kind}/`)))
    : [`${name === "sourceLetter" ? "letter" : name}/${last}`];
}

function latest(days: readonly string[]): string | undefined {
  return [...days].sort().at(-1);
}
