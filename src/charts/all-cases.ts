import type { Cases } from "./cases.ts";
import type { DataOf, KindName } from "./kinds.ts";
import { attendanceCases } from "./kinds/attendance.cases.ts";
import { dayStripCases } from "./kinds/day-strip.cases.ts";
import { dotRangeCases } from "./kinds/dot-range.cases.ts";
import { flowCases } from "./kinds/flow.cases.ts";
import { lanesCases } from "./kinds/lanes.cases.ts";
import { lineageCases } from "./kinds/lineage.cases.ts";
import { linesCases } from "./kinds/lines.cases.ts";
import { lollipopCases } from "./kinds/lollipop.cases.ts";
import { mapCases } from "./kinds/map.cases.ts";
import { matrixCases } from "./kinds/matrix.cases.ts";
import { multiplesCases } from "./kinds/multiples.cases.ts";
import { pairsCases } from "./kinds/pairs.cases.ts";
import { regionMapsCases } from "./kinds/region-maps.cases.ts";
import { stackedBarsCases } from "./kinds/stacked-bars.cases.ts";
import { stagesCases } from "./kinds/stages.cases.ts";
import { tileMapCases } from "./kinds/tile-map.cases.ts";
import { timelineCases } from "./kinds/timeline.cases.ts";
import { wordGridCases } from "./kinds/word-grid.cases.ts";

/** What every kind is tried with, by its name: for the tests and for the gallery of `npm run dev`. */
export const allCases: { [Name in KindName]: Cases<DataOf<Name>> } = {
  attendance: attendanceCases,
  "day-strip": dayStripCases,
  "dot-range": dotRangeCases,
  flow: flowCases,
  lanes: lanesCases,
  lineage: lineageCases,
  lines: linesCases,
  lollipop: lollipopCases,
  map: mapCases,
  matrix: matrixCases,
  multiples: multiplesCases,
  pairs: pairsCases,
  "region-maps": regionMapsCases,
  "stacked-bars": stackedBarsCases,
  stages: stagesCases,
  "tile-map": tileMapCases,
  timeline: timelineCases,
  "word-grid": wordGridCases,
};
