import { formatDate } from "../i18n/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { receiptsOfChart, seriesColumns, seriesTable } from "./series-cells.ts";
import { unique, type View } from "./view.ts";

/** Events that the polls are read against: what the corruption story turns on. */
const MOMENTS = { "law-12414-passed": "July law on NABU and SAPO", "midas-announced": "Midas disclosed" } as const;

/** KIIS's own account of the wave after the disclosure, split in two. */
const SPLIT = "kiis-trust-before-after";

/** Trust and distrust in Zelensky in the polls of one series, with the turns of the corruption story. */
export function trustInZelensky(ledger: Ledger): View<"lines"> {
  const series = get(ledger, "series", "trust-zelensky");
  const columns = seriesColumns(series);
  const trust = columns[0]!.values.filter((cell): cell is { period: string; value: number } => cell.value !== null);
  const events = Object.keys(MOMENTS).map((id) => get(ledger, "events", id));
  const peak = trust.reduce((a, b) => (b.value > a.value ? b : a));
  const last = trust.at(-1)!;
  const law = events[0]!.date.slice(0, 7);
  const beforeLaw = trust.findLast(({ period }) => period < law);
  const afterLaw = trust.find(({ period }) => period > law);
  const midas = events[1]!.date.slice(0, 7);
  const beforeMidas = trust.findLast(({ period }) => period < midas);
  const afterMidas = trust.find(({ period }) => period > midas);
  if (!beforeLaw || !afterLaw || !beforeMidas || !afterMidas) throw new Error("the polls do not lie on both sides of the events");
  const split = get(ledger, "events", SPLIT);
  const dip = Math.min(...split.figures.filter(({ name }) => name.startsWith("trust")).map(({ value }) => value));
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
      moments: events.map((event) => ({
        id: event.id,
        date: event.date,
        label: MOMENTS[event.id as keyof typeof MOMENTS],
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
    sources: unique([...series.sources, ...[...events, split].flatMap((event) => event.sources)]),
  };
}
