import { z } from "zod";
import { type CollectionName, collections, type Ledger } from "./ledger.ts";
import type { Receipt } from "./receipts.ts";
import type { Text } from "./texts.ts";

const sources = ["ap-2025"];

/** Ids of site.yaml that the rows below name, and those of tests. */
export const SITE_IDS = {
  topics: new Set(["plan", "france", "corruption"]),
  sides: new Set(["russia", "united-states", "ukraine", "europe"]),
  reader_questions: new Set(["land", "army", "way-out", "trust"]),
};

/** The shortest row that each collection takes: exactly its required keys. */
export const MINIMAL: Readonly<Record<CollectionName, Readonly<Record<string, unknown>>>> = {
  sources: {
    id: "ap-2025",
    publisher: "ap",
    about: "A page.",
    url: "https://ap.example/plan",
    lang: "en",
    kind: "news",
    read: "part",
  },
  publishers: { id: "ap", name: "AP", kind: "agency" },
  events: {
    id: "event",
    topic: "plan",
    date: "2025-11-23",
    title: "Talks",
    statement: "They talked.",
    status: "confirmed",
    sources,
  },
  reasons: {
    id: "reason",
    kind: "reason",
    question: "army",
    topic: "plan",
    date: "2025-11",
    title: "Why",
    statement: "A limit invites.",
    status: "confirmed",
    sources,
  },
  people: { id: "person", name: "Person", role: "Envoy", sources },
  organisations: { id: "state", name: "State", kind: "state", role: "A state", sources },
  drafts: {
    id: "draft",
    name: "Draft",
    short: "Draft",
    date: "2025-11-20",
    authors: "Envoys",
    by: ["united-states"],
    text_public: "full",
    summary: "A text.",
    sources,
  },
  passages: { draft: "draft", number: "1", title: "Point", summary: "A point.", sources },
  alignments: { drafts: ["draft", "draft"], from: ["1"] },
  judgements: { from: "draft", to: "draft", clause: "clause", verdict: "softer", reason: "It asks less." },
  themes: {
    id: "theme",
    name: "Theme",
    order: 1,
    group: "security",
    summary: "What is at stake.",
    clauses: [{ id: "clause", text: "What is asked?" }],
  },
  answers: {
    draft: "draft",
    clause: "clause",
    says: "An answer",
    summary: "The answer in full.",
  },
  meetings: {
    id: "meeting",
    status: "confirmed",
    date: "2025-11-23",
    place: "Geneva",
    format: "bilateral",
    participants: ["state"],
    outcome: "They talked.",
    sources,
  },
  positions: { id: "position", actor: "state", theme: "theme", date: "2025-12", stance: "Against", sources },
  "region-claims": {
    id: "claim",
    draft: "draft",
    clause: "clause",
    regions: ["AA-14"],
    asks: "talks",
    says: "left to talks",
    sources,
  },
  disagreements: {
    id: "disagreement",
    subject: "The number",
    versions: "One says 19, one says 20.",
    about: ["theme"],
  },
  unknowns: { id: "unknown", topic: "plan", what: "The text is not known.", result: "Nothing was found." },
  visits: {
    id: "visit",
    host: "state",
    date: "2025-12-01",
    place: "Paris",
    occasion: "Talks",
    agreed: "Nothing",
    sources,
  },
  deliveries: {
    id: "delivery",
    event: "event",
    item: "Aircraft",
    category: "aircraft",
    status: "pledged",
    sources,
  },
  agreements: {
    id: "agreement",
    date: "2025-11-17",
    name: "Letter",
    what: "Aircraft",
    binding: "letter-of-intent",
    sources,
  },
  aid: {
    id: "aid",
    donor: "France",
    country: "FR",
    military_eur_bn: 1,
    financial_eur_bn: 1,
    humanitarian_eur_bn: 1,
    total_eur_bn: 3,
    basis: "allocations",
    as_of: "2025-12-31",
    release: "Release 1",
    sources,
  },
  coalition: {
    id: "coalition-fr",
    country: "FR",
    name: "France",
    joined: "in 2025",
    offer: "troops",
    pledge: "Soldiers",
    certainty: "confirmed",
    sources,
  },
  proceedings: {
    id: "proceeding",
    person: "person",
    name: "A case",
    by: "A bureau",
    allegation: "an alleged bribe",
    stage: "A suspect",
    as_of: "2025-12",
    answer: { text: "None was found." },
    sources,
  },
  exits: {
    id: "exit",
    date: "2025-11-28",
    person: "person",
    office: "Head of an office",
    how: "resigned",
    sources,
  },
  "case-steps": {
    id: "step",
    status: "confirmed",
    date: "2025-11-11",
    step: "A court heard the alleged case.",
    body: "A court",
    sources,
  },
  flows: {
    id: "flow",
    from: "A company",
    to: "A person",
    label: "alleged payment",
    alleged_by: "A bureau",
    certainty: "alleged",
    answer: "Denies it.",
    sources,
  },
  series: {
    id: "series",
    title: "Numbers",
    unit: "points",
    columns: ["Year", "Value"],
    rows: [[2025, 1]],
    as_of: 2025,
    sources,
  },
};

/** A text in English with these passages, held whole unless it says otherwise. */
export function textOf(
  draft: string,
  words: Readonly<Record<string, string>>,
  more: Partial<Text> = {},
): Text {
  const held = { edition: "Printed", sources, seen: "2026-11-29", translated_by: undefined, ...more };
  const passages = Object.entries(words).map(([number, words]) => ({ headings: [], number, words, ...held }));
  return {
    id: draft,
    draft,
    rights: "public-domain",
    extent: "whole",
    lang: "en",
    missing: [],
    not_found: {},
    abbreviations: {},
    ...held,
    passages,
  };
}

/**
 * A ledger of these rows and texts and nothing else. Each row says only what the test is about; the rest comes from `MINIMAL`. Keys are
 * checked by the schema, but not what they have to do with each other.
 */
export function ledgerOf(
  rows: { readonly [Name in CollectionName]?: readonly object[] },
  texts: readonly Text[] = [],
  receipts: readonly Receipt[] = [],
): Ledger {
  const names = Object.keys(collections) as CollectionName[];
  const read = names.map((name) => [
    name,
    (rows[name] ?? (name === "publishers" ? [{}] : [])).map((row) =>
      z.strictObject(collections[name].shape).parse({ ...MINIMAL[name], ...row }),
    ),
  ]);
  return { ...Object.fromEntries(read), texts, receipts };
}

/** A ledger with one row in each collection, the shortest that fit together; a series is a table of its own, so it has its own name. */
export const WHOLE = ledgerOf(
  Object.fromEntries(
    Object.keys(collections).map((name) => [name, [name === "series" ? { id: "numbers" } : {}]]),
  ),
);
