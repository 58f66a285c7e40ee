import { lines } from "./kinds/lines.tsx";
import { z } from "zod";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { line } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { knownOf, receiptsOfChart, seriesColumn, seriesColumns, seriesTable } from "./lib/series.ts";
import { drawnAs, type View, withOptions } from "./view.ts";
import { words } from "../words/words.ts";

const COUNTRY = "Ukraine";

/** Which of the countries of the series are drawn beside it; the table has them all. */
const indexOptions = z.strictObject({ drawn: z.array(line).min(1) });

/** Ukraine's score in the Corruption Perceptions Index beside its neighbours'. */
export const corruptionIndex = withOptions(indexOptions, (ledger, { drawn }): View => {
  const series = get(ledger, "series", "cpi-peers");
  const columns = seriesColumns(series);
  const known = knownOf(seriesColumn(series, COUNTRY));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) throw new Error(`series \`${series.id}\` has no score of ${COUNTRY}`);
  const shown = [COUNTRY, ...drawn].map((name) => seriesColumn(series, name));
  const all = shown.flatMap(knownOf).map(({ value }) => value / 10);
  const peers = columns
    .filter((column) => column.name !== COUNTRY)
    .map((column) => ({
      name: column.name,
      score: knownOf(column).find(({ period }) => period === last.period)?.value ?? null,
    }));
  const below = peers.filter(({ score }) => score !== null && score < last.value);
  const higher = peers.filter(({ score }) => score !== null && score > last.value);
  const rise = last.value - first.value;
  return {
    ...drawnAs(lines, {
      from: first.period,
      to: last.period,
      domain: [Math.floor(Math.min(...all)) * 10, Math.ceil(Math.max(...all)) * 10],
      format: String,
      nameDate: (date) => date,
      longestGap: 400,
      gap: "score not found",
      derived: "worked out from a stated change",
      href: receiptsOfChart("corruption-index"),
      lines: shown.map(({ name, values }) => ({
        id: name,
        label: name,
        marked: name === COUNTRY,
        points: values.map(({ period, value, derived }) => ({ date: period, value, derived })),
      })),
      moments: [],
    }),
    table: seriesTable(series),
    description: words.descriptions.corruptionIndex({
      country: COUNTRY,
      last,
      firstYear: first.period,
      rise,
      peers: peers.length,
      below,
    }),
    values: {
      first: String(first.value),
      last: String(last.value),
      firstYear: first.period,
      lastYear: last.period,
      higher: countInWords(higher.length),
      peers: countInWords(peers.length),
      left: listOf(peers.filter(({ name }) => !drawn.includes(name)).map(({ name }) => name)),
    },
    numbers: { first: first.value, last: last.value, higher: higher.length },
    sources: series.sources,
  };
});
