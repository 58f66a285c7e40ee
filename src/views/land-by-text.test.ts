import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { landByText } from "./land-by-text.ts";
import { linesOf } from "./table.fixture.ts";

const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }],
  organisations: [{ id: "russia", name: "Russia" }],
  drafts: [
    { id: "leak", name: "Leak", date: "2025-11-20" },
    { id: "kyiv", name: "20 points", date: "2025-12-23" },
  ],
  positions: [{ id: "demand", actor: "russia", theme: "land", date: "2026-01-23" }],
  "region-claims": [
    {
      id: "a",
      draft: "leak",
      question: "rule",
      regions: ["UA-43", "UA-14"],
      asks: "recognised",
      says: "as Russian",
      sources: ["ft"],
    },
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
    {
      id: "c",
      draft: "kyiv",
      question: "rest",
      option: 1,
      regions: ["UA-14"],
      asks: "frozen",
      says: "frozen",
      sources: ["ap"],
    },
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
    {
      id: "e",
      draft: "kyiv",
      question: "rule",
      regions: ["UA-63"],
      asks: "russia-leaves",
      says: "Russia leaves",
      sources: ["ap"],
    },
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
const maps = [
  { draft: "leak" },
  { draft: "kyiv", option: 1 },
  { draft: "kyiv", option: 2 },
  { position: "demand" },
];
const drawn = () => landByText(ledger, { named: "UA-14", maps });

describe("land by text", () => {
  it("has a map a text, with what its option asks and what it asks in any case", () => {
    expect(
      drawn().data.panels.map(({ label, claims }) => [
        label,
        claims.map(({ pattern, regions }) => `${pattern} ${regions.join("+")}`).join(),
      ]),
    ).toEqual([
      ["Leak", "slant UA-43+UA-14,upright UA-14"],
      ["20 points, option one", "level UA-14,dots UA-63"],
      ["20 points, option two", "upright UA-14,dots UA-63"],
      ["Russia’s demand", "cross UA-09"],
    ]);
    expect(kinds["region-maps"].refuse(drawn().data)).toEqual([]);
  });

  it("says of which part, and leads to the clause", () => {
    const [whole, part] = drawn().data.panels[0]!.claims;
    expect([whole!.head, whole!.part, whole!.href]).toEqual([
      "Crimea and Donetsk",
      false,
      "/plan/drafts/leak/#rule",
    ]);
    expect(part!.says).toBe("Leak. Donetsk, the part that Ukraine holds: a zone");
    expect(drawn().data.panels.map(({ id, detail }) => `${id} ${detail}`)).toEqual([
      "leak 20 November 2025",
      "kyiv-1 23 December 2025",
      "kyiv-2 23 December 2025",
      "demand 23 January 2026",
    ]);
    expect([part!.head, part!.part]).toEqual(["Donetsk, the part that Ukraine holds", true]);
    expect(drawn().data.panels[3]!.claims[0]!.href).toBe("/plan/themes/land/");
  });

  it("says of the named region what each text asks, and counts the texts", () => {
    expect(drawn().description).toBe(
      [
        "What four texts ask of Donetsk. Leak: recognised as Russian and a zone that Ukraine leaves. 20",
        "points, option one: frozen along the line. 20 points, option two: a zone that Ukraine leaves.",
        "Russia’s demand: nothing on record.",
      ].join(" "),
    );
    expect(drawn().numbers).toEqual({ recognised: 1, talks: 0, frozen: 1, zone: 2, leaves: 0 });
  });

  it("has a line a claim in its table, and the receipts of all", () => {
    const zone =
      "2025-12-23 | Donetsk | Donetsk, the part that Ukraine holds | a zone that Ukraine leaves | a zone";
    expect(linesOf(drawn().table)).toEqual([
      "Text | Date | Regions | Part | What is asked | In words",
      "Leak → /plan/drafts/leak/#rule | 2025-11-20 | Crimea and Donetsk | – | recognised as Russian | as Russian",
      `Leak → /plan/drafts/leak/#rest | ${zone.replace("2025-12-23", "2025-11-20")}`,
      "20 points, option one → /plan/drafts/kyiv/#rest | 2025-12-23 | Donetsk | – | frozen along the line | frozen",
      "20 points, option one → /plan/drafts/kyiv/#rule | 2025-12-23 | Kharkiv | – | Russia leaves | Russia leaves",
      `20 points, option two → /plan/drafts/kyiv/#rest | ${zone}`,
      "20 points, option two → /plan/drafts/kyiv/#rule | 2025-12-23 | Kharkiv | – | Russia leaves | Russia leaves",
      "Russia’s demand → /plan/themes/land/ | 2026-01-23 | Luhansk | – | Ukraine leaves | Ukraine leaves",
    ]);
    expect(drawn().sources).toEqual(["ft", "ap"]);
  });

  it("refuses a text of which nothing is on record", () =>
    expect(() => landByText({ ...ledger, "region-claims": [] }, { named: "UA-14", maps })).toThrow(
      "no region-claims of leak",
    ));

  it("counts the texts that ask each thing of the named region", () => {
    const numbersOf = (named: string) => landByText(ledger, { named, maps }).numbers;
    expect(numbersOf("UA-09")).toEqual({ recognised: 0, talks: 0, frozen: 0, zone: 0, leaves: 1 });
    expect(numbersOf("UA-43")).toEqual({ recognised: 1, talks: 0, frozen: 0, zone: 0, leaves: 0 });
  });
});
