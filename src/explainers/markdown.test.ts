import { describe, expect, test } from "vitest";
import { readGlossary } from "../ledger/glossary.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { readCharts } from "../views/read-charts.ts";
import { readTables } from "../views/read-tables.ts";
import { explainerMarkdown } from "./markdown.ts";

const ledger = readLedger("content/ledger");
const around = {
  ledger,
  glossary: readGlossary("content/glossary.yaml"),
  charts: readCharts("content/charts", ledger),
  tables: readTables("content/tables", ledger),
  address: (path: string) => `https://site.example${path}`,
};
const write = (body: string) =>
  explainerMarkdown({ id: "plan", title: "Title", description: "Answer.", modified: "2026-11-24", body }, around);

const [first, second] = ledger.sources as [(typeof ledger.sources)[0], (typeof ledger.sources)[0]];

describe("an explainer as Markdown", () => {
  test("keeps headings and text, and begins with its title and address", () => {
    const text = write("## In short\n\nSome **words**.\n");
    expect(text).toMatch(/^# Title\n\n> Answer\.\n\nSource: <https:\/\/site\.example\/plan\/>/);
    expect(text).toContain("\n## In short\n\nSome **words**.\n");
  });

  test("turns citations into footnotes: one number a source, its address at the end", () => {
    const text = write(`One.<Cite id="${first.id} ${second.id}" /> Two.<Cite id="${second.id}" />`);
    expect(text).toContain("One.[^1][^2] Two.[^2]");
    expect(text.match(/^\[\^\d+\]: .*/gm)).toHaveLength(2);
    expect(text).toContain(`<${second.url}>`);
  });

  test("says how far a fact is established if it is not confirmed", () => {
    const alleged = ledger.events.find((event) => event.status === "alleged")!;
    const confirmed = ledger.events.find((event) => event.status === "confirmed")!;
    expect(write(`It is said.<Fact id="${alleged.id}" />`)).toMatch(/It is said\. \(alleged\)\[\^1\]/);
    expect(write(`It is so.<Fact id="${confirmed.id}" />`)).toMatch(/It is so\.\[\^1\]/);
  });

  test("quotes the ledger, and says of a translation that it is one", () => {
    const translated = ledger.events.find(({ quote }) => quote && quote.lang !== "en")!;
    const english = ledger.events.find(({ quote }) => quote?.lang === "en")!;
    expect(write(`She said: <Quote id="${translated.id}" />`)).toContain(`She said: “${translated.quote!.english}” (in translation)`);
    expect(write(`He said: <Quote id="${english.id}" />.`)).toContain(`He said: “${english.quote!.text}”.`);
  });

  test("says what the site reads or reckons by itself", () => {
    const own = ledger.reasons.find((row) => row.inference && row.status === "reported")!;
    const said = ledger.reasons.find((row) => !row.inference && row.status === "confirmed")!;
    expect(write(`So it is.<Reason id="${own.id}" />`)).toMatch(/So it is\. \(this site’s reading\) \(reported\)\[\^1\]/);
    expect(write(`It is so.<Reason id="${said.id}" />`)).toMatch(/It is so\.\[\^1\]/);
  });

  test("links names with the words of the text, or their own", () => {
    expect(write('<Person id="macron">The president</Person>, <Person id="macron" />')).toContain(
      "[The president](https://site.example/people/macron/), [Emmanuel Macron](https://site.example/people/macron/)",
    );
    expect(write('<Draft id="us-28">the leak</Draft> on <Term id="donbas">Donbas</Term>')).toContain(
      "[the leak](https://site.example/plan/drafts/us-28/) on [Donbas](https://site.example/glossary/#donbas)",
    );
  });

  test("shows a chart as a table with every row, each of as many cells", () => {
    const chart = around.charts.find((chart) => chart.id === "army-cap")!;
    const lines = write('<Chart id="army-cap" />').split("\n");
    const table = lines.filter((line) => line.startsWith("| "));
    expect(table).toHaveLength(chart.view.table.rows.length + 2);
    expect(new Set(table.map((line) => line.split(/(?<!\\)\|/).length))).toEqual(new Set([chart.view.table.columns.length + 2]));
    expect(lines).toContain(`### ${chart.title}`);
  });

  test("leads to other pages of the site by their full address", () => {
    expect(write("See [the case](/corruption/).")).toContain("See [the case](https://site.example/corruption/).");
  });

  test("shows a table with its finding and every row", () => {
    const table = around.tables.find((table) => table.id === "visits-to-france")!;
    const lines = write('<Table id="visits-to-france" />').split("\n");
    expect(lines.filter((line) => line.startsWith("| "))).toHaveLength(table.view.table.rows.length + 2);
    expect(lines).toContain(`### ${table.title}`);
    expect(() => write('<Table id="nothing" />')).toThrow("there is no table `nothing`");
  });

  test("shows a clause as a table with every answer and its footnotes, and leads to its page", () => {
    const text = write('<Clause id="army-cap" />');
    const rows = text.split("\n").filter((line) => line.startsWith("| "));
    expect(rows).toHaveLength(ledger.provisions.filter(({ question }) => question === "army-cap").length + 2);
    expect(rows[2]).toMatch(/^\| 2025-11-20 \| \[28-point US draft\]\(https:\S+us-28\/#army-cap\) \| 600,000 at most \| .*\[\^1\]/);
    expect(rows.at(-1)).toContain("| [No number in the text] |");
    expect(text).toContain("(https://site.example/plan/themes/armed-forces-size/#army-cap)");
    expect(() => write('<Clause id="nothing" />')).toThrow("nothing");
  });

  test("shows clauses as first written and last read out, a line each, both with footnotes", () => {
    const lines = write('<Redlines id="army-cap donetsk-rest" />')
      .split("\n")
      .filter((line) => line.startsWith("- "));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/600,000 at most \(Leak, 2025-11-20\)(\[\^\d+\])+ → 800,000, in peacetime \(Kyiv, 2025-12-23\)(\[\^\d+\])+$/);
    expect(lines[1]).toMatch(/→ \[Not settled\] \(Kyiv/);
  });

  test("shows every proceeding as a row with its accuser and footnotes, those named first", () => {
    const rows = write('<Proceedings id="yermak-dynasty" />')
      .split("\n")
      .filter((line) => line.startsWith("| "));
    expect(rows).toHaveLength(ledger.proceedings.length + 2);
    expect(rows[2]).toContain("[Andriy Yermak](https://site.example/people/yermak/#yermak-dynasty) | SAPO |");
    expect(rows[2]).toMatch(/\[\^1\]/);
  });

  test("leaves no component behind, and refuses what does not exist", () => {
    expect(write('<Fact id="geneva-talks">Words</Fact> <Chart id="army-cap" />')).not.toMatch(/<[A-Z]/);
    expect(() => write('<Chart id="nothing" />')).toThrow("there is no chart `nothing`");
    expect(() => write('<Fact id="nothing" />')).toThrow("nothing");
  });
});
