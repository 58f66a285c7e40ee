import type { Kind } from "./drawing.ts";
import { answers } from "./kinds/answers.tsx";
import { attendance } from "./kinds/attendance.tsx";
import { dayStrip } from "./kinds/day-strip.tsx";
import { dotRange } from "./kinds/dot-range.tsx";
import { lineage } from "./kinds/lineage.tsx";
import { lines } from "./kinds/lines.tsx";
import { lollipop } from "./kinds/lollipop.tsx";
import { matrix } from "./kinds/matrix.tsx";
import { multiples } from "./kinds/multiples.tsx";
import { regionMaps } from "./kinds/region-maps.tsx";
import { stackedBars } from "./kinds/stacked-bars.tsx";
import { stages } from "./kinds/stages.tsx";
import { tileMap } from "./kinds/tile-map.tsx";
import { wordGrid } from "./kinds/word-grid.tsx";

/** Every kind of chart by the name that a chart's YAML gives. A new kind is one file and one line here. */
export const kinds = {
  answers,
  attendance,
  "day-strip": dayStrip,
  "dot-range": dotRange,
  lineage,
  lines,
  lollipop,
  matrix,
  multiples,
  "region-maps": regionMaps,
  "stacked-bars": stackedBars,
  stages,
  "tile-map": tileMap,
  "word-grid": wordGrid,
} as const;

export type KindName = keyof typeof kinds;

export type DataOf<Name extends KindName> = (typeof kinds)[Name] extends Kind<infer Data> ? Data : never;
