import { toMarkup } from "../markup.ts";
import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { lollipopRow as row } from "../cases/lollipop.cases.ts";
import { lollipop, type LollipopData, type LollipopRow } from "./lollipop.tsx";

const data = (...rows: LollipopRow[]): LollipopData => ({
  rows,
  words: { confirmed: "published", reported: "reported" },
});

describe("rows that would mislead are refused, and named", () => {
  const cases: [name: string, rows: LollipopRow[], reasons: string[]][] = [
    ["a negative value", [row("a", 1), row("b", -0.5)], ["row `b` has the value -0.5"]],
    ["an infinite value", [row("a", Infinity)], ["row `a` has the value Infinity"]],
    ["what is no number", [row("a", NaN)], ["row `a` has the value NaN"]],
    ["an id that stands twice", [row("a", 1), row("b", 1), row("a", 2)], ["`a` stands twice"]],
    [
      "a certainty without its word",
      [row("a", 1, { certainty: "alleged" })],
      ["row `a`: the key has no word for alleged"],
    ],
    [
      "several rows",
      [row("a", -1, { certainty: "disputed" }), row("b", NaN)],
      ["row `a` has the value -1", "row `a`: the key has no word for disputed", "row `b` has the value NaN"],
    ],
  ];
  test.for(cases)("%s", ([, rows, reasons]) =>
    expect(lollipop.refuse(data(...rows)).sort()).toEqual([...reasons].sort()),
  );
  test("sound rows are not", () =>
    expect(
      lollipop.refuse(data(row("a", 0), row("b", null), row("c", 1e9, { certainty: "reported" }))),
    ).toEqual([]));
});

test("the key names the signs that are drawn, the surest first, and no other", () => {
  const rows = [
    row("a", 1, { certainty: "reported" }),
    row("b", 2),
    row("c", null, { certainty: "disputed" }),
  ];
  expect(lollipop.key(data(...rows))).toEqual([
    { glyph: "confirmed", label: "published" },
    { glyph: "reported", label: "reported" },
  ]);
  expect(lollipop.key(data(row("a", null)))).toEqual([]);
});

/** Marks by row id, and the stems that lead to them, as they come out in the SVG. */
function readBack(drawing: ReturnType<typeof lollipop.draw>) {
  const { elements, texts, svg } = readDrawing(drawing);
  const marks = new Map<string, { x: number; y: number; sign: string }>();
  let id = "";
  for (const { name, attributes } of elements) {
    id = attributes["data-row"] ?? id;
    if (name === "use")
      marks.set(id, { x: Number(attributes.x), y: Number(attributes.y), sign: attributes.href!.slice(1) });
  }
  const stems = elements
    .filter(({ attributes }) => attributes.class?.startsWith("stem"))
    .map(({ attributes }) => {
      const [, from, y, to] = /^M([\d.]+) ([\d.]+)H([\d.]+)$/.exec(attributes.d!)!.map(Number);
      return { from: from!, y: y!, to: to!, dashed: attributes.class!.includes("dashed") };
    });
  const ticks = elements.flatMap(({ name, attributes }) =>
    name === "path" && /V/.test(attributes.d!) ? [Number(/^M([\d.]+)/.exec(attributes.d!)![1])] : [],
  );
  return { marks, stems, ticks, texts, svg };
}

describe.for([LAYOUTS.narrow, LAYOUTS.wide, LAYOUTS.full])("drawn at $width px", (layout) => {
  const rows = [
    row("first", 600_000, { text: "600,000, in war and peace", href: "/a/" }),
    row("none", null, { text: "no number" }),
    row("last", 800_000, { text: "800,000", certainty: "reported" }),
    row("zero", 0, { text: "0" }),
  ];
  const drawing = lollipop.draw(data(...rows), layout);
  const { marks, stems, ticks, texts } = readBack(drawing);

  test("a row with a number has a mark and a stem to it, a row without has neither", () => {
    expect([...marks.keys()]).toEqual(["first", "last", "zero"]);
    expect(stems).toHaveLength(3);
    [...marks.values()].forEach((mark, i) =>
      expect({ x: stems[i]!.to, y: stems[i]!.y }).toEqual({ x: mark.x, y: mark.y }),
    );
  });

  test("what is not confirmed has another sign and a dashed stem", () => {
    expect([...marks.values()].map(({ sign }) => sign)).toEqual(["confirmed", "reported", "confirmed"]);
    expect(stems.map(({ dashed }) => dashed)).toEqual([false, true, false]);
    for (const { sign } of marks.values()) expect(toMarkup(drawing.body)).toContain(`id="${sign}"`);
  });

  test("stems start at a common zero and are as long as their values", () => {
    expect(new Set(stems.map(({ from }) => from)).size).toBe(1);
    const [first, last, zero] = stems.map(({ from, to }) => to - from);
    expect(zero).toBe(0);
    expect(last!).toBeGreaterThan(layout.width / 4);
    expect(Math.abs(first! / last! - 0.75)).toBeLessThan(0.002);
  });

  test("a number stands beside its mark, and words in place of one where the stems begin", () => {
    for (const { id, text, value } of rows) {
      const { left } = texts.findLast((found) => found.text === text)!;
      const from = value === null ? stems[0]!.from : marks.get(id)!.x;
      expect(Math.abs(left - from)).toBeLessThan(15);
      if (value !== null) expect(left).toBeGreaterThan(from + 5);
    }
  });

  test("a long text breaks and leaves room for the labels of the axis", () => {
    const long = row("long", 800_000, {
      text: "800,000 in peacetime, as a party to the talks has it, or no strict limit",
    });
    expect(textFaults(lollipop.draw(data(row("a", 600_000), long), layout))).toEqual([]);
  });

  test("the axis says what the stems say", () => {
    const labels = texts
      .filter(({ text }) => /^[\d,]+$/.test(text))
      .slice(0, ticks.length)
      .map(({ text }) => Number(text.replaceAll(",", "")));
    const { from, to } = stems[1]!;
    expect(labels.length).toBeGreaterThan(1);
    labels.forEach((value, i) =>
      expect(Math.abs(ticks[i]! - (from + (value / 800_000) * (to - from)))).toBeLessThan(0.11),
    );
  });

  test("rows stand in their order, each with one area that says it whole and leads on", () => {
    expect([...marks.values()].map(({ y }) => y)).toEqual(
      [...marks.values()].map(({ y }) => y).sort((a, b) => a - b),
    );
    expect(drawing.hits.map(({ label, href }) => [label, href])).toEqual([
      ["Draft first, 20 Nov 2025: 600,000, in war and peace", "/a/"],
      ["Draft none, 20 Nov 2025: no number", undefined],
      ["Draft last, 20 Nov 2025: 800,000", undefined],
      ["Draft zero, 20 Nov 2025: 0", undefined],
    ]);
    drawing.hits.forEach((hit, i) =>
      expect(hit.y).toBe(i === 0 ? drawing.hits[0]!.y : drawing.hits[i - 1]!.y + drawing.hits[i - 1]!.height),
    );
    for (const { label } of drawing.hits)
      expect(texts.some(({ text }) => text === label.split(": ")[1])).toBe(true);
  });

  test("all text is inside the drawing and apart", () => expect(textFaults(drawing)).toEqual([]));
});
