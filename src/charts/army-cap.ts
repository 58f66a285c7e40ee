import { lollipop } from "./kinds/lollipop.tsx";
import { z } from "zod";
import { formatShortDate } from "../i18n/dates.ts";
import { formatNumber } from "../i18n/numbers.ts";
import { answerOf, draftsInOrder } from "../ledger/drafts.ts";
import { id, line } from "../ledger/fields.ts";
import type { Provision } from "../ledger/ledger.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { sourcesOf, tableOf, drawnAs, type View, withOptions } from "./view.ts";
import { words } from "../words/words.ts";

const QUESTION = "army-cap";

/** Figures of events to measure the answers by, each with its words; `{value}` is the figure. */
const armyOptions = z.strictObject({
  yardsticks: z.array(z.strictObject({ event: id, figure: id, label: line.max(90) })).default([]),
});

/** How large each draft would let Ukraine's forces be. */
export const armyCap = withOptions(armyOptions, (ledger, options): View => {
  const rows = draftsInOrder(ledger).flatMap((draft) => {
    const provision = answerOf(ledger, draft.id, QUESTION);
    return provision ? [{ draft, provision, href: `${routes.draft(draft.id)}#${QUESTION}` }] : [];
  });
  const numbers = rows.flatMap(({ draft, provision: { value } }) =>
    value === undefined ? [] : [{ draft, value }],
  );
  const first = numbers[0];
  const last = numbers.at(-1);
  if (!first || !last) throw new Error(`no answer to \`${QUESTION}\` has a value`);
  const yardsticks = options.yardsticks.map(({ event: id, figure, label }) => {
    const event = get(ledger, "events", id);
    const { value } = getFigure(event, figure);
    return { id: figure, value, label: label.replace("{value}", formatNumber(value)), event };
  });
  return {
    ...drawnAs(lollipop, {
      yardsticks: yardsticks.map(({ id, value, label }) => ({ id, value, label })),
      words: { confirmed: "in a published text", reported: "reported or claimed" },
      rows: rows.map(({ draft, provision, href }) => ({
        id: draft.id,
        label: draft.short,
        detail: formatShortDate(draft.date),
        value: provision.value ?? null,
        text: shortened(provision),
        certainty: provision.certainty === "published" ? ("confirmed" as const) : ("reported" as const),
        href,
      })),
    }),
    table: tableOf(words.tables.columns.armyCap, rows, ({ draft, provision, href }) => [
      { text: draft.name, href },
      draft.date,
      provision.value,
      provision.answer,
      provision.certainty,
    ]),
    description: words.descriptions.armyCap({
      first: { date: first.draft.date, value: first.value },
      last: { date: last.draft.date, value: last.value },
      without: rows.length - numbers.length,
      answers: rows.length,
      yardsticks: yardsticks.map(({ label }) => label),
    }),
    values: { first: formatNumber(first.value), last: formatNumber(last.value) },
    numbers: { first: first.value, last: last.value },
    sources: sourcesOf(...rows.map(({ provision }) => provision), ...yardsticks.map(({ event }) => event)),
  };
});

/** An answer from its number on, "800,000, in peacetime"; the whole of it where it has none. */
function shortened({ answer, value }: Provision): string {
  if (value === undefined) return answer;
  const number = formatNumber(value);
  const at = answer.indexOf(number);
  return at < 0 ? number : answer.slice(at);
}
