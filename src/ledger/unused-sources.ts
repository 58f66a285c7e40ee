import type { Ledger } from "./ledger.ts";
import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./placed-row.ts";
import { usesOfSources } from "./usage.ts";

/** Every source that no row of the ledger stands on and that is not used `elsewhere` (ids): in explainers or changes. */
export function unusedSources(
  rows: readonly PlacedRow[],
  ledger: Ledger,
  elsewhere: ReadonlySet<string>,
): Problem[] {
  const uses = usesOfSources(ledger);
  return rows
    .filter(({ collection, key }) => collection === "sources" && !uses.has(key) && !elsewhere.has(key))
    .map(({ file, index, key }) => ({
      file: file.name,
      ...file.place([index, "id"]),
      wrong: `nothing stands on the source \`${key}\``,
      expected: "a row, an explainer or a change that names it",
      mend: "name it where it belongs, or remove it",
    }));
}
