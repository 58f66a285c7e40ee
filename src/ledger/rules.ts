import { formatDate, timeOf } from "../i18n/dates.ts";
import { plural } from "../i18n/numbers.ts";
import { isBefore } from "./fields.ts";
import { type Report, type Rule, ruleOf } from "./integrity.ts";
import { type CollectionName, collections, type Ledger, type Row, type Source } from "./ledger.ts";
import { answerOf, get, sourcesOfProceeding } from "./lookup.ts";
import { originOf, standing } from "./sources.ts";
import { textsIn } from "./yaml-file.ts";

const aggregatorNamesOrigin = ruleOf("sources", ({ publisher, relays }, report, ledger) => {
  if (relays.length === 0 && get(ledger, "publishers", publisher).kind === "aggregator")
    report(
      ["publisher"],
      "the page of an aggregator has no `relays`, whose work it carries",
      "name the origin in `relays`, or `unnamed`",
    );
});

/** Collections whose rows name their speaker in a field. */
const VOICED = ["positions", "meetings", "point-counts"];

const receiptsAreStrongEnough: Rule = ({ collection, value }, report, ledger) => {
  const sources = receiptsOf(value, ledger);
  if (sources.length === 0) return;
  const standings = sources.map((source) => standing(ledger, source));
  const isVoiced = value.attributed_to || value.certainty === "claimed" || VOICED.includes(collection);
  if (!isVoiced && standings.every((worth) => worth === "state-controlled"))
    report(
      ["sources"],
      "every source is a state-controlled outlet",
      "add another source, or attribute the statement to that state",
    );
  const key = ["status", "certainty"].find((name) => value[name] === "confirmed");
  const isHeadlines = sources.every(({ seen }) => seen === "headline");
  if (key && isHeadlines && !standings.includes("official") && haveOneOrigin(sources))
    report(
      [key],
      "the row is confirmed on the headline of one newsroom alone",
      "add a page that was read, a second newsroom or an official body, or write `reported` and who reports it",
    );
};

/** Leadership, motives and numbers need more than a digest or a headline. */
const notOnWeakPageAlone: Rule = ({ collection, value }, report, ledger) => {
  if (!["events", "positions", "reasons"].includes(collection) || value.accepted !== undefined) return;
  const sources = receiptsOf(value, ledger);
  const isWeak = ({ publisher, seen, carries }: Source) =>
    seen === "headline" || (get(ledger, "publishers", publisher).kind === "aggregator" && !carries);
  if (haveOneOrigin(sources) && sources.every(isWeak))
    report(
      ["sources"],
      `the row rests on ${sources.some(({ seen }) => seen === "headline") ? "a headline" : "an aggregator’s page"} alone: \`${sources.map(({ id }) => id).join("`, `")}\``,
      "add a better source, or say in `accepted` why this one is enough",
    );
};

function receiptsOf({ sources = [] }: { sources?: unknown }, ledger: Ledger): Source[] {
  return (sources as string[]).map((id) => get(ledger, "sources", id));
}

function haveOneOrigin(sources: readonly Source[]): boolean {
  return new Set(sources.map(originOf)).size === 1;
}

/**
 * Reports two rows that contradict each other on a figure of one day or an office at one time, unless a
 * disagreement tells readers.
 */
function reportDifference(
  ledger: Ledger,
  [a, b]: readonly [string, string],
  report: Report,
  path: readonly PropertyKey[],
  message: string,
): void {
  if (!ledger.disagreements.some(({ about }) => about.includes(a) && about.includes(b)))
    report(path, message, "correct one of them, or name both in `about` of a row of disagreements");
}

const figuresAreConsistent: Rule = ({ collection, value }, report, ledger) => {
  if (collection !== "events" && collection !== "reasons") return;
  const row = value as Row<"events" | "reasons">;
  const others = [...ledger.events, ...ledger.reasons].filter(
    ({ id, date }) => id < row.id && date === row.date,
  );
  row.figures.forEach((figure, i) => {
    if (row.figures.findIndex(({ id }) => id === figure.id) < i)
      report(["figures", i, "id"], `the figure \`${figure.id}\` stands twice`, "choose another id");
    if (row.status === "alleged" && figure.certainty === "confirmed")
      report(
        ["figures", i, "certainty"],
        "a number in an accusation is said to be confirmed",
        "write alleged, reported or disputed, or tell the number in an event that is confirmed",
      );
    for (const other of others)
      for (const { id, unit, value } of other.figures)
        if (id === figure.id && unit === figure.unit && value !== figure.value)
          reportDifference(
            ledger,
            [row.id, other.id],
            report,
            ["figures", i, "value"],
            `\`${id}\` is ${figure.value} here and ${value} in \`${other.id}\`, of the same day`,
          );
  });
};

const sameOfficeIsOnePerson = ruleOf("people", (person, report, ledger) => {
  person.roles.forEach((role, i) => {
    for (const other of ledger.people.filter(({ id }) => id < person.id))
      for (const { title, from, to } of other.roles)
        if (
          title === role.title &&
          from !== undefined &&
          role.from !== undefined &&
          (to === undefined || isBefore(role.from, to)) &&
          (role.to === undefined || isBefore(from, role.to))
        )
          reportDifference(
            ledger,
            [person.id, other.id],
            report,
            ["roles", i],
            `\`${other.id}\` holds the office “${title}” at the same time`,
          );
  });
});

/** A mistyped year would extend the stated coverage of the site. */
const isWithinReach: Rule = ({ collection, value }, report, ledger) => {
  const last = latest(ledger.readings.map(({ reaches }) => reaches));
  if (last === undefined || collection === "readings") return;
  for (const key of ["date", "end", "published"]) {
    const date = value[key];
    if (typeof date === "string" && date > last)
      report(
        [key],
        `\`${key}\` ${date} lies after the last reading of the sources`,
        "correct the date, or add the reading that found it to `readings`",
      );
  }
};

function latest(dates: readonly string[]): string | undefined {
  return dates.toSorted().at(-1);
}

/** An inference cannot be more certain than the rows that it rests on. */
const restsOnOthers = ruleOf("reasons", (reason, report, ledger) => {
  reason.inference?.forEach((id, i) => {
    if (id === reason.id)
      report(["inference", i], "the row rests on itself", "name the rows that it is drawn from");
    const ground = [...ledger.reasons, ...ledger.events].find((other) => other.id === id);
    if (ground && reason.status === "confirmed" && ground.status !== "confirmed")
      report(
        ["status"],
        `the row is confirmed, and \`${id}\`, on which it rests, is ${ground.status}`,
        `write ${ground.status}`,
      );
  });
});

const rowIsAsWideAsTable = ruleOf("series", ({ columns, rows }, report) => {
  rows.forEach((cells, i) => {
    if (cells.length !== columns.length)
      report(
        ["rows", i],
        `the row has ${plural(cells.length, "cell")} for ${plural(columns.length, "column")}`,
        "add or remove cells; write null for no value",
      );
  });
});

/** Saying that a text “does not mention” a matter needs no search. */
const NOT_FOUND =
  /\bno(?:ne)?\b(?! doubt)[^.;:!?]*?(?<!\bhad been )\bfound\b|\bwe found no\b|\bnot (?:found|known)\b/i;

/** Fields that do not describe the matter itself. */
const OTHER_FIELDS = ["quote", "searched", "accepted", "offer"];

/** A later search may find it, so the row must say when the last one was. */
const saysWhenSearched: Rule = ({ collection, value }, report) => {
  if (value.searched !== undefined || !("searched" in collections[collection as CollectionName].shape))
    return;
  const found = textsIn(value, OTHER_FIELDS).find(({ text }) => NOT_FOUND.test(text));
  const path = collection === "unknowns" ? [] : found?.path;
  if (path)
    report(
      path,
      "the row says that something is unknown or not found, but has no `searched`",
      "search again, and add `searched: { date: 'YYYY-MM-DD', languages: [en] }`",
    );
};

const MAX_AGE_DAYS = 180;
const DAY_MS = 86_400_000;

const searchIsRecent: Rule = ({ value: { searched } }, report, ledger) => {
  const newest = latest(ledger.events.map(({ date, end }) => end ?? date));
  if (!searched || !newest) return;
  const { date } = searched as { date: string };
  const days = Math.round((timeOf(newest) - timeOf(date)) / DAY_MS);
  if (days > MAX_AGE_DAYS)
    report(
      ["searched", "date"],
      `the search of ${formatDate(date)} is ${days} days older than the newest event, more than ${MAX_AGE_DAYS}`,
      "search again, and move `searched.date` on",
    );
};

export const rowRules: readonly Rule[] = [
  aggregatorNamesOrigin,
  receiptsAreStrongEnough,
  figuresAreConsistent,
  sameOfficeIsOnePerson,
  isWithinReach,
  restsOnOthers,
  rowIsAsWideAsTable,
  saysWhenSearched,
];

export const rowWarnings: readonly Rule[] = [notOnWeakPageAlone, searchIsRecent];

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
  draft.start_with.forEach((id, i) => {
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
