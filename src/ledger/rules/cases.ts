import { type Report, type Rule, rowOf } from "./rule.ts";

/** A word that tells an accusation from a finding. */
const ACCUSED = /alleg|suspect|accus|charg|indict/i;

/** Reports an accusation at `path` whose words do not say that it is one. */
function checkAllegation(text: string, path: readonly PropertyKey[], report: Report): void {
  if (!ACCUSED.test(text))
    report(
      path,
      "the accusation reads as a fact",
      "alleged, suspected, accused, charged or indicted in its words",
      "write that it is alleged",
    );
}

const allegedFlow: Rule = (row, report) => {
  const flow = rowOf(row, "flows");
  if (flow) checkAllegation(flow.label, ["label"], report);
};

/** Nobody is guilty before a verdict. */
export const caseRules: readonly Rule[] = [allegedFlow];
