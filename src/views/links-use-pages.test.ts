import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { usesOfSources } from "../ledger/sources.ts";
import { pageOfUse } from "./links.ts";

const sources = ["ap"];
const ledger = ledgerOf({
  sources: [{ id: "ap" }],
  drafts: [{ id: "first-28", name: "28 points", short: "Leak", sources }],
  points: [{ draft: "first-28", number: 3, title: "NATO", sources }],
  themes: [
    { id: "alliance", name: "NATO membership", clauses: [{ id: "may-join", text: "May Ukraine join?" }] },
  ],
  answers: [{ draft: "first-28", clause: "may-join", sources }],
  people: [{ id: "envoy", name: "An Envoy", sources }],
  organisations: [{ id: "state", name: "A State", sources }],
  events: [{ id: "talks", title: "Talks held", sources }],
  reasons: [{ id: "why", title: "Why a cap", sources }],
  meetings: [
    {
      id: "round",
      participants: ["envoy", "state"],
      date: "2025-11-23",
      format: "bilateral",
      city: "Geneva",
      sources,
    },
  ],
  positions: [{ id: "stance", actor: "state", theme: "alliance", sources }],
  disagreements: [
    { id: "on-cap", subject: "The cap", about: ["cap", "talks"], sources },
    { id: "on-nothing", subject: "A figure", about: ["a-visit"], sources },
  ],
  exits: [{ id: "left", person: "envoy", sources }],
  "case-steps": [
    { id: "step", persons: ["envoy"], sources },
    { id: "law", persons: [], sources },
    { id: "notice", persons: ["envoy"], proceedings: ["bribe"], accuser: "A bureau", sources },
  ],
  proceedings: [{ id: "bribe", person: "envoy", name: "Case of the bribe", sources }],
  series: [{ id: "index", title: "The index", sources }],
  agreements: [{ id: "deal", sources }],
});

const PAGES: Record<string, [href: string, label: string]> = {
  "first-28": ["/drafts/first-28/", "28 points"],
  "first-28--3": ["/drafts/first-28/#point-3", "Leak: point 3"],
  "first-28--may-join": ["/clauses/alliance/#may-join--first-28", "Leak: May Ukraine join?"],
  envoy: ["/people/envoy/", "An Envoy"],
  state: ["/organisations/state/", "A State"],
  talks: ["/events/talks/", "Talks held"],
  why: ["/reasons/#why", "Why a cap"],
  round: ["/people/envoy/#round", "Geneva, 23 November 2025"],
  stance: ["/clauses/alliance/#positions", "A State on NATO membership"],
  "on-cap": ["/events/talks/", "Sources disagree: The cap"],
  "on-nothing": ["/data/#disagreements", "Sources disagree: A figure"],
  left: ["/people/envoy/", "An Envoy"],
  step: ["/people/envoy/", "An Envoy"],
  bribe: ["/people/envoy/#bribe", "An Envoy: Case of the bribe"],
  notice: ["/people/envoy/#bribe", "An Envoy: Case of the bribe"],
  law: ["/data/#case-steps", "Table: case steps"],
  index: ["/data/#index", "Table: The index"],
  deal: ["/data/#agreements", "Table: agreements"],
};

test("every row that cites a source links to where it is shown", () => {
  const found = usesOfSources(ledger)
    .get("ap")!
    .map((use) => [use.key, pageOfUse(ledger, use)] as const);
  expect(Object.fromEntries(found.map(([key, { href, label }]) => [key, [href, label]]))).toEqual(PAGES);
  expect(found).toHaveLength(Object.keys(PAGES).length);
});

test("a row that the ledger lacks is rejected by name", () => {
  expect(() => pageOfUse(ledger, { collection: "positions", key: "nowhere" })).toThrow("nowhere");
});
