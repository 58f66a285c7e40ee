import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { aidByDonor } from "./aid-by-donor.ts";
import { linesOf } from "./table.fixture.ts";
import { aidByGdp } from "./aid-by-gdp.ts";

const donor = (
  country: string,
  donor: string,
  [military, financial, humanitarian]: [number, number, number],
  gdp: object = {},
) => ({
  id: country.toLowerCase(),
  country,
  donor,
  military_eur_bn: military,
  financial_eur_bn: financial,
  humanitarian_eur_bn: humanitarian,
  total_eur_bn: military + financial + humanitarian,
  as_of: "2026-02-28",
  release: "Ukraine Support Tracker, Release 29 (04/2026)",
  ...gdp,
});
const ledger = ledgerOf({
  publishers: [{}],
  sources: [{}, { id: "kiel" }],
  aid: [
    donor("FR", "France", [5, 2, 0.5], { gdp_share_pct: 0.25, eu_share_pct: 0.6 }),
    donor("EU", "EU (Commission and Council)", [1, 70, 3]),
    donor("DK", "Denmark", [9, 0.5, 0.25], { gdp_share_pct: 2.75, eu_share_pct: 0.5, sources: ["kiel"] }),
    donor("US", "United States", [60, 40, 3], { gdp_share_pct: 0.9 }),
    donor("CZ", "Czechia", [1.5, 0.5, 0.25], { gdp_share_pct: 0.5, eu_share_pct: 0.25 }),
  ],
});

describe("aid by donor", () => {
  const view = () => aidByDonor(ledger);

  it("draws every European state once, the largest first, in parts that make up its total; the table has every donor", () => {
    expect(view().data.rows.map(({ label, values, text }) => [label, values, text])).toEqual([
      ["Denmark", [9, 0.5, 0.25], "9.8"],
      ["France", [5, 2, 0.5], "7.5"],
      ["Czechia", [1.5, 0.5, 0.25], "2.3"],
    ]);
    expect(linesOf(view().table)).toEqual([
      "Donor | Military (EUR bn) | Financial (EUR bn) | Humanitarian (EUR bn) | Total (EUR bn)",
      "United States → /sources/a/#ap-2025 | 60 | 40 | 3 | 103",
      "EU (Commission and Council) → /sources/a/#ap-2025 | 1 | 70 | 3 | 74",
      "Denmark → /sources/a/#kiel | 9 | 0.5 | 0.25 | 9.75",
      "France → /sources/a/#ap-2025 | 5 | 2 | 0.5 | 7.5",
      "Czechia → /sources/a/#ap-2025 | 1.5 | 0.5 | 0.25 | 2.25",
    ]);
    expect(view().data.rows[0]).toMatchObject({
      ...{
        id: "dk",
        says: "€9.8bn, of which military 9.0, financial 0.5, humanitarian 0.3",
        href: "/sources/a/#kiel",
      },
    });
    expect(view().data.parts).toEqual(["military", "financial", "humanitarian"]);
    expect(kinds["stacked-bars"].refuse(view().data)).toEqual([]);
  });

  it("says in a sentence who gave most and what France gave", () => {
    expect(view().description).toBe(
      [
        "Largest European donor: Denmark, €9.8bn. France’s €7.5bn are €5.0bn of military, €2.0bn of",
        "financial and €0.5bn of humanitarian aid; one of the 3 European states shown have set aside more.",
        "Not drawn: the United States, €103.0bn; the EU’s institutions, €74.0bn.",
      ].join(" "),
    );
    expect(
      view()
        .data.rows.filter(({ marked }) => marked)
        .map(({ label }) => label),
    ).toEqual(["France"]);
    expect(view().values).toEqual({
      ...{ france: "7.5", above: "one", Above: "One", donors: "3", until: "28 February 2026", release: "29" },
      ...{ first: "the United States (€103.0bn) and the EU’s institutions (€74.0bn)", others: "" },
    });
    expect(view().numbers).toEqual({ above: 1, left: 2 });
    expect(view().sources).toEqual(["ap-2025", "kiel"]);
  });

  it("names the other donors that are not drawn, and ranks equal ones by name", () => {
    const more = ledgerOf({
      aid: [
        ...ledger.aid,
        donor("JP", "Japan", [0, 10, 1]),
        donor("CA", "Canada", [8, 2, 1]),
        donor("BE", "Belgium", [5, 2, 0.5]),
      ],
    });
    const { values, data, numbers, description } = aidByDonor({ ...ledger, aid: more.aid });
    expect(values.first).toBe("the United States (€103.0bn) and the EU’s institutions (€74.0bn)");
    expect(values.others).toBe("Canada and Japan");
    expect(description).toMatch(/; Canada, €11\.0bn; Japan, €11\.0bn\.$/);
    expect(data.rows.map(({ label }) => label)).toEqual(["Denmark", "Belgium", "France", "Czechia"]);
    expect(numbers).toEqual({ above: 2, left: 4 });
  });

  it("says the release as it stands where it has no number", () => {
    const aid = ledger.aid.map((row) => ({ ...row, release: "April 2026" }));
    expect(aidByDonor({ ...ledger, aid }).values.release).toBe("April 2026");
  });

  it("refuses to compare two counts", () => {
    const [first, ...others] = ledger.aid;
    expect(() => aidByDonor({ ...ledger, aid: [{ ...first!, as_of: "2020-01-01" }, ...others] })).toThrow(
      "2 counts",
    );
  });

  it("leaves promises aside", () => {
    const aid = ledger.aid.map((row) =>
      row.country === "US" ? { ...row, basis: "commitments" as const } : row,
    );
    expect(aidByDonor({ ...ledger, aid }).data.rows.map(({ id }) => id)).not.toContain("us");
  });

  it("is not drawn without France", () => {
    expect(() => aidByDonor({ ...ledger, aid: ledger.aid.slice(1) })).toThrow("no row of aid is of FR");
  });
});

describe("aid by share of GDP", () => {
  const view = () => aidByGdp(ledger);

  it("leaves out donors without a GDP and adds the share in EU aid", () => {
    expect(view().data.rows.map(({ label, values, text }) => [label, values, text])).toEqual([
      ["Denmark", [2.75, 0.5], "3.3"],
      ["United States", [0.9, 0], "0.9"],
      ["France", [0.25, 0.6], "0.25 + 0.60"],
      ["Czechia", [0.5, 0.25], "0.8"],
    ]);
    expect(view().data.rows[1]!.says).toBe("0.90 per cent of GDP in its own name, no share in EU aid");
    expect(linesOf(view().table)).toEqual([
      "Donor | In its own name (% of GDP) | Share in EU aid (% of GDP) | Together (% of GDP)",
      "Denmark → /sources/a/#kiel | 2.75 | 0.5 | 3.25",
      "United States → /sources/a/#ap-2025 | 0.9 | – | 0.9",
      "France → /sources/a/#ap-2025 | 0.25 | 0.6 | 0.85",
      "Czechia → /sources/a/#ap-2025 | 0.5 | 0.25 | 0.75",
    ]);
    expect(view().data.rows.map(({ id, marked, href }) => [id, marked, href].join())).toEqual([
      "dk,false,/sources/a/#kiel",
      "us,false,/sources/a/#ap-2025",
      "fr,true,/sources/a/#ap-2025",
      "cz,false,/sources/a/#ap-2025",
    ]);
    expect(view().data.rows[3]!.says).toBe(
      "0.50 per cent of GDP in its own name, 0.25 as its share in EU aid",
    );
    expect(view().sources).toEqual(["kiel", "ap-2025"]);
    expect(kinds["stacked-bars"].refuse(view().data)).toEqual([]);
  });

  it("says in a sentence how France stands, in all and in its own name", () => {
    expect(view().description).toBe(
      [
        "Largest share: Denmark, 3.3 per cent of GDP. France has set aside 0.25 per cent in its own name",
        "and 0.60 per cent as its share in EU aid, 0.8 in all: two of the 4 countries shown stand higher,",
        "and three where only aid in their own name is counted.",
      ].join(" "),
    );
    expect(view().values).toEqual({
      own: "0.25",
      eu: "0.60",
      countries: "4",
      until: "28 February 2026",
      release: "29",
    });
    expect(view().numbers).toEqual({ own: 0.25, eu: 0.6 });
  });
});
