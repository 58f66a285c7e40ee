import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { lollipopRow as row } from "../cases/lollipop.cases.ts";
import { lollipop, type LollipopData, type LollipopRow } from "./lollipop.tsx";

const data = (...rows: LollipopRow[]): LollipopData => ({
  rows,
  words: { confirmed: "published", reported: "reported" },
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("yardsticks, $name", (layout) => {
  const measured = {
    ...data(row("a", 600), row("b", 800)),
    yardsticks: [{ id: "today", value: 800, label: "800 today" }],
  };
  const { elements, texts } = readDrawing(lollipop.draw(measured, layout));

  test("stand at their value, dashed, with their words above", () => {
    const lines = elements.filter(({ attributes }) => attributes.class === "moment dashed");
    expect(lines).toHaveLength(1);
    const sign = elements.filter(({ name }) => name === "use").at(-1)!;
    expect(lines[0]!.attributes.d).toMatch(new RegExp(`^M${sign.attributes.x} `));
    expect(texts.map(({ text }) => text)).toContain("800 today");
  });

  test("run through no words, and come down from their own with nothing between", () => {
    const label = "about 600 before the invasion, by a report of an agency";
    const yardsticks = [...measured.yardsticks, { id: "before", value: 600, label }];
    const rows = [
      row("a", 500, { text: "500 at most, in peacetime" }),
      row("b", null, { text: "no number in it" }),
    ];
    const { elements, texts } = readDrawing(lollipop.draw({ ...measured, rows, yardsticks }, layout));
    const lines = elements.filter(({ attributes }) => attributes.class === "moment dashed");
    expect(lines).toHaveLength(2);
    const pieces = lines.map(({ attributes }) =>
      [...attributes.d!.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)].map(([, ...numbers]) =>
        numbers.map(Number),
      ),
    );
    for (const [x = 0, from = 0, to = 0] of pieces.flat())
      expect(
        texts.filter(({ left, right, top, bottom }) => left < x && x < right && from < bottom && top < to),
      ).toEqual([]);
    for (const [[, from = 0] = []] of pieces)
      expect(Math.min(...texts.map(({ bottom }) => Math.abs(from - bottom)))).toBeLessThan(6);
    expect(pieces.flat().length).toBeGreaterThan(2);
  });

  test("count for the scale", () => {
    const far = { ...measured, yardsticks: [{ id: "today", value: 1600, label: "1,600" }] };
    const signX = (of: LollipopData) =>
      Number(
        readDrawing(lollipop.draw(of, layout))
          .elements.filter(({ name }) => name === "use")
          .at(-1)!.attributes.x,
      );
    expect(signX(far)).toBeLessThan(signX(measured));
  });

  test("are refused where they are no number", () =>
    expect(lollipop.refuse({ ...measured, yardsticks: [{ id: "today", value: NaN, label: "" }] })).toEqual([
      "yardstick `today` has the value NaN",
    ]));
});
