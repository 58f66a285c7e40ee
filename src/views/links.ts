import { draftsInOrder } from "../ledger/drafts.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { find, get, getClause } from "../ledger/lookup.ts";
import { letterOf } from "../ledger/sources.ts";
import { itemAt } from "../required.ts";
import { pathOf, type RouteName, routeOf, routesOf, routes, to } from "../routes.ts";

/** Where a clause is followed through all drafts. Throws if no theme asks it. */
export function clauseHref(ledger: Ledger, clause: string): string {
  return `${routes.theme(getClause(ledger, clause).theme.id)}#${clause}`;
}

/** Where the answer of a draft is shown: its row in the clause. Throws if no theme asks the clause. */
export function answerHref(ledger: Ledger, { draft, clause }: { draft: string; clause: string }): string {
  return `${clauseHref(ledger, clause)}--${draft}`;
}

/** Address of the comparison of two drafts, in the order of their dates. */
export function compareHref(ledger: Ledger, a: Draft, b: Draft): string {
  const drafts = draftsInOrder(ledger);
  return drafts.indexOf(a) < drafts.indexOf(b) ? routes.compare(a.id, b.id) : routes.compare(b.id, a.id);
}

/** The page of a theme, or the place of a clause on it. Throws if the id is neither. */
export function clauseLink(ledger: Ledger, id: string): { href: string; label: string } {
  const theme = find(ledger, "themes", id);
  return theme
    ? { href: routes.theme(id), label: theme.name }
    : { href: clauseHref(ledger, id), label: getClause(ledger, id).clause.text };
}

/** Address of a source: its entry on the page of its publisher’s letter. Throws if the ledger has no such source. */
export function sourceLink(ledger: Ledger, id: string): string {
  const { publisher } = get(ledger, "sources", id);
  return routes.source(letterOf(get(ledger, "publishers", publisher)), id);
}

/** Address of the page of a letter, or of a publisher on it. */
export function letterPath(letter: string, publisher?: string): string {
  return to(`${pathOf("sourceLetter", letter)}${publisher ? `#by-${publisher}` : ""}`);
}

/** The page of a row: its event or else its first source. */
export function eventOrSource(
  ledger: Ledger,
  { event, sources }: { event?: string | undefined; sources: readonly string[] },
): string {
  return event ? routes.event(event) : sourceLink(ledger, itemAt(sources, 0));
}

/** The text of a link to a page; `titles` has those of explainers and charts by id. Throws for a path without a page. */
export function pageName(path: string, ledger: Ledger, titles: ReadonlyMap<string, string>): string {
  const id = path.split("/").at(-2) ?? "";
  const names: Partial<Record<RouteName, () => string | undefined>> = {
    front: () => "the whole site",
    explainer: () => titles.get(id),
    chart: () => titles.get(id),
    draft: () => get(ledger, "drafts", id).name,
    theme: () => get(ledger, "themes", id).name,
    event: () => get(ledger, "events", id).title,
    person: () => get(ledger, "people", id).name,
    organisation: () => get(ledger, "organisations", id).name,
  };
  const [route] = routesOf(path);
  const name = route && (names[route]?.() ?? routeOf(path)?.name);
  if (!name) throw new Error(`no page has the path \`${path}\``);
  return name;
}
