import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
import { whoSatTogether } from "./who-sat-together.ts";

const people = [
  { id: "witkoff", side: "united-states" },
  { id: "umerov", side: "ukraine" },
  { id: "budanov", side: "ukraine" },
  { id: "dmitriev", side: "russia" },
  { id: "macron", side: "europe" },
] as const;

const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }],
  people: people.map((person) => ({ ...person })),
  meetings: [
    {
      id: "later",
      date: "2026-01-23",
      end: "2026-01-24",
      status: "confirmed",
      participants: ["witkoff", "umerov", "dmitriev"],
      sources: ["ft"],
    },
    {
      id: "rooms",
      date: "2025-12-19",
      status: "reported",
      participants: ["witkoff", "umerov", "macron", "dmitriev"],
      apart: [{ who: "dmitriev", met: ["witkoff"] }],
      sources: ["ap"],
    },
    {
      id: "half",
      date: "2025-12",
      status: "confirmed",
      participants: ["umerov", "budanov"],
      apart: [{ who: "budanov" }],
      sources: ["ap"],
    },
    {
      id: "phone",
      date: "2025-12-20",
      status: "confirmed",
      format: "call",
      participants: ["dmitriev", "macron"],
    },
  ],
});
const drawn = () => whoSatTogether(ledger);

describe("who sat together", () => {
  it("has a line a meeting in person, in date order, with each side in the room, apart or away", () => {
    expect(drawn().data.sides.map(({ id }) => id)).toEqual(["russia", "united-states", "ukraine", "europe"]);
    expect(drawn().data.rows.map(({ id, sides, day, date }) => [id, sides.join(), day, date])).toEqual([
      ["half", "away,away,there,away", "–", "Dec"],
      ["rooms", "apart,there,there,there", "19", "19 Dec"],
      ["later", "there,there,there,away", "23", "23 Jan"],
    ]);
    expect(kinds.attendance.refuse(drawn().data)).toEqual([]);
  });

  it("sets off the three together, and what is not confirmed", () => {
    expect(drawn().data.rows.map(({ marked, reported }) => [marked, reported])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
    expect(drawn().data.rows[1]!.says).toBe(
      "19 December 2025, Geneva: United States, Ukraine and Europe in the room; Russia apart (reported)",
    );
  });

  it("counts as together only who was in one room", () => {
    expect(drawn().numbers).toEqual({ mixed: 0, withUkraine: 1 });
    expect(drawn().values).toMatchObject({
      meetings: "3",
      withUkraine: "one",
      from: "December 2025",
      to: "January 2026",
    });
    expect(drawn().description).toContain(
      "Of 3 meetings, one had the United States, Ukraine and Russia in one room (23–24 January 2026)",
    );
    expect(drawn().description).toContain(
      "Ukraine without Russia in 1 and Russia without Ukraine in 0. In none were Russia and the Europeans",
    );
  });

  it("says so in words where Russia and the Europeans were in one room", () => {
    const mixed = whoSatTogether({
      ...ledger,
      meetings: ledger.meetings.map((meeting) => ({ ...meeting, apart: [] })),
    });
    expect(mixed.numbers!.mixed).toBe(1);
    expect(mixed.description).toContain("In one Russia and the Europeans were in one room");
  });

  it("has the same in its table, and the receipts of the meetings alone", () => {
    expect(linesOf(drawn().table)).toEqual([
      "Date | Until | Place | Russia | United States | Ukraine | Europe | How it is known",
      "2025-12 → /sources/a/#ap | – | Geneva | – | – | in the room | – | confirmed",
      "2025-12-19 → /sources/a/#ap | – | Geneva | apart | in the room | in the room | in the room | reported",
      "2026-01-23 → /sources/a/#ft | 2026-01-24 | Geneva | in the room | in the room | in the room | – | confirmed",
    ]);
    expect(drawn().sources).toEqual(["ap", "ft"]);
  });

  it("groups its lines by month and year, each with the way to what tells of it", () => {
    expect(
      drawn().data.rows.map(({ place, month, monthShort, year, href }) =>
        [place, month, monthShort, year, href].join(),
      ),
    ).toEqual([
      "Geneva,December 2025,Dec,2025,/sources/a/#ap",
      "Geneva,December 2025,Dec,2025,/sources/a/#ap",
      "Geneva,January 2026,Jan,2026,/sources/a/#ft",
    ]);
    expect(drawn().data.rows[2]!.says).toBe(
      "23–24 January 2026, Geneva: Russia, United States and Ukraine in the room",
    );
  });

  it("is not drawn without a meeting in person", () =>
    expect(() =>
      whoSatTogether({ ...ledger, meetings: ledger.meetings.filter(({ format }) => format === "call") }),
    ).toThrow("no meetings in person"));

  it("refuses somebody who speaks for nobody", () => {
    const nobody = ledgerOf({
      people: [{ id: "x" }],
      meetings: [{ id: "m", status: "confirmed", participants: ["x"] }],
    });
    expect(() => whoSatTogether(nobody)).toThrow("`x` took part in a meeting");
  });
});
