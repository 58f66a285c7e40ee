import { expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { fighterPledges } from "./fighter-pledges.ts";
import { linesOf } from "./table.fixture.ts";

const aircraft = (id: string, item: string, more: object) => ({
  id,
  item,
  category: "aircraft",
  announced: "2024-06-06",
  ...more,
});
const figure = (id: string, value: number, more: object = {}) => ({
  id,
  name: "aircraft",
  value,
  unit: "aircraft",
  ...more,
});
const rows = {
  publishers: [{}],
  sources: [{}, { id: "ap" }, { id: "afp" }, { id: "base" }],
  events: [
    {
      id: "gripen",
      date: "2025-10-22",
      statement: "A letter.",
      note: "No order.",
      figures: [figure("low", 100), figure("high", 150)],
    },
    {
      id: "came",
      date: "2025-07-13",
      sources: ["afp"],
      figures: [figure("arrived", 4, { certainty: "reported" })],
    },
    { id: "loss", date: "2025-07-22", sources: ["base"] },
  ],
  deliveries: [
    aircraft("mirage", "Mirage 2000-5 fighter", {
      status: "partly-delivered",
      quantity: 7,
      quantity_certainty: "reported",
    }),
    aircraft("more", "More Mirage", { status: "pledged" }),
    aircraft("rafale", "Rafale fighter", {
      ...{ status: "intent", quantity: 90, quantity_certainty: "confirmed" },
      ...{ quantity_note: "About that.", note: "By 2035." },
    }),
    { id: "guns", item: "Guns", category: "artillery", quantity: 5, quantity_certainty: "confirmed" },
  ],
};
const options = {
  gripen: { event: "gripen", low: "low", high: "high" },
  arrived: { event: "came", figure: "arrived" },
  loss: "loss",
  rafale: "rafale",
  mirage: "mirage",
};
const view = () => fighterPledges(ledgerOf(rows), options);

test("says in a sentence what is intended, promised and delivered, and adds nothing up", () => {
  expect(view().description).toBe(
    "Declared intents name about 90 Rafale and 100 to 150 Gripen. Of seven Mirage 2000-5 that were promised by one account, four are reported delivered.",
  );
  expect(view().values).toEqual({ rafale: "90", low: "100", high: "150", delivered: "four" });
  expect(view().numbers).toEqual({ low: 100, high: 150, delivered: 4 });
});

test("keeps intent, promise and delivery apart, with how each number is known", () => {
  expect(view().data.rows.map(({ id, group, range, certainty }) => [id, group, range, certainty])).toEqual([
    ["gripen", "intent", [100, 150], "confirmed"],
    ["rafale", "intent", [90, 90], "confirmed"],
    ["mirage", "promised", [7, 7], "reported"],
    ["more", "promised", null, "confirmed"],
    ["came", "delivered", [4, 4], "reported"],
  ]);
  expect(kinds["dot-range"].refuse(view().data)).toEqual([]);
});

test("says at each mark what the number is", () => {
  expect(view().data.rows.map(({ detail }) => detail)).toEqual([
    "22 Oct 2025",
    "6 Jun 2024",
    "6 Jun 2024",
    "6 Jun 2024",
    "by 13 Jul 2025",
  ]);
  expect(view().data.rows.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    "Gripen: 100 to 150",
    "Rafale: about 90; no contract found",
    "Mirage 2000-5: 7",
    "More Mirage: number not given",
    "Mirage 2000-5: 4, of which one was lost in July 2025",
  ]);
  expect(linesOf(view().table)).toEqual([
    "Aircraft | Stage | Date | Lowest number | Highest number | How it is known | What is said",
    "Gripen → /events/gripen/ | Declared intent | 2025-10-22 | 100 | 150 | confirmed | A letter. No order.",
    "Rafale → /sources/a/#ap-2025 | Declared intent | 2024-06-06 | 90 | 90 | confirmed | About that. By 2035.",
    "Mirage 2000-5 → /sources/a/#ap-2025 | Promised | 2024-06-06 | 7 | 7 | reported | ",
    "More Mirage → /sources/a/#ap-2025 | Promised | 2024-06-06 | – | – | confirmed | ",
    "Mirage 2000-5 → /events/came/ | Delivered | 2025-07-13 | 4 | 4 | reported | They talked.",
  ]);
});

test("stands on the sources of its rows and of the loss", () =>
  expect(view().sources).toEqual(["ap-2025", "afp", "base"]));

test("is not drawn without the numbers that its title names", () => {
  const deliveries = rows.deliveries.map((row) =>
    row.id === "mirage" ? aircraft("mirage", "Mirage", {}) : row,
  );
  expect(() => fighterPledges(ledgerOf({ ...rows, deliveries }), options)).toThrow("need quantities");
});
