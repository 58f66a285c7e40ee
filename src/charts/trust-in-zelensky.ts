import { lines } from "./kinds/lines.tsx";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { day, id, line, partialDate } from "../ledger/fields.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { knownOf, receiptsOfChart, seriesColumns, seriesTable } from "./lib/series.ts";
import { sourcesOf, drawnAs, type View, withOptions } from "./view.ts";
import { itemAt } from "../required.ts";
import { words } from "../words/words.ts";

/** An event that the polls are read against, with its label in the drawing. */
const moment = z.strictObject({ event: id, label: line });

/** A part of a wave: its figure in the pollster's account, the day on which it is drawn, and its days in words. */
const part = z.strictObject({ figure: id, day, says: line });

/** What the corruption story turns on, and the event with the pollster's own account of the wave after the disclosure. */
const trustOptions = z.strictObject({
  law: moment,
  disclosure: moment,
  exit: moment,
  /** `dip`: id of its figure with the trust on the first days; `parts`: what is drawn apart from the line. */
  split: z.strictObject({ event: id, dip: id, parts: z.array(part) }),
  /** What is drawn; the table has every wave. */
  from: partialDate,
  to: partialDate,
});

/** Trust and distrust in Zelensky in the polls of one series, with the turns of the corruption story. */
export const trustInZelensky = withOptions(
  trustOptions,
  (ledger, { law, disclosure, exit, split, from, to }): View => {
    const series = get(ledger, "series", "trust-zelensky");
    const columns = seriesColumns(series);
    const trust = knownOf(itemAt(columns, 0));
    const moments = [law, disclosure, exit].map(({ event, label }) => ({
      event: get(ledger, "events", event),
      label,
    }));
    const peak = trust.reduce((a, b) => (b.value > a.value ? b : a));
    const last = itemAt(trust, -1);
    // The polls before and after the month of a turn.
    const around = (at: number): [typeof last, typeof last] => {
      const month = itemAt(moments, at).event.date.slice(0, 7);
      const before = trust.findLast(({ period }) => period < month);
      const after = trust.find(({ period }) => period > month);
      if (!before || !after) throw new Error("the polls do not lie on both sides of the events");
      return [before, after];
    };
    const [aroundLaw, aroundMidas] = [around(0), around(1)];
    const before = aroundMidas[0].value;
    const parts = get(ledger, "events", split.event);
    const dip = getFigure(parts, split.dip).value;
    const drawn = split.parts.map(({ figure, day, says }) => ({
      date: day,
      value: getFigure(parts, figure).value,
      says,
    }));
    const later = drawn.at(-1)?.value ?? dip;
    return {
      ...drawnAs(lines, {
        from,
        to,
        domain: [20, 80],
        format: (value) => `${value}%`,
        nameDate: formatDate,
        longestGap: 370,
        gap: "no wave found for more than a year",
        part: "part of a wave, a smaller sample",
        href: receiptsOfChart("trust-in-zelensky"),
        lines: columns.map(({ name, values }, i) => ({
          id: name.toLowerCase(),
          label: name,
          marked: i === 0,
          points: values
            .filter(({ period }) => period >= from && period <= to)
            .map(({ period, value }) => ({ date: period, value })),
          parts: i === 0 ? drawn : [],
        })),
        moments: moments.map(({ event, label }) => ({
          id: event.id,
          date: event.date,
          label,
          says: event.title,
          href: routes.event(event.id),
        })),
      }),
      table: seriesTable(series),
      description: words.descriptions.trust({
        peak,
        last,
        law: aroundLaw,
        midas: aroundMidas,
        dip,
        later,
      }),
      values: { before: String(before), dip: String(dip), later: String(later) },
      numbers: { before, dip, later },
      sources: sourcesOf(series, ...moments.map(({ event }) => event), parts),
    };
  },
);
