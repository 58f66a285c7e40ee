import { draftsInOrder, findRow, getRow, getClause } from "../ledger/lookup.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { letterOf } from "../ledger/sources.ts";
import { nth } from "../expect-defined.ts";
import { pageName } from "../site.ts";
import { type RouteName, matchRoutes, hrefs } from "../routes.ts";

/** The page section of a clause. Throws an Error if no theme has the clause. */
export function clauseHref(ledger: Ledger, clause: string): string {
  return `${hrefs.theme(getClause(ledger, clause).theme.id)}#${clause}`;
}

/** The row of an answer in its clause. Throws an Error if no theme has the clause. */
export function answerHref(ledger: Ledger, { draft, clause }: { draft: string; clause: string }): string {
  return `${clauseHref(ledger, clause)}--${draft}`;
}

/** The page of a person or an organisation. */
export function actorHref(ledger: Ledger, id: string): string {
  return findRow(ledger, "people", id) ? hrefs.person(id) : hrefs.organisation(id);
}

/** The comparison of two drafts, earlier one first. */
export function compareHref(ledger: Ledger, a: Draft, b: Draft): string {
  const drafts = draftsInOrder(ledger);
  return drafts.indexOf(a) < drafts.indexOf(b) ? hrefs.compare(a.id, b.id) : hrefs.compare(b.id, a.id);
}

/** Link to a theme or a clause. Throws an Error if the id is neither. */
export function clauseLink(ledger: Ledger, id: string): { href: string; label: string } {
  const theme = findRow(ledger, "themes", id);
  return theme
    ? { href: hrefs.theme(id), label: theme.name }
    : { href: clauseHref(ledger, id), label: getClause(ledger, id).clause.text };
}

/**
 * The entry of a source on the page of its publisher’s letter. Throws an Error if there is no such source.
 */
export function sourceLink(ledger: Ledger, id: string): string {
  const { publisher } = getRow(ledger, "sources", id);
  return hrefs.source(letterOf(getRow(ledger, "publishers", publisher)), id);
}

/** The page of the row’s event, or else of its first source. */
export function eventOrSource(
  ledger: Ledger,
  { event, sources }: { event?: string | undefined; sources: readonly string[] },
): string {
  return event ? hrefs.event(event) : sourceLink(ledger, nth(sources, 0));
}

/** The text of a link to a page, if there is one; `titles` has those of explainers and charts by id. */
export function findPageName(
  path: string,
  ledger: Ledger,
  titles: ReadonlyMap<string, string>,
): string | undefined {
  const id = path.split("/").at(-2) ?? "";
  const names: Partial<Record<RouteName, () => string | undefined>> = {
    front: () => "the whole site",
    explainer: () => titles.get(id),
    chart: () => titles.get(id),
    draft: () => findRow(ledger, "drafts", id)?.short,
    theme: () => findRow(ledger, "themes", id)?.name,
    event: () => findRow(ledger, "events", id)?.title,
    person: () => findRow(ledger, "people", id)?.name,
    organisation: () => findRow(ledger, "organisations", id)?.name,
  };
  const [route] = matchRoutes(path);
  return route && (names[route] ? names[route]() : pageName(route) || undefined);
}
