import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { eventOf, statusOf } from "./row-status.ts";

const ledger = ledgerOf({ events: [{ id: "talks", status: "disputed" }] });

test("a row is as sure as its event", () => {
  expect(statusOf(ledger, { id: "m", event: "talks" })).toBe("disputed");
  expect(eventOf(ledger, { event: "talks" })?.id).toBe("talks");
});

test("a row without an event is as sure as it says", () => {
  expect(statusOf(ledger, { id: "m", status: "reported" })).toBe("reported");
  expect(eventOf(ledger, {})).toBeUndefined();
});

test("nothing is taken for confirmed: a row that says nothing is refused", () => {
  expect(() => statusOf(ledger, { id: "m" })).toThrow("nothing says how far `m` is established");
  expect(() => statusOf(ledger, { id: "m", event: "lost" })).toThrow("no `lost` among the events");
});
