import { mentionsIn, parseMdx } from "./mdx.ts";
import { entryAt } from "../required.ts";

/** For each term id, the ids of the explainers that use it, in the order given. */
export function usesOfTerms(
  explainers: readonly { id: string; body?: string | undefined }[],
): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { id, body } of explainers) {
    const terms = new Set(
      mentionsIn(parseMdx(body ?? "")).flatMap((mention) =>
        mention.component === "Term" ? mention.ids : [],
      ),
    );
    for (const term of terms) entryAt(uses, term, () => []).push(id);
  }
  return uses;
}
