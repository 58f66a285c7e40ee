import { expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { frenchDeliveries } from "./french-deliveries.ts";
import { linesOf } from "./table.fixture.ts";
import { cellText } from "./view.ts";

/** Announcements by their letters, alike but for these. */
const plain = (ids: string, rest: object) => [...ids].map((id) => ({ id, item: id, ...rest }));

/** A different number of announcements at each stage, out of order. */
const ledger = ledgerOf({
  events: [{ id: "paris" }, { id: "leak", status: "reported", attributed_to: "A newsroom" }],
  publishers: [{}],
  sources: [{}, { id: "ap" }, { id: "ft" }],
  deliveries: [
    {
      id: "jets",
      item: "Jets",
      category: "aircraft",
      status: "intent",
      announced: "2025-11-17",
      quantity: 100,
      quantity_certainty: "confirmed",
    },
    {
      id: "guns",
      item: "Guns",
      category: "artillery",
      status: "partly-delivered",
      announced: "2024-01-18",
      quantity: 78,
      quantity_is: "planned",
      quantity_certainty: "confirmed",
      event: "paris",
      delivered_from: "2024-02",
      note: "Still coming.",
      sources: ["ft"],
    },
    {
      id: "mortars",
      item: "Mortars",
      category: "artillery",
      status: "delivered",
      announced: "2022-05",
      quantity: 6,
      quantity_note: "Seen in a list.",
      quantity_certainty: "reported",
      sources: ["ap"],
    },
    ...plain("ab", { category: "armour", status: "delivered", announced: "2023-01" }),
    ...plain("cdef", { category: "missiles", status: "ordered", announced: "2023-02" }),
    ...plain("gh", { category: "other", status: "pledged", announced: "2023-03" }),
    ...plain("i", { category: "other", status: "intent", announced: "2023-04" }),
    {
      id: "shells",
      item: "Shells",
      category: "ammunition",
      status: "unknown",
      announced: "2026-03-02",
      event: "leak",
      quantity: 9,
      quantity_certainty: "confirmed",
    },
  ],
});
const view = () => frenchDeliveries(ledger);
const row = (id: string) => view().data.rows.find((row) => row.id === id)!;

test("says how many stand at each stage and how many name no number", () => {
  expect(view().description).toBe(
    [
      "Of 13 announcements in this list, 3 have been delivered and 1 in part; four are orders, two are",
      "promises and two are declared intents. 9 name no number of pieces.",
    ].join(" "),
  );
  const less = frenchDeliveries({
    ...ledger,
    deliveries: ledger.deliveries.filter(({ id }) => !["a", "d", "e", "f"].includes(id)),
  });
  expect(less.description).toContain(
    "Of 9 announcements in this list, 2 have been delivered and 1 in part; one is an order,",
  );
});

test("gives the title its counts, and the days of the first and last announcement", () => {
  expect(view().values).toEqual({
    announcements: "13",
    delivered: "three",
    partly: "one",
    come: "four",
    from: "May 2022",
    to: "March 2026",
  });
  expect(view().numbers).toEqual({ come: 4, open: 9, jets: 1, i: 1 });
});

test("has every announcement once at its stage, by category, then by day", () => {
  expect(view().data.rows.map(({ id }) => id)).toEqual([
    "mortars",
    "guns",
    "shells",
    "c",
    "d",
    "e",
    "f",
    "a",
    "b",
    "jets",
    "g",
    "h",
    "i",
  ]);
  for (const { id, status } of ledger.deliveries) expect(row(id).stage).toBe(status);
  expect(kinds.stages.refuse(view().data)).toEqual([]);
});

test("never shows a number that is planned as one that came", () => {
  expect([row("guns").amount, row("mortars").amount, row("a").amount]).toEqual(["78 planned", "6", ""]);
});

test("calls reported what is not confirmed: the announcement, or its number", () => {
  expect(
    view()
      .data.rows.filter(({ reported }) => reported)
      .map(({ id }) => id),
  ).toEqual(["mortars", "shells"]);
  expect(row("mortars").says).toBe("announced May 2022. Seen in a list. Reported.");
  const certainty = new Map(view().table.rows.map((row) => [cellText(row[0]!), row[5]]));
  expect(["Guns", "Mortars", "Shells", "Jets"].map((item) => certainty.get(item))).toEqual([
    "confirmed",
    "reported",
    "reported",
    "confirmed",
  ]);
});

test("has every announcement in its table, with what is known of it", () => {
  expect(linesOf(view().table).slice(0, 4)).toEqual([
    "Equipment | Category | How far it has come | Number | What the number is | How it is known | Announced | Delivered from | Note",
    "Mortars → /sources/a/#ap | Artillery | delivered | 6 | Seen in a list. | reported | 2022-05 | – | –",
    "Guns → /events/paris/ | Artillery | delivered in part | 78 | – | confirmed | 2024-01-18 | 2024-02 | Still coming.",
    "Shells → /events/leak/ | Ammunition | not known | 9 | – | reported | 2026-03-02 | – | –",
  ]);
  expect(view().sources).toEqual(["ap", "ft", "ap-2025"]);
});

test("draws batches of one kind in one row, each with its own number, and adds nothing up", () => {
  const batch = (id: string, announced: string, status: string, more: object = {}) => ({
    ...{
      id,
      item: `Howitzer, ${id} batch`,
      part_of: "Howitzer",
      category: "artillery",
      announced,
      status,
      note: "A note.",
    },
    ...more,
  });
  const number = (quantity: number, quantity_certainty = "confirmed") => ({
    quantity,
    quantity_certainty,
    quantity_note: "Paid.",
  });
  const { data, table, description } = frenchDeliveries(
    ledgerOf({
      sources: [{}],
      deliveries: [
        batch("third", "2023-01-31", "ordered", number(12, "reported")),
        batch("first", "2022-04-22", "delivered", number(18)),
        batch("second", "2022-06-16", "delivered", number(6)),
        batch("late", "2024", "delivered"),
      ],
    }),
  );
  expect(data.rows).toEqual([
    {
      ...{ id: "first", group: "Artillery", label: "Howitzer", href: "/sources/a/#ap-2025" },
      ...{ stage: "delivered", amount: "18, 6", reported: false },
      also: [{ stage: "ordered", amount: "12", reported: true }],
      says: [
        "Howitzer, first batch announced 22 Apr 2022. Howitzer, second batch announced 16 Jun 2022.",
        "Howitzer, third batch announced 31 Jan 2023. Reported. Howitzer, late batch announced 2024.",
      ].join(" "),
    },
  ]);
  expect(data.stages.map(({ label }) => label)).toEqual(["ordered", "delivered"]);
  expect(table.rows).toHaveLength(4);
  expect(description).toContain("1 name no number of pieces");
});

test("leads to the event, or for want of one to the first receipt", () => {
  expect([row("guns").href, row("mortars").href]).toEqual(["/events/paris/", "/sources/a/#ap"]);
});
