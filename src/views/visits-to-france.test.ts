import { expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { visitsToFrance } from "./visits-to-france.ts";

const ledger = readLedger("content/ledger");
const view = visitsToFrance(ledger);

it("marks the visit of 1 December 2025 and no other", () => {
  expect(view.data.rows.filter(({ marked }) => marked).map(({ date }) => date)).toEqual(["2025-12-01"]);
});

it("calls a number disputed where accounts differ on it, and only there", () => {
  const disputed = view.data.rows.filter(({ certainty }) => certainty === "disputed").map(({ id }) => id);
  for (const id of disputed) expect(ledger.disagreements.some(({ about }) => about.includes(id))).toBe(true);
  expect(disputed).not.toContain("visit-2025-12-01");
  expect(disputed).toContain("visit-2026-03-13");
});
