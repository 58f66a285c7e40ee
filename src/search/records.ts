import type { Chart } from "../charts/read-charts.ts";
import { cellText, type Table } from "../charts/chart.ts";
import type { QuestionHeading } from "../texts/in-order.ts";
import { capitalize, plural } from "../format/numbers.ts";
import { familyName } from "../format/names.ts";
import { followClause, summarizeClause } from "../ledger/compare-answers.ts";
import type { Term } from "../ledger/read-ledger.ts";
import { passagesToRead } from "../ledger/compare-passages.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { clausesInOrder, getClause } from "../ledger/lookup.ts";
import { publisherName } from "../ledger/sources.ts";
import { isPassageOf } from "../ledger/texts.ts";
import { countWords, MAX_QUOTED_WORDS } from "../ledger/words.ts";
import { nth } from "../expect-defined.ts";
import { withoutBase, type Kind, hrefs } from "../routes.ts";
import { getDraftsTopic, getSite, type Topic, topicName } from "../site.ts";
import { answerText } from "../phrases/answers.ts";
import { sourceLink } from "../phrases/links.ts";
import type { Filter, SummaryRun } from "./find.ts";
import { nameKey, type Spellings } from "./spelling.ts";

/** An indexed item without a page of its own, or whose page is mostly a chart and numbers. */
export interface SearchRecord {
  /** Path and anchor, without the base path of the site. */
  url: string;
  title: string;
  /** Of the title, if it is not English. */
  lang?: string;
  text: string;
  filters: Partial<Record<Filter, string>>;
  date?: string;
  /** First and last answer of a clause. */
  summary?: SummaryRun[];
}

interface RecordParts {
  kind: string;
  href: string;
  title: string;
  texts: readonly (string | undefined)[];
  topic?: Topic;
  date?: string | undefined;
}

function recordOf({ kind, href, title, texts, topic, date }: RecordParts): SearchRecord {
  const sentences = texts.flatMap((text) => text?.replace(/[.\s]+$/, "") || []);
  return {
    url: withoutBase(href),
    title,
    text: sentences.join(". "),
    filters: { kind, ...(topic && { topic: topicName(topic) }), ...(date && { year: date.slice(0, 4) }) },
    ...(date && { date }),
  };
}

/** Index records of clauses, points, terms, reasons, charts and sources. */
export function searchRecords(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
): SearchRecord[] {
  return [
    ...clausesInOrder(ledger).map(({ clause, theme }) => {
      const answers = followClause(ledger, clause.id).rows.map(
        ({ draft, answer }) => `${draft.short}: ${answer.says}`,
      );
      const href = `${hrefs.theme(theme.id)}#${clause.id}`;
      const texts = [theme.name, ...new Set(answers)];
      return {
        ...recordOf({ kind: "Clause", href, title: clause.text, texts, topic: getDraftsTopic() }),
        summary: summaryOf(ledger, clause.id),
      };
    }),
    ...ledger.drafts.flatMap((draft) => passageRecords(ledger, draft)),
    ...glossary.map(({ id, term, definition, also, topic }) =>
      recordOf({
        kind: "Term",
        href: hrefs.term(id),
        title: term,
        texts: [definition, also.join(", ")],
        topic,
      }),
    ),
    ...ledger.reasons.map(({ id, title, statement, attributed_to, topic, date }) => {
      const texts = [statement, attributed_to];
      return recordOf({ kind: "Reason", href: hrefs.reason(id), title, texts, topic, date });
    }),
    ...charts.map((chart) => {
      const { id, title, subtitle, description, table, topic } = chart;
      const names = [`Chart: ${id.replaceAll("-", " ")}`, ...chart.also];
      const texts = [subtitle, description, labelsOf(table), ...names];
      return recordOf({ kind: "Chart", href: hrefs.chart(id), title, texts, topic });
    }),
    ...ledger.sources.map((source) => {
      const publisher = publisherName(ledger, source);
      const title = source.title ?? source.about ?? publisher;
      const href = sourceLink(ledger, source.id);
      const record = recordOf({ kind: "Source", href, title, texts: [publisher], date: source.published });
      return source.title && source.lang !== "en" ? { ...record, lang: source.lang } : record;
    }),
  ];
}

/** Letters of a passage’s beginning in its title. */
const MAX_BEGINNING = 60;

/** Points with our line and their words, and passages without one. Of quoted texts only what may be shown in one place. */
function passageRecords(ledger: Ledger, { id, name, date }: Draft): SearchRecord[] {
  const passage = capitalize(getSite().labels.passage);
  const held = passagesToRead(ledger, id).filter(
    ({ text, passage }) =>
      text.lang === "en" && (text.rights !== "quoted" || countWords(passage.words) <= MAX_QUOTED_WORDS),
  );
  const lines = ledger.passages.filter(({ draft }) => draft === id);
  const isOf = (number: string) => lines.find((line) => isPassageOf(number, line.number));
  const record = (number: string, about: string, texts: readonly string[]) =>
    recordOf({
      kind: passage,
      href: `${hrefs.draft(id)}#point-${number}`,
      title: `${passage} ${number} of the ${name}: ${about}`,
      texts,
      topic: getDraftsTopic(),
      date,
    });
  return [
    ...lines.map((line) => {
      const words = held.filter(({ passage }) => isOf(passage.number) === line);
      return record(line.number, line.title, [line.summary, ...words.map(({ passage }) => passage.words)]);
    }),
    ...held
      .filter(({ passage }) => !isOf(passage.number))
      .map(({ passage: { number, words } }) => {
        const beginning =
          words.length > MAX_BEGINNING ? `${words.slice(0, MAX_BEGINNING).replace(/\s+\S*$/, "")}…` : words;
        return record(number, `“${beginning}”`, [words]);
      }),
  ];
}

function summaryOf(ledger: Ledger, clause: string): SummaryRun[] {
  const summary = summarizeClause(ledger, followClause(ledger, clause));
  if (!summary) return [];
  return [
    ["", `${answerText(summary.first)} →`],
    [summary.last.answer.open ? "open" : "", answerText(summary.last)],
  ];
}

function labelsOf({ columns, rows }: Table): string {
  const heads = rows.map((row) => cellText(row[0] ?? null)).filter((text) => /^\p{L}/u.test(text));
  return [...new Set([...columns.map((column) => column.label), ...heads])].join(", ");
}

/**
 * Other spellings of names and words, and the pages for names and questions. Words in the site’s own
 * sentences are never respelled: “UN” stays “UN”.
 */
export function spellings(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
  headings: readonly QuestionHeading[],
): Spellings {
  const variants: Spellings["variants"] = {};
  const pages: Spellings["pages"] = {};
  const used = ownWords(ledger);
  const spell = (variant: string, spelling: string) => {
    const typed = variant.toLowerCase();
    if (typed === spelling.toLowerCase() || !used.has(typed)) variants[typed] ??= spelling;
  };
  // The whole question: without its common words, “Who wants what?” is only “wants”.
  const ask = (kind: Kind, text: string, href: string) =>
    void (pages[nameKey(text)] ??= { url: withoutBase(href), kind });
  const call = (kind: Kind, name: string, href: string) => {
    // Corrects words of the name with one wrong letter.
    for (const word of name.match(/\p{L}{5,}/gu) ?? []) spell(word, word);
    ask(kind, name, href);
  };

  for (const { id, name, also, names } of ledger.people) {
    // People are searched for by family name: few pages about them contain the first name.
    const family = familyName(name);
    for (const other of [name, ...also, ...Object.values(names)]) {
      spell(other, family);
      spell(familyName(other), family);
    }
    call("Person", family, hrefs.person(id));
  }
  for (const { id, name, also, names } of ledger.organisations) {
    const [, long = name, short = name] = /^(.+) \(([^)]+)\)$/.exec(name) ?? [];
    for (const other of [...also, ...Object.values(names)]) spell(other, short);
    for (const called of [short, name, long]) call("Organisation", called, hrefs.organisation(id));
  }
  for (const { id, name, also, clauses } of ledger.themes) {
    const href = hrefs.theme(id);
    for (const called of [name, ...also]) call("Clause", called, href);
    for (const clause of clauses) ask("Clause", clause.text, `${href}#${clause.id}`);
  }
  // If several drafts have as many points, prefer the one whose points are recorded.
  for (const { id, name, points } of ledger.drafts.toSorted(
    (a, b) => Number(!a.read_out) - Number(!b.read_out),
  ))
    for (const called of [name, points && plural(points, getSite().labels.part, getSite().labels.parts)])
      if (called) call("Draft", called, hrefs.draft(id));
  for (const { id, term } of glossary) call("Term", term, hrefs.term(id));
  for (const { title, href } of headings) ask("Explained", title, href);
  for (const { id, also } of charts) {
    call("Chart", id.replaceAll("-", " "), hrefs.chart(id));
    for (const asked of also) ask("Chart", asked, hrefs.chart(id));
  }
  for (const names of getSite().spellings) for (const name of names) spell(name, nth(names, -1));
  return { variants, pages };
}

/** Fields with the site’s own words, not quotations or titles of sources. */
const OWN_FIELDS = ["title", "name", "statement", "note", "summary", "text", "stance"];

function ownWords(ledger: Ledger): Set<string> {
  const { events, reasons, drafts, passages, themes, answers, positions } = ledger;
  const clauses = themes.flatMap((theme) => theme.clauses);
  const rows = [events, reasons, drafts, passages, themes, clauses, answers, positions].flat();
  const texts = rows.flatMap((row) => OWN_FIELDS.map((field) => (row as Record<string, unknown>)[field]));
  return new Set(
    texts
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{M}'’-]+/gu),
  );
}

export interface Entry {
  title: string;
  href: string;
  kind: string;
}

const STARTERS_OF_KIND = 3;

/** Links for the empty search box: clauses alternate with questions from explainers. */
export function searchStarters(
  ledger: Ledger,
  clauses: readonly string[],
  headings: readonly QuestionHeading[],
): Entry[] {
  return clauses.slice(0, STARTERS_OF_KIND).flatMap((id, i) => {
    const { theme, clause } = getClause(ledger, id);
    const href = `${hrefs.theme(theme.id)}#${id}`;
    const heading = headings[i];
    return [
      { title: clause.text, href, kind: "Clause" },
      ...(heading ? [{ ...heading, kind: "Explained" }] : []),
    ];
  });
}
