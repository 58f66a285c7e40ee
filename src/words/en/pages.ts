import type { FixedRoute, Route } from "../../routes.ts";

/** What search calls a kind of page. */
export const kinds: Readonly<Record<NonNullable<Route["kind"]>, string>> = {
  about: "About",
  chart: "Chart",
  day: "Day",
  draft: "Draft",
  event: "Event",
  explainer: "Explainer",
  organisation: "Organisation",
  person: "Person",
  reason: "Reason",
  term: "Term",
  theme: "Clause",
};

/** Names of pages of which there is one, in navigation, footer and breadcrumbs. */
export const names: Readonly<Record<Exclude<FixedRoute, "front" | "lost" | "lostEmbed">, string>> = {
  about: "About and method",
  changes: "Changes and corrections",
  charts: "Charts",
  comparisons: "Compare",
  data: "Data",
  drafts: "Drafts",
  embeds: "Embedding a chart",
  glossary: "Glossary",
  people: "People and organisations",
  reasons: "Reasons and yardsticks",
  search: "Search",
  sources: "Sources",
  themes: "Clauses",
  timeline: "Timeline",
};

/** A person or a body of whom `description` says more than a search engine shows. */
export const onRecord = (name: string) =>
  `What is on record of ${name} in the talks on Ukraine and the corruption case, with receipts.`;
