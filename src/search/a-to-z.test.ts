import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import type { Chart } from "../charts/read-charts.ts";
import { aToZ } from "./a-to-z.ts";

const ledger = ledgerOf({
  drafts: [{ id: "leak", name: "28-point draft" }],
  themes: [{ id: "land", name: "Territory" }],
  people: [
    { id: "trump-jr", name: "Donald Trump Jr." },
    { id: "von-der-leyen", name: "Ursula von der Leyen" },
    { id: "macron", name: "Emmanuel Macron" },
  ],
  organisations: [{ id: "elysee", name: "Élysée" }],
});
const glossary = [{ id: "e3", term: "E3", definition: "Three states.", also: [], topic: "plan" as const }];
const charts = [{ id: "army-cap", title: "Army of 800,000" }] as Chart[];

test("everything that can be gone to is there once, letter by letter, people under their family name, accents under the plain letter", () => {
  const letters = aToZ(ledger, charts, glossary, [
    { title: "Who wrote it?", href: "/plan/#who", kind: "section" },
  ]);
  expect(
    letters.map(([letter, entries]) => [
      letter,
      ...entries.map(({ title, href, kind }) => `${title} (${kind}) ${href}`),
    ]),
  ).toEqual([
    ["0–9", "28-point draft (draft) /drafts/leak/"],
    ["A", "Army of 800,000 (chart) /charts/army-cap/"],
    ["E", "E3 (term) /glossary/#e3", "Élysée (organisation) /organisations/elysee/"],
    ["M", "Macron, Emmanuel (person) /people/macron/"],
    ["T", "Territory (theme) /clauses/land/", "Trump Jr., Donald (person) /people/trump-jr/"],
    ["V", "von der Leyen, Ursula (person) /people/von-der-leyen/"],
    ["W", "Who wrote it? (section) /plan/#who"],
  ]);
});
