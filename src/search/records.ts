import type { Chart } from "../charts/read-charts.ts";
import { cellText, type Table } from "../charts/chart.ts";
import type { QuestionHeading } from "../texts/in-order.ts";
import { capitalize, plural } from "../format/numbers.ts";
import { endSentence, familyName } from "../format/english.ts";
import { followClause, summarizeClause } from "../ledger/compare-answers.ts";
import type { Term } from "../ledger/read-ledger.ts";
import { otherCopies, passagesToRead } from "../ledger/compare-passages.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { clausesInOrder } from "../ledger/lookup.ts";
import { publisherName } from "../ledger/sources.ts";
import { isPassageOf } from "../ledger/texts.ts";
import { countWords, MAX_QUOTED_WORDS } from "../ledger/words.ts";
import { nth } from "../expect-defined.ts";
import { withoutBase, hrefs } from "../routes.ts";
import { getSite, kindName } from "../site.ts";
import { answerText, translationText } from "../phrases/answers.ts";
import { clauseHref, sourceLink } from "../phrases/links.ts";
import type { Summary } from "./find.ts";
import type { Named } from "./names.ts";
import type { Variants } from "./words.ts";

/** An indexed item without a page of its own, or whose page is mostly a chart and numbers. */
export interface SearchRecord {
  /** Path and anchor, without the base path of the site. */
  url: string;
  title: string;
  /** Of the title, if it is not English. */
  lang?: string;
  text: string;
  kind: string;
  date?: string;
  summary?: Summary;
}

function recordOf({
  kind,
  href,
  title,
  texts,
  date,
}: Record<"kind" | "href" | "title", string> & {
  texts: readonly (string | undefined)[];
  date?: string;
}): SearchRecord {
  const text = texts.flatMap((text) => (text ? endSentence(text.trim()) : [])).join(" ");
  return { url: withoutBase(href), title, text, kind, ...(date && { date }) };
}

export function searchRecords(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
): SearchRecord[] {
  return [
    ...clausesInOrder(ledger).map(({ clause: { id, text }, theme }) => {
      const answers = followClause(ledger, id).rows.map((row) => `${row.draft.short}: ${answerText(row)}`);
      const texts = [theme.name, ...answers];
      return {
        ...recordOf({ kind: kindName("Clause"), href: clauseHref(ledger, id), title: text, texts }),
        ...summaryOf(ledger, id),
      };
    }),
    ...ledger.drafts.flatMap((draft) => passageRecords(ledger, draft)),
    ...glossary.map(({ id, term: title, definition, also }) =>
      recordOf({ kind: "Term", href: hrefs.term(id), title, texts: [definition, also.join(", ")] }),
    ),
    ...ledger.reasons.map(({ id, title, statement, attributed_to, date }) =>
      recordOf({ kind: "Reason", href: hrefs.reason(id), title, texts: [statement, attributed_to], date }),
    ),
    ...getSite().reader_questions.flatMap(({ id, text }) => {
      const answers = ledger.reasons.filter(({ question }) => question === id).map(({ title }) => title);
      const href = hrefs.reason(`question_${id}`);
      return answers.length > 0 ? [recordOf({ kind: "Reason", href, title: text, texts: answers })] : [];
    }),
    ...charts.map(({ id, title, subtitle, description, table, also }) => {
      const texts = [subtitle, description, labelsOf(table), `Chart: ${id.replaceAll("-", " ")}`, ...also];
      return recordOf({ kind: "Chart", href: hrefs.chart(id), title, texts });
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

const MAX_BEGINNING = 60;

/** Of quoted texts only what may be shown in one place. */
function passageRecords(ledger: Ledger, { id, name, date }: Draft): SearchRecord[] {
  const { passage } = getSite().labels;
  const held = passagesToRead(ledger, id).flatMap((read) => {
    const copies = [read, ...otherCopies(ledger, read)].filter(
      ({ text, passage }) => text.rights !== "quoted" || countWords(passage.words) <= MAX_QUOTED_WORDS,
    );
    const [shown] = copies;
    if (!shown) return [];
    const texts = copies.map((copy) => `“${copy.passage.words}”${translationText(ledger, copy, " ")}`);
    return { ...shown.passage, label: translationText(ledger, shown, " "), texts };
  });
  const lines = ledger.passages.filter(({ draft }) => draft === id);
  const isOf = (number: string) => lines.find((line) => isPassageOf(number, [line.number]));
  const record = (number: string, about: string, texts: readonly string[]) =>
    recordOf({
      kind: capitalize(passage),
      href: `${hrefs.draft(id)}#point-${number}`,
      title: `${name}, ${passage} ${number}: ${about}`,
      texts,
      date,
    });
  return [
    ...lines.map((line) => {
      const words = held.filter(({ number }) => isOf(number) === line);
      return record(line.number, line.title, [line.summary, ...words.flatMap(({ texts }) => texts)]);
    }),
    ...held
      .filter(({ number }) => !isOf(number))
      .map(({ number, words, label, texts }) => {
        const beginning =
          words.length > MAX_BEGINNING ? `${words.slice(0, MAX_BEGINNING).replace(/\s+\S*$/, "")}…` : words;
        return record(number, `“${beginning}”${label}`, texts);
      }),
  ];
}

function summaryOf(ledger: Ledger, clause: string): { summary?: Summary } {
  const { first, last } = summarizeClause(ledger, followClause(ledger, clause)) ?? {};
  if (!first || !last || answerText(first) === answerText(last)) return {};
  return {
    summary: { first: answerText(first), last: answerText(last), isOpen: last.answer.open === true },
  };
}

function labelsOf({ columns, rows }: Table) {
  const heads = rows.map((row) => cellText(row[0] ?? null)).filter((text) => /^\p{L}/u.test(text));
  return [...new Set([...columns.map((column) => column.label), ...heads])].join(", ");
}

/**
 * Other spellings of names and words. Words in the site’s own sentences are never respelled: “UN” stays “UN”.
 */
export function spellings(ledger: Ledger): Variants {
  const variants: Variants = {};
  const used = ownWords(ledger);
  const spell = (variant: string, spelling: string) => {
    const typed = variant.toLowerCase();
    if (typed === spelling.toLowerCase() || !used.has(typed)) variants[typed] ??= spelling;
  };
  for (const { name, family, also, names } of ledger.people)
    for (const other of [name, ...also, ...Object.values(names)]) {
      // Few pages about them contain the first name.
      spell(other, family ?? name);
      if (family) spell(familyName(other), family);
    }
  for (const { name, also, names } of ledger.organisations)
    for (const other of [...also, ...Object.values(names)]) spell(other, shortAndLong(name)[0]);
  for (const names of getSite().spellings) for (const name of names) spell(name, nth(names, -1));
  return variants;
}

/** The offices of a role without their times: “Former minister of justice (2024); envoy since May” as “minister of justice” and “envoy”. */
function officesIn(role: string) {
  return role
    .split(/; /)
    .map((office) => office.replace(/^(?:former|earlier) | (?:\(|until |since |at the time).*$/gi, ""));
}

/** “International Monetary Fund (IMF)” as “IMF” and “International Monetary Fund”. */
function shortAndLong(name: string): [string, string] {
  const [, long = name, short = name] = /^(.+) \(([^)]+)\)$/.exec(name) ?? [];
  return [short, long];
}

/** What readers call the pages and parts of pages, by address; the first name is the title. */
export function namesOf(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
  headings: readonly (QuestionHeading & { name?: string })[],
  also: Readonly<Record<string, readonly string[]>>,
): Record<string, Named> {
  type NameRow = [href: string, names: (string | undefined | false)[], isThing?: boolean];
  const rows: NameRow[] = [
    ...ledger.themes.flatMap(({ name, short, also, clauses }) =>
      clauses.map((clause, i): NameRow => [
        clauseHref(ledger, clause.id),
        [clause.text, ...(i === 0 ? [name, short, ...also] : [])],
      ]),
    ),
    ...headings.map(({ title, href, name }): NameRow => [href, [title, name]]),
    ...ledger.drafts.map(({ id, name, short, points }): NameRow => [
      hrefs.draft(id),
      [name, short, points !== undefined && plural(points, getSite().labels.part, getSite().labels.parts)],
    ]),
    // Pagefind finds these by their titles.
    ...[
      ...ledger.events.map(({ id }) => hrefs.event(id)),
      ...ledger.reasons.map(({ id }) => hrefs.reason(id)),
    ]
      .filter((href) => withoutBase(href) in also)
      .map((href): NameRow => [href, []]),
    ...ledger.people.map(({ id, name, family, role }): NameRow => [
      hrefs.person(id),
      [name, family, ...officesIn(role)],
      true,
    ]),
    ...ledger.organisations.map(({ id, name }): NameRow => [
      hrefs.organisation(id),
      [name, ...shortAndLong(name)],
      true,
    ]),
    ...glossary.map(({ id, term, also }): NameRow => [hrefs.term(id), [term, ...also], true]),
    ...charts.map(({ id, title, also }): NameRow => [
      hrefs.chart(id),
      [id.replaceAll("-", " "), title, ...also],
    ]),
  ];
  const named = rows.map(([href, names, isThing]) => {
    const url = withoutBase(href);
    return [
      url,
      {
        names: [...new Set([...names, ...(also[url] ?? [])].filter((name) => typeof name === "string"))],
        ...(isThing && { isThing }),
      },
    ] as const;
  });
  return Object.fromEntries(named);
}

/** Fields with the site’s own words, not quotations or titles of sources. */
const OWN_FIELDS = ["title", "name", "statement", "note", "summary", "text", "stance"];

function ownWords(ledger: Ledger) {
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
