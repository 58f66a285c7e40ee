import type { Cases } from "./cases.ts";
import type { DataOf, KindName } from "../kinds.ts";
import { attendanceCases } from "./attendance.cases.ts";
import { dayStripCases } from "./day-strip.cases.ts";
import { lineageCases } from "./lineage.cases.ts";
import { regionMapsCases } from "./region-maps.cases.ts";
import { wordGridCases } from "./word-grid.cases.ts";
import { answersCases } from "./answers.cases.ts";
import { dotRangeCases } from "./dot-range.cases.ts";
import { linesCases } from "./lines.cases.ts";
import { lollipopCases } from "./lollipop.cases.ts";
import { matrixCases } from "./matrix.cases.ts";
import { multiplesCases } from "./multiples.cases.ts";
import { stackedBarsCases } from "./stacked-bars.cases.ts";
import { stagesCases } from "./stages.cases.ts";
import { tileMapCases } from "./tile-map.cases.ts";

/** What every kind is tried with, by its name: for the tests and for the gallery of `npm run dev`. */
export const allCases: { [Name in KindName]: Cases<DataOf<Name>> } = {
  attendance: attendanceCases,
  "day-strip": dayStripCases,
  lineage: lineageCases,
  "region-maps": regionMapsCases,
  "word-grid": wordGridCases,
  answers: answersCases,
  "dot-range": dotRangeCases,
  lines: linesCases,
  lollipop: lollipopCases,
  matrix: matrixCases,
  multiples: multiplesCases,
  "stacked-bars": stackedBarsCases,
  stages: stagesCases,
  "tile-map": tileMapCases,
};
