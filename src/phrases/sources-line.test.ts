import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { sourcesLine } from "./sources-line.ts";

const OUTLETS = ["AFP", "AP", "Axios", "DPA", "EFE"];
const ids = OUTLETS.map((name) => name.toLowerCase());
const ledger = ledgerOf({
  publishers: OUTLETS.map((name, i) => ({ id: ids[i], name })),
  sources: ids.map((publisher) => ({ id: publisher, publisher })),
});

test.each([
  [0, ""],
  [3, "Sources: AFP, AP and Axios."],
  [4, "Sources: AFP, AP, Axios and 1 other."],
  [5, "Sources: AFP, AP, Axios and 2 others."],
])("of %i outlets three are named and the others counted", (count, line) =>
  expect(sourcesLine(ledger, ids.slice(0, count))).toBe(line),
);
