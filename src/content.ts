import { existsSync } from "node:fs";
import { CONTENT_DIR } from "./content-dir.ts";
import { changesFeed, topicFeed } from "./files/feeds.ts";
import { readTableDescriptions, tablesOf } from "./files/tables.ts";
import { coverageThrough } from "./ledger/sources.ts";
import { readChanges, readGlossary } from "./ledger/lists.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { ContentError } from "./ledger/problem.ts";
import { readLedger } from "./ledger/read-ledger.ts";
import { required } from "./required.ts";
import type { RouteName } from "./routes.ts";
import { TOPICS } from "./site.ts";
import { clauseEmbeds } from "./views/clause-embeds.tsx";
import { readCharts, readTables } from "./charts/read-charts.ts";
import type { Embeddable } from "./charts/view.ts";

// `npm run dev` checks the content whenever it has changed; a build has done so already (scripts/build.ts).
if (import.meta.env.MODE === "development") {
  const { inspectOwnContent } = await import("../scripts/check-content.ts");
  const { problems } = inspectOwnContent();
  if (problems.length > 0) throw new ContentError(problems);
}

// Read once a build, from the folder the build runs in.
/** Everything that is known; a build has read it already, to check it (scripts/build.ts). */
export const ledger =
  (globalThis as { checkedLedger?: Ledger }).checkedLedger ?? readLedger(`${CONTENT_DIR}/ledger`);

/** The last day that is covered, as an ISO date. */
export const through = coverageThrough(ledger);

/** Every chart of the site; within a topic in the order of the gallery. */
export const charts = readCharts(`${CONTENT_DIR}/charts`, ledger);

export const embeds: readonly Embeddable[] = [...charts, ...clauseEmbeds(ledger)];

/** What is embedded at `/embed/<id>/`. Throws an Error that names the id if there is no such thing. */
export function embedOf(id: string): Embeddable {
  return required(
    embeds.find((embed) => embed.id === id),
    `embed \`${id}\``,
  );
}

/** Every table of a text. */
export const tablesOfTexts = readTables(`${CONTENT_DIR}/tables`, ledger);

/** The words that need explaining. */
export const glossary = readGlossary(`${CONTENT_DIR}/glossary.yaml`);

/** Revisions and corrections of the site, latest first. */
export const changes = readChanges(`${CONTENT_DIR}/changes.yaml`, ledger);

/** Every feed that has an entry. */
export const feeds = [changesFeed(changes), ...TOPICS.map((topic) => topicFeed(ledger, topic))].filter(
  ({ entries }) => entries.length > 0,
);

/** Pages that are hidden while there is nothing to show. */
const HIDEABLE: Partial<Record<RouteName, boolean>> = {
  about: existsSync(`${CONTENT_DIR}/pages/about.mdx`),
  changes: changes.length > 0,
  charts: charts.length > 0,
  glossary: glossary.length > 0,
  people: ledger.people.length + ledger.organisations.length > 0,
  reasons: ledger.reasons.length > 0,
  timeline: ledger.events.length > 0,
};

/** Whether the site has a page; links to others are left out. */
export function hasPage(name: RouteName): boolean {
  return HIDEABLE[name] ?? true;
}

/** For `getStaticPaths` of a page in a file `[...index].astro`: built if it has something to show. */
export function pathsIfShown(name: RouteName): { params: { index: undefined } }[] {
  return hasPage(name) ? [{ params: { index: undefined } }] : [];
}

/** Every table to download. */
export const tables = tablesOf(ledger, readTableDescriptions(`${CONTENT_DIR}/data-tables.yaml`));
