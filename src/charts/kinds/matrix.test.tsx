import { toMarkup } from "../markup.ts";
import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { column, data, row, signsOf, STATES } from "../cases/matrix.cases.ts";
import { matrix } from "./matrix.tsx";

test("the key is the states in their order, and a hollow sign where one is drawn", () => {
  expect(matrix.key(data([], [])).map(({ glyph }) => glyph)).toEqual([...STATES]);
  const cells = [{ glyph: "open", reported: true, label: "" }];
  expect(matrix.key(data([column("a")], [row("x", [], { cells })])).at(-1)).toEqual({
    glyph: "hollow",
    label: "only reported",
  });
});

test("each sign that is only reported is hollow, and no other", () => {
  const cells = [true, false, true].map((reported, i) => ({ glyph: STATES[i]!, reported, label: "" }));
  const drawing = matrix.draw(data(columns, [row("x", [], { cells })]), LAYOUTS.wide);
  expect(signsOf(drawing).map(({ glyph }) => glyph)).toEqual(["stated-hollow", "softened", "open-hollow"]);
  for (const { href } of signsOf(drawing)) expect(toMarkup(drawing.body)).toContain(`id="${href.slice(1)}"`);
});

const columns = [
  column("a", { head: "20", label: "Leak", count: "28", href: "/a/" }),
  column("b", { head: "23", label: "Geneva", count: "19" }),
  column("c", { head: "6", label: "Paris", count: "–", group: "January 2026", groupShort: "Jan" }),
];
const rows = [
  row("x", ["stated", "softened", "none"], { href: "/x/" }),
  row("y", ["open", "none", "removed"]),
  row("z", ["added", "none", "none"], { group: "Money & Europe" }),
];

describe.for([LAYOUTS.narrow, LAYOUTS.wide, LAYOUTS.full])("drawn at $width px", (layout) => {
  const drawing = matrix.draw(data(columns, rows), layout);
  const signs = signsOf(drawing);
  const { texts } = readDrawing(drawing);
  const textAt = (text: string) => texts.find((found) => found.text === text);

  test("every cell has its sign, row by row and column by column, and every sign is defined", () => {
    expect(signs.map(({ glyph }) => glyph)).toEqual(
      rows.flatMap(({ cells }) => cells.map(({ glyph }) => glyph)),
    );
    for (const { href } of signs) expect(toMarkup(drawing.body)).toContain(`id="${href.slice(1)}"`);
  });

  test("signs stand in straight columns at equal distances, below their heads", () => {
    const across = signs.slice(0, 3).map(({ x }) => x);
    signs.forEach(({ x, y }, i) => expect({ x, y }).toEqual({ x: across[i % 3], y: signs[i - (i % 3)]!.y }));
    expect(across[1]! - across[0]!).toBeCloseTo(across[2]! - across[1]!, 0);
    columns.forEach(({ head }, i) => {
      const { left, right, bottom } = textAt(head)!;
      expect((left + right) / 2).toBeCloseTo(across[i]!, 1);
      expect(bottom).toBeLessThan(signs[0]!.y);
    });
  });

  test("each row has its label beside or above its signs, and groups follow each other", () => {
    rows.forEach(({ label }, i) => {
      const { y } = signs[i * 3]!;
      const { top, bottom, right } = textAt(label)!;
      if (layout.name === "narrow") expect(bottom < y && bottom > (signs[i * 3 - 1]?.y ?? 0)).toBe(true);
      else expect(top < y && bottom > y && right < signs[0]!.x - 8).toBe(true);
    });
    for (const group of ["Security", "Money & Europe"])
      expect(Boolean(textAt(group))).toBe(layout.name === "narrow");
  });

  test("months are named where they begin", () => {
    const november = textAt("November 2025") ?? textAt("Nov");
    const january = textAt("January 2026") ?? textAt("Jan");
    expect(november!.left).toBeLessThan(signs[0]!.x);
    expect(january!.left).toBeGreaterThan(signs[1]!.x);
    expect(january!.left).toBeLessThan(signs[2]!.x);
  });

  test("a month of one column is named in full, in short or not at all, as there is room", () => {
    const named = (count: number) => {
      const alone = Array.from({ length: count }, (_, i) =>
        column(String(i), { group: `November ${i}`, groupShort: `Nov${i}` }),
      );
      return readDrawing(matrix.draw(data(alone, []), layout))
        .texts.filter(({ text }) => text.startsWith("Nov"))
        .map(({ text }) => text);
    };
    expect(named(2)).toEqual(["November 0", "November 1"]);
    const short = layout.name === "full" ? 12 : 8;
    expect(named(short)).toEqual(Array.from({ length: short }, (_, i) => `Nov${i}`));
    expect(named(40)).toEqual([]);
  });

  test("names and numbers of the columns stand where there is room for them", () => {
    for (const text of ["Leak", "Geneva", "28", "–", "where it stood"])
      expect(Boolean(textAt(text))).toBe(layout.name !== "narrow");
  });

  test("each sign that says something is an area that says it in words and leads there, as do names and heads; a dot is none", () => {
    const cells = drawing.hits.filter(({ label }) => label.includes(":"));
    expect(cells.map(({ label, href }) => [label, href])).toEqual([
      ["Theme x, 0: stated", "/x/0/"],
      ["Theme x, 1: softened", "/x/1/"],
      ["Theme y, 0: open", "/y/0/"],
      ["Theme y, 2: removed", "/y/2/"],
      ["Theme z, 0: added", "/z/0/"],
    ]);
    expect(
      drawing.hits.filter(({ label }) => !label.includes(":")).map(({ label, href }) => [label, href]),
    ).toEqual([
      ["Leak, 20 November 2025", "/a/"],
      ["Theme x", "/x/"],
    ]);
    const spoken = signs.filter(({ glyph }) => glyph !== "none");
    cells.forEach((hit, i) => {
      const { x, y } = spoken[i]!;
      expect(hit.x < x && x < hit.x + hit.width && hit.y < y && y < hit.y + hit.height).toBe(true);
    });
  });

  test("no two areas lie over each other, and none leaves the drawing", () => {
    drawing.hits.forEach((a, i) => {
      expect(
        a.x >= 0 && a.y >= 0 && a.x + a.width <= drawing.width + 0.1 && a.y + a.height <= drawing.height,
      ).toBe(true);
      for (const b of drawing.hits.slice(i + 1))
        expect(
          a.x + a.width <= b.x + 0.2 ||
            b.x + b.width <= a.x + 0.2 ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y,
        ).toBe(true);
    });
  });

  test("all text is inside the drawing and apart, also a long name over the last column", () => {
    expect(textFaults(drawing)).toEqual([]);
    const long = Array.from({ length: 12 }, (_, i) =>
      column(String(i), { label: i === 11 ? "Abu Dhabi" : "Leak", head: "23" }),
    );
    expect(
      textFaults(
        matrix.draw(
          data(long, [
            row(
              "x",
              long.map(() => "open"),
              { label: "Monitoring and the Peace Council" },
            ),
          ]),
          layout,
        ),
      ),
    ).toEqual([]);
  });
});
