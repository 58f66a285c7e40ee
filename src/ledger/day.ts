import { draftsInOrder, openIn } from "./drafts.ts";
import type { Draft, Event, Ledger, Meeting, Person, Provision, Question, Theme } from "./ledger.ts";
import { provisionKey } from "./ledger.ts";
import { find } from "./lookup.ts";
import type { Row } from "./schema.ts";
import { inDateOrder } from "./timeline.ts";

/** Everything on record for one day, ISO; each list in the order of the day. */
export interface Day {
  date: string;
  /** What happened or began on it. */
  events: Event[];
  meetings: Meeting[];
  /** Drafts that bear its date. */
  drafts: Draft[];
  steps: Row<"case-steps">[];
  /** What had begun earlier and lasted through it or ended on it. */
  lasting: { events: Event[]; meetings: Meeting[] };
}

/** Who leads a side on a day, by an office that the ledger dates. */
export interface Lead {
  person: Person;
  side: NonNullable<Person["side"]>;
  office: Person["roles"][number];
  /** Who had led the same side until then. */
  after: Person | undefined;
}

/** Where things stood at the end of a day, as the ledger has it now. */
export interface Standing {
  /** Every draft dated by then, in date order. */
  known: Draft[];
  /** The latest text of the plan; papers on other matters are left aside. */
  text: Draft | undefined;
  /** What that text leaves open, in reading order. */
  open: { theme: Theme; question: Question; provision: Provision }[];
  /** The latest answer to the question asked for that names a number, and its draft. */
  figure: { draft: Draft; provision: Provision } | undefined;
  leads: Lead[];
  /** The papers between France and Ukraine of the latest day that has any. */
  agreements: Row<"agreements">[];
}

/** Every day, ISO and in order, on which something happened or began, people met, a draft is dated or a case took a step. */
export function daysOf(ledger: Ledger): string[] {
  const rows = [...ledger.events, ...ledger.meetings, ...ledger.drafts, ...ledger["case-steps"]];
  return [...new Set(rows.map((row) => row.date).filter((date) => date.length === 10))].sort();
}

/** What is on record for a day. */
export function dayOf(ledger: Ledger, date: string): Day {
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
export function daysAround(
  days: readonly string[],
  date: string,
): { previous: string | undefined; next: string | undefined } {
  return { previous: days.findLast((day) => day < date), next: days.find((day) => day > date) };
}

/** Where things stood on the evening of a day; `question` is the one whose latest number is wanted, as `army-cap`. */
export function standingOn(ledger: Ledger, date: string, question: string): Standing {
  const known = draftsInOrder(ledger).filter((draft) => draft.date <= date);
  const text = known.findLast((draft) => draft.absence !== "out-of-scope");
  const figures = known.flatMap((draft) => {
    const provision = find(ledger, "provisions", provisionKey({ draft: draft.id, question }));
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
function leadsOn(ledger: Ledger, date: string): Lead[] {
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

// Of dates that are not equally exact, as much is compared as both say.
function isHeld({ from, to }: Role, date: string): boolean {
  return from !== undefined && from <= date.slice(0, from.length) && (!to || to >= date.slice(0, to.length));
}

function endedBy({ to }: Role, from: string | undefined): boolean {
  return to !== undefined && from !== undefined && to.slice(0, from.length) <= from.slice(0, to.length);
}
