import { drawValueRows, type ValueRow } from "./lib/value-rows.tsx";
import { z } from "zod";
import { formatDate, formatShortDate } from "../format/dates.ts";
import { formatNumber } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { answerOf, certaintyOf, draftsInOrder, findRow, getRow } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { legendOf, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";

const count = z.strictObject({
  row: id.describe("An event or a reason."),
  figure: id.describe("One of its figures."),
  label: line.max(40).describe("Who counts."),
  aside: z.boolean().default(false).describe("Whether it is not part of the band."),
});

const band = z.strictObject({ label: line.max(40), counts: z.array(count).min(1) });

const valueOptions = z.strictObject({
  clause: id,
  unit: line,
  bands: z
    .array(band)
    .default([])
    .describe("What the values are measured by: bands of counts; the first is the present."),
});

/** The number each draft gives for a clause, as steps over bands of reference values. */
export const clauseValues = withOptions(valueOptions, (ledger, { clause, unit, bands: given }): View => {
  const bands = given.map((band) => makeBand(ledger, band));
  const present = bands[0];
  const answers = draftsInOrder(ledger).flatMap((draft) => {
    const answer = answerOf(ledger, draft.id, clause);
    return answer ? [{ draft, answer, href: `${hrefs.draft(draft.id)}#clause_${clause}` }] : [];
  });
  const valued = answers.flatMap(({ draft, answer: { value } }) =>
    value === undefined ? [] : [{ draft, value }],
  );
  if (valued.length === 0) throw new Error(`no answer to \`${clause}\` has a value`);
  const [first, last] = [nth(valued, 0), nth(valued, -1)];
  const below = (value: number) => {
    if (!present || value >= present.low) return "";
    const shares = [present.low, present.high].map((count) => Math.round((1 - value / count) * 100));
    return `${shares.join("–")}% below the counts`;
  };
  const rows = answers.map(({ draft, answer, answer: { value, says }, href }): ValueRow => ({
    name: draft.short,
    detail: `, ${formatShortDate(draft.date)}`,
    words: says,
    remark: value !== undefined && [first.draft, last.draft].includes(draft) ? below(value) : "",
    range: value === undefined ? undefined : [value, value],
    symbol: certaintyOf(ledger, answer) === "published" ? "confirmed" : "reported",
    joined: "step",
    isUnlimited: value === undefined && answer.open !== true && answer.absent !== true,
    label: `${draft.short}, ${formatDate(draft.date)}: ${says}`,
    href,
  }));
  return {
    legend: legendOf({
      confirmed: "in a published text",
      reported: rows.some(({ range, symbol }) => range && symbol === "reported") && "reported or claimed",
      count: bands.length > 0 && "what others count",
    }),
    draw: (layout) => drawValueRows([...rows, ...bands.flatMap(({ rows }) => rows)], bands, layout),
    table: tableOf(
      { text: "Text", date: "Date", value: "Number", answer: "In words", known: "How it is known" },
      [
        ...answers.map(({ draft, answer, href }) => ({
          text: { text: draft.name, href },
          date: draft.date,
          value: answer.value,
          answer: answer.says,
          known: certaintyOf(ledger, answer),
        })),
        ...bands.flatMap(({ label, counts }) =>
          counts.map(({ who: text, value, href }) => ({
            text: { text, href },
            date: null,
            value,
            answer: label,
            known: "counted",
          })),
        ),
      ],
      unit,
    ),
    values: {
      first: first.value,
      last: last.value,
      firstText: first.draft.short,
      lastText: last.draft.short,
      from: formatDate(first.draft.date),
      to: formatDate(last.draft.date),
      answers: answers.length,
      silent: answers.length - valued.length,
      ...(present && {
        low: present.low,
        high: present.high,
        firstBelow: below(first.value),
        lastBelow: below(last.value),
      }),
      bands: bands
        .map(({ label, low, high }) => `${label}: ${formatNumber(low)} to ${formatNumber(high)}`)
        .join(". "),
    },
    sources: sourcesOf(
      ...answers.map(({ answer }) => answer),
      ...bands.flatMap(({ counts }) => counts.map(({ from }) => from)),
    ),
  };
});

function makeBand(ledger: Ledger, { label, counts: given }: z.infer<typeof band>) {
  const counts = given
    .map(({ row, figure: id, label: who, aside }) => {
      const event = findRow(ledger, "events", row);
      const from = event ?? getRow(ledger, "reasons", row);
      const figure = from.figures.find((figure) => figure.id === id);
      const { value } = expectDefined(figure, `figure \`${id}\` in \`${row}\``);
      return { from, who, value, aside, href: event ? hrefs.event(row) : hrefs.reason(row) };
    })
    .sort((a, b) => b.value - a.value);
  const inside = counts.flatMap(({ aside, value }) => (aside ? [] : [value]));
  const rows = counts.map(({ from, who, value, href }, i): ValueRow => ({
    head: i === 0 ? label : undefined,
    name: "",
    detail: `${formatNumber(value)} ${who}`,
    words: "",
    range: [value, value],
    symbol: "count",
    label: `${who}: ${formatNumber(value)}. ${from.statement}`,
    href,
  }));
  return { label, counts, rows, low: Math.min(...inside), high: Math.max(...inside) };
}
