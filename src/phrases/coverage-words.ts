import type { Ledger, Source } from "../ledger/ledger.ts";
import { getRow } from "../ledger/lookup.ts";
import { gradeSource } from "../ledger/sources.ts";

/**
 * Says that only headlines or notices were read; undefined if a report was. State-controlled outlets do not
 * count.
 */
export function sourceWarning(ledger: Ledger, ids: readonly string[]): string | undefined {
  const { stateControlled = [], pages = [] } = Object.groupBy(sourcesOf(ledger, ids), (page) =>
    gradeSource(ledger, page) === "state-controlled" ? "stateControlled" : "pages",
  );
  const headlines = pages.filter(({ read }) => read === "headline").length;
  if (headlines === 0 || !pages.every((page) => isNotice(ledger, page))) return undefined;
  const on = headlines === pages.length ? "headlines" : "headlines and official notices";
  const except = stateControlled.some(({ read }) => read !== "headline");
  return `Seen as ${on} only${except ? ", apart from state-controlled outlets" : ""}.`;
}

function isNotice(ledger: Ledger, source: Source): boolean {
  return source.read === "headline" || gradeSource(ledger, source) === "official";
}

function sourcesOf(ledger: Ledger, ids: readonly string[]): Source[] {
  return ids.map((id) => getRow(ledger, "sources", id));
}
