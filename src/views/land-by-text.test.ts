import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { landByText } from "./land-by-text.ts";
import { cellText } from "./view.ts";

const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }],
  organisations: [{ id: "russia", name: "Russia" }],
  drafts: [
    { id: "leak", name: "Leak", date: "2025-11-20" },
    { id: "kyiv", name: "20 points", date: "2025-12-23" },
  ],
  positions: [{ id: "demand", actor: "russia", theme: "land", date: "2026-01-23" }],
  "region-claims": [
    { id: "a", draft: "leak", question: "rule", regions: ["UA-43", "UA-14"], asks: "recognised", says: "as Russian", sources: ["ft"] },
    {
      id: "b",
      draft: "leak",
      question: "rest",
      regions: ["UA-14"],
      part: "held-by-ukraine",
      asks: "zone",
      says: "a zone",
      sources: ["ap"],
    },
    { id: "c", draft: "kyiv", question: "rest", option: 1, regions: ["UA-14"], asks: "frozen", says: "frozen", sources: ["ap"] },
    {
      id: "d",
      draft: "kyiv",
      question: "rest",
      option: 2,
      regions: ["UA-14"],
      part: "held-by-ukraine",
      asks: "zone",
      says: "a zone",
      sources: ["ap"],
    },
    { id: "e", draft: "kyiv", question: "rule", regions: ["UA-63"], asks: "russia-leaves", says: "Russia leaves", sources: ["ap"] },
    {
      id: "f",
      draft: undefined,
      question: undefined,
      position: "demand",
      regions: ["UA-09"],
      asks: "ukraine-leaves",
      says: "Ukraine leaves",
      sources: ["ft"],
    },
  ],
});
const maps = [{ draft: "leak" }, { draft: "kyiv", option: 1 }, { draft: "kyiv", option: 2 }, { position: "demand" }];
const { data, table, description, numbers, sources } = landByText(ledger, { named: "UA-14", maps });

describe("land by text", () => {
  it("has a map a text, with what its option asks and what it asks in any case", () => {
    expect(
      data.panels.map(({ label, claims }) => [label, claims.map(({ pattern, regions }) => `${pattern} ${regions.join("+")}`).join()]),
    ).toEqual([
      ["Leak", "slant UA-43+UA-14,upright UA-14"],
      ["20 points, option one", "level UA-14,dots UA-63"],
      ["20 points, option two", "upright UA-14,dots UA-63"],
      ["Russia’s demand", "cross UA-09"],
    ]);
    expect(kinds["region-maps"].refuse(data)).toEqual([]);
  });

  it("says of which part, and leads to the clause", () => {
    const [whole, part] = data.panels[0]!.claims;
    expect([whole!.head, whole!.part, whole!.href]).toEqual(["Crimea and Donetsk", false, "/plan/drafts/leak/#rule"]);
    expect([part!.head, part!.part]).toEqual(["Donetsk, the part that Ukraine holds", true]);
    expect(data.panels[3]!.claims[0]!.href).toBe("/plan/themes/land/");
  });

  it("says of the named region what each text asks, and counts the texts", () => {
    expect(description).toBe(
      "What 4 texts ask of Donetsk. Leak: recognised as Russian and a zone that Ukraine leaves. 20 points, option one: frozen along the line. 20 points, option two: a zone that Ukraine leaves. Russia’s demand: nothing on record.",
    );
    expect(numbers).toEqual({ recognised: 1, talks: 0, frozen: 1, zone: 2, leaves: 0 });
  });

  it("has a line a claim in its table, and the receipts of all", () => {
    expect(table.rows.map((row) => [cellText(row[0]!), row[4]])).toHaveLength(7);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(sources).toEqual(["ft", "ap"]);
  });

  it("refuses a text of which nothing is on record", () =>
    expect(() => landByText({ ...ledger, "region-claims": [] }, { named: "UA-14", maps })).toThrow("no region-claims of leak"));
});
