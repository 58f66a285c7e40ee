import { CONTENT_DIR } from "./content-dir.ts";
import { tablesOf } from "./data/tables.ts";
import { readFrozen } from "./export/frozen.ts";
import { readChanges } from "./ledger/changes.ts";
import { coverageThrough } from "./ledger/coverage.ts";
import { readGlossary } from "./ledger/glossary.ts";
import { readLedger } from "./ledger/read-ledger.ts";
import { required } from "./required.ts";
import { clauseEmbeds, comparisonEmbeds } from "./views/answer-embeds.ts";
import { type Embeddable, embeddableChart } from "./views/embeddable.ts";
import { readCharts } from "./views/read-charts.ts";
import { readVersions } from "./views/versions.ts";
import { readRetired } from "./views/retired-file.ts";
import { retiredEmbed } from "./views/retired.tsx";
import { readTables } from "./views/read-tables.ts";

// Read once a build, from the folder the build runs in.
/** Everything that is known. */
export const ledger = readLedger(`${CONTENT_DIR}/ledger`);

/** The last day that is covered, as an ISO date. */
export const through = coverageThrough(ledger);

/** Every chart of the site; within a topic in the order of the gallery. */
export const charts = readCharts(`${CONTENT_DIR}/charts`, ledger);

/** Charts that were taken out. */
export const retired = readRetired(
  `${CONTENT_DIR}/retired-charts.yaml`,
  charts.map(({ id }) => id),
);

/** Everything that can stand in other people's pages: charts, clauses, comparisons of two drafts on one question. */
export const embeds: readonly Embeddable[] = [
  ...charts.map(embeddableChart),
  ...retired.map((row) => retiredEmbed(row, charts)),
  ...clauseEmbeds(ledger),
  ...comparisonEmbeds(ledger),
];

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

/** Where copies of charts are kept. */
export const FROZEN_DIR = `${CONTENT_DIR}/frozen`;

/** Copies of charts that never change. */
export const frozen = readFrozen(FROZEN_DIR);

const versions = readVersions(`${CONTENT_DIR}/versions.yaml`);

/** ISO day since which `chart/<id>`, `clause/<question>` or `event/<id>` has shown what it shows; the last day covered if nobody noted it. */
export function versionOf(key: string): string {
  return versions.get(key)?.date ?? through;
}

/** Hash of what it shows, where somebody noted it. */
export function hashOf(key: string): string | undefined {
  return versions.get(key)?.hash;
}

/** Every table to download. */
export const tables = tablesOf(ledger);
