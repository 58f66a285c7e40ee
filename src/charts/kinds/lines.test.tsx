import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { data, line } from "../cases/lines.cases.ts";
import { lines } from "./lines.tsx";

describe("lines refuse", () => {
  it.each([
    ["a number off the scale", [line("a", [50, 101])], "line `a`, 2013: 101 is off the scale from 0 to 100"],
    [
      "a number that is none",
      [line("a", [Number.NaN])],
      "line `a`, 2012: NaN is off the scale from 0 to 100",
    ],
    [
      "dates out of order",
      [
        line("a", [1, 2], {
          points: [
            { date: "2014", value: 1 },
            { date: "2013", value: 2 },
          ],
        }),
      ],
      "line `a`: 2013 stands after 2014",
    ],
    [
      "a date outside the axis",
      [line("a", [1], { points: [{ date: "2026", value: 1 }] })],
      "line `a`: 2026 lies outside 2012 to 2025",
    ],
    ["a line without numbers", [line("a", [null, null])], "line `a` has no numbers"],
    ["a repeated id", [line("a", [1]), line("a", [2])], "`a` stands twice"],
  ])("%s", (_, list, reason) => expect(lines.refuse(data(list))).toContain(reason));

  it("a moment outside the axis", () =>
    expect(
      lines.refuse(data([], { moments: [{ id: "m", date: "2030-01-01", label: "M", says: "m" }] })),
    ).toEqual(["moment `m` of 2030-01-01 lies outside 2012 to 2025"]));
  it("a scale that is none", () =>
    expect(lines.refuse(data([], { domain: [5, 5] }))).toEqual(["the scale runs from 5 to 5"]));
  it("nothing that is sound", () => expect(lines.refuse(data([line("a", [0, null, 100])]))).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("lines, $name", (layout) => {
  it("dash a gap and say so in the key", () => {
    const gap = data([line("a", [40, null, 50, 60])]);
    expect(
      readDrawing(lines.draw(gap, layout)).elements.filter(
        ({ attributes }) => attributes.class === "series dashed",
      ),
    ).toHaveLength(1);
    expect(lines.key(gap)).toEqual([{ glyph: "gap", label: "not known" }]);
    const far = data([
      line("a", [], {
        points: [
          { date: "2013-01", value: 1 },
          { date: "2015-01", value: 2 },
        ],
      }),
    ]);
    expect(lines.key(far)).toHaveLength(1);
    expect(lines.key(data([line("a", [40, 50])]))).toEqual([]);
  });

  it("draw a ring over each number that is derived, and say so in the key and to the mouse", () => {
    const points = [true, false, true].map((derived, i) => ({
      date: String(2013 + i),
      value: 40 + i,
      derived,
    }));
    const some = data([line("a", [], { points })], { derived: "worked out" });
    const drawing = lines.draw(some, layout);
    const ring = readDrawing(drawing).elements.find(({ attributes }) => attributes.class === "ring")!;
    expect(ring.attributes.d!.match(/M/g)).toHaveLength(2);
    expect(lines.key(some)).toEqual([{ glyph: "ring", label: "worked out" }]);
    expect(drawing.hits.map(({ label }) => label.includes("(worked out)"))).toEqual([true, false, true]);
  });

  it("name moments as far as they find room, and draw all", () => {
    const moments = Array.from({ length: 12 }, (_, i) => ({
      id: `m${i}`,
      date: `2024-${String(i + 1).padStart(2, "0")}-10`,
      label: `What happened in month ${i}`,
      says: "it happened",
      href: "/y/",
    }));
    const drawing = lines.draw(data([line("a", [40, 50])], { moments }), layout);
    expect(
      readDrawing(drawing).elements.filter(({ attributes }) => attributes.class === "moment"),
    ).toHaveLength(12);
    expect(textFaults(drawing)).toEqual([]);
    expect(drawing.hits.some(({ href }) => href === "/y/")).toBe(true);
  });
});

describe("parts of a point", () => {
  const parts = [{ date: "2013", value: 30, says: "first days" }];
  const withParts = data([line("a", [50, 60, 70], { parts })], { part: "a smaller sample" });

  it("are hollow dots at their place, apart from the line, each with its number", () => {
    const { elements, texts } = readDrawing(lines.draw(withParts, LAYOUTS.wide));
    const dots = elements.filter(
      ({ name, attributes }) => name === "circle" && attributes.class?.includes("hollow"),
    );
    expect(dots).toHaveLength(1);
    expect(
      elements.find(({ attributes }) => attributes["data-row"] === "a")!.attributes.d!.match(/h0/g),
    ).toHaveLength(3);
    expect(texts.map(({ text }) => text)).toContain("30%");
    expect(lines.key(withParts)).toEqual([{ glyph: "reported", label: "a smaller sample" }]);
  });

  it("are refused off the scale", () =>
    expect(
      lines.refuse(data([line("a", [50], { parts: [{ date: "2013", value: 300, says: "" }] })])),
    ).toEqual(["line `a`: its part of 2013, 300, lies outside"]));
});
