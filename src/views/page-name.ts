import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { PAGE_NAMES, routesOf, type RouteName } from "../routes.ts";
import { topicName } from "../site.ts";

/**
 * What a page is called where a link to it stands alone; `charts` has the titles of charts by id, those taken out as well.
 * Throws for a path without a page.
 */
export function pageName(path: string, ledger: Ledger, charts: ReadonlyMap<string, string>): string {
  const id = path.split("/").at(-2) ?? "";
  const names: Partial<Record<RouteName, () => string | undefined>> = {
    front: () => "the whole site",
    explainer: () => topicName(id),
    chart: () => charts.get(id),
    draft: () => get(ledger, "drafts", id).name,
    theme: () => get(ledger, "themes", id).name,
    event: () => get(ledger, "events", id).title,
    person: () => get(ledger, "people", id).name,
    organisation: () => get(ledger, "organisations", id).name,
  };
  const [route] = routesOf(path);
  const name = route && (names[route]?.() ?? PAGE_NAMES[route as keyof typeof PAGE_NAMES]);
  if (!name) throw new Error(`no page has the path \`${path}\``);
  return name;
}
