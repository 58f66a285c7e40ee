import { expect, test } from "vitest";
import { charts, glossary, ledger } from "../content.ts";
import { searchRecords } from "./records.ts";

const records = searchRecords(ledger, charts, glossary);
const of = (kind: string) => records.filter(({ filters }) => filters.kind === kind);

test("every point, term, reason, chart and source is one record at an address of its own", () => {
  expect(of("Point")).toHaveLength(ledger.points.length);
  expect(of("Term")).toHaveLength(glossary.length);
  expect(of("Reason")).toHaveLength(ledger.reasons.length);
  expect(of("Chart")).toHaveLength(charts.length);
  expect(of("Source")).toHaveLength(ledger.sources.length);
  expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
});

test("a point stands under its draft’s date and topic", () => {
  expect(of("Point").find(({ url }) => url === "/drafts/us-28/#point-6")).toMatchObject({
    title: "Point 6 of the 28-point US draft: Army capped at 600,000",
    filters: { topic: "The plan", year: "2025" },
    date: "2025-11-20",
  });
});

test("of a chart’s table only the names of columns and rows are searched", () => {
  const { text } = of("Chart").find(({ url }) => url === "/charts/corruption-index/")!;
  expect(text).toMatch(
    /Year, Ukraine, Russia, Poland, Hungary, Romania, Moldova, Georgia, Worked out, not read$/,
  );
});

test("a chart is called by the words of its id, too", () => {
  expect(of("Chart").map(({ also }) => also)).toEqual(
    charts.map(({ id }) => `Chart: ${id.replaceAll("-", " ")}`),
  );
});
