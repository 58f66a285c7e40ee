import { describe, expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { clauseValues } from "../charts/clause-values.tsx";
import { SMALL } from "../views/plan-views.fixture.ts";
import type { Chart } from "../charts/read-charts.ts";
import type { TextTable } from "../charts/read-charts.ts";
import { visitsToFrance } from "../charts/visits-to-france.ts";
import { explainerMarkdown } from "./markdown.ts";

const quote = { by: "envoy", text: "Nichts", source: "ap" };
const ledger = {
  ...ledgerOf({
    sources: [{}, { id: "ap" }, { id: "ft", url: "https://ft.example/army" }, { id: "rbc" }, { id: "tass" }],
    events: [
      { id: "talks", sources: ["ap"] },
      { id: "bribe", status: "alleged", attributed_to: "A bureau", sources: ["ap"] },
      { id: "no", quote: { ...quote, lang: "de", english: "Nothing", translation: "site" }, sources: ["ap"] },
      { id: "nothing-said", quote: { ...quote, lang: "en" }, sources: ["ap"] },
    ],
    reasons: [
      { id: "own", inference: ["said"], status: "reported", sources: ["ap"] },
      { id: "said", sources: ["ap"] },
    ],
    people: [
      { id: "envoy", name: "An Envoy" },
      { id: "person", name: "Person" },
    ],
    proceedings: [{ id: "land" }, { id: "bribery", person: "envoy", by: "SAPO" }],
    visits: [{ id: "first" }, { id: "second", number: 2 }],
  }),
  ...{ drafts: SMALL.drafts, themes: SMALL.themes, provisions: SMALL.provisions, points: SMALL.points },
};
const named = { topic: "plan" as const, subtitle: "", notes: [] as string[] };
const around = {
  ledger,
  glossary: [{ id: "donbas", term: "Donbas", definition: "Two regions.", also: [], topic: "plan" as const }],
  charts: [
    {
      ...named,
      id: "army-cap",
      title: "A finding",
      view: clauseValues(ledger, { clause: "army-cap", unit: "personnel" }),
    } as unknown as Chart,
  ],
  tables: [
    {
      ...named,
      id: "visits",
      title: "Two visits",
      view: visitsToFrance(ledger, { start: "first" }),
    } as TextTable,
  ],
  address: (path: string) => `https://site.example${path}`,
};
const write = (body: string) =>
  explainerMarkdown(
    { id: "plan", title: "Title", description: "Answer.", modified: "2026-11-24", body },
    around,
  );

describe("an explainer as Markdown", () => {
  test("keeps headings and text, and begins with its title and address", () => {
    const text = write("## In short\n\nSome **words**.\n");
    expect(text).toMatch(/^# Title\n\n> Answer\.\n\nSource: <https:\/\/site\.example\/plan\/>/);
    expect(text).toContain("\n## In short\n\nSome **words**.\n");
  });

  test("turns citations into footnotes: one number a source, its address at the end", () => {
    const text = write('One.<Cite id="ap ft" /> Two.<Cite id="ft" />');
    expect(text).toContain("One.[^1][^2] Two.[^2]");
    expect(text.match(/^\[\^\d+\]: .*/gm)).toHaveLength(2);
    expect(text).toContain("<https://ft.example/army>");
  });

  test("says how far a fact is established if it is not confirmed", () => {
    expect(write('It is said.<Fact id="bribe" />')).toMatch(/It is said\. \(alleged\)\[\^1\]/);
    expect(write('It is so.<Fact id="talks" />')).toMatch(/It is so\.\[\^1\]/);
  });

  test("quotes the ledger, and says of a translation that it is one", () => {
    expect(write('She said: <Quote id="no" />')).toContain("She said: “Nothing” (in translation)");
    expect(write('He said: <Quote id="nothing-said" />.')).toContain("He said: “Nichts”.");
  });

  test("says what the site reads or reckons by itself", () => {
    expect(write('So it is.<Reason id="own" />')).toMatch(
      /So it is\. \(this site’s reading\) \(reported\)\[\^1\]/,
    );
    expect(write('It is so.<Reason id="said" />')).toMatch(/It is so\.\[\^1\]/);
  });

  test("links names with the words of the text, or their own", () => {
    expect(write('<Person id="envoy">The man</Person>, <Person id="envoy" />')).toContain(
      "[The man](https://site.example/people/envoy/), [An Envoy](https://site.example/people/envoy/)",
    );
    expect(write('<Draft id="leak">the leak</Draft> on <Term id="donbas">Donbas</Term>')).toContain(
      "[the leak](https://site.example/drafts/leak/) on [Donbas](https://site.example/glossary/#donbas)",
    );
  });

  test("shows a chart as a table with every row, each of as many cells", () => {
    const lines = write('<Chart id="army-cap" />').split("\n");
    const table = lines.filter((line) => line.startsWith("| "));
    expect(table).toHaveLength(3 + 2);
    expect(new Set(table.map((line) => line.split(/(?<!\\)\|/).length))).toEqual(new Set([5 + 2]));
    expect(table[2]).toContain("| 2025-11-20 | 600000 | At most 600,000 | published |");
    expect(lines).toContain("### A finding");
  });

  test("leads to other pages of the site by their full address", () => {
    expect(write("See [the case](/corruption/).")).toContain(
      "See [the case](https://site.example/corruption/).",
    );
  });

  test("shows a table with its finding and every row", () => {
    const lines = write('<Table id="visits" />').split("\n");
    expect(lines.filter((line) => line.startsWith("| "))).toHaveLength(2 + 2);
    expect(lines).toContain("### Two visits");
    expect(() => write('<Table id="nothing" />')).toThrow("there is no table `nothing`");
  });

  test("leads to a clause by its question", () => {
    expect(write('<Clause id="army-cap" />')).toContain(
      "[How large?](https://site.example/clauses/army/#army-cap)",
    );
    expect(() => write('<Clause id="nothing" />')).toThrow("nothing");
  });

  test("shows clauses as first written and last read out, a line each, both with footnotes", () => {
    const lines = write('<Redlines id="army-cap donetsk" />')
      .split("\n")
      .filter((line) => line.startsWith("- "));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /At most 600,000 \(Leak, 2025-11-20\)(\[\^\d+\])+ → Stays at 800,000, in peacetime \(Kyiv, 2025-12-23\)(\[\^\d+\])+$/,
    );
    expect(lines[1]).toMatch(/→ \[To be agreed\] \(Kyiv/);
  });

  test("shows every proceeding as a row with its accuser and footnotes, those named first", () => {
    const rows = write('<Proceedings id="bribery" />')
      .split("\n")
      .filter((line) => line.startsWith("| "));
    expect(rows).toHaveLength(2 + 2);
    expect(rows[2]).toContain("[An Envoy](https://site.example/people/envoy/#bribery) | SAPO |");
    expect(rows[2]).toMatch(/\[\^1\]/);
  });

  test("leaves no component behind, and refuses what does not exist", () => {
    expect(write('<Fact id="talks">Words</Fact> <Chart id="army-cap" />')).not.toMatch(/<[A-Z]/);
    expect(() => write('<Chart id="nothing" />')).toThrow("there is no chart `nothing`");
    expect(() => write('<Fact id="nothing" />')).toThrow("nothing");
  });
});
