import { describe, expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { caseFlow } from "./case-flow.ts";
import { cellText } from "./view.ts";

const ledger = readLedger("content/ledger");

describe("the alleged flows", () => {
  const { data, table } = caseFlow(ledger);

  it("has every flow with who alleges it, and no number to compare", () => {
    expect(data.rows.map(({ id }) => id)).toEqual(ledger.flows.map(({ id }) => id));
    for (const { by } of data.rows) expect(by).toMatch(/^alleged by /);
    for (const { label } of data.rows) expect(label).toMatch(/alleged/i);
    expect(table.rows.flat().filter((cell) => typeof cell === "number")).toEqual([]);
    expect(table.rows.map((row) => cellText(row[2]!))).toEqual(ledger.flows.map(({ label }) => label));
  });
});
