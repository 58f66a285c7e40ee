import { versionDate } from "../export/citation.ts";

/** ISO days on which the page at `path` was first published and last changed, by the site's list of changes. */
export function pageDates(path: string, changes: readonly { date: string; page: string }[], fallback: string) {
  const days = changes.filter((change) => path.startsWith(change.page)).map((change) => change.date);
  return { published: days.sort()[0] ?? fallback, modified: versionDate(path, changes, fallback) };
}
