import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parse } from "yaml";
import { day } from "../ledger/fields.ts";
import { caseStepsOf, eventsOf, exitsOf, meetingsOf, positionsOf, proceedingsOf } from "../ledger/actors.ts";
import { dayOf, daysOf } from "../ledger/day.ts";
import { followClause } from "../ledger/follow-clause.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { questionsInOrder } from "../ledger/lookup.ts";
import { publishersByLetter } from "../ledger/publisher-letters.ts";
import { readChartFile } from "./chart-file.ts";
import { answersOf } from "./clause-page.ts";
import { fillChart } from "./filled-chart.ts";
import { views } from "./registry.ts";

/** What something shows, as a hash, and the ISO day since which it has shown that. */
export interface Version {
  date: string;
  hash: string;
}

/** Versions by what has one: `chart/army-cap`, `clause/army-cap`, `event/putin-at-valdai`, `draft/us-28`, `person/yermak`, `day/2025-11-28`, `letter/a`. */
export type Versions = ReadonlyMap<string, Version>;

const versionFile = z.record(z.string(), z.string().regex(/^\d{4}-\d{2}-\d{2} [0-9a-f]{8}$/));

/** The versions in a file, none if there is no file. Throws for a line that holds no day and hash. */
export function readVersions(path: string): Versions {
  if (!existsSync(path)) return new Map();
  const lines = Object.entries(versionFile.parse(parse(readFileSync(path, "utf8")) ?? {}));
  return new Map(
    lines.map(([key, line]) => [key, { date: day.parse(line.slice(0, 10)), hash: line.slice(11) }]),
  );
}

/**
 * What every chart, clause, event, draft, person, body, day and letter of the sources shows now, as a hash of 8 digits: words,
 * numbers and sources, not how they look.
 */
export function shownHashes(ledger: Ledger, chartDirectory: string): Map<string, string> {
  const charts = readdirSync(chartDirectory)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name): [string, unknown][] => {
      const file = readChartFile(join(chartDirectory, name));
      const { chart } = fillChart(file, ledger, views);
      if (!chart) return [];
      const { view, ...words } = chart;
      return [[file.id, { ...words, notes: file.spec?.notes, table: view.table, sources: view.sources }]];
    });
  const clauses = questionsInOrder(ledger).map(({ question: { id, text } }): [string, unknown] => {
    const shown = answersOf(followClause(ledger, id)).map(
      ({ draft: { name, date }, provision: { answer, status, certainty, quote, sources } }) => {
        return { name, date, answer, status, certainty, quote, sources };
      },
    );
    return [id, { text, shown }];
  });
  const actors = (of: readonly { id: string }[]) =>
    of.map((actor): [string, unknown] => {
      const lists = [eventsOf, meetingsOf, exitsOf, caseStepsOf, proceedingsOf, positionsOf];
      return [actor.id, [actor, lists.map((rowsOf) => rowsOf(ledger, actor.id))]];
    });
  const shown: Record<string, Iterable<readonly [id: string, shown: unknown]>> = {
    chart: charts,
    clause: clauses,
    event: ledger.events.map((event) => [event.id, toldOf(event)]),
    draft: ledger.drafts.map((draft) => {
      const of = (row: { draft: string }) => row.draft === draft.id;
      return [draft.id, [draft, ledger.provisions.filter(of), ledger.points.filter(of)]];
    }),
    person: actors(ledger.people),
    organisation: actors(ledger.organisations),
    day: daysOf(ledger).map((date) => [date, dayOf(ledger, date)]),
    letter: publishersByLetter(ledger),
  };
  return new Map(
    Object.entries(shown).flatMap(([kind, all]) =>
      [...all].map(([id, of]) => [`${kind}/${id}`, hashOf(of)] as const),
    ),
  );
}

/** The versions once more: what is unchanged keeps its day, what is new or other gets `today`, what is gone goes. */
export function renewed(known: Versions, shown: ReadonlyMap<string, string>, today: string): Versions {
  const version = (key: string, hash: string) => {
    const before = known.get(key);
    return before?.hash === hash ? before : { hash, date: today };
  };
  return new Map(
    [...shown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, hash]) => [key, version(key, hash)]),
  );
}

/** What shows something else than its version says, has none, or is gone; in words. */
export function staleVersions(known: Versions, shown: ReadonlyMap<string, string>): string[] {
  const stale = [...shown].filter(([key, hash]) => known.get(key)?.hash !== hash);
  const gone = [...known.keys()].filter((key) => !shown.has(key));
  return [
    ...stale.map(([key]) => `${key} ${known.has(key) ? "has changed" : "is new"}`),
    ...gone.map((key) => `${key} is gone`),
  ];
}

function toldOf({ title, date, end, statement, status, attributed_to, sources }: Event) {
  return { title, date, end, statement, status, attributed_to, sources };
}

function hashOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 8);
}
