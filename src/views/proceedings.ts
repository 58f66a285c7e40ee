import { formatDate } from "../i18n/dates.ts";
import { sourcesOfProceeding } from "../ledger/actors.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { actorName } from "../ledger/lookup.ts";
import { routes } from "../site.ts";

/** A proceeding as readers see it in a list: who, accused by whom of what, how far, the answer. */
export interface ProceedingRow {
  id: string;
  person: string;
  personName: string;
  /** Place where the proceeding is told in full. */
  href: string;
  by: string;
  allegation: string;
  stage: string;
  asOf: string;
  answer: string;
  sources: string[];
}

/** Every criminal proceeding, case by case in the order of the ledger. */
export function proceedingsByCase(ledger: Ledger): { name: string; rows: ProceedingRow[] }[] {
  return [...Map.groupBy(ledger.proceedings, ({ name }) => name)].map(([name, proceedings]) => ({
    name,
    rows: proceedings.map((proceeding) => ({
      id: proceeding.id,
      person: proceeding.person,
      personName: actorName(ledger, proceeding.person),
      href: `${routes.person(proceeding.person)}#${proceeding.id}`,
      by: proceeding.by,
      allegation: proceeding.allegation,
      stage: `${proceeding.stage}.`,
      asOf: asOf(proceeding.as_of),
      answer: proceeding.answer.text,
      sources: sourcesOfProceeding(proceeding),
    })),
  }));
}

/** "as of 2 March 2026": what came later is not known. */
export function asOf(date: string): string {
  return `as of ${formatDate(date)}`;
}
