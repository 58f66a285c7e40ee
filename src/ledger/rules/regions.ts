import { provisionKey } from "../ledger.ts";
import { ruleOf } from "./rule.ts";

/** A claim on the map says no more than the answer or the position that it is read from, and stands on its receipts. */
const standsOnItsText = ruleOf("region-claims", (claim, report, known) => {
  const { draft, question, position } = claim;
  const collection = position === undefined ? "provisions" : "positions";
  if (!known.isWhole(collection)) return;
  const text =
    draft !== undefined && question !== undefined
      ? known
          .rows("provisions")
          .find((provision) => provisionKey(provision) === provisionKey({ draft, question }))
      : known.rows("positions").find(({ id }) => id === position);
  if (!text) {
    // A position that does not exist is reported as such.
    if (position === undefined)
      report(
        ["question"],
        `\`${draft}\` has no answer to \`${question}\``,
        "correct the question, or add the answer",
      );
    return;
  }
  claim.sources.forEach((source, i) => {
    if (!text.sources.includes(source))
      report(
        ["sources", i],
        `\`${source}\` is no receipt of the ${collection === "provisions" ? "answer" : "position"}`,
        "take one of them, or add it there",
      );
  });
});

export const regionRules = [standsOnItsText];
