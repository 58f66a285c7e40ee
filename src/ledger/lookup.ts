import { getOrInsert, nth, expectDefined } from "../expect-defined.ts";
import {
  ABSENT_ANSWER,
  type Answer,
  type CollectionName,
  collections,
  type Draft,
  type Event,
  type Ledger,
  type Quotation,
  type Reason,
  type Row,
  rowKey,
  type Theme,
} from "./ledger.ts";
import { isPassageOf } from "./texts.ts";
import { isBefore } from "../yaml/fields.ts";

const results = new WeakMap<object, Map<string, unknown>>();

/** Made once for each ledger and key: many pages ask for the same comparison. */
export function onceFor<Value>(ledger: Ledger, key: string, make: () => Value): Value {
  return getOrInsert(
    getOrInsert(results, ledger, () => new Map<string, unknown>()),
    key,
    make,
  ) as Value;
}

export function findRow<Name extends CollectionName>(
  ledger: Ledger,
  collection: Name,
  key: string,
): Row<Name> | undefined {
  const index = onceFor(
    ledger,
    `rows ${collection}`,
    () => new Map(ledger[collection].map((row) => [rowKey(collection, row), row as Row<Name>])),
  );
  return index.get(key);
}

export function getRow<Name extends CollectionName>(
  ledger: Ledger,
  collection: Name,
  key: string,
): Row<Name> {
  return expectDefined(findRow(ledger, collection, key), `\`${key}\` among the ${collection} of the ledger`);
}

export function themesInOrder(ledger: Ledger): Theme[] {
  return ledger.themes.toSorted((a, b) => a.order - b.order);
}

export function clausesInOrder(ledger: Ledger) {
  return themesInOrder(ledger).flatMap((theme) => theme.clauses.map((clause) => ({ theme, clause })));
}

export function getClause(ledger: Ledger, id: string) {
  return expectDefined(
    clausesInOrder(ledger).find(({ clause }) => clause.id === id),
    `clause \`${id}\` in a theme`,
  );
}

export function getActor(ledger: Ledger, id: string) {
  return findRow(ledger, "people", id) ?? getRow(ledger, "organisations", id);
}

/** Of its event, or else its own. */
export function statusOf(
  ledger: Ledger,
  { id, event, status }: Pick<Row<"meetings">, "id" | "event" | "status">,
): Event["status"] {
  return expectDefined(
    event ? getRow(ledger, "events", event).status : status,
    `event or status of \`${id}\``,
  );
}

/** Reasons first and conditions last; within a kind in file order. */
export function reasonsInOrder(ledger: Ledger): Reason[] {
  return collections.reasons.shape.kind.options.flatMap((kind) =>
    ledger.reasons.filter((row) => row.kind === kind),
  );
}

type Cell = Row<"series">["rows"][number][number] | undefined;

export function isDerived(cell: Cell): cell is Extract<Cell, object> {
  return typeof cell === "object" && cell !== null;
}

export function cellValue(cell: Cell) {
  return isDerived(cell) ? cell.value : (cell ?? null);
}

export function formatQuotation(ledger: Ledger, { words, english, translated_by: by }: Quotation): string {
  if (by === undefined) return `“${words}”`;
  const translation =
    by === "ours" ? "our translation" : `translated by ${getRow(ledger, "publishers", by).name}`;
  return `“${english}” (${translation})`;
}

/** Those of a month before those of its days; those of the same date in file order. */
/** By date; where dates are not exact enough to tell, a draft comes after those that it reworks. */
export function draftsInOrder(ledger: Ledger): Draft[] {
  return onceFor(ledger, "drafts", () => {
    const order = new Set<Draft>();
    const asked = new Set<Draft>();
    const place = (draft: Draft) => {
      if (asked.has(draft)) return;
      asked.add(draft);
      for (const { draft: id } of draft.based_on) {
        const origin = findRow(ledger, "drafts", id);
        if (origin && !isBefore(draft.date, origin.date)) place(origin);
      }
      order.add(draft);
    };
    inDateOrder(ledger.drafts).forEach(place);
    return [...order];
  });
}

/** What a draft says on a clause; that it says nothing, if it was read whole and found silent on it. */
export function answerOf(ledger: Ledger, draft: string, clause: string): Answer | undefined {
  const key = rowKey("answers", { draft, clause });
  const { silent_on, read_whole, sources } = getRow(ledger, "drafts", draft);
  if (!silent_on.includes(clause)) return findRow(ledger, "answers", key);
  const silence = { draft, clause, says: ABSENT_ANSWER, absent: true, passages: [] };
  return onceFor(ledger, `silence ${key}`, () => ({
    ...silence,
    sources: read_whole ? [read_whole.source] : sources,
  }));
}

/** Directly or through others, nearest first. */
export function reworkedDrafts(ledger: Ledger, draft: Draft): Draft[] {
  return onceFor(ledger, `reworked ${draft.id}`, () => {
    const found: Draft[] = [draft];
    for (const { based_on } of found)
      for (const { draft: id } of based_on) {
        const origin = getRow(ledger, "drafts", id);
        if (!found.includes(origin)) found.push(origin);
      }
    return found.slice(1);
  });
}

/** Directly or through others. */
export function isReworked(ledger: Ledger, before: Draft, after: Draft): boolean {
  return reworkedDrafts(ledger, after).includes(before);
}

/** Along each chain of `based_on`, with those that were skipped. */
export function nearestOrigins(ledger: Ledger, draft: Draft, isAsked: (origin: Draft) => boolean) {
  const found: { draft: Draft; skipped: Draft[] }[] = [];
  const visit = (from: Draft, skipped: Draft[]) => {
    for (const { draft: id } of from.based_on) {
      const origin = getRow(ledger, "drafts", id);
      if (found.some((other) => other.draft === origin) || skipped.includes(origin)) continue;
      if (isAsked(origin)) found.push({ draft: origin, skipped });
      else visit(origin, [...skipped, origin]);
    }
  };
  visit(draft, []);
  return found;
}

/** Up to so many drafts, any two have a page. Pairs grow with the square of the drafts. */
export const ALL_PAIRS_UP_TO_DRAFTS = 16;

type DraftPair = readonly [before: Draft, after: Draft];

/**
 * By date. In a story of many drafts these are neighbours in time, a draft and those that it is based on, the first and
 * the last, and `named`, ids in either order.
 */
export function pairDrafts(ledger: Ledger, named: readonly (readonly string[])[] = []): DraftPair[] {
  const drafts = draftsInOrder(ledger);
  const pairs = drafts.flatMap((before, i) => drafts.slice(i + 1).map((after): DraftPair => [before, after]));
  if (drafts.length <= ALL_PAIRS_UP_TO_DRAFTS) return pairs;
  const chosen = [
    [drafts[0]?.id, drafts.at(-1)?.id],
    ...drafts.slice(1).map(({ id }, i) => [drafts[i]?.id, id]),
    ...drafts.flatMap(({ id, based_on }) => based_on.map(({ draft }) => [id, draft])),
    ...named,
  ];
  return pairs.filter(([{ id: a }, { id: b }]) => chosen.some((ids) => ids.includes(a) && ids.includes(b)));
}

export function listPartners(pairs: readonly DraftPair[], draft: Draft): Draft[] {
  return pairs.flatMap(([before, after]) => (before === draft ? after : after === draft ? before : []));
}

/** In date order: those of the longest line of texts that rework each other, and who reworks whom, by their places. */
export function draftsOnLine(ledger: Ledger) {
  const drafts = draftsInOrder(ledger);
  const originsOf = ({ based_on }: Draft) => based_on.map(({ draft }) => getRow(ledger, "drafts", draft));
  const lengths = new Map<Draft, number>();
  const lengthOf = (draft: Draft): number =>
    getOrInsert(lengths, draft, () => 1 + Math.max(0, ...originsOf(draft).map(lengthOf)));
  const longest = (of: readonly Draft[]) => of.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const line = new Set<Draft>();
  for (let draft = longest(drafts); draft; draft = longest(originsOf(draft))) line.add(draft);
  return {
    isOnLine: drafts.map((draft) => line.has(draft)),
    descents: drafts.flatMap((draft, to) =>
      draft.based_on.map((row) => ({
        from: drafts.indexOf(getRow(ledger, "drafts", row.draft)),
        to,
        isInferred: row.known === "inferred",
      })),
    ),
  };
}

export function certaintyOf(ledger: Ledger, { draft, certainty, words, passages }: Answer) {
  const held = ledger.texts.flatMap((text) => (text.draft === draft ? text.passages : []));
  const isPublic =
    words !== undefined ||
    getRow(ledger, "drafts", draft).text_public === "full" ||
    (passages.length > 0 && passages.every((it) => held.some(({ number }) => isPassageOf(number, [it]))));
  return certainty ?? (isPublic ? "published" : "reported");
}

/** In reading order, without empty themes. */
export function answersByTheme(ledger: Ledger, draft: string) {
  return themesInOrder(ledger).flatMap((theme) => {
    const answers = theme.clauses.flatMap((clause) => {
      const answer = answerOf(ledger, draft, clause.id);
      return answer ? [{ clause, answer }] : [];
    });
    return answers.length > 0 ? [{ theme, answers }] : [];
  });
}

/** The latest draft whose points are recorded one by one, or else the latest draft. */
export function latestText(ledger: Ledger): Draft {
  const drafts = draftsInOrder(ledger);
  return drafts.findLast((draft) => draft.read_out) ?? nth(drafts, -1);
}

/** The latest text that reworks others, or else the latest, after those that it reworks; by date. */
export function latestLine(ledger: Ledger): Draft[] {
  const drafts = draftsInOrder(ledger);
  const isRework = ({ based_on }: Draft) => based_on.length > 0;
  const text = latestText(ledger);
  const latest = [text, ...drafts.toReversed()].find(isRework) ?? text;
  return [...drafts.filter((draft) => isReworked(ledger, draft, latest)), latest];
}

/** Each list by date; proceedings in file order. */
export function recordOf(ledger: Ledger, id: string) {
  const meetings = ledger.meetings.filter(({ participants }) => participants.includes(id));
  const events = ledger.events.filter(
    (event) =>
      event.actors.includes(id) || event.quote?.by === id || meetings.some((row) => row.event === event.id),
  );
  const positions = inDateOrder(ledger.positions.filter(({ actor }) => actor === id));
  const visits = inDateOrder(ledger.visits.filter(({ host }) => host === id));
  const exits = inDateOrder(ledger.exits.filter(({ person }) => person === id));
  const steps = inDateOrder(ledger["case-steps"].filter(({ persons }) => persons.includes(id)));
  const proceedings = ledger.proceedings.filter(({ person }) => person === id);
  const subjects = [id, ...[...meetings, ...exits, ...proceedings, ...steps].map((row) => row.id)];
  const stated = [
    ...events,
    ...visits,
    ...exits,
    ...steps,
    ...positions,
    ...rowsAbout(ledger.disagreements, subjects),
  ];
  const sources = [...proceedings.flatMap(sourcesOfProceeding), ...stated.flatMap(({ sources }) => sources)];
  return { events: inDateOrder(events), positions, visits, exits, steps, proceedings, subjects, sources };
}

export function rowsAbout<About extends { about: readonly string[] }>(
  rows: readonly About[],
  ids: readonly string[],
): About[] {
  return rows.filter(({ about }) => about.some((id) => ids.includes(id)));
}

export function sourcesOfProceeding({ sources, answer, in_favour, against }: Row<"proceedings">): string[] {
  const stated = [answer, in_favour, against].flatMap((part) => part?.sources ?? []);
  return [...new Set([...sources, ...stated])];
}

interface Dated {
  date: string;
  end?: string;
  order?: number;
}

/**
 * A row of a month comes before the days of that month, or after the day that is its `order`; a row of a year before
 * its months, or after the month that is its `order`.
 */
export function inDateOrder<Row extends Dated>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, place: placeInTime(row) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ row }) => row);
}

/** `~` comes after all digits. */
function placeInTime({ date, order }: Dated) {
  const place = order === undefined ? "~" : String(order).padStart(2, "0");
  return date.length === 10 ? `${date} ${place}` : order === undefined ? date : `${date}-${place}~`;
}

export function monthsOfTalks(ledger: Ledger) {
  const months = draftsInOrder(ledger).map(({ date }) => date.slice(0, 7));
  return { from: nth(months, 0), to: nth(months, -1) };
}

type Period = readonly [period: string, events: readonly Event[]];

/** By month (`2025-11`), latest first; by year before `monthly` and for events without a month. */
export function periodsOf(events: readonly Event[], monthly: string): Period[] {
  const latestFirst = inDateOrder(events).reverse();
  return [...Map.groupBy(latestFirst, ({ date }) => date.slice(0, date < monthly ? 4 : 7))];
}

/**
 * Years stay whole: at most `limit` events, unless a single year has more. Filled from the oldest year on, so that
 * pages stay as they are when events are added.
 */
export function divideByYears(periods: readonly Period[], limit: number): Period[][] {
  const count = (page: readonly Period[]) => page.reduce((sum, [, events]) => sum + events.length, 0);
  const pages: Period[][] = [];
  for (const year of [...Map.groupBy(periods, ([period]) => period.slice(0, 4)).values()].reverse()) {
    const [latest] = pages;
    if (latest && count(latest) + count(year) <= limit) latest.unshift(...year);
    else pages.unshift([...year]);
  }
  return pages;
}

export function rowsOfDays(ledger: Ledger): Dated[] {
  return [...ledger.events, ...ledger.meetings, ...ledger.drafts, ...ledger["case-steps"]];
}

/** In order, each once. */
export function daysOf(ledger: Ledger): string[] {
  const dates = rowsOfDays(ledger).map(({ date }) => date);
  return [...new Set(dates.filter((date) => date.length === 10))].sort();
}

/** Meetings that began earlier come first. */
export function dayOf(ledger: Ledger, date: string) {
  const on = <Row extends Dated>(rows: readonly Row[]) =>
    inDateOrder(rows.filter((row) => row.date === date));
  const isGoingOn = ({ date: from, end = from }: Dated) =>
    from.length === 10 && end.length === 10 && from <= date && end >= date;
  return {
    events: on(ledger.events),
    meetings: inDateOrder(ledger.meetings.filter(isGoingOn)),
    drafts: on(ledger.drafts),
    steps: on(ledger["case-steps"]),
  };
}

export function findMissingAnswers(ledger: Ledger, drafts = draftsInOrder(ledger)) {
  return drafts.flatMap((draft) =>
    clausesInOrder(ledger)
      .filter(({ clause: { id } }) => !answerOf(ledger, draft.id, id) && !draft.unknown_on.includes(id))
      .map(({ clause }) => ({
        draft,
        clause,
        row: `- { draft: ${draft.id}, clause: ${clause.id}, says: … }`,
      })),
  );
}
