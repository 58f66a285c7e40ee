import { familyNameFirst } from "../ledger/actors.ts";
import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { routes } from "../site.ts";
import type { Chart } from "../charts/read-charts.ts";

/** An entry of the alphabetical index. */
export interface IndexEntry {
  title: string;
  href: string;
  kind: string;
}

/** Everything that has a page or an anchor, by its first letter: the way in without script. */
export function aToZ(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
  headings: readonly IndexEntry[],
): [letter: string, entries: IndexEntry[]][] {
  const entries: IndexEntry[] = [
    ...headings,
    ...ledger.drafts.map((draft) => ({ title: draft.name, href: routes.draft(draft.id), kind: "draft" })),
    ...ledger.themes.map((theme) => ({ title: theme.name, href: routes.theme(theme.id), kind: "theme" })),
    ...ledger.people.map((person) => ({
      title: familyNameFirst(person.name),
      href: routes.person(person.id),
      kind: "person",
    })),
    ...ledger.organisations.map((organisation) => ({
      title: organisation.name,
      href: routes.organisation(organisation.id),
      kind: "organisation",
    })),
    ...glossary.map((term) => ({ title: term.term, href: routes.term(term.id), kind: "term" })),
    ...charts.map((chart) => ({ title: chart.title, href: routes.chart(chart.id), kind: "chart" })),
  ];
  const letter = (title: string) =>
    /^\d/.test(title) ? "0–9" : title.normalize("NFD").charAt(0).toUpperCase();
  return [
    ...Map.groupBy(
      entries.sort((a, b) => a.title.localeCompare(b.title, "en")),
      (entry) => letter(entry.title),
    ),
  ];
}
