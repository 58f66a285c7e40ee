import { type FilledRoute, pathOf, ROUTES, type RouteName } from "../../src/routes.ts";

/** Pages of each kind of which there are many, by the parts of their paths. A new kind needs one here: the compiler says so. */
const EXAMPLES: Readonly<Record<FilledRoute, readonly (readonly string[])[]>> = {
  chart: [["drafts-by-theme"], ["who-wants-what"]],
  compare: [["us-28", "zelensky-20"]],
  day: [["2025-12-01"]],
  draft: [["zelensky-20"]],
  embed: [["eight-days"]],
  clauseEmbed: [["army-cap"]],
  event: [["yermak-resigns"]],
  explainer: [["plan"], ["france"], ["corruption"]],
  organisation: [["nabu"]],
  person: [["yermak"]],
  sourceLetter: [["u"]],
  theme: [["territory"]],
};

/** One page of every kind, as a reader asks for it. */
export const PAGE_TYPES = (Object.keys(ROUTES) as RouteName[]).flatMap((name) =>
  (name in EXAMPLES ? EXAMPLES[name as FilledRoute] : [[]]).map((parts) => pathOf(name, ...parts)),
);
