import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parse } from "yaml";
import { day } from "../ledger/fields.ts";
import {
  caseStepsOf,
  eventsOf,
  exitsOf,
  isPerson,
  meetingsOf,
  positionsOf,
  proceedingsOf,
} from "../ledger/actors.ts";
import { dayOf, daysOf } from "../ledger/day.ts";
import { followClause } from "../ledger/follow-clause.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { questionsInOrder } from "../ledger/lookup.ts";
import { publishersByLetter } from "../ledger/publisher-letters.ts";
import { readChartFile } from "./chart-file.ts";
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

/** What every chart, clause, event, draft, person, body, day and letter of the sources shows now, as a hash of 8 digits: words, numbers and sources, not how they look. */
export function shownHashes(ledger: Ledger, chartDirectory: string): Map<string, string> {
  const charts = readdirSync(chartDirectory)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readChartFile(join(chartDirectory, name)))
    .flatMap((file) => {
      const { chart } = fillChart(file, ledger, views);
      if (!chart) return [];
      const { view, ...words } = chart;
      return [
        [
          `chart/${file.id}`,
          { ...words, notes: file.spec?.notes, table: view.table, sources: view.sources },
        ] as const,
      ];
    });
  const clauses = questionsInOrder(ledger).map(({ question }) => {
    const answers = followClause(ledger, question.id).steps.flatMap((step) => [step, ...step.unchanged]);
    const shown = answers.map(
      ({ draft: { name, date }, provision: { answer, status, certainty, quote, sources } }) => {
        return { name, date, answer, status, certainty, quote, sources };
      },
    );
    return [`clause/${question.id}`, { text: question.text, shown }] as const;
  });
  const events = ledger.events.map((event) => [`event/${event.id}`, toldOf(event)] as const);
  const drafts = ledger.drafts.map((draft) => {
    const of = (row: { draft: string }) => row.draft === draft.id;
    return [`draft/${draft.id}`, [draft, ledger.provisions.filter(of), ledger.points.filter(of)]] as const;
  });
  const actors = [...ledger.people, ...ledger.organisations].map((actor) => {
    const lists = [eventsOf, meetingsOf, exitsOf, caseStepsOf, proceedingsOf, positionsOf].map((rowsOf) =>
      rowsOf(ledger, actor.id),
    );
    return [`${isPerson(ledger, actor.id) ? "person" : "organisation"}/${actor.id}`, [actor, lists]] as const;
  });
  const days = daysOf(ledger).map((date) => [`day/${date}`, dayOf(ledger, date)] as const);
  const letters = [...publishersByLetter(ledger)].map(
    ([letter, shelves]) => [`letter/${letter}`, shelves] as const,
  );
  return new Map(
    [...charts, ...clauses, ...events, ...drafts, ...actors, ...days, ...letters].map(([key, shown]) => [
      key,
      hashOf(shown),
    ]),
  );
}

/** The versions once more: what is unchanged keeps its day, what is new or other gets `today`, what is gone goes. */
export function renewed(known: Versions, shown: ReadonlyMap<string, string>, today: string): Versions {
  const sameDay = (key: string, hash: string) => {
    const version = known.get(key);
    return version?.hash === hash ? version.date : undefined;
  };
  return new Map(
    [...shown]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, hash]) => [key, { hash, date: sameDay(key, hash) ?? today }]),
  );
}

/** What shows something else than its version says, has none, or is gone; in words. */
export function staleVersions(known: Versions, shown: ReadonlyMap<string, string>): string[] {
  return [
    ...[...shown].flatMap(([key, hash]) => {
      const version = known.get(key);
      return version?.hash === hash ? [] : [`${key} ${version ? "has changed" : "is new"}`];
    }),
    ...[...known.keys()].flatMap((key) => (shown.has(key) ? [] : [`${key} is gone`])),
  ];
}

/** What a feed tells of an event. */
function toldOf({ title, date, end, statement, status, attributed_to, sources }: Event) {
  return { title, date, end, statement, status, attributed_to, sources };
}

function hashOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 8);
}
