import { expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { visitsToFrance } from "./visits-to-france.ts";

const ledger = readLedger("content/ledger");
const view = visitsToFrance(ledger, { start: "visit-2025-12-01" });

it("marks the visit of 1 December 2025 and no other", () => {
  expect(view.data.rows.filter(({ marked }) => marked).map(({ date }) => date)).toEqual(["2025-12-01"]);
});

it("calls a number disputed where accounts differ on it, and only there", () => {
  const disputed = view.data.rows.filter(({ certainty }) => certainty === "disputed").map(({ id }) => id);
  expect(disputed).toEqual(ledger.visits.filter(({ number_is }) => number_is === "disputed").map(({ id }) => id));
  expect(disputed).not.toContain("visit-2025-12-01");
  expect(disputed).toContain("visit-2026-03-13");
});
