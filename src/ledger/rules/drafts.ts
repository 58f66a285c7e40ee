import { ABSENT_ANSWER } from "../schema/drafts.ts";
import { type Known, ruleOf } from "./rule.ts";

const numberHasUnit = ruleOf("provisions", ({ value, unit }, report) => {
  if ((value === undefined) === (unit === undefined)) return;
  const [has, lacks] = unit === undefined ? (["value", "unit"] as const) : (["unit", "value"] as const);
  report([has], `the answer has a \`${has}\` and no \`${lacks}\``, `add \`${lacks}\`, or remove \`${has}\``);
});

const answersOrIsAbsent = ruleOf("provisions", ({ answer, absent, dropped }, report) => {
  if (!absent && answer === ABSENT_ANSWER)
    report([], "the answer is missing", "add `answer` or `absent: true`");
  if (absent && answer !== ABSENT_ANSWER)
    report(
      ["answer"],
      "the draft does not mention the matter and has an answer",
      "remove `answer` or `absent`",
    );
  if (dropped && !absent)
    report(
      ["dropped"],
      "only what the draft does not mention can be dropped",
      "add `absent: true`, or remove `dropped`",
    );
});

const namesPointsThatExist = ruleOf("provisions", (provision, report, known) => {
  if (!known.isWhole("points")) return;
  const count = draftOf(known, provision.draft)?.points;
  const recorded = numbersOnRecord(known, provision.draft);
  provision.points.forEach((number, i) => {
    if (recorded.length > 0 ? recorded.includes(number) : count === undefined || number <= count) return;
    report(["points", i], `the draft \`${provision.draft}\` has no point ${number}`, "correct the number");
  });
});

const hasEveryPoint = ruleOf("drafts", (draft, report, known) => {
  if (!known.isWhole("points")) return;
  const recorded = numbersOnRecord(known, draft.id);
  if (recorded.length === 0) return;
  if (draft.points === undefined)
    return report([], "the draft has points on record but no `points`, their number", "add the number");
  const missing = Array.from({ length: draft.points }, (_, i) => i + 1).filter(
    (number) => !recorded.includes(number),
  );
  if (missing.length > 0)
    report(
      ["points"],
      `of ${draft.points} points the record lacks ${missing.join(", ")}`,
      "add the points, or correct the number",
    );
});

const pointIsOfTheDraft = ruleOf("points", (point, report, known) => {
  const count = draftOf(known, point.draft)?.points;
  if (count !== undefined && point.number > count)
    report(["number"], `the draft \`${point.draft}\` has ${count} points`, "correct one of the numbers");
});

const pointHasAnswer = ruleOf("points", (point, report, known) => {
  if (!known.isWhole("provisions")) return;
  if (
    !known
      .rows("provisions")
      .some(({ draft, points }) => draft === point.draft && points.includes(point.number))
  )
    report(
      ["number"],
      `no answer is drawn from point ${point.number}`,
      "add the answer, or add the number to `points` of the answer that tells it",
    );
});

const startsWithLaterDrafts = ruleOf("drafts", (draft, report, known) => {
  draft.start_with?.forEach((id, i) => {
    const other = draftOf(known, id);
    if (other && other.date <= draft.date)
      report(
        ["start_with", i],
        `\`${id}\` is not later than \`${draft.id}\``,
        "write the pair at the earlier of the two",
      );
  });
});

const isBasedOnEarlierDrafts = ruleOf("drafts", (draft, report, known) => {
  draft.based_on.forEach((origin, i) => {
    const other = draftOf(known, origin.draft);
    if (other && (other.date > draft.date || other.id === draft.id))
      report(
        ["based_on", i, "draft"],
        `\`${origin.draft}\` is not earlier than \`${draft.id}\``,
        "write it at the later of the two",
      );
  });
});

function draftOf(known: Known, id: string) {
  return known.rows("drafts").find((draft) => draft.id === id);
}

function numbersOnRecord(known: Known, draft: string): number[] {
  return known.rows("points").flatMap((point) => (point.draft === draft ? [point.number] : []));
}

/** What makes a draft, its points and its answers fit together. */
export const draftRules = [
  numberHasUnit,
  answersOrIsAbsent,
  namesPointsThatExist,
  hasEveryPoint,
  pointIsOfTheDraft,
  pointHasAnswer,
  startsWithLaterDrafts,
  isBasedOnEarlierDrafts,
];
