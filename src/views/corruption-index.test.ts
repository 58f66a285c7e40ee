import { expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
import { corruptionIndex } from "./corruption-index.ts";

const view = (...rows: unknown[][]) =>
  corruptionIndex(
    ledgerOf({
      series: [
        {
          id: "cpi-peers",
          unit: "points",
          columns: ["Edition", "Ukraine", "Moldova", "Georgia", "Serbia"],
          rows,
        },
      ],
    }),
    { drawn: ["Moldova", "Georgia", "Serbia"] },
  );
const scores = () =>
  view(
    ["2019", null, 32, 56, 39],
    ["2020", 33, null, 56, 38],
    ["2024", { value: 35, derived: true }, 43, 53, 34],
    ["2025", 36, 42, 50, 33],
  );

test("says in a sentence how far the score went and who scores lower", () => {
  expect(scores().description).toBe(
    "Ukraine scores 36 of 100 in the edition of 2025, 3 points more than in 2020. Of three countries compared, one scores lower: Serbia with 33.",
  );
  expect(view(["2024", 40, 41, 53, 34], ["2025", 38, 37, 50, 33]).description).toBe(
    [
      "Ukraine scores 38 of 100 in the edition of 2025, 2 points less than in 2024. Of three countries",
      "compared, two score lower: Moldova with 37, Serbia with 33.",
    ].join(" "),
  );
  expect(view(["2024", 10, 41, 53, 34], ["2025", 11, 37, 50, 33]).description).toMatch(
    /Of three countries compared, none score lower\.$/,
  );
});

test("compares in the edition of Ukraine’s last score alone, and counts no country without one", () => {
  const { description, values } = view(["2024", 35, 30, 53, 35], ["2025", 36, null, 50, 36]);
  expect(description).toContain("none score lower");
  expect(values).toMatchObject({ higher: "one", peers: "three" });
});

test("gives the title its first and last score, and how many score higher", () => {
  expect(scores().values).toEqual({
    first: "33",
    last: "36",
    firstYear: "2020",
    lastYear: "2025",
    higher: "two",
    peers: "three",
    left: "",
  });
  expect(scores().numbers).toEqual({ first: 33, last: 36, higher: 2 });
});

test("draws every country, Ukraine set off, and the axis from Ukraine’s first score", () => {
  const drawn = view(["2020", 33, null, 56, 38], ["2024", { value: 35, derived: true }, 43, 53, 34]).data;
  expect(drawn.lines.map(({ label, marked }) => [label, marked])).toEqual([
    ["Ukraine", true],
    ["Moldova", false],
    ["Georgia", false],
    ["Serbia", false],
  ]);
  expect([drawn.from, drawn.to, drawn.domain]).toEqual(["2020", "2024", [30, 60]]);
  expect(kinds.lines.refuse(drawn)).toEqual([]);
});

test("marks a score that was worked out, in the drawing, its key and its table", () => {
  expect(scores().data.lines[0]!.points.map(({ derived }) => derived)).toEqual([false, false, true, false]);
  expect(kinds.lines.key(scores().data)).toContainEqual({
    glyph: "ring",
    label: "worked out from a stated change",
  });
  expect(scores().table.rows.map((row) => row.at(-1))).toEqual([null, null, "Ukraine", null]);
  const read = view(["2024", 35, 43, 53, 34], ["2025", 36, 42, 50, 33]);
  expect(kinds.lines.key(read.data).map(({ glyph }) => glyph)).not.toContain("ring");
});

test("names the countries that are not drawn, and refuses one that the series does not have", () => {
  const ledger = ledgerOf({
    series: [
      {
        id: "cpi-peers",
        columns: ["Edition", "Ukraine", "Moldova", "Georgia"],
        rows: [
          ["2024", 35, 43, 53],
          ["2025", 35, 42, 50],
        ],
      },
    ],
  });
  const { data, values, description, table } = corruptionIndex(ledger, { drawn: ["Georgia"] });
  expect(data.lines.map(({ id, label }) => `${id} ${label}`)).toEqual(["Ukraine Ukraine", "Georgia Georgia"]);
  expect([values.left, data.domain]).toEqual(["Moldova", [30, 60]]);
  expect(linesOf(table)[0]).toBe("Edition | Ukraine (points) | Moldova (points) | Georgia (points)");
  expect(description).toContain("0 points more than in 2024");
  expect(() => corruptionIndex(ledger, { drawn: ["Serbia"] })).toThrow(
    "has no column `Serbia`; it has Edition, Ukraine, Moldova, Georgia",
  );
});

test("is not drawn without a score of Ukraine", () => {
  expect(() => view(["2024", null, 43, 53, 34])).toThrow("no score of Ukraine");
});
