import { expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { twoClocks } from "./two-clocks.ts";

const ledger = readLedger("content/ledger");
const view = twoClocks(ledger, { from: "2025-11-01", to: "2025-12-31" });
const inSpan = (date: string) => date.length === 10 && date >= "2025-11-01" && date <= "2025-12-31";

it("draws every meeting and draft of the two months above, and every step below", () => {
  const drawn = (lane: string) => view.data.rows.filter((row) => row.lane === lane).map(({ id }) => id);
  expect(drawn("talks").sort()).toEqual(
    [
      ...ledger.meetings.filter(({ date }) => inSpan(date)).map(({ id }) => id),
      ...ledger.drafts.filter(({ date }) => inSpan(date)).map(({ id }) => `draft-${id}`),
    ].sort(),
  );
  expect(drawn("case")).toEqual(expect.arrayContaining(ledger["case-steps"].filter(({ date }) => inSpan(date)).map(({ id }) => id)));
});

it("tells no exit twice", () => {
  for (const exit of ledger.exits.filter(({ date }) => inSpan(date))) {
    const step = ledger["case-steps"].some(({ date, persons }) => date === exit.date && persons.includes(exit.person));
    expect(view.data.rows.some(({ id }) => id === exit.id)).toBe(!step);
  }
});

it("counts the days on which both moved from the rows", () => {
  const days = (lane: string) => {
    const found = new Set<string>();
    for (const { date, end = date } of view.data.rows.filter((row) => row.lane === lane))
      for (let day = Date.parse(date); day <= Date.parse(end); day += 86_400_000) found.add(new Date(day).toISOString());
    return found;
  };
  expect(view.description).toContain(`On ${days("talks").intersection(days("case")).size} days both moved`);
});
