import { getOrInsert } from "../../required.ts";
import { isBefore } from "../fields.ts";
import { type Known, type Rule, ruleOf } from "../integrity.ts";
import { answerKey } from "../ledger.ts";
import {
  type Accused,
  ACCUSATION_FIX,
  accusedOf,
  sourcesOfProceeding,
  unsaidAccusationsIn,
} from "../actors.ts";
import { ABSENT_ANSWER } from "../schema/drafts.ts";

const numberHasUnit = ruleOf("answers", ({ value, unit }, report) => {
  if ((value === undefined) === (unit === undefined)) return;
  const [has, lacks] = unit === undefined ? (["value", "unit"] as const) : (["unit", "value"] as const);
  report([has], `the answer has a \`${has}\` and no \`${lacks}\``, `add \`${lacks}\`, or remove \`${has}\``);
});

const answersOrIsAbsent = ruleOf("answers", ({ text, absent, dropped }, report) => {
  if (!absent && text === ABSENT_ANSWER) report([], "the answer is missing", "add `text` or `absent: true`");
  if (absent && text !== ABSENT_ANSWER)
    report(["text"], "the draft does not mention the matter and has an answer", "remove `text` or `absent`");
  if (dropped && !absent)
    report(
      ["dropped"],
      "only what the draft does not mention can be dropped",
      "add `absent: true`, or remove `dropped`",
    );
});

const namesPointsThatExist = ruleOf("answers", (answer, report, known) => {
  if (!known.isWhole("points")) return;
  const count = draftOf(known, answer.draft)?.points;
  const recorded = numbersOnRecord(known, answer.draft);
  answer.points.forEach((number, i) => {
    if (recorded.length > 0 ? recorded.includes(number) : count === undefined || number <= count) return;
    report(["points", i], `the draft \`${answer.draft}\` has no point ${number}`, "correct the number");
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
  if (!known.isWhole("answers")) return;
  if (
    !known.rows("answers").some(({ draft, points }) => draft === point.draft && points.includes(point.number))
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

/** A claim on the map cites receipts of the answer or position that it is read from. */
const standsOnItsText = ruleOf("region-claims", (claim, report, known) => {
  const { draft, clause, position } = claim;
  const collection = position === undefined ? "answers" : "positions";
  if (!known.isWhole(collection)) return;
  const text =
    draft !== undefined && clause !== undefined
      ? known.rows("answers").find((answer) => answerKey(answer) === answerKey({ draft, clause }))
      : known.rows("positions").find(({ id }) => id === position);
  if (!text) {
    // A position that does not exist is reported as such.
    if (position === undefined)
      report(
        ["clause"],
        `\`${draft}\` has no answer to \`${clause}\``,
        "correct the clause, or add the answer",
      );
    return;
  }
  claim.sources.forEach((source, i) => {
    if (!text.sources.includes(source))
      report(
        ["sources", i],
        `\`${source}\` is not a receipt of the ${collection === "answers" ? "answer" : "position"}`,
        "take one of them, or add it there",
      );
  });
});

/** What makes a draft, its points, its answers and what is read from them fit together. */
export const draftRules: readonly Rule[] = [
  numberHasUnit,
  answersOrIsAbsent,
  namesPointsThatExist,
  hasEveryPoint,
  pointIsOfTheDraft,
  pointHasAnswer,
  startsWithLaterDrafts,
  isBasedOnEarlierDrafts,
  standsOnItsText,
];

const stepFitsItsProceedings = ruleOf("case-steps", (step, report, known) => {
  const proceedings = known.rows("proceedings");
  const steps = known.rows("case-steps");
  const earlier = steps.slice(0, steps.indexOf(step));
  const named = step.proceedings.flatMap((id, i) => {
    const proceeding = proceedings.find((row) => row.id === id);
    return proceeding ? [{ ...proceeding, at: ["proceedings", i] as const }] : [];
  });
  for (const { id, person, by, as_of, at } of named) {
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
    const last = earlier.findLast((row) => row.proceedings.includes(id))?.date;
    if (last !== undefined && isBefore(step.date, last))
      report(["date"], `the step stands after one of ${last} in \`${id}\``, "move the row up");
  }
  if (step.proceedings.length === 0 && step.accuser !== undefined)
    report(
      ["accuser"],
      "an accuser is named, but no proceeding",
      "name the proceedings, or take `accuser` out",
    );
  if (named.length < step.proceedings.length || named.length === 0) return;
  step.persons.forEach((person, i) => {
    const isOfThePerson = (proceeding: { person: string }) => proceeding.person === person;
    if (proceedings.some(isOfThePerson) && !named.some(isOfThePerson))
      report(
        ["persons", i],
        `${person} is named in a step of proceedings against others alone`,
        `add the proceeding of ${person}, or take ${person} out of \`persons\``,
      );
  });
});

const proceedingHasStep = ruleOf("proceedings", ({ id }, report, known) => {
  if (!known.isWhole("case-steps")) return;
  if (!known.rows("case-steps").some(({ proceedings }) => proceedings.includes(id)))
    report([], `no row of case-steps has the proceeding \`${id}\` in \`proceedings\``, "add the step");
});

const isAsOfNewestReceipt = ruleOf("proceedings", (proceeding, report, known) => {
  const published = sourcesOfProceeding(proceeding).flatMap((id) => known.source(id)?.published ?? []);
  const newest = published.sort().at(-1);
  if (newest !== undefined && isBefore(proceeding.as_of, newest))
    report(
      ["as_of"],
      `\`as_of\` ${proceeding.as_of} is older than the newest receipt, of ${newest}`,
      "read what that page says of the stage, and move `as_of` on",
    );
});

const tellsBothSides = ruleOf("proceedings", ({ in_favour, against }, report) => {
  if (in_favour && !against)
    report(
      ["in_favour"],
      "`in_favour` stands without `against`, what the same pages say against the person",
      "add it, or the text “Nothing against on the pages read.” with these pages as `sources`",
    );
});

const accusationConfirmsNoNumber = ruleOf("events", ({ status, figures }, report) => {
  figures.forEach(({ certainty }, i) => {
    if (status === "alleged" && certainty === "confirmed")
      report(
        ["figures", i, "certainty"],
        "a number in an accusation is said to be confirmed",
        "write alleged, reported or disputed, or tell the number in an event that is confirmed",
      );
  });
});

/** Titles of sources stay as published. */
const saysThatItIsAnAccusation: Rule = ({ collection, value }, report, known) => {
  if (collection === "sources") return;
  const accused = getOrInsert(accusedByLedger, known, () =>
    accusedOf({ people: known.rows("people"), proceedings: known.rows("proceedings") }),
  );
  for (const [path, message] of unsaidAccusationsIn(value, accused)) report(path, message, ACCUSATION_FIX);
};

const accusedByLedger = new WeakMap<Known, Accused[]>();

/** Rules for those who stand accused: what is told is told as an accusation, and each step belongs to the proceedings that it names. */
export const caseRules: readonly Rule[] = [
  isAsOfNewestReceipt,
  tellsBothSides,
  saysThatItIsAnAccusation,
  stepFitsItsProceedings,
  proceedingHasStep,
  accusationConfirmsNoNumber,
];
