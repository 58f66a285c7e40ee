import { expect, test } from "vitest";
import { dayOf } from "../ledger/day.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { SMALL } from "../views/plan-views.fixture.ts";
import { type CardRow } from "./draw-rows.tsx";
import { rowsOfDay, rowsOfTheme } from "./card-rows.ts";

const SIGNS = { kept: "", struck: "-", inserted: "+", absent: "~" } as const;
/** A row in one line: `How large?: -At most 600,000 +Stays at 800,000`. */
const told = ({ label, runs }: CardRow) =>
  `${label}: ${runs.map(({ kind, text }) => SIGNS[kind] + text).join(" ")}`;

test("a theme has its questions from the first answer to the last, in brackets what is left open", () => {
  expect(SMALL.themes.flatMap((theme) => rowsOfTheme(SMALL, theme)).map(told)).toEqual([
    "How large? Leak → Kyiv: -At most 600,000 +Stays at 800,000, in peacetime",
    "Who holds it? Leak → Kyiv: -Russia [To be agreed]",
  ]);
});

test("a day has the first event of each story before the second of any, and says how far one is established", () => {
  const { events } = ledgerOf({
    events: [
      { id: "a", topic: "plan", title: "First" },
      { id: "b", topic: "plan", title: "Second" },
      { id: "c", topic: "corruption", title: "Third", status: "alleged", attributed_to: "NABU" },
    ].map((event) => ({ date: "2025-12-01", ...event })),
  });
  const rows = rowsOfDay({ ...dayOf(SMALL, "2025-12-01"), events: [...events] });
  expect(rows.map(told)).toEqual([
    "The plan: First",
    "The corruption case, alleged: Third",
    "The plan: Second",
  ]);
});
