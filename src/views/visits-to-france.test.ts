import { expect, it } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
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
    {
      id: "first",
      number: 1,
      date: "2025-11-16",
      end: "2025-11-17",
      place: "Villacoublay",
      event: "letter",
      sources: ["ap"],
    },
  ],
});
const view = () => visitsToFrance(ledger, { start: "second" });

it("has a row a visit in date order, with the way to its event or receipt", () => {
  expect(linesOf(view().table)).toEqual([
    "Number | Date | Until | Place | Occasion | What was agreed or announced | Note",
    "1 | 2025-11-16 → /events/letter/ | 2025-11-17 | Villacoublay | Talks | Nothing | –",
    "2 | 2025-12-01 → /sources/a/#afp | – | Paris | Talks | Nothing. | A note.",
  ]);
  expect(view().sources).toEqual(["ap", "afp"]);
});

it("gives the words the day of the visit that stands out, and refuses one that is not there", () => {
  expect(view().values).toEqual({ date: "1 December 2025" });
  expect(() => visitsToFrance(ledger, { start: "third" })).toThrow("third");
});
