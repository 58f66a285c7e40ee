import { expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { aidOverTime } from "./aid-over-time.ts";

const ledger = readLedger("content/ledger");

it("takes share and empty quarters from the rows, without the quarter that is not over", () => {
  const view = aidOverTime(ledger);
  const france = view.data.panels.find(({ id }) => id === "France")!.bars.map(({ value }) => value ?? 0);
  const sum = france.reduce((a, b) => a + b, 0);
  expect(view.values.share).toBe(String(Math.round((Math.max(...france) / sum) * 100)));
  expect(view.values.quarters).toBe(String(france.length - 1));
});

it("counts a quarter once the data cover it", () => {
  const series = ledger.series.map((series) => ({ ...series, as_of: "2026-06-30" }));
  const view = aidOverTime({ ...ledger, series });
  expect(view.values.quarters).toBe(String(view.data.panels[0]!.bars.length));
});
