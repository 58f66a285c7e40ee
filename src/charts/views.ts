import { aidByDonor, aidByGdp } from "./aid.tsx";
import { seriesBars } from "./series-bars.tsx";
import { clauseValues } from "./clause-values.tsx";
import { offers } from "./offers.tsx";
import { seriesLines } from "./series-lines.tsx";
import { outcomes } from "./outcomes.tsx";
import { dayStrip } from "./day-strip.tsx";
import { ranges } from "./ranges.tsx";
import { deliveries } from "./deliveries.tsx";
import { regionMaps } from "./region-maps.tsx";
import { lineage } from "./lineage.tsx";
import { pollWaves } from "./poll-waves.tsx";
import type { TableView, View, Views } from "./view.ts";
import { visits } from "./visits.ts";
import { attendance } from "./attendance.tsx";
import { gapBoard } from "./gap-board.tsx";

/** Every view by the name that a chart's YAML gives. A new chart is one YAML, one view, and one line here. */
export const views: Views<View> = {
  "aid-by-donor": aidByDonor,
  "aid-by-gdp": aidByGdp,
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

/** Every view of a table of a text, likewise. */
export const tableViews: Views<TableView> = {
  visits,
};
