import { lineage as lineageKind } from "./kinds/lineage.tsx";
import { formatDate, formatDays } from "../i18n/dates.ts";
import { listOf } from "../i18n/numbers.ts";
import { draftsInOrder, latestText } from "../ledger/drafts.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { routes, site } from "../site.ts";
import { words } from "../words/words.ts";
import { sourcesOf, tableOf, drawnAs, type View } from "./view.ts";

const SIGNS = { full: "stated", partial: "softened", none: "block-open" } as const;

/** Who wrote each text, and which was made from which. */
export function lineage(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const line = lineOf(ledger, latestText(ledger));
  const last = line.at(-1) ?? latestText(ledger);
  const first = line[0] ?? last;
  const names = (sides: readonly string[]) =>
    listOf(site.sides.filter(({ id }) => sides.includes(id)).map(({ seat }) => seat));
  return {
    ...drawnAs(lineageKind, {
      lanes: site.sides.map(({ id, seat, short_seat }) => ({ id, label: seat, short: short_seat })),
      signs: (["full", "partial", "none"] as const).map((known) => ({
        glyph: SIGNS[known],
        label: words.lineage.publicity[known],
      })),
      words: words.lineage.key,
      rows: drafts.map((draft) => ({
        id: draft.id,
        label: draft.short,
        date: formatDays(draft.date, undefined),
        glyph: SIGNS[draft.text_public],
        by: draft.by,
        input: draft.input,
        from: draft.based_on.map(({ draft, known }) => ({ id: draft, said: known === "said" })),
        says: [
          `${draft.name}, ${formatDate(draft.date)}: ${names(draft.by)}`,
          ...draft.based_on.map(({ how }) => how),
        ].join("; "),
        href: routes.draft(draft.id),
      })),
    }),
    table: tableOf(words.lineage.columns, drafts, (draft) => [
      { text: draft.name, href: routes.draft(draft.id) },
      draft.date,
      names(draft.by),
      words.lineage.publicity[draft.text_public],
      draft.based_on.map((origin) => get(ledger, "drafts", origin.draft).name).join("; ") || null,
      draft.based_on.map(({ how }) => how).join("; ") || null,
    ]),
    description: words.lineage.descent({
      last: last.name,
      first: first.name,
      steps: line.length - 1,
      through: listOf(line.slice(1, -1).map(({ short }) => short)),
      alone: drafts.filter(({ based_on }) => based_on.length === 0).length,
      texts: drafts.length,
    }),
    values: {
      first: String(first.points ?? ""),
      last: String(last.points ?? ""),
      from: formatDate(first.date),
      to: formatDate(drafts.at(-1)?.date ?? last.date),
    },
    numbers: { steps: line.length - 1, first: first.points ?? 0, last: last.points ?? 0 },
    sources: sourcesOf(...drafts.flatMap((draft) => [draft, ...draft.based_on])),
  };
}

/** The texts that a draft goes back to, the earliest first, itself last: at each step the first that is named. */
function lineOf(ledger: Ledger, draft: Draft): Draft[] {
  const origin = draft.based_on[0];
  return origin ? [...lineOf(ledger, get(ledger, "drafts", origin.draft)), draft] : [draft];
}
