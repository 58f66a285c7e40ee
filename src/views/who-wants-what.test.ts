import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
import { whoWantsWhat } from "./who-wants-what.ts";

const positions = [
  {
    id: "old",
    actor: "kyiv",
    theme: "land",
    date: "2025-12-08",
    stance: "No land.",
    brief: "None",
    sources: ["ap"],
  },
  {
    id: "new",
    actor: "kyiv",
    theme: "land",
    date: "2026-02-07",
    stance: "It said: freeze.",
    brief: "A freeze",
    sources: ["ft"],
  },
  {
    id: "other",
    actor: "moscow-now",
    theme: "land",
    date: "2026-01-23",
    stance: "All.",
    brief: "All of it",
    sources: ["ap"],
  },
  {
    id: "troops",
    actor: "kyiv",
    theme: "troops",
    date: "2026-01",
    stance: "Some.",
    brief: "Some",
    sources: ["ap"],
  },
];
const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }],
  organisations: [
    { id: "kyiv", name: "Kyiv" },
    { id: "moscow-now", name: "Moscow" },
  ],
  themes: [
    { id: "land", name: "Territory" },
    { id: "troops", name: "Troops" },
  ],
  positions,
});
const options = { actors: ["kyiv", "moscow-now"], themes: ["land", "troops"], title: "land" };
const drawn = () => whoWantsWhat(ledger, options);

describe("who wants what", () => {
  it("has the newest stance of each actor on each theme, and nothing where none is on record", () => {
    expect(
      drawn().data.rows.map(({ cells }) =>
        cells.map((cell) => cell && [cell.id, cell.text, cell.detail].join()),
      ),
    ).toEqual([
      ["new,A freeze,7 Feb 2026", "troops,Some,Jan 2026"],
      ["other,All of it,23 Jan 2026", null],
    ]);
    expect(drawn().data.rows[0]!.cells[0]!.says).toBe("Kyiv, 7 February 2026: It said: freeze.");
    expect(kinds["word-grid"].refuse(drawn().data)).toEqual([]);
  });

  it("gives the days of the theme of its title as numbers, so that a newer stance is noticed", () =>
    expect(drawn().numbers).toEqual({ kyiv: 20260207, moscow_now: 20260123 }));

  it("says so in words, with a line a stance in its table and their receipts alone", () => {
    expect(drawn().description).toBe(
      [
        "On territory, in this site’s words: Kyiv, 7 February 2026, “A freeze”; Moscow, 23 January 2026,",
        "“All of it”. A stance is on record in 3 of 4 places; most has Kyiv, on two.",
      ].join(" "),
    );
    expect(linesOf(drawn().table)).toEqual([
      "Who | On what | Date | In brief | What it said",
      "Kyiv | Territory → /plan/themes/land/ | 2026-02-07 | A freeze | It said: freeze.",
      "Kyiv | Troops → /plan/themes/troops/ | 2026-01 | Some | Some.",
      "Moscow | Territory → /plan/themes/land/ | 2026-01-23 | All of it | All.",
    ]);
    expect(drawn().sources).toEqual(["ft", "ap"]);
  });

  it("refuses a newest stance without its brief", () => {
    const { brief: _, ...last } = positions[3]!;
    const without = ledgerOf({
      organisations: [{ id: "kyiv" }],
      themes: [{ id: "troops" }, { id: "land" }],
      positions: [last],
    });
    expect(() => whoWantsWhat(without, { ...options, actors: ["kyiv"] })).toThrow(
      "`troops` is the newest on its theme and has no `brief`",
    );
  });
});
