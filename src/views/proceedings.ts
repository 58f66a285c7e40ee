import { formatDate } from "../i18n/dates.ts";
import { sourcesOfProceeding } from "../ledger/actors.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { actorName } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
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
  /** Day of the answer, if there is one. */
  answered: string | undefined;
  answer: string;
  sources: string[];
}

/** The proceedings in one case. */
export interface Case {
  name: string;
  rows: ProceedingRow[];
}

/** The proceedings with these ids, and all others; both case by case in the order of the ledger. */
export function splitProceedings(ledger: Ledger, ids: readonly string[]): { named: Case[]; others: Case[] } {
  const { named = [], others = [] } = Object.groupBy(ledger.proceedings, ({ id }) =>
    ids.includes(id) ? "named" : "others",
  );
  return { named: byCase(ledger, named), others: byCase(ledger, others) };
}

function byCase(ledger: Ledger, proceedings: readonly Row<"proceedings">[]): Case[] {
  return [...Map.groupBy(proceedings, ({ name }) => name)].map(([name, inCase]) => ({
    name,
    rows: inCase.map((proceeding) => ({
      id: proceeding.id,
      person: proceeding.person,
      personName: actorName(ledger, proceeding.person),
      href: `${routes.person(proceeding.person)}#${proceeding.id}`,
      by: proceeding.by,
      allegation: proceeding.allegation,
      stage: `${proceeding.stage}.`,
      asOf: asOf(proceeding.as_of),
      answered: proceeding.answer.date && formatDate(proceeding.answer.date),
      answer: proceeding.answer.text,
      sources: sourcesOfProceeding(proceeding),
    })),
  }));
}

/** "as of 2 March 2026": what came later is not known. */
export function asOf(date: string): string {
  return `as of ${formatDate(date)}`;
}
