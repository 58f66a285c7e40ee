import { answerOf, draftsInOrder, openIn } from "./drafts.ts";
import { isBefore } from "./fields.ts";
import type { Ledger, Person } from "./ledger.ts";
import { inDateOrder } from "./timeline.ts";

/** Everything on record for one day, ISO; each list in the order of the day. */
export type Day = ReturnType<typeof dayOf>;

/** Who leads a side on a day, by an office that the ledger dates, and who had led it until then. */
export type Lead = ReturnType<typeof leadsOn>[number];

/** Every day, ISO and in order, on which something happened or began, people met, a draft is dated or a case took a step. */
export function daysOf(ledger: Ledger): string[] {
  const rows = [...ledger.events, ...ledger.meetings, ...ledger.drafts, ...ledger["case-steps"]];
  return [...new Set(rows.map((row) => row.date).filter((date) => date.length === 10))].sort();
}

/** What is on record for a day; `lasting` had begun earlier and lasted through it or ended on it. */
export function dayOf(ledger: Ledger, date: string) {
  const on = <T extends { date: string; order?: number | undefined }>(rows: readonly T[]) =>
    inDateOrder(rows.filter((row) => row.date === date));
  const through = <T extends { date: string; end?: string | undefined }>(rows: readonly T[]) =>
    inDateOrder(
      rows.filter(
        (row) => row.date.length === 10 && row.end?.length === 10 && row.date < date && row.end >= date,
      ),
    );
  return {
    date,
    events: on(ledger.events),
    meetings: on(ledger.meetings),
    drafts: on(ledger.drafts),
    steps: on(ledger["case-steps"]),
    lasting: { events: through(ledger.events), meetings: through(ledger.meetings) },
  };
}

/** The days before and after that have something; undefined at the ends. */
export function daysAround(days: readonly string[], date: string) {
  return { previous: days.findLast((day) => day < date), next: days.find((day) => day > date) };
}

/**
 * Where things stood on the evening of a day, as the ledger has it now: the drafts known, the latest text of the plan (papers
 * on other matters are left aside) and what it leaves open, the latest answer to `question` that names a number, who led
 * for whom, and the papers between France and Ukraine of the latest day that has any.
 */
export function standingOn(ledger: Ledger, date: string, question: string) {
  const known = draftsInOrder(ledger).filter((draft) => draft.date <= date);
  const text = known.findLast((draft) => draft.absence !== "out-of-scope");
  const figures = known.flatMap((draft) => {
    const provision = answerOf(ledger, draft.id, question);
    return provision?.value === undefined ? [] : [{ draft, provision }];
  });
  const agreements = inDateOrder(
    ledger.agreements.filter((agreement) => agreement.date.length === 10 && agreement.date <= date),
  );
  return {
    known,
    text,
    open: text ? openIn(ledger, text.id) : [],
    figure: figures.at(-1),
    leads: leadsOn(ledger, date),
    agreements: agreements.filter((agreement) => agreement.date === agreements.at(-1)?.date),
  };
}

type Role = Person["roles"][number];

/** Who led for whom: only offices marked as leading, with a first day that is known. */
function leadsOn(ledger: Ledger, date: string) {
  const leading = ledger.people.flatMap((person) => {
    const { side } = person;
    return side
      ? person.roles.filter((office) => office.leads).map((office) => ({ person, side, office }))
      : [];
  });
  return leading
    .filter(({ office }) => isHeld(office, date))
    .map((lead) => {
      const { from } = lead.office;
      const earlier = leading.filter(
        ({ side, office, person }) => side === lead.side && person !== lead.person && endedBy(office, from),
      );
      return {
        ...lead,
        after: earlier.sort((a, b) => (a.office.to ?? "").localeCompare(b.office.to ?? "")).at(-1)?.person,
      };
    });
}

function isHeld({ from, to }: Role, date: string): boolean {
  return from !== undefined && !isBefore(date, from) && (!to || !isBefore(to, date));
}

function endedBy({ to }: Role, from: string | undefined): boolean {
  return to !== undefined && from !== undefined && !isBefore(from, to);
}
