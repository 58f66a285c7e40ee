import { expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { coalition } from "./coalition.ts";
import { linesOf } from "./table.fixture.ts";

const member = (country: string, name: string, offer: string, more: object = {}) => ({
  id: country.toLowerCase(),
  country,
  name,
  offer,
  pledge: `Pledge of ${name}.`,
  ...more,
});
/** A different number of countries with each offer. */
const ledger = ledgerOf({
  events: [{ id: "paris" }],
  publishers: [{}],
  sources: [{}, { id: "ap" }, { id: "ft" }],
  coalition: [
    member("PL", "Poland", "no-troops", { sources: ["ft"] }),
    member("FR", "France", "troops", { event: "paris", sources: ["ap"] }),
    member("IT", "Italy", "no-troops"),
    member("LV", "Latvia", "troops", { certainty: "reported", note: "Officials said so." }),
    ...["DK", "SE", "NO"].map((country) => member(country, `Country ${country}`, "support")),
    ...["JP", "CA"].map((country) => member(country, `Country ${country}`, "undecided")),
    ...["AU", "NZ"].map((country) => member(country, `Country ${country}`, "none-found")),
  ],
});
const view = () => coalition(ledger);

test("says how many countries made each offer, and names those ready to send troops", () => {
  expect(view().description).toBe(
    [
      "Of 11 countries in this list, two (France, Latvia) are ready to send troops after a ceasefire or",
      "peace, three would help in other ways, two rule out troops, two have not decided, and of two no",
      "offer was found.",
    ].join(" "),
  );
  const other = coalition({ ...ledger, coalition: ledger.coalition.filter(({ name }) => name !== "Italy") });
  expect(other.description).toContain("Of 10 countries in this list, two (France, Latvia)");
  expect(other.description).toContain("one rule out troops");
  expect(other.values).toEqual({
    countries: "10",
    troops: "two",
    Troops: "Two",
    without: "one",
    refusing: "Poland",
  });
  expect(other.numbers).toEqual({ troops: 2, without: 1 });
});

test("has every country once at its offer, the strongest offer first, with its pledge and its note", () => {
  expect(
    view()
      .data.rows.map(({ country, state }) => `${country} ${state}`)
      .slice(0, 6),
  ).toEqual(["FR troops", "LV troops", "DK support", "SE support", "NO support", "PL no-troops"]);
  expect(view().data.rows).toHaveLength(11);
  expect(view().data.rows[0]).toMatchObject({
    id: "fr",
    name: "France",
    says: "Pledge of France.",
    reported: false,
  });
  expect(view().data.rows[1]).toMatchObject({ says: "Pledge of Latvia. Officials said so.", reported: true });
  expect(kinds["tile-map"].refuse(view().data)).toEqual([]);
});

test("leads to the event, or for want of one to the first receipt", () => {
  expect(
    view()
      .data.rows.map(({ href }) => href)
      .slice(0, 2),
  ).toEqual(["/events/paris/", "/sources/a/#ap-2025"]);
});

test("says in its table what was offered and how it is known", () => {
  expect(linesOf(view().table).slice(0, 4)).toEqual([
    "Country | Offer | What it said | How it is known | Part in the Coalition | Note",
    "France → /events/paris/ | ready to send troops | Pledge of France. | confirmed | in 2025 | –",
    "Latvia → /sources/a/#ap-2025 | ready to send troops | Pledge of Latvia. | reported | in 2025 | Officials said so.",
    "Country DK → /sources/a/#ap-2025 | help in other ways | Pledge of Country DK. | confirmed | in 2025 | –",
  ]);
  expect(view().sources).toEqual(["ap", "ap-2025", "ft"]);
});
