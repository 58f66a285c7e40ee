import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./placed-row.ts";

const DATES = ["date", "end", "published"];

/**
 * Refuses what is dated after the last day that any reading of the sources reached: one slip in a year would move the day
 * up to which the site says that it covers events.
 */
export function checkReach(rows: readonly PlacedRow[]): Problem[] {
  const days = rows.flatMap((row) =>
    row.collection === "readings" && row.valid ? [row.value.reaches as string] : [],
  );
  const last = days.sort().at(-1);
  if (last === undefined) return [];
  return rows.flatMap((row): Problem[] => {
    if (row.collection === "readings" || !row.valid) return [];
    return DATES.flatMap((key) => {
      const date = row.value[key];
      if (typeof date !== "string" || date <= last) return [];
      return [
        {
          file: row.file.name,
          ...row.file.place([row.index, key]),
          wrong: `\`${key}\` ${date} lies after the last reading of the sources`,
          expected: `a date up to ${last}`,
          mend: "correct the date, or add the reading that found it to `readings`",
        },
      ];
    });
  });
}
