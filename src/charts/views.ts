import { formatSpan } from "../i18n/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { eventOrSource } from "../views/links.ts";
import { aid } from "./aid.tsx";
import { attendance } from "./attendance.tsx";
import { clauseValues } from "./clause-values.tsx";
import { dayStrip } from "./day-strip.tsx";
import { gapBoard } from "./gap-board.tsx";
import { lineage } from "./lineage.tsx";
import { outcomes } from "./outcomes.tsx";
import { pollWaves } from "./poll-waves.tsx";
import { ranges } from "./ranges.tsx";
import { regionMaps } from "./region-maps.tsx";
import { seriesBars } from "./series-bars.tsx";
import { seriesLines } from "./series-lines.tsx";
import { deliveries, offers } from "./stages.tsx";
import { sourcesOf, tableOf, type View, type ViewFunction } from "./view.ts";

/** Visits in their order, with what was agreed. */
export function visits(ledger: Ledger): Pick<View, "table" | "sources"> {
  const rows = inDateOrder(ledger.visits);
  return {
    table: tableOf(
      {
        date: "Date",
        place: "Place",
        occasion: "Occasion",
        agreed: "What was agreed or announced",
        note: "Note",
      },
      rows.map((visit) => ({
        ...visit,
        date: { text: formatSpan(visit.date, visit.end), href: eventOrSource(ledger, visit) },
      })),
    ),
    sources: sourcesOf(...rows),
  };
}

/** Every view by the name that a chart's YAML gives. A new chart is one YAML, one view, and one line here. */
export const views: Readonly<Record<string, ViewFunction>> = {
  aid,
  "series-bars": seriesBars,
  "clause-values": clauseValues,
  offers,
  "series-lines": seriesLines,
  outcomes,
  "day-strip": dayStrip,
  ranges,
  deliveries,
  "region-maps": regionMaps,
  lineage,
  "poll-waves": pollWaves,
  attendance,
  "gap-board": gapBoard,
};
