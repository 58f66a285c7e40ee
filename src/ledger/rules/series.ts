import { plural } from "../../i18n/numbers.ts";
import { ruleOf } from "./rule.ts";

const rowIsAsWideAsTable = ruleOf("series", ({ columns, rows }, report) => {
  rows.forEach((cells, i) => {
    if (cells.length !== columns.length)
      report(
        ["rows", i],
        `the row has ${plural(cells.length, "cell")} for ${plural(columns.length, "column")}`,
        "add or remove cells; write null for no value",
      );
  });
});

export const seriesRules = [rowIsAsWideAsTable];
