import { describe, expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { aidByDonor } from "./aid-by-donor.ts";
import { aidByGdp } from "./aid-by-gdp.ts";

const ledger = readLedger("content/ledger");
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe("aid by donor", () => {
  const { data, table, description, values } = aidByDonor(ledger);

  it("draws every European state once, the largest first, and has the others in words and in its table", () => {
    const outside = ledger.aid.filter(({ country }) => ["US", "EU", "CA", "JP"].includes(country));
    expect(data.rows.map(({ id }) => id).sort()).toEqual(
      ledger.aid
        .filter((row) => !outside.includes(row))
        .map(({ id }) => id)
        .sort(),
    );
    expect(table.rows).toHaveLength(ledger.aid.length);
    for (const { total_eur_bn } of outside) expect(description).toContain(`€${total_eur_bn.toFixed(1)}bn`);
    expect(values.first).toMatch(/^the United States \(€.*bn\) and the EU’s institutions \(€.*bn\)$/);
    const totals = data.rows.map((row) => sum(row.values));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it("draws parts that make up Kiel’s total", () => {
    for (const row of data.rows) expect(sum(row.values)).toBeCloseTo(ledger.aid.find(({ id }) => id === row.id)!.total_eur_bn, 2);
  });

  it("says of France what is drawn", () => {
    const at = data.rows.findIndex((row) => row.marked);
    expect(data.rows[at]!.label).toBe("France");
    expect(description).toContain(
      `${["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"][at]} of the ${data.rows.length} European states shown have set aside more`,
    );
    expect(description).toContain(`€${values.france}bn`);
    expect(data.rows[at]!.text).toBe(values.france);
  });

  it("refuses to compare two counts", () => {
    const [first, ...others] = ledger.aid;
    expect(() => aidByDonor({ ...ledger, aid: [{ ...first!, as_of: "2020-01-01" }, ...others] })).toThrow("2 counts");
  });
});

describe("aid by share of GDP", () => {
  const { data, description, values, numbers } = aidByGdp(ledger);

  it("leaves out donors without a GDP and adds the share in EU aid", () => {
    expect(data.rows.map(({ id }) => id)).not.toContain("kiel-r29-allocations-eu");
    for (const row of data.rows) {
      const { gdp_share_pct, eu_share_pct = 0 } = ledger.aid.find(({ id }) => id === row.id)!;
      expect(row.values).toEqual([gdp_share_pct, eu_share_pct]);
    }
  });

  it("says of France what is drawn", () => {
    const france = data.rows.find((row) => row.marked)!;
    expect(france.values.map((value) => value.toFixed(2))).toEqual([values.own, values.eu]);
    expect(numbers).toEqual({ own: france.values[0], eu: france.values[1] });
    expect(description).toContain(`${values.own} per cent in its own name and ${values.eu} per cent`);
  });
});
