import { plural } from "../format/numbers.ts";
import { isBefore } from "../yaml/fields.ts";
import {
  type CollectionName,
  collections,
  type Ledger,
  type PlacedRow,
  type Row,
  rowKey,
  type Source,
} from "./ledger.ts";
import { findReceipts } from "./receipts.ts";
import { isHeldWhole, nearestHeldDrafts, textsOf } from "./alignments.ts";
import { sideOf } from "./compare-answers.ts";
import {
  answerOf,
  findMissingAnswers,
  findRow,
  getRow,
  onceFor,
  reworkedDrafts,
  sourcesOfProceeding,
} from "./lookup.ts";
import { readMarks, textOfRuns } from "./redline.ts";
import { findPassage, isPassageOf, passageWithWords } from "./texts.ts";
import { haveSameWords } from "./words.ts";
import { originOf, gradeSource } from "./sources.ts";
import { type Path, type Problem, textsIn } from "../yaml/yaml-file.ts";

type Report = (path: Path, message: string, fix: string) => void;

/** Checks one row of a ledger whose rows and references are valid. */
type Rule = (row: PlacedRow, report: Report, ledger: Ledger) => void;

export function checkRules(rules: readonly Rule[], rows: readonly PlacedRow[], ledger: Ledger): Problem[] {
  return rows.flatMap((row) => {
    const problems: Problem[] = [];
    for (const rule of rules) rule(row, (...problem) => problems.push(row.problem(...problem)), ledger);
    return problems;
  });
}

/** Rules for the rows of one collection. */
const BY_COLLECTION: {
  [Name in CollectionName]?: (row: Row<Name>, report: Report, ledger: Ledger) => void;
} = {
  sources({ publisher, relays }, report, ledger) {
    if (relays.length === 0 && getRow(ledger, "publishers", publisher).kind === "aggregator")
      report(
        ["publisher"],
        "the page of an aggregator has no `relays`, whose work it carries",
        "name the origin, as `relays: [id-of-a-publisher]`, or write `relays: [unnamed]`",
      );
  },

  events: checkFigures,

  reasons(reason, report, ledger) {
    checkFigures(reason, report);
    // An inference cannot be more certain than the rows that it rests on.
    reason.inference?.forEach((id) => {
      const ground = findRow(ledger, "reasons", id) ?? findRow(ledger, "events", id);
      if (ground && reason.status === "confirmed" && ground.status !== "confirmed")
        report(
          ["status"],
          `the row is confirmed, and \`${id}\`, on which it rests, is ${ground.status}`,
          `write ${ground.status}`,
        );
    });
  },

  drafts(draft, report, ledger) {
    draft.start_with.forEach((id, i) => {
      if (getRow(ledger, "drafts", id).date <= draft.date)
        report(
          ["start_with", i],
          `\`${id}\` is not later than \`${draft.id}\``,
          "write the pair at the earlier of the two",
        );
    });
    draft.based_on.forEach((origin, i) => {
      const originsOf = (id: string) => getRow(ledger, "drafts", id).based_on.map(({ draft }) => draft);
      const { date } = getRow(ledger, "drafts", origin.draft);
      if (date > draft.date || leadsTo(draft.id, origin.draft, originsOf))
        report(
          ["based_on", i, "draft"],
          `\`${origin.draft}\` is not earlier than \`${draft.id}\``,
          "write it at the later of the two",
        );
    });
    draft.silent_on.forEach((clause, i) => {
      if (findRow(ledger, "answers", rowKey("answers", { draft: draft.id, clause })))
        report(["silent_on", i], `\`${draft.id}\` has an answer to \`${clause}\``, "remove one of the two");
    });
  },

  passages({ draft, number }, report, ledger) {
    if (!hasPassage(ledger, draft, number))
      report(["number"], `the draft \`${draft}\` has no passage ${number}`, "correct one of the numbers");
  },

  answers(answer, report, ledger) {
    const { draft, passages } = answer;
    const of = getRow(ledger, "drafts", draft);
    const isTold =
      answer.dropped ||
      answer.sources.some((id) => !of.sources.includes(id)) ||
      findReceipts(ledger.receipts, "answers", rowKey("answers", answer)).length > 0;
    if (answer.absent && !of.read_whole && !isTold)
      report(
        ["absent"],
        `nobody read \`${draft}\` whole (\`read_whole\`), so nothing shows that it says nothing on this`,
        "remove the row, and the answer is “not known”; or name in `sources`, with its `words`, who says so",
      );
    passages.forEach((number, i) => {
      if (!hasPassage(ledger, draft, number))
        report(["passages", i], `the draft \`${draft}\` has no passage ${number}`, "correct the number");
    });
    for (const key of ["words", "english"] as const) {
      const excerpt = answer[key];
      const texts = textsOf(ledger, draft).filter(
        ({ translated_by }) => (translated_by === undefined) === (key === "words"),
      );
      if (excerpt === undefined || texts.some((text) => passageWithWords(text, passages, excerpt))) continue;
      const where = texts.map(({ id }) => `texts/${id}.md`).join(" and ") || "any text that is held";
      report(
        [key],
        `the words are not in ${passages.length > 1 ? "passages" : "passage"} ${passages.join(", ")} of ${where}`,
        "copy them from the passage, or correct its number",
      );
    }
    checkOrigin(answer, report, ledger);
  },

  alignments({ drafts: [before, after], from, to, sources }, report, ledger) {
    const draft = getRow(ledger, "drafts", after);
    const parents = nearestHeldDrafts(ledger, draft).map(({ draft: { id } }) => id);
    const isReturn =
      from.length > 0 && to.length > 0 && reworkedDrafts(ledger, draft).some(({ id }) => id === before);
    if (!parents.includes(before) && !isReturn)
      return report(
        ["drafts", 0],
        `\`${before}\` is not the nearest earlier text of \`${after}\` that is held${parents.length > 0 ? `: that is ${parents.join(", ")}` : ""}`,
        "align along `based_on`, text by text; longer ways are worked out, but for what fell out and came back",
      );
    const sides = [
      { key: "from", draft: before, numbers: from, other: after, others: to, word: "dropped" },
      { key: "to", draft: after, numbers: to, other: before, others: from, word: "new" },
    ];
    for (const { key, draft, numbers, other, others, word } of sides) {
      const texts = textsOf(ledger, draft);
      numbers.forEach((number, i) => {
        if (!texts.some((text) => findPassage(text, number)))
          report([key, i], `no text of \`${draft}\` has the passage ${number}`, "correct the number");
      });
      if (others.length === 0 && !isHeldWhole(ledger, { id: other }) && sources.length === 0)
        report(
          [key],
          `the text of \`${other}\` is held in part, so nothing in it shows that the passage is ${word}`,
          "name in `sources` who says so, or leave the passage out: it is then “not compared”",
        );
    }
  },

  judgements({ from, to, clause, marks }, report, ledger) {
    const sides = [from, to].map((id) => sideOf(ledger, getRow(ledger, "drafts", id), clause));
    const [before, after] = sides;
    const silent = sides.find(({ answer, isAbsent }) => !answer || isAbsent);
    if (!before?.answer || !after?.answer || silent)
      return report(
        ["clause"],
        `\`${silent?.draft.id}\` does not answer \`${clause}\``,
        "add its answer, or remove the judgement",
      );
    if (before.answer.says === after.answer.says)
      report(["verdict"], "both answers say the same", "correct one of the answers, or remove the row");
    if (marks === undefined) return;
    const wordings = readMarks(marks);
    sides.forEach((side, i) => {
      const held = side.held?.words ?? "";
      const given = textOfRuns(i === 0 ? wordings.before : wordings.after);
      if (!haveSameWords(held, given))
        report(
          ["marks"],
          `without ${i === 0 ? "what is inserted" : "what is struck"} the marks read “${given}”, and \`${side.draft.id}\` has “${held}”`,
          "give back both wordings, as [-struck-]{+inserted+}",
        );
    });
  },

  "region-claims"({ draft = "", clause = "", position }, report, ledger) {
    if (!position && !answerOf(ledger, draft, clause))
      report(
        ["clause"],
        `\`${draft}\` has no answer to \`${clause}\``,
        "correct the clause, or add the answer",
      );
  },

  series({ columns, rows }, report) {
    rows.forEach((cells, i) => {
      if (cells.length !== columns.length)
        report(
          ["rows", i],
          `the row has ${plural(cells.length, "cell")} for ${plural(columns.length, "column")}`,
          "add or remove cells; write null for no value",
        );
    });
  },

  "case-steps"(step, report, ledger) {
    const steps = ledger["case-steps"];
    const earlier = steps.slice(0, steps.indexOf(step));
    const named = step.proceedings.map((id) => getRow(ledger, "proceedings", id));
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
  },

  proceedings(proceeding, report, ledger) {
    const { id, as_of } = proceeding;
    if (!ledger["case-steps"].some(({ proceedings }) => proceedings.includes(id)))
      report([], `no row of case-steps has the proceeding \`${id}\` in \`proceedings\``, "add the step");
    const newest = latest(
      sourcesOfProceeding(proceeding).map((id) => getRow(ledger, "sources", id).published ?? ""),
    );
    if (newest && isBefore(as_of, newest))
      report(
        ["as_of"],
        `\`as_of\` ${as_of} is older than the newest receipt, of ${newest}`,
        "read what that page says of the stage, and move `as_of` on",
      );
  },
};

function checkByCollection<Name extends CollectionName>(
  { collection, value }: PlacedRow<Name>,
  report: Report,
  ledger: Ledger,
): void {
  BY_COLLECTION[collection]?.(value, report, ledger);
}

/** Whether `start` is `id`, or rests on it at once or through others. */
function leadsTo(id: string, start: string, groundsOf: (id: string) => readonly string[]): boolean {
  const found = new Set([start]);
  // Grows while it is read.
  for (const ground of found) for (const next of groundsOf(ground)) found.add(next);
  return found.has(id);
}

/** Words that an alignment traces to an earlier text are nothing new to that text. */
function checkOrigin(
  { draft, clause, passages, words }: Row<"answers">,
  report: Report,
  ledger: Ledger,
): void {
  if (words === undefined) return;
  const whole = textsOf(ledger, draft)
    .map((text) => passageWithWords(text, passages, words))
    .find((passage) => passage && haveSameWords(passage.words, words));
  for (const { drafts, from, to } of ledger.alignments) {
    const [before, after] = drafts;
    const isOrigin = after === draft && from.length > 0 && whole !== undefined && to.includes(whole.number);
    if (isOrigin && sideOf(ledger, getRow(ledger, "drafts", before), clause).isAbsent)
      report(
        ["passages"],
        `passage ${whole.number} came from ${from.join(", ")} of \`${before}\`, say the alignments, and \`${before}\` is entered as silent on \`${clause}\``,
        `add an answer of \`${before}\`, or correct the alignment`,
      );
  }
}

/** Whether the draft has the passage, or one of its parts, as far as its passages are known. */
function hasPassage(ledger: Ledger, draft: string, number: string): boolean {
  const { points } = getRow(ledger, "drafts", draft);
  const texts = textsOf(ledger, draft);
  const held = texts.flatMap((text) => [
    ...text.passages.map((passage) => passage.number),
    ...text.missing,
    ...Object.keys(text.not_found),
  ]);
  if (held.some((known) => isPassageOf(known, number))) return true;
  if (points !== undefined) return Number.parseInt(number, 10) <= points;
  return texts.every(({ extent }) => extent === "part");
}

function latest(dates: readonly string[]): string | undefined {
  return dates.toSorted().at(-1);
}

function checkFigures({ status, figures }: Row<"events" | "reasons">, report: Report): void {
  figures.forEach((figure, i) => {
    if (status === "alleged" && figure.certainty === "confirmed")
      report(
        ["figures", i, "certainty"],
        "a number in an accusation is said to be confirmed",
        "write alleged, reported or disputed, or tell the number in an event that is confirmed",
      );
  });
}

/** Collections whose rows name their speaker in a field. */
const ATTRIBUTED_COLLECTIONS: readonly CollectionName[] = ["positions", "meetings"];

const receiptsAreStrongEnough: Rule = ({ collection, value }, report, ledger) => {
  const sources = receiptsOf(value, ledger);
  if (sources.length === 0) return;
  const standings = sources.map((source) => gradeSource(ledger, source));
  const { attributed_to, certainty, status, known } = fieldsOf(value);
  const isAttributed =
    attributed_to !== undefined || certainty === "claimed" || ATTRIBUTED_COLLECTIONS.includes(collection);
  if (!isAttributed && standings.every((worth) => worth === "state-controlled"))
    report(
      ["sources"],
      "every source is a state-controlled outlet",
      "add another source, or attribute the statement to that state",
    );
  const key = status === "confirmed" ? "status" : certainty === "confirmed" && "certainty";
  const isHeadlines = sources.every(({ read }) => read === "title");
  if (collection === "positions" && isHeadlines && known !== "second-hand")
    report(["known"], "the stance is known from headlines alone", "write `known: second-hand`");
  if (key && isHeadlines && !standings.includes("official") && haveOneOrigin(sources))
    report(
      [key],
      "the row is confirmed on the headline of one newsroom alone",
      "add a page that was read, a second newsroom or an official body, or write `reported` and who reports it",
    );
};

/** Fields that rows of several collections have. */
interface SharedFields {
  id?: string;
  sources?: readonly string[];
  status?: string | undefined;
  certainty?: string | undefined;
  attributed_to?: string | undefined;
  known?: string | undefined;
  accepted?: string | undefined;
  searched?: { date: string } | undefined;
  date?: string | undefined;
  end?: string | undefined;
  published?: string | undefined;
}

function fieldsOf(value: PlacedRow["value"]): SharedFields {
  return value;
}

function receiptsOf(value: PlacedRow["value"], ledger: Ledger): Source[] {
  return (fieldsOf(value).sources ?? []).map((id) => getRow(ledger, "sources", id));
}

function haveOneOrigin(sources: readonly Source[]): boolean {
  return new Set(sources.map(originOf)).size === 1;
}

/** Saying that a text “does not mention” a matter needs no search. */
const NOT_FOUND =
  /\bno(?:ne)?\b(?! doubt)[^.;:!?]*?(?<!\bhad been )\bfound\b|\bwe found no\b|\bnot (?:found|known)\b/i;

/** Fields that do not describe the matter itself. */
const OTHER_FIELDS = ["quote", "searched", "accepted", "offer"];

/** A later search may find it, so the row must say when the last one was. */
const saysWhenSearched: Rule = ({ collection, value }, report) => {
  if (fieldsOf(value).searched || !("searched" in collections[collection].shape)) return;
  const found = textsIn(value, OTHER_FIELDS).find(({ text }) => NOT_FOUND.test(text));
  const path = collection === "unknowns" ? [] : found?.path;
  if (path)
    report(
      path,
      "the row says that something is unknown or not found, but has no `searched`",
      "search again, and add `searched: { date: 'YYYY-MM-DD', languages: [en] }`",
    );
};

/** A mistyped year would tell what has not happened yet. */
const isNotYetToCome: Rule = ({ value }, report, ledger) => {
  const last = onceFor(ledger, "last-seen", () =>
    latest([...ledger.receipts, ...ledger.texts].flatMap(({ seen }) => seen ?? [])),
  );
  for (const key of ["date", "end", "published"] as const) {
    const date = fieldsOf(value)[key];
    if (last !== undefined && date !== undefined && date > last)
      report(
        [key],
        `\`${key}\` ${date} is later than ${last}, the last day on which any source was seen`,
        "correct the date, or add the words of its source with the day on which you saw them",
      );
  }
};

export const rules: readonly Rule[] = [
  checkByCollection,
  receiptsAreStrongEnough,
  isNotYetToCome,
  saysWhenSearched,
];

/** Leadership, motives and numbers need more than a digest or a headline. */
const notOnWeakPageAlone: Rule = ({ collection, value }, report, ledger) => {
  if (!["events", "positions", "reasons"].includes(collection) || fieldsOf(value).accepted !== undefined)
    return;
  const sources = receiptsOf(value, ledger);
  const isWeak = ({ publisher, read, carries }: Source) =>
    read === "title" || (getRow(ledger, "publishers", publisher).kind === "aggregator" && !carries);
  if (haveOneOrigin(sources) && sources.every(isWeak))
    report(
      ["sources"],
      `the row rests on ${sources.some(({ read }) => read === "title") ? "a headline" : "an aggregator’s page"} alone: \`${sources.map(({ id }) => id).join("`, `")}\``,
      "add a better source, or say in `accepted` why this one is enough",
    );
};

/** One source is enough if it is a body, a newsroom of reference, or somebody who was there and whose words a page carries. */
const confirmedByMoreThanOne: Rule = ({ collection, value }, report, ledger) => {
  const { status, attributed_to, accepted } = fieldsOf(value);
  if (collection !== "events" || status !== "confirmed" || (attributed_to ?? accepted) !== undefined) return;
  const sources = receiptsOf(value, ledger);
  const isRecord = (source: Source) => {
    if (source.kind === "official" || gradeSource(ledger, source) === "official") return true;
    const { kind } = getRow(ledger, "publishers", originOf(source));
    return (
      ["official-body", "agency", "press-of-record"].includes(kind) ||
      (kind === "speaker" && source.relays.length > 0)
    );
  };
  if (haveOneOrigin(sources) && !sources.some(isRecord))
    report(
      ["status"],
      `the row is confirmed, and rests on one source that is no record: \`${sources.map(({ id }) => id).join("`, `")}\``,
      "add a record or an independent source, write `reported` and who says so in `attributed_to`, or say in `accepted` why this one is enough",
    );
};

/** An answer that nobody has written is never read as silence. */
const clausesAreAnswered: Rule = ({ collection, value }, report, ledger) => {
  if (collection !== "drafts" || !value.read_whole) return;
  for (const { clause, row } of findMissingAnswers(ledger, [value]))
    report(
      ["read_whole"],
      `\`${value.id}\` has no answer to \`${clause.id}\` yet (“${clause.text}”)`,
      `add \`${row}\`, or \`${clause.id}\` to \`silent_on\`, or to \`unknown_on\` where it is not known`,
    );
};

/** What equal words say is the same, unless more of the passages that they are drawn from differs. */
const sameWordsSayTheSame: Rule = ({ collection, value }, report, ledger) => {
  if (collection !== "answers") return;
  const { draft, clause, words, says } = value;
  const passagesOf = ({ draft, passages }: Row<"answers">) =>
    (textsOf(ledger, draft)[0]?.passages ?? [])
      .filter(({ number }) => passages.some((named) => isPassageOf(number, named)))
      .map((passage) => passage.words)
      .join(" ");
  const other = ledger.answers.find(
    (answer) =>
      answer.clause === clause &&
      answer.draft < draft &&
      answer.says !== says &&
      answer.words &&
      answer.words === words &&
      haveSameWords(passagesOf(answer), passagesOf(value)),
  );
  if (other)
    report(
      ["says"],
      `\`${other.draft}\` has the same words, and says “${other.says}”`,
      "write the same in both, or quote more words",
    );
};

export const warnings: readonly Rule[] = [
  clausesAreAnswered,
  sameWordsSayTheSame,
  notOnWeakPageAlone,
  confirmedByMoreThanOne,
];
