import { expect, test } from "vitest";
import { LAYOUTS } from "../charts/drawing.ts";
import { kinds } from "../charts/kinds.ts";
import { writeMarked } from "../ledger/marked-files.fixture.ts";
import { embeddableChart } from "./embeddable.ts";
import { SMALL } from "./plan-views.fixture.ts";
import { readCharts } from "./read-charts.ts";

const CHART = `kind: lollipop
view: army-cap
topic: plan
title: From {first} to {last}
subtitle: By draft
`;

test("a chart as something to embed draws what its kind draws, at its own addresses", () => {
  const [chart] = readCharts(writeMarked({ "army.yaml": CHART }).directory, SMALL);
  const embed = embeddableChart(chart!);
  expect(embed).toMatchObject({
    what: "chart",
    id: "army",
    path: "/charts/army/",
    files: "/charts/army",
    title: "From 600,000 to 800,000",
  });
  expect(embed.draw(LAYOUTS.wide).hits.map(({ href }) => href)).toEqual(
    ["leak", "geneva", "kyiv"].map((id) => `/plan/drafts/${id}/#army-cap`),
  );
  expect(embed.key()).toEqual(kinds.lollipop.key(chart!.view.data as never));
  expect(embed.key()).not.toEqual([]);
});

test.each(["army.yaml.bak.yaml", "Army.yaml", "army--cap.yaml"])(
  "a file of the name %s is refused",
  (name) => {
    expect(() => readCharts(writeMarked({ [name]: CHART }).directory, SMALL)).toThrow(
      "is no name for a chart",
    );
  },
);

test("charts come in their own order, then by file name, filled in from their views", () => {
  const { directory } = writeMarked({
    "b.yaml": CHART,
    "c.yaml": `${CHART}order: 1\n`,
    "a.yaml": `${CHART.replace("By draft", "Up to {last}")}hint: Choose one for {last}\nnotes: [A caveat]\nfull: true\n`,
    "read-me.md": "no chart",
  });
  const charts = readCharts(directory, SMALL);
  expect(charts.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  expect(charts[1]).toMatchObject({
    title: "From 600,000 to 800,000",
    subtitle: "Up to 800,000",
    hint: "Choose one for 800,000",
    notes: ["A caveat"],
    full: true,
    topic: "plan",
  });
  expect(charts[2]).toMatchObject({ subtitle: "By draft", notes: [], full: false });
  expect(charts[0]!.kind).toBe(kinds.lollipop);
  expect(charts[0]!.view.data).toMatchObject({ rows: [{ id: "leak" }, { id: "geneva" }, { id: "kyiv" }] });
});

test("a title that holds is drawn, on one condition or several", () => {
  const { directory } = writeMarked({
    "a.yaml": `${CHART}holds: last > first\n`,
    "b.yaml": `${CHART}holds: [last > first, first >= 600000]\n`,
  });
  expect(readCharts(directory, SMALL).map(({ title }) => title)).toEqual([
    "From 600,000 to 800,000",
    "From 600,000 to 800,000",
  ]);
});
