import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./placed-row.ts";
import type { Row } from "./schema.ts";

type Report = (
  row: PlacedRow,
  path: readonly PropertyKey[],
  wrong: string,
  expected: string,
  mend: string,
) => void;
type Step = Row<"case-steps">;
type Proceeding = Row<"proceedings">;

/**
 * Rules for those who stand accused: a step belongs to the proceedings it names, by person, accuser and date; a number of
 * an accusation is not confirmed. Rows that are wrong in themselves are left out.
 */
export function checkAccusations(rows: readonly PlacedRow[]): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (row, path, wrong, expected, mend) =>
    problems.push({ file: row.file.name, ...row.file.place([row.index, ...path]), wrong, expected, mend });
  const valid = rows.filter((row) => row.valid);
  const of = (collection: PlacedRow["collection"]) => valid.filter((row) => row.collection === collection);
  const proceedings = new Map(of("proceedings").map((row) => [row.key, row.value as Proceeding]));
  const latest = new Map<string, string>();
  for (const row of of("case-steps")) checkStep(row, proceedings, latest, report);
  for (const row of of("proceedings"))
    if (!latest.has(row.key))
      report(
        row,
        [],
        `no step names the proceeding \`${row.key}\``,
        "a row of case-steps with it in `proceedings`",
        "add the step",
      );
  for (const row of of("events")) {
    const { status, figures } = row.value as Row<"events">;
    figures.forEach(({ certainty }, i) => {
      if (status === "alleged" && certainty === "confirmed")
        report(
          row,
          ["figures", i, "certainty"],
          "a number in an accusation is said to be confirmed",
          "alleged, reported or disputed",
          "take `certainty` out, or tell the number in an event that is confirmed",
        );
    });
  }
  for (const row of of("deliveries")) {
    const { quantity, quantity_certainty } = row.value as Row<"deliveries">;
    if (quantity !== undefined && quantity_certainty === undefined)
      report(
        row,
        ["quantity"],
        "nothing says how sure the number is",
        "`quantity_certainty`",
        "add it: confirmed or reported",
      );
  }
  return problems;
}

/** `latest` holds the date of the last step so far of each proceeding. */
function checkStep(
  row: PlacedRow,
  proceedings: ReadonlyMap<string, Proceeding>,
  latest: Map<string, string>,
  report: Report,
): void {
  const step = row.value as Step;
  const named = step.proceedings.flatMap((id, i) => {
    const proceeding = proceedings.get(id);
    return proceeding ? [{ ...proceeding, at: ["proceedings", i] as const }] : [];
  });
  for (const { id, person, by, as_of, at } of named) {
    if (!step.persons.includes(person))
      report(
        row,
        at,
        `\`${id}\` is a proceeding against ${person}, who is not among \`persons\``,
        "proceedings of people whom the step names",
        `correct the id, or add ${person} to \`persons\``,
      );
    if (step.accuser !== by)
      report(
        row,
        at,
        `in \`${id}\` the accuser is ${by}, in the step ${step.accuser ?? "nobody"}`,
        "the accuser of the proceeding in `accuser`",
        "see in the source whose case it is; correct the id or `accuser`",
      );
    if (before(as_of, step.date))
      report(
        row,
        ["date"],
        `the step is later than \`as_of\` ${as_of} of \`${id}\``,
        "a step up to that day",
        "move `as_of` on, or correct the date",
      );
    const last = latest.get(id);
    if (last !== undefined && before(step.date, last))
      report(
        row,
        ["date"],
        `the step stands after one of ${last} in \`${id}\``,
        "steps in the order of their dates",
        "move the row up",
      );
    latest.set(id, step.date);
  }
  if (step.proceedings.length === 0 && step.accuser !== undefined)
    report(
      row,
      ["accuser"],
      "an accuser is named and no proceeding",
      "`proceedings`",
      "name the proceedings, or take `accuser` out",
    );
  if (named.length < step.proceedings.length || named.length === 0) return;
  const accused = new Set([...proceedings.values()].map(({ person }) => person));
  step.persons.forEach((person, i) => {
    if (accused.has(person) && !named.some((proceeding) => proceeding.person === person))
      report(
        row,
        ["persons", i],
        `${person} is named in a step of proceedings against others alone`,
        "proceedings of everybody accused whom the step names",
        `add the proceeding of ${person}, or take ${person} out of \`persons\``,
      );
  });
}

/** True if `a` is the earlier; of dates that are not equally exact, as much is compared as both say. */
function before(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
