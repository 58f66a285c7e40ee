import { sourcesOfProceeding } from "../actors.ts";
import { answerOf } from "../drafts.ts";
import { isBefore } from "../fields.ts";
import { type Rule, ruleOf } from "../integrity.ts";
import type { Ledger } from "../ledger.ts";
import { get } from "../lookup.ts";

function pointsOf(ledger: Ledger, draft: string): number[] {
  return ledger.points.flatMap((point) => (point.draft === draft ? [point.number] : []));
}

const answerFitsPoints = ruleOf("answers", ({ draft, points }, report, ledger) => {
  const { points: count = Infinity } = get(ledger, "drafts", draft);
  const recorded = pointsOf(ledger, draft);
  points.forEach((number, i) => {
    if (recorded.length > 0 ? !recorded.includes(number) : number > count)
      report(["points", i], `the draft \`${draft}\` has no point ${number}`, "correct the number");
  });
});

const draftHasEveryPoint = ruleOf("drafts", ({ id, points }, report, ledger) => {
  const recorded = pointsOf(ledger, id);
  if (recorded.length === 0) return;
  if (points === undefined)
    return report([], "the draft has points on record but no `points`, their number", "add the number");
  const missing = Array.from({ length: points }, (_, i) => i + 1).filter(
    (number) => !recorded.includes(number),
  );
  if (missing.length > 0)
    report(
      ["points"],
      `of ${points} points the record lacks ${missing.join(", ")}`,
      "add the points, or correct the number",
    );
});

const pointHasAnswer = ruleOf("points", ({ draft, number }, report, ledger) => {
  const { points: count = Infinity } = get(ledger, "drafts", draft);
  if (number > count)
    report(["number"], `the draft \`${draft}\` has ${count} points`, "correct one of the numbers");
  if (!ledger.answers.some((answer) => answer.draft === draft && answer.points.includes(number)))
    report(
      ["number"],
      `no answer is drawn from point ${number}`,
      "add the answer, or add the number to `points` of the answer that tells it",
    );
});

const draftsAreInOrder = ruleOf("drafts", (draft, report, ledger) => {
  draft.start_with?.forEach((id, i) => {
    if (get(ledger, "drafts", id).date <= draft.date)
      report(
        ["start_with", i],
        `\`${id}\` is not later than \`${draft.id}\``,
        "write the pair at the earlier of the two",
      );
  });
  draft.based_on.forEach((origin, i) => {
    if (origin.draft === draft.id || get(ledger, "drafts", origin.draft).date > draft.date)
      report(
        ["based_on", i, "draft"],
        `\`${origin.draft}\` is not earlier than \`${draft.id}\``,
        "write it at the later of the two",
      );
  });
});

/** A region claim cites sources of the answer or position that it is read from. */
const claimFitsItsText = ruleOf("region-claims", (claim, report, ledger) => {
  const { draft = "", clause = "", position } = claim;
  const text = position ? get(ledger, "positions", position) : answerOf(ledger, draft, clause);
  if (!text)
    return report(
      ["clause"],
      `\`${draft}\` has no answer to \`${clause}\``,
      "correct the clause, or add the answer",
    );
  claim.sources.forEach((source, i) => {
    if (!text.sources.includes(source))
      report(
        ["sources", i],
        `\`${source}\` is not a receipt of the ${position ? "position" : "answer"}`,
        "take one of them, or add it there",
      );
  });
});

export const draftRules: readonly Rule[] = [
  answerFitsPoints,
  draftHasEveryPoint,
  pointHasAnswer,
  draftsAreInOrder,
  claimFitsItsText,
];

const stepFitsItsProceedings = ruleOf("case-steps", (step, report, ledger) => {
  const steps = ledger["case-steps"];
  const earlier = steps.slice(0, steps.indexOf(step));
  const named = step.proceedings.map((id) => get(ledger, "proceedings", id));
  for (const [i, { id, person, by, as_of }] of named.entries()) {
    const at = ["proceedings", i];
    if (!step.persons.includes(person))
      report(
        at,
        `\`${id}\` is a proceeding against ${person}, who is not among \`persons\``,
        `correct the id, or add ${person} to \`persons\``,
      );
    if (step.accuser !== by)
      report(
        at,
        `in \`${id}\` the accuser is ${by}, in the step ${step.accuser ?? "nobody"}`,
        "see in the source whose case it is; correct the id or `accuser`",
      );
    if (isBefore(as_of, step.date))
      report(
        ["date"],
        `the step is later than \`as_of\` ${as_of} of \`${id}\``,
        "move `as_of` on, or correct the date",
      );
    const last = earlier.findLast(({ proceedings }) => proceedings.includes(id))?.date;
    if (last !== undefined && isBefore(step.date, last))
      report(["date"], `the step stands after one of ${last} in \`${id}\``, "move the row up");
  }
  step.persons.forEach((id, i) => {
    const isAgainst = ({ person }: { person: string }) => person === id;
    if (named.length > 0 && ledger.proceedings.some(isAgainst) && !named.some(isAgainst))
      report(
        ["persons", i],
        `${id} is named in a step of proceedings against others alone`,
        `add the proceeding of ${id}, or take ${id} out of \`persons\``,
      );
  });
});

const proceedingIsUpToDate = ruleOf("proceedings", (proceeding, report, ledger) => {
  const { id, as_of } = proceeding;
  if (!ledger["case-steps"].some(({ proceedings }) => proceedings.includes(id)))
    report([], `no row of case-steps has the proceeding \`${id}\` in \`proceedings\``, "add the step");
  const published = sourcesOfProceeding(proceeding).map((id) => get(ledger, "sources", id).published ?? "");
  const newest = published.sort().at(-1);
  if (newest && isBefore(as_of, newest))
    report(
      ["as_of"],
      `\`as_of\` ${as_of} is older than the newest receipt, of ${newest}`,
      "read what that page says of the stage, and move `as_of` on",
    );
});

export const caseRules: readonly Rule[] = [stepFitsItsProceedings, proceedingIsUpToDate];
