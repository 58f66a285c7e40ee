import { expect, it } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { cellText } from "./view.ts";
import { visitsToFrance } from "./visits-to-france.ts";

const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "afp" }],
  events: [{ id: "letter" }],
  visits: [
    {
      id: "second",
      number: 2,
      date: "2025-12-01",
      place: "Paris",
      occasion: "Talks",
      agreed: "Nothing.",
      note: "A note.",
      sources: ["afp"],
    },
    { id: "first", number: 1, date: "2025-11-16", end: "2025-11-17", place: "Villacoublay", event: "letter", sources: ["ap"] },
  ],
});
const view = visitsToFrance(ledger, { start: "second" });

it("has a row a visit in date order, with the way to its event or receipt", () => {
  expect(view.table.rows.map((row) => row.slice(0, 4).map((cell) => cell && (typeof cell === "number" ? cell : cellText(cell))))).toEqual([
    [1, "2025-11-16", "2025-11-17", "Villacoublay"],
    [2, "2025-12-01", null, "Paris"],
  ]);
  expect(view.table.rows.map((row) => row[1])).toMatchObject([{ href: "/events/letter/" }, { href: "/sources/a/#afp" }]);
  expect(view.table.rows[1]!.slice(4)).toEqual(["Talks", "Nothing.", "A note."]);
  expect(view.sources).toEqual(["ap", "afp"]);
});

it("gives the words the day of the visit that stands out, and refuses one that is not there", () => {
  expect(view.values).toEqual({ date: "1 December 2025" });
  expect(() => visitsToFrance(ledger, { start: "third" })).toThrow("third");
});
