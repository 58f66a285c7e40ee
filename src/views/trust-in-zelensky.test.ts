import { expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
import { trustInZelensky } from "./trust-in-zelensky.ts";

const polls = {
  id: "trust-zelensky",
  unit: "per cent",
  columns: ["Wave", "Trust", "Distrust"],
  rows: [
    ["2024-02", 64, 35],
    ["2025-05", 74, 22],
    ["2025-06", 65, 30],
    ["2025-07", 70, 25],
    ["2025-08", 58, 34],
    ["2025-10", 60, 33],
    ["2025-11", 57, 36],
    ["2025-12", 61, 32],
    ["2026-02", 53, 41],
  ],
  sources: ["kiis"],
};
const rows = {
  sources: [{ id: "kiis" }, { id: "rada" }, { id: "nabu" }, { id: "waves" }, { id: "decree" }],
  series: [polls],
  events: [
    { id: "law", date: "2025-07-22", title: "The law", sources: ["rada"] },
    { id: "case", date: "2025-11-10", title: "The case", sources: ["nabu"] },
    { id: "exit", date: "2025-11-28", title: "The exit", sources: ["decree"] },
    {
      id: "split",
      sources: ["waves"],
      figures: [
        { id: "dip", name: "trust", value: 49, unit: "per cent" },
        { id: "after", name: "trust", value: 63, unit: "per cent" },
      ],
    },
  ],
};
const options = {
  law: { event: "law", label: "A law" },
  disclosure: { event: "case", label: "A case" },
  exit: { event: "exit", label: "An exit" },
  split: {
    event: "split",
    dip: "dip",
    parts: [
      { figure: "dip", day: "2025-11-28", says: "first days" },
      { figure: "after", day: "2025-12-07", says: "later days" },
    ],
  },
  from: "2025-05",
  to: "2025-12",
};
const view = () => trustInZelensky(ledgerOf(rows), options);

test("says in a sentence where trust was highest and last, and what it was before and after each event", () => {
  expect(view().description).toBe(
    [
      "Trust was highest at 74 per cent in May 2025 and stood at 53 per cent in February 2026. Around",
      "the July law it went from 65 (June 2025) to 58 (August 2025), around the disclosure of Midas from",
      "60 (October 2025) to 61 (December 2025), with 49 in the first days of that wave and 63 in its",
      "second part.",
    ].join(" "),
  );
});

test("gives the title the same numbers as words and as numbers", () => {
  expect(view().values).toEqual({ before: "60", dip: "49", later: "63" });
  expect(view().numbers).toEqual({ before: 60, dip: 49, later: 63 });
});

test("leaves out a wave without a number and the wave in the month of the event", () => {
  const series = polls.rows.map(([wave, ...values]) =>
    wave === "2025-08" ? [wave, null, null] : [wave, ...values],
  );
  const { description } = trustInZelensky(
    ledgerOf({ ...rows, series: [{ ...polls, rows: series }] }),
    options,
  );
  expect(description).toContain("Around the July law it went from 65 (June 2025) to 60 (October 2025)");
});

test("draws both answers wave by wave, with trust set off and each event marked, in the span that is drawn", () => {
  const [trust, distrust] = view().data.lines;
  expect([trust!.label, trust!.marked, distrust!.label, distrust!.marked]).toEqual([
    "Trust",
    true,
    "Distrust",
    false,
  ]);
  expect(trust!.points.map(({ date, value }) => [date, value])).toEqual(
    polls.rows.slice(1, 8).map(([wave, value]) => [wave, value]),
  );
  expect(distrust!.points.map(({ value }) => value)).toEqual(polls.rows.slice(1, 8).map((row) => row[2]));
  expect(trust!.parts).toEqual([
    { date: "2025-11-28", value: 49, says: "first days" },
    { date: "2025-12-07", value: 63, says: "later days" },
  ]);
  expect(linesOf(view().table)).toEqual([
    "Wave | Trust (per cent) | Distrust (per cent)",
    ...polls.rows.map((row) => row.join(" | ")),
  ]);
  expect([view().data.from, view().data.to, view().data.domain, view().data.format(57)]).toEqual([
    "2025-05",
    "2025-12",
    [20, 80],
    "57%",
  ]);
  expect([trust!.id, distrust!.id, distrust!.parts]).toEqual(["trust", "distrust", []]);
  expect(view().data.moments).toEqual([
    { id: "law", date: "2025-07-22", label: "A law", says: "The law", href: "/events/law/" },
    { id: "case", date: "2025-11-10", label: "A case", says: "The case", href: "/events/case/" },
    { id: "exit", date: "2025-11-28", label: "An exit", says: "The exit", href: "/events/exit/" },
  ]);
  expect(kinds.lines.refuse(view().data)).toEqual([]);
  expect(view().sources).toEqual(["kiis", "rada", "nabu", "decree", "waves"]);
});

test.each([
  ["end before the law", polls.rows.slice(0, 4)],
  ["end before the disclosure", polls.rows.slice(0, 6)],
  ["begin after the law", polls.rows.slice(3)],
  ["begin after the disclosure", polls.rows.slice(6)],
])("is not drawn where the polls %s", (_, waves) => {
  expect(() => trustInZelensky(ledgerOf({ ...rows, series: [{ ...polls, rows: waves }] }), options)).toThrow(
    "on both sides",
  );
});

test("says the low of a wave twice where no part of it is drawn", () => {
  const { values } = trustInZelensky(ledgerOf(rows), { ...options, split: { ...options.split, parts: [] } });
  expect(values).toEqual({ before: "60", dip: "49", later: "49" });
});
