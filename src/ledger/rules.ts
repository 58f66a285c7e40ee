import { figuresIn } from "../format/dates.ts";
import { listOf, plural } from "../format/numbers.ts";
import { isBefore } from "../yaml/fields.ts";
import { type Path, type Problem, textsIn } from "../yaml/yaml-file.ts";
import { alignmentsOf, isHeldWhole, isKnownWhole, nearestHeldDrafts, textsOf } from "./alignments.ts";
import { sideOf } from "./compare-answers.ts";
import {
  type CollectionName,
  collections,
  type Draft,
  type Ledger,
  type PlacedRow,
  type Row,
  rowKey,
  type Source,
} from "./ledger.ts";
import {
  answerOf,
  draftsInOrder,
  findMissingAnswers,
  findRow,
  getRow,
  onceFor,
  isReworked,
  sourcesOfProceeding,
} from "./lookup.ts";
import { findReceipts, lastSeen } from "./receipts.ts";
import { readMarks, textOfRuns } from "./redline.ts";
import { getSources, gradeSource, originOf } from "./sources.ts";
import { findPassage, isPassageOf, passageWithWords } from "./texts.ts";
import { findExcerpt, haveSameWords, splitWords } from "./words.ts";

type Report = (path: Path, message: string, fix: string) => void;

type Rule = (row: PlacedRow, report: Report, ledger: Ledger) => void;

type RulesByCollection = {
  [Name in CollectionName]?: (row: Row<Name>, report: Report, ledger: Ledger) => void;
};

export function checkRules(rules: readonly Rule[], rows: readonly PlacedRow[], ledger: Ledger): Problem[] {
  return rows.flatMap((row) => {
    const problems: Problem[] = [];
    for (const rule of rules) rule(row, (...problem) => problems.push(row.problem(...problem)), ledger);
    return problems;
  });
}

function byCollection(rules: RulesByCollection): Rule {
  return <Name extends CollectionName>(
    { collection, value }: PlacedRow<Name>,
    report: Report,
    ledger: Ledger,
  ) => rules[collection]?.(value, report, ledger);
}

const ofOneCollection = byCollection({
  sources({ publisher, relays }, report, ledger) {
    if (relays.length === 0 && getRow(ledger, "publishers", publisher).kind === "aggregator")
      report(
        ["publisher"],
        "the page of an aggregator has no `relays`, whose work it carries",
        "name the origin, as `relays: [id-of-a-publisher]`, or write `relays: [unnamed]`",
      );
  },

  reasons(reason, report, ledger) {
    for (const id of reason.inference ?? []) {
      const ground = findRow(ledger, "reasons", id) ?? findRow(ledger, "events", id);
      if (ground && reason.status === "confirmed" && ground.status !== "confirmed")
        report(
          ["status"],
          `the row is confirmed, and \`${id}\`, on which it rests, is ${ground.status}`,
          `write ${ground.status}`,
        );
    }
  },

  drafts(draft, report, ledger) {
    draft.based_on.forEach(({ draft: id }, i) => {
      const origin = getRow(ledger, "drafts", id);
      if (isNotEarlier(ledger, origin, draft))
        report(
          ["based_on", i, "draft"],
          `\`${draft.id}\` of ${draft.date} cannot rework \`${id}\` of ${origin.date}, which is not earlier`,
          "correct the wrong date, or remove the draft from `based_on`",
        );
    });
    if (draft.absence && isHeldWhole(ledger, draft))
      report(["absence"], "the text is held whole, so none of it is unread", "remove `absence`");
    const held = numbersOf(ledger, draft.id).map((number) => Number.parseInt(number));
    const lost = Array.from({ length: draft.points ?? 0 }, (_, i) => i + 1).filter((n) => !held.includes(n));
    if (held.some(Number.isFinite) && isHeldWhole(ledger, draft) && lost.length > 0)
      report(
        ["points"],
        `the text is held whole, and has no passage ${listOf(lost.map(String))}`,
        "correct `points`, or write `extent: part` in the text",
      );
    for (const list of ["silent_on", "unknown_on"] as const)
      draft[list].forEach((clause, i) => {
        const answer =
          list === "silent_on"
            ? findRow(ledger, "answers", rowKey("answers", { draft: draft.id, clause }))
            : answerOf(ledger, draft.id, clause);
        if (answer)
          report([list, i], `\`${draft.id}\` has an answer to \`${clause}\``, "remove one of the two");
      });
  },

  passages({ draft, number }, report, ledger) {
    checkPassage(ledger, draft, number, ["number"], report);
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
        "remove the row, and nothing is told; or name in `sources`, with its `words`, who says so",
      );
    if (answer.dropped && of.based_on.length === 0)
      report(
        ["dropped"],
        `\`${draft}\` reworks no text that could have it`,
        "remove `dropped`, or name the text in `based_on` of the draft",
      );
    passages.forEach((number, i) => checkPassage(ledger, draft, number, ["passages", i], report));
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
    const { value, says } = answer;
    const numbersIn = (text = "") => figuresIn(text).map(Number).filter(Number.isFinite);
    const told = [says, answer.summary, answer.words, answer.english].flatMap(numbersIn);
    if (value !== undefined && numbersIn(says).length > 0 && !told.includes(value))
      report(
        ["value"],
        `\`value\` ${value} is no number of the answer, “${says}”`,
        "write it in `says`, or correct `value`",
      );
    checkOrigin(answer, report, ledger);
  },

  alignments(row, report, ledger) {
    const {
      drafts: [before, after],
      from,
      to,
      sources,
    } = row;
    const draft = getRow(ledger, "drafts", after);
    const parents = nearestHeldDrafts(ledger, draft).map(({ draft: { id } }) => id);
    const isReturn =
      from.length > 0 && to.length > 0 && isReworked(ledger, getRow(ledger, "drafts", before), draft);
    // What reworks itself or a later text is told of the draft.
    if (draft.based_on.some(({ draft: id }) => isNotEarlier(ledger, getRow(ledger, "drafts", id), draft)))
      return;
    if (!parents.includes(before) && !isReturn)
      return report(
        ["drafts", 0],
        `\`${before}\` is not the nearest earlier text of \`${after}\` that is held${parents.length > 0 ? `: that is ${parents.join(", ")}` : ""}`,
        "name it in `based_on` there, or align along that, text by text; longer ways are worked out, but for what fell out and came back",
      );
    const sides = [
      { key: "from", draft: before, numbers: from, other: after, others: to, word: "dropped" },
      { key: "to", draft: after, numbers: to, other: before, others: from, word: "new" },
    ] as const;
    const aligned = alignmentsOf(ledger, before, after).filter(
      (row) => row.from.length > 0 && row.to.length > 0,
    );
    for (const { key, draft, numbers, other, others, word } of sides) {
      const texts = textsOf(ledger, draft);
      numbers.forEach((number, i) => {
        if (!texts.some((text) => findPassage(text, number)))
          report([key, i], `no text of \`${draft}\` has the passage ${number}`, "correct the number");
        if (others.length === 0 && aligned.some((row) => row[key].includes(number)))
          report(
            [key, i],
            `the passage ${number} of \`${draft}\` is ${word} here and aligned in another row`,
            "keep the row that is right and remove the other",
          );
      });
      const twin = aligned.find((other) => String(other[key]) === String(numbers));
      if (twin && twin !== row && others.length > 0)
        report(
          [key],
          `the passage ${numbers.join(", ")} of \`${draft}\` is in another row too, from ${twin.from.join(", ")} to ${twin.to.join(", ")}`,
          "write both in one row, or correct the number that is wrong",
        );
      const isWhole = isKnownWhole(ledger, getRow(ledger, "drafts", other));
      if (others.length === 0 && !isWhole && sources.length === 0)
        report(
          [key],
          `the text of \`${other}\` is held and read in part, so nothing in it shows that the passage is ${word}`,
          "name in `sources` who says so, or leave the passage out: it is then “not compared in words”",
        );
    }
  },

  judgements({ from, to, clause, marks }, report, ledger) {
    const sides = [from, to].map((id) => sideOf(ledger, getRow(ledger, "drafts", id), clause));
    const silent = sides.find(({ answer, isAbsent }) => !answer || isAbsent);
    if (silent)
      return report(
        ["clause"],
        `\`${silent.draft.id}\` does not answer \`${clause}\``,
        "add its answer, or remove the judgement",
      );
    if (new Set(sides.map(({ answer }) => answer?.says)).size === 1)
      report(["verdict"], "both answers say the same", "correct one of the answers, or remove the row");
    if (marks === undefined) return;
    const { before, after } = readMarks(marks);
    sides.forEach(({ held, draft }, i) => {
      const [given, words] = [textOfRuns(i === 0 ? before : after), held?.words ?? ""];
      if (!haveSameWords(words, given))
        report(
          ["marks"],
          `without ${i === 0 ? "what is inserted" : "what is struck"} the marks read “${given}”, and \`${draft.id}\` has “${words}”`,
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

  "case-steps"({ persons, proceedings, accuser }, report, ledger) {
    proceedings.forEach((id, i) => {
      const { person, by } = getRow(ledger, "proceedings", id);
      if (!persons.includes(person))
        report(
          ["proceedings", i],
          `\`${id}\` is a proceeding against ${person}, who is not among \`persons\``,
          `correct the id, or add ${person} to \`persons\``,
        );
      if (accuser !== by)
        report(
          ["proceedings", i],
          `in \`${id}\` the accuser is ${by}, in the step ${accuser ?? "nobody"}`,
          "see in the source whose case it is; correct the id or `accuser`",
        );
    });
  },

  proceedings(proceeding, report, ledger) {
    const { id, as_of } = proceeding;
    const steps = ledger["case-steps"].filter(({ proceedings }) => proceedings.includes(id));
    if (steps.length === 0)
      report([], `no row of case-steps has the proceeding \`${id}\` in \`proceedings\``, "add the step");
    const published = getSources(ledger, sourcesOfProceeding(proceeding)).map(
      ({ published = "" }) => published,
    );
    const newest = [...steps.map(({ date }) => date), ...published].sort().at(-1);
    if (newest && isBefore(as_of, newest))
      report(
        ["as_of"],
        `\`as_of\` ${as_of} is older than the newest step or receipt, of ${newest}`,
        "read what that page says of the stage, and move `as_of` on",
      );
  },
});

function isNotEarlier(ledger: Ledger, origin: Draft, draft: Draft) {
  const drafts = draftsInOrder(ledger);
  return drafts.indexOf(origin) >= drafts.indexOf(draft);
}

/** Words that an alignment traces to an earlier text are nothing new to that text. */
function checkOrigin({ draft, clause, passages, words }: Row<"answers">, report: Report, ledger: Ledger) {
  if (words === undefined) return;
  const whole = textsOf(ledger, draft)
    .map((text) => passageWithWords(text, passages, words))
    .find((passage) => passage && haveSameWords(passage.words, words));
  for (const { drafts, from, to } of whole ? ledger.alignments : []) {
    const [before, after] = drafts;
    if (after !== draft || from.length === 0 || !whole || !to.includes(whole.number)) continue;
    if (sideOf(ledger, getRow(ledger, "drafts", before), clause).isAbsent)
      report(
        ["passages"],
        `passage ${whole.number} came from ${from.join(", ")} of \`${before}\`, say the alignments, and \`${before}\` is entered as silent on \`${clause}\``,
        `add an answer of \`${before}\`, or correct the alignment`,
      );
  }
}

/** Of passages that are held, or known to be missing. */
function numbersOf(ledger: Ledger, draft: string) {
  return textsOf(ledger, draft).flatMap((text) => [
    ...text.passages.map((passage) => passage.number),
    ...text.missing,
    ...Object.keys(text.not_found),
  ]);
}

function checkPassage(ledger: Ledger, draft: string, number: string, path: Path, report: Report) {
  const { points } = getRow(ledger, "drafts", draft);
  const held = numbersOf(ledger, draft);
  const mayBe =
    points === undefined
      ? textsOf(ledger, draft).every(({ extent }) => extent === "part")
      : Number.parseInt(number, 10) <= points;
  if (!mayBe && !held.some((known) => isPassageOf(known, [number])))
    report(path, `the draft \`${draft}\` has no passage ${number}`, "correct the number");
}

const ATTRIBUTED_COLLECTIONS: readonly CollectionName[] = ["positions", "meetings"];

const areAttributed: Rule = ({ collection, value }, report, ledger) => {
  const { attributed_to, certainty, sources = [] } = fieldsOf(value);
  if (attributed_to !== undefined || certainty === "claimed" || ATTRIBUTED_COLLECTIONS.includes(collection))
    return;
  const grades = getSources(ledger, sources).map((source) => gradeSource(ledger, source));
  if (grades.length > 0 && grades.every((grade) => grade === "state-controlled"))
    report(
      ["sources"],
      "every source is a state-controlled outlet",
      "add another source, or attribute the statement to that state",
    );
};

type SharedFields = Partial<
  Record<"certainty" | "attributed_to" | "date" | "end" | "published", string> & {
    sources: readonly string[];
    searched: object;
  }
>;

function fieldsOf(value: PlacedRow["value"]) {
  return value as SharedFields;
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
  const last = onceFor(ledger, "last-seen", () => lastSeen([...ledger.receipts, ...ledger.texts]));
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

export const rules: readonly Rule[] = [ofOneCollection, areAttributed, isNotYetToCome, saysWhenSearched];

const RECORDS = ["official-body", "agency", "press-of-record"];

/** Most years between a row and the one next to it in time; more are likely a slip of a digit. */
const MAX_YEARS_APART = 50;

const isOfItsTime: Rule = ({ collection, value }, report, ledger) => {
  if (collection !== "events" && collection !== "drafts") return;
  const yearOf = (row: object) => Number.parseInt(fieldsOf(row as never).date ?? "");
  const apart = [...ledger.events, ...ledger.drafts]
    .filter((row) => row !== value)
    .map((row) => Math.abs(yearOf(row) - yearOf(value)));
  if (apart.length > 0 && Math.min(...apart) > MAX_YEARS_APART)
    report(
      ["date"],
      `every other event and draft is ${Math.min(...apart)} years or more from ${yearOf(value)}`,
      "correct the year, if it is wrong",
    );
};

export const warnings: readonly Rule[] = [
  isOfItsTime,
  byCollection({
    /** One source is enough if it is a record, or the words of somebody who was there. */
    events({ status, attributed_to, accepted, sources: ids }, report, ledger) {
      if (status !== "confirmed" || (attributed_to ?? accepted) !== undefined) return;
      const sources = getSources(ledger, ids);
      const isRecord = (source: Source) => {
        const { kind } = getRow(ledger, "publishers", originOf(source));
        return (
          source.kind === "official" ||
          gradeSource(ledger, source) === "official" ||
          RECORDS.includes(kind) ||
          (kind === "speaker" && source.relays.length > 0)
        );
      };
      if (new Set(sources.map(originOf)).size === 1 && !sources.some(isRecord))
        report(
          ["status"],
          `the row is confirmed, and rests on one source that is no record: \`${ids.join("`, `")}\``,
          "add a record or an independent source, write `reported` and who says so in `attributed_to`, or say in `accepted` why this one is enough",
        );
    },

    /** An answer that nobody has written is never read as silence. */
    drafts(draft, report, ledger) {
      for (const { clause, row } of draft.read_whole ? findMissingAnswers(ledger, [draft]) : [])
        report(
          ["read_whole"],
          `\`${draft.id}\` has no answer to \`${clause.id}\` yet (“${clause.text}”)`,
          `add \`${row}\`, or \`${clause.id}\` to \`silent_on\`, or to \`unknown_on\` where it is not known`,
        );
    },

    /** What equal words say is the same. */
    answers(answer, report, ledger) {
      const { clause, words } = answer;
      if (words === undefined) return;
      const other = ledger.answers.find(
        (other) =>
          other.clause === clause &&
          other.draft < answer.draft &&
          other.says !== answer.says &&
          other.words === words,
      );
      if (other)
        report(
          ["says"],
          `\`${other.draft}\` has the same words, and says “${other.says}”`,
          "write the same in both, or quote more words",
        );
      for (const { id, draft, passages } of ledger.texts) {
        if (!answerOf(ledger, draft, clause)?.absent) continue;
        const held = passages.find((passage) => findExcerpt(splitWords(passage.words), words));
        if (held)
          report(
            ["words"],
            `passage ${held.number} of texts/${id}.md has these words, and \`${draft}\` is entered as silent on \`${clause}\``,
            `add an answer of \`${draft}\`, or quote words here that it does not have`,
          );
      }
    },
  }),
];
