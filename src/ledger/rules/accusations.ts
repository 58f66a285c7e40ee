import { sourcesOfProceeding } from "../actors.ts";
import { isBefore } from "../fields.ts";
import { getOrInsert } from "../../required.ts";
import { type Accused, ACCUSATION_FIX, accusedOf, unsaidAccusationsIn } from "../presumption.ts";
import { type Known, type Rule, ruleOf } from "./rule.ts";

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

/**
 * Rules for those who stand accused: a sentence says that it tells an accusation; a step belongs to the proceedings it names, by person, accuser and date; a number of
 * an accusation is not confirmed.
 */
export const accusationRules: readonly Rule[] = [
  isAsOfNewestReceipt,
  tellsBothSides,
  saysThatItIsAnAccusation,
  stepFitsItsProceedings,
  proceedingHasStep,
  accusationConfirmsNoNumber,
];
