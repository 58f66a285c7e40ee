import { z } from "zod";
import { day, id, line } from "../ledger/fields.ts";
import { readList } from "../ledger/read-list.ts";

/** A chart that was taken out. */
const retired = z.strictObject({
  id,
  title: line,
  date: day,
  chart: id.optional(),
  /** Or the path of a page of this site, perhaps with an anchor. */
  page: line
    .regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, "the path of a page, with a slash at both ends")
    .optional(),
});

export type RetiredChart = z.infer<typeof retired>;

/**
 * The charts that were taken out. Throws a ContentError for every bad row: an id that a chart still has, a successor that is
 * none of `chartIds`, none or two successors.
 */
export function readRetired(path: string, chartIds: readonly string[]): RetiredChart[] {
  return readList(path, "retired charts", retired, ({ id, chart, page }, report) => {
    if (chartIds.includes(id))
      report(
        ["id"],
        `the chart \`${id}\` is still there`,
        "the id of a chart that is not",
        "take the row out, or the chart",
      );
    if ((chart === undefined) === (page === undefined))
      report(
        ["id"],
        "it has no successor, or two",
        "`chart` or `page`",
        "say where readers find what it showed",
      );
    if (chart !== undefined && !chartIds.includes(chart))
      report(
        ["chart"],
        `there is no chart \`${chart}\``,
        `one of ${chartIds.join(", ")}`,
        "correct the id; if it was retired too, name its successor",
      );
  });
}
