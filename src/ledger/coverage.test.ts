import { describe, expect, test } from "vitest";
import { coverageThrough, lastReading, noticesOnly, thinFrom } from "./sources.ts";
import { ledgerOf } from "./ledger.fixture.ts";

describe("coverage reaches to the last day of an event, a meeting, a draft or a step", () => {
  const cases: [name: string, rows: Parameters<typeof ledgerOf>[0], day: string][] = [
    ["events in any order", { events: [{ date: "2026-01-06" }, { date: "2025-12-23" }] }, "2026-01-06"],
    [
      "a meeting after the events",
      { events: [{ date: "2025-12-23" }], meetings: [{ date: "2026-02-18" }] },
      "2026-02-18",
    ],
    [
      "a draft after the events",
      { events: [{ date: "2025-12-23" }], drafts: [{ date: "2026-02-19" }] },
      "2026-02-19",
    ],
    [
      "a step after the events",
      { events: [{ date: "2025-12-23" }], "case-steps": [{ date: "2026-02-20" }] },
      "2026-02-20",
    ],
    [
      "the end of what lasted",
      { events: [{ date: "2025-12-23", end: "2026-01-02" }, { date: "2025-12-30" }] },
      "2026-01-02",
    ],
    [
      "no day, only a month",
      { events: [{ date: "2026-03" }, { date: "2026" }, { date: "2025-12-23" }] },
      "2025-12-23",
    ],
    [
      "the start, where the end is a month",
      { events: [{ date: "2025-12-23", end: "2026-01" }, { date: "2025-12-01" }] },
      "2025-12-23",
    ],
  ];
  test.for(cases)("%s", ([, rows, day]) => expect(coverageThrough(ledgerOf(rows))).toBe(day));
  test("without a day there is no coverage", () =>
    expect(() => coverageThrough(ledgerOf({ events: [{ date: "2025-11" }] }))).toThrow("no dated events"));
});

const PUBLISHERS = [
  { id: "ap", kind: "agency" },
  { id: "ministry", kind: "official-body" },
  { id: "state", kind: "agency", state_controlled_by: "RU" },
] as const;
const SOURCES = [
  { id: "headline", seen: "headline" },
  { id: "headline-2", seen: "headline" },
  { id: "part", seen: "part" },
  { id: "whole", seen: "whole" },
  { id: "ministry", seen: "part", publisher: "ministry" },
  { id: "state", seen: "part", publisher: "state" },
  { id: "state-headline", seen: "headline", publisher: "state" },
];
const events = (...rows: [date: string, ...sources: string[]][]) =>
  ledgerOf({
    publishers: PUBLISHERS,
    sources: SOURCES,
    events: rows.map(([date, ...sources], i) => ({ id: `event-${i}`, date, sources })),
  });

describe("coverage is thin from the first of the last months that rest mostly on headlines and official notices", () => {
  const cases: [name: string, rows: Parameters<typeof events>, from: string | undefined][] = [
    [
      "no month",
      [
        ["2026-05-01", "part"],
        ["2026-06-01", "whole"],
      ],
      undefined,
    ],
    [
      "the last month",
      [
        ["2026-05-01", "part"],
        ["2026-06-01", "headline"],
      ],
      "2026-06",
    ],
    [
      "a run, over a month without events",
      [
        ["2026-04-01", "part"],
        ["2026-05-01", "headline"],
        ["2026-07-02", "ministry"],
      ],
      "2026-05",
    ],
    [
      "only the latest run",
      [
        ["2026-04-01", "headline"],
        ["2026-05-01", "whole"],
        ["2026-06-02", "headline"],
      ],
      "2026-06",
    ],
    [
      "not where reports came back",
      [
        ["2026-05-01", "headline"],
        ["2026-06-01", "part"],
      ],
      undefined,
    ],
    [
      "half is not most",
      [
        ["2026-06-01", "headline"],
        ["2026-06-02", "part"],
      ],
      undefined,
    ],
    [
      "two of three are",
      [
        ["2026-06-01", "headline", "part"],
        ["2026-06-02", "headline-2"],
      ],
      "2026-06",
    ],
    [
      "a page counts once a month",
      [
        ["2026-06-01", "headline", "part"],
        ["2026-06-02", "headline", "whole"],
        ["2026-06", "headline"],
      ],
      undefined,
    ],
    [
      "a year has no month",
      [
        ["2026-06-01", "headline"],
        ["2026", "headline"],
      ],
      "2026-06",
    ],
    [
      "the order of the file does not matter",
      [
        ["2026-06-01", "headline"],
        ["2026-05-01", "headline"],
        ["2026-04-01", "part"],
      ],
      "2026-05",
    ],
  ];
  test.for(cases)("%s", ([, rows, from]) => expect(thinFrom(events(...rows))).toBe(from));
  test("nothing is said of a ledger without events", () => expect(thinFrom(ledgerOf({}))).toBeUndefined());
});

describe("a statement of which no report was read says so", () => {
  const both = "headlines and official notices";
  const cases: [sources: string[], seen: ReturnType<typeof noticesOnly>][] = [
    [["headline", "headline-2"], { on: "headlines", besides: false }],
    [["headline", "ministry"], { on: both, besides: false }],
    [["headline", "state"], { on: "headlines", besides: true }],
    [["headline", "ministry", "state-headline"], { on: both, besides: false }],
    [["ministry"], undefined],
    [["state"], undefined],
    [["state-headline"], undefined],
    [["headline", "part"], undefined],
    [["whole"], undefined],
  ];
  test.for(cases)("%j: %j", ([sources, seen]) =>
    expect(noticesOnly(ledgerOf({ publishers: PUBLISHERS, sources: SOURCES }), sources)).toEqual(seen),
  );
  test("an official page of which only the address was seen is a headline", () => {
    const ledger = ledgerOf({
      publishers: PUBLISHERS,
      sources: [{ id: "decree", seen: "headline", publisher: "ministry" }],
    });
    expect(noticesOnly(ledger, ["decree"])?.on).toBe("headlines");
  });
});

test("the last reading is the latest by date", () => {
  const ledger = ledgerOf({
    readings: [
      { id: "second", date: "2025-12-05" },
      { id: "first", date: "2025-11-30" },
    ],
  });
  expect(lastReading(ledger).id).toBe("second");
  expect(() => lastReading(ledgerOf({}))).toThrow("add a row to `readings`");
});
