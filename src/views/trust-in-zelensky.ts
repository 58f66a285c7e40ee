import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { id, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { receiptsOfChart, seriesColumns, seriesTable } from "./series-cells.ts";
import { unique, type View } from "./view.ts";

/** An event that the polls are read against, with its label in the drawing. */
const moment = z.strictObject({ event: id, label: line });

/** What the corruption story turns on, and the event with the pollster's own account of the wave after the disclosure. */
export const trustOptions = z.strictObject({
  law: moment,
  disclosure: moment,
  /** `dip`: id of its figure with the trust on the first days. */
  split: z.strictObject({ event: id, dip: id }),
});

/** Trust and distrust in Zelensky in the polls of one series, with the turns of the corruption story. */
export function trustInZelensky(ledger: Ledger, { law, disclosure, split }: z.infer<typeof trustOptions>): View<"lines"> {
  const series = get(ledger, "series", "trust-zelensky");
  const columns = seriesColumns(series);
  const trust = columns[0]!.values.filter((cell): cell is typeof cell & { value: number } => cell.value !== null);
  const moments = [law, disclosure].map(({ event, label }) => ({ event: get(ledger, "events", event), label }));
  const peak = trust.reduce((a, b) => (b.value > a.value ? b : a));
  const last = trust.at(-1)!;
  const passed = moments[0]!.event.date.slice(0, 7);
  const beforeLaw = trust.findLast(({ period }) => period < passed);
  const afterLaw = trust.find(({ period }) => period > passed);
  const midas = moments[1]!.event.date.slice(0, 7);
  const beforeMidas = trust.findLast(({ period }) => period < midas);
  const afterMidas = trust.find(({ period }) => period > midas);
  if (!beforeLaw || !afterLaw || !beforeMidas || !afterMidas) throw new Error("the polls do not lie on both sides of the events");
  const parts = get(ledger, "events", split.event);
  const dip = getFigure(parts, split.dip).value;
  return {
    kind: "lines",
    data: {
      from: trust[0]!.period.slice(0, 4),
      to: last.period.slice(0, 4) + "-06",
      domain: [0, 100],
      format: (value) => `${value}%`,
      nameDate: formatDate,
      longestGap: 370,
      gap: "no wave found for more than a year",
      href: receiptsOfChart("trust-in-zelensky"),
      lines: columns.map(({ name, values }, i) => ({
        id: name.toLowerCase(),
        label: name,
        marked: i === 0,
        points: values.map(({ period, value }) => ({ date: period, value })),
      })),
      moments: moments.map(({ event, label }) => ({
        id: event.id,
        date: event.date,
        label,
        says: event.title,
        href: routes.event(event.id),
      })),
    },
    table: seriesTable(series),
    description: `Trust was highest at ${peak.value} per cent in ${formatDate(peak.period)} and stood at ${last.value} per cent in ${formatDate(last.period)}. Around the July law it went from ${beforeLaw.value} (${formatDate(beforeLaw.period)}) to ${afterLaw.value} (${formatDate(afterLaw.period)}), around the disclosure of Midas from ${beforeMidas.value} (${formatDate(beforeMidas.period)}) to ${afterMidas.value} (${formatDate(afterMidas.period)}), with ${dip} in the first days of that wave.`,
    values: {
      beforeMidas: String(beforeMidas.value),
      afterMidas: String(afterMidas.value),
      dip: String(dip),
    },
    numbers: { beforeMidas: beforeMidas.value, afterMidas: afterMidas.value, dip },
    sources: unique([...series.sources, ...[...moments.map(({ event }) => event), parts].flatMap((event) => event.sources)]),
  };
}
