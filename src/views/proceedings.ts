import { formatDate } from "../i18n/dates.ts";
import { sourcesOfProceeding } from "../ledger/actors.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { actorName, find } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";

export type Case = ReturnType<typeof byCase>[number];

/** The proceedings with these ids, and all others; both case by case in the order of the ledger. */
export function splitProceedings(ledger: Ledger, ids: readonly string[]): { named: Case[]; others: Case[] } {
  const { named = [], others = [] } = Object.groupBy(ledger.proceedings, ({ id }) =>
    ids.includes(id) ? "named" : "others",
  );
  return { named: byCase(ledger, named), others: byCase(ledger, others) };
}

function byCase(ledger: Ledger, proceedings: readonly Row<"proceedings">[]) {
  return [...Map.groupBy(proceedings, ({ name }) => name)].map(([name, inCase]) => ({
    name,
    rows: inCase.map((proceeding) => {
      const { id, person, by, allegation, stage, as_of, answer } = proceeding;
      return {
        ...{ id, person, by, allegation },
        personName: actorName(ledger, person),
        role: find(ledger, "people", person)?.role,
        href: `${routes.person(person)}#${id}`,
        stage: `${stage}.`,
        asOf: asOf(as_of),
        answered: answer.date && formatDate(answer.date),
        answer: answer.text,
        sources: sourcesOfProceeding(proceeding),
      };
    }),
  }));
}

/** "as of 2 March 2026": anything later is not known. */
function asOf(date: string): string {
  return `as of ${formatDate(date)}`;
}
