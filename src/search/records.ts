import type { Chart } from "../charts/read-charts.ts";
import { cellText, type Table } from "../charts/view.ts";
import type { QuestionHeading } from "../explainers/in-order.ts";
import { formatDate } from "../i18n/dates.ts";
import { plural } from "../i18n/numbers.ts";
import { familyName, familyNameFirst } from "../ledger/accusations.ts";
import { type FollowedClause, followClause, summarizeClause } from "../ledger/follow-clause.ts";
import type { Term } from "../ledger/lists.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get, clausesInOrder } from "../ledger/lookup.ts";
import { publisherName } from "../ledger/sources.ts";
import { itemAt } from "../required.ts";
import { KIND_NAMES } from "../routes.ts";
import { DRAFTS_TOPIC, inSite, routes, site, type Topic, topicName } from "../site.ts";
import { absenceText } from "../views/answers.ts";
import { sourceLink } from "../views/links.ts";
import { dateAsWord } from "./days.ts";
import type { Filter, SummaryRun } from "./find.ts";
import { type NamedPage, nameKey, type Spellings } from "./spelling.ts";
import { withoutCommon } from "./words.ts";

// What the build gives to search: what is indexed beside the pages, the names that it knows, and the lists without script.

/** What is searched by itself though it has no page of its own, or a page that is mostly drawing and numbers. */
export interface SearchRecord {
  /** Path without the base of the site, with the anchor. */
  url: string;
  title: string;
  text: string;
  /** Other names, which weigh nearly as much as the title. */
  also?: string;
  filters: Partial<Record<Filter, string>>;
  /** ISO date, whole or in part. */
  date?: string;
  /** The date in words, as one word. */
  shownDate?: string;
  /** Of a clause: its first answer and its last. */
  summary?: SummaryRun[];
}

/** Clauses, points of drafts, terms, reasons, charts and sources, for the index. */
export function searchRecords(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
): SearchRecord[] {
  const record = (
    kind: string,
    href: string,
    title: string,
    text: readonly (string | undefined)[],
    topic?: Topic,
    date?: string,
  ) => ({
    url: inSite(href),
    title,
    text: text
      .flatMap((part) => part || [])
      .map((part) => part.replace(/[.\s]+$/, ""))
      .join(". "),
    filters: { kind, ...(topic && { topic: topicName(topic) }), ...(date && { year: date.slice(0, 4) }) },
    ...(date && { date, shownDate: dateAsWord(formatDate(date)) }),
  });
  return [
    ...clausesInOrder(ledger).map(({ clause, theme }) => {
      const followed = followClause(ledger, clause.id);
      const answers = followed.rows.map(({ draft, answer }) => `${draft.short}: ${answer.text}`);
      return {
        ...record(
          KIND_NAMES.theme,
          `${routes.theme(theme.id)}#${clause.id}`,
          clause.text,
          [theme.name, ...new Set(answers)],
          DRAFTS_TOPIC,
        ),
        summary: summaryOf(ledger, followed),
      };
    }),
    ...ledger.points.map((point) => {
      const draft = get(ledger, "drafts", point.draft);
      const title = `Point ${point.number} of the ${draft.name}: ${point.title}`;
      return record(
        "Point",
        `${routes.draft(draft.id)}#point-${point.number}`,
        title,
        [point.summary],
        DRAFTS_TOPIC,
        draft.date,
      );
    }),
    ...glossary.map((term) =>
      record("Term", routes.term(term.id), term.term, [term.definition, term.also.join(", ")], term.topic),
    ),
    ...ledger.reasons.map((row) =>
      record(
        "Reason",
        routes.reason(row.id),
        row.title,
        [row.statement, row.attributed_to],
        row.topic,
        row.date,
      ),
    ),
    ...charts.map((chart) => ({
      ...record(
        "Chart",
        routes.chart(chart.id),
        chart.title,
        [chart.subtitle, chart.description, labelsOf(chart.table)],
        chart.topic,
      ),
      also: [`Chart: ${shortName(chart)}`, ...chart.also].join(". "),
    })),
    ...ledger.sources.map((source) => {
      const publisher = publisherName(ledger, source);
      const title = source.title ?? source.about ?? publisher;
      return {
        ...record("Source", sourceLink(ledger, source.id), title, [], undefined, source.published),
        also: publisher,
      };
    }),
  ];
}

/** The first answer of a clause, struck where the last leaves it open, and the last, marked against it. */
function summaryOf(ledger: Ledger, clause: FollowedClause): SummaryRun[] {
  const summary = summarizeClause(ledger, clause);
  if (!summary) return [];
  const runs = [...summary.struck, ...summary.runs].map(({ kind, text }): SummaryRun => [
    kind === "struck"
      ? "del"
      : kind === "inserted"
        ? "ins"
        : summary.last.answer.status === "open"
          ? "open"
          : "",
    text,
  ]);
  const { absent } = summary.last.answer;
  return absent ? [...runs, ["", absenceText(summary.last.draft, summary.last.answer)]] : runs;
}

/** What a chart is called for short, from its id: “who sat together”. */
function shortName({ id }: Pick<Chart, "id">): string {
  return id.replaceAll("-", " ");
}

/** Words of a table that name its columns and rows; no values, no dates. */
function labelsOf({ columns, rows }: Table): string {
  const heads = rows.map((row) => cellText(row[0] ?? null)).filter((text) => /^\p{L}/u.test(text));
  return [...new Set([...columns.map((column) => column.label), ...heads])].join(", ");
}

/**
 * Other spellings of names and words, and the page that a name or a question by itself asks for. What the site's own
 * sentences use is no other spelling: "EU" stays "EU".
 */
export function spellings(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
  headings: readonly QuestionHeading[],
): Spellings {
  const variants: Record<string, string> = {};
  const pages: Record<string, NamedPage> = {};
  const used = ownWords(ledger);
  const spell = (variant: string, own: string) => {
    const typed = variant.toLowerCase();
    if (typed === own.toLowerCase() || !used.has(typed)) variants[typed] ??= own;
  };
  const namePage = (kind: keyof typeof KIND_NAMES, name: string, page: string) => {
    // So that a word of it that misses by a letter is corrected.
    for (const word of name.match(/\p{L}{5,}/gu) ?? []) spell(word, word);
    for (const key of [name, withoutCommon(name)])
      pages[nameKey(key)] ??= { url: inSite(page), kind: KIND_NAMES[kind] };
  };
  // A question is asked whole: without its common words, "Who wants what?" is "wants".
  const question = (kind: "explainer" | "theme" | "chart", text: string, page: string) =>
    void (pages[nameKey(text)] ??= { url: inSite(page), kind: KIND_NAMES[kind] });

  for (const person of ledger.people) {
    // People are searched for by family name: few pages about them have the first name.
    const own = familyName(person.name);
    for (const other of [person.name, ...person.also, ...Object.values(person.names)]) {
      spell(other, own);
      spell(familyName(other), own);
    }
    namePage("person", own, routes.person(person.id));
  }
  for (const organisation of ledger.organisations) {
    const short = /\(([^)]+)\)$/.exec(organisation.name)?.[1];
    const own = short ?? organisation.name;
    const others = [...organisation.also, ...Object.values(organisation.names)];
    for (const other of others) spell(other, own);
    for (const name of [own, organisation.name, organisation.name.replace(/ \([^)]+\)$/, ""), ...others]) {
      namePage("organisation", name, routes.organisation(organisation.id));
    }
  }
  for (const theme of ledger.themes) {
    const page = routes.theme(theme.id);
    for (const name of [theme.name, ...theme.also])
      for (const asked of [name, `${name} clause`]) namePage("theme", asked, page);
    for (const { id, text } of theme.clauses) question("theme", text, `${page}#${id}`);
  }
  // Of drafts with as many points, the one whose points are on record.
  for (const draft of ledger.drafts.toSorted(
    (a, b) => Number(b.read_out ?? false) - Number(a.read_out ?? false),
  )) {
    namePage("draft", draft.name, routes.draft(draft.id));
    if (draft.points) namePage("draft", plural(draft.points, "point"), routes.draft(draft.id));
  }
  for (const term of glossary) {
    namePage("term", term.term, routes.term(term.id));
  }
  for (const { title, href } of headings) question("explainer", title, href);
  for (const chart of charts) {
    namePage("chart", shortName(chart), routes.chart(chart.id));
    for (const asked of chart.also) question("chart", asked, routes.chart(chart.id));
  }
  for (const names of site.spellings) for (const name of names) spell(name, itemAt(names, -1));
  return { variants, pages };
}

/** Every word that the site's own sentences and titles use, in lower case; nothing of quotations and of titles of sources. */
function ownWords(ledger: Ledger): Set<string> {
  const texts = [
    ...ledger.events.flatMap(({ title, statement, note }) => [title, statement, note]),
    ...ledger.reasons.flatMap(({ title, statement }) => [title, statement]),
    ...ledger.drafts.flatMap(({ name, summary }) => [name, summary]),
    ...ledger.points.flatMap(({ title, summary }) => [title, summary]),
    ...ledger.themes.flatMap(({ name, summary, clauses }) => [
      name,
      summary,
      ...clauses.map(({ text }) => text),
    ]),
    ...ledger.answers.flatMap(({ text, summary }) => [text, summary]),
    ...ledger.positions.map(({ stance }) => stance),
  ];
  return new Set(texts.flatMap((text) => text?.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []));
}

/** An entry of the alphabetical index. */
export interface IndexEntry {
  title: string;
  href: string;
  kind: string;
}

/** Everything that has a page or an anchor, by its first letter: the way in without script. */
export function aToZ(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
  headings: readonly IndexEntry[],
): [letter: string, entries: IndexEntry[]][] {
  const entries: IndexEntry[] = [
    ...headings,
    ...ledger.drafts.map((draft) => ({ title: draft.name, href: routes.draft(draft.id), kind: "draft" })),
    ...ledger.themes.map((theme) => ({ title: theme.name, href: routes.theme(theme.id), kind: "theme" })),
    ...ledger.people.map((person) => ({
      title: familyNameFirst(person.name),
      href: routes.person(person.id),
      kind: "person",
    })),
    ...ledger.organisations.map((organisation) => ({
      title: organisation.name,
      href: routes.organisation(organisation.id),
      kind: "organisation",
    })),
    ...glossary.map((term) => ({ title: term.term, href: routes.term(term.id), kind: "term" })),
    ...charts.map((chart) => ({ title: chart.title, href: routes.chart(chart.id), kind: "chart" })),
  ];
  const letter = (title: string) =>
    /^\d/.test(title) ? "0–9" : title.normalize("NFD").charAt(0).toUpperCase();
  return [
    ...Map.groupBy(
      entries.sort((a, b) => a.title.localeCompare(b.title, "en")),
      (entry) => letter(entry.title),
    ),
  ];
}

/** A link for the empty search box. */
export interface Starter {
  title: string;
  /** Path without the base of the site. */
  url: string;
  kind: string;
}

/** Where to begin: clauses in turn with questions that an explainer answers, of each at most half of `count`. */
export function searchStarters(
  ledger: Ledger,
  clauses: readonly string[],
  headings: readonly QuestionHeading[],
  count = 6,
): Starter[] {
  const half = Math.ceil(count / 2);
  const asked = clausesInOrder(ledger);
  const ofClauses = clauses.slice(0, half).flatMap((id) => {
    const found = asked.find(({ clause }) => clause.id === id);
    if (!found) return [];
    const url = `${inSite(routes.theme(found.theme.id))}#${id}`;
    return { title: found.clause.text, url, kind: KIND_NAMES.theme };
  });
  const ofExplainer = headings
    .slice(0, half)
    .map(({ title, href }) => ({ title, url: inSite(href), kind: KIND_NAMES.explainer }));
  return ofClauses.flatMap((clause, i) => [clause, ...(ofExplainer[i] ? [ofExplainer[i]] : [])]);
}
