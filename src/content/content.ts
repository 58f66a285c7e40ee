import { existsSync, readFileSync } from "node:fs";
import { CONTENT_DIR } from "../settings.ts";
import { feedsOf } from "../files/feeds.tsx";
import { tablesOf } from "../files/tables.ts";
import { ALL_PAIRS_UP_TO_DRAFTS, pairDrafts } from "../ledger/lookup.ts";
import { findCoverageEnd } from "../ledger/sources.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError } from "../yaml/yaml-file.ts";
import { readChanges, readGlossary, readLedger } from "../ledger/read-ledger.ts";
import { expectDefined } from "../expect-defined.ts";
import type { RouteName } from "../routes.ts";
import { clauseEmbeds } from "../files/clause-redline.tsx";
import { readCharts } from "../charts/read-charts.ts";
import { getSite, siteIds } from "../site.ts";
import type { Embeddable } from "../charts/chart.ts";
import { makeSheets } from "../styles/site-css.ts";

// `npm run dev` checks the content after every change; a build has checked it already (scripts/build.ts).
if (import.meta.env.MODE === "development") {
  const { inspectOwnContent } = await import("./check.ts");
  const { problems } = inspectOwnContent();
  if (problems.length > 0) throw new ContentError(problems);
}

/** A build has read it already, to check it (scripts/build.ts). */
export const ledger =
  (globalThis as { checkedLedger?: Ledger }).checkedLedger ??
  readLedger(`${CONTENT_DIR}/ledger`, siteIds(getSite()));

/** ISO date. */
export const coveredUntil = findCoverageEnd(ledger);

export const draftPairs = pairDrafts(ledger, getSite().compare);
export const comparesAnyTwo = ledger.drafts.length <= ALL_PAIRS_UP_TO_DRAFTS;

export const charts = readCharts(`${CONTENT_DIR}/charts`, ledger);

export const embeds: readonly Embeddable[] = [...charts, ...clauseEmbeds(ledger)];

export function embedOf(id: string): Embeddable {
  return expectDefined(
    embeds.find((embed) => embed.id === id),
    `embed \`${id}\``,
  );
}

export const glossary = readGlossary(`${CONTENT_DIR}/glossary.yaml`);

/** Latest first. */
export const changes = readChanges(`${CONTENT_DIR}/changes.yaml`, ledger);

export const feeds = feedsOf(changes, ledger);

const ABOUT = `${CONTENT_DIR}/pages/about.mdx`;
const about = existsSync(ABOUT) ? readFileSync(ABOUT, "utf8") : "";

export const isInAbout = (section: string): boolean => about.includes(`{#${section}}`);

/** Pages hidden while they have nothing to show. */
const OPTIONAL_PAGES: Partial<Record<RouteName, boolean>> = {
  about: about !== "",
  cases: existsSync(`${CONTENT_DIR}/pages/cases.mdx`),
  changes: changes.length > 0,
  charts: charts.length > 0,
  compare: draftPairs.length > 0,
  embeds: getSite().embeds,
  feeds: feeds.length > 0,
  glossary: glossary.length > 0,
  people: ledger.people.length + ledger.organisations.length > 0,
  reasons: ledger.reasons.length > 0,
  timeline: ledger.events.length > 0,
};

export function hasPage(name: RouteName): boolean {
  return OPTIONAL_PAGES[name] ?? true;
}

/** For `getStaticPaths` of a page in a file `[...index].astro`. */
export function pathsIfShown(name: RouteName): { params: { index: undefined } }[] {
  return hasPage(name) ? [{ params: { index: undefined } }] : [];
}

export const tables = tablesOf(ledger);

/** Made once, as every page names one. */
export const sheets = makeSheets(ledger.drafts.length);
