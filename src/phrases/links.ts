import { draftsInOrder, findRow, getRow, getClause } from "../ledger/lookup.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { letterOf } from "../ledger/sources.ts";
import { nth } from "../expect-defined.ts";
import { pageName } from "../site.ts";
import { type RouteName, matchRoutes, hrefs } from "../routes.ts";

export function clauseHref(ledger: Ledger, clause: string): string {
  return `${hrefs.theme(getClause(ledger, clause).theme.id)}#${clause}`;
}

export function answerHref(ledger: Ledger, { draft, clause }: { draft: string; clause: string }): string {
  return `${clauseHref(ledger, clause)}--${draft}`;
}

export function actorHref(ledger: Ledger, id: string): string {
  return findRow(ledger, "people", id) ? hrefs.person(id) : hrefs.organisation(id);
}

export function compareHref(ledger: Ledger, a: Draft, b: Draft): string {
  const drafts = draftsInOrder(ledger);
  return drafts.indexOf(a) < drafts.indexOf(b) ? hrefs.compare(a.id, b.id) : hrefs.compare(b.id, a.id);
}

export function originsOf(ledger: Ledger, { based_on }: Draft) {
  return based_on.map(({ draft, known }) => ({
    href: hrefs.draft(draft),
    label: getRow(ledger, "drafts", draft).short + (known === "inferred" ? " (our reading)" : ""),
  }));
}

/** Of a theme or a clause. */
export function clauseLink(ledger: Ledger, id: string) {
  const theme = findRow(ledger, "themes", id);
  return theme
    ? { href: hrefs.theme(id), label: theme.name }
    : { href: clauseHref(ledger, id), label: getClause(ledger, id).clause.text };
}

/** On the page of its publisher’s letter. */
export function sourceLink(ledger: Ledger, id: string): string {
  const { publisher } = getRow(ledger, "sources", id);
  return hrefs.source(letterOf(getRow(ledger, "publishers", publisher)), id);
}

export function eventOrSource(
  ledger: Ledger,
  { event, sources }: { event?: string; sources: readonly string[] },
): string {
  return event ? hrefs.event(event) : sourceLink(ledger, nth(sources, 0));
}

/** `titles` has those of explainers and charts by id. */
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
