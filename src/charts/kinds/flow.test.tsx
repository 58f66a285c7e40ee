import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { data, row } from "../cases/flow.cases.ts";
import { flow } from "./flow.tsx";

const HUB = [row("a", "hub"), row("b", "hub"), row("hub", "c"), row("hub", "d"), row("d", "e")];

/** Ids of the rows that are drawn. */
const drawn = (drawing: ReturnType<typeof flow.draw>) =>
  readDrawing(drawing).elements.flatMap(({ attributes }) => attributes["data-row"] ?? []);

describe("flow refuses", () => {
  it.each([
    ["a circle", [row("a", "b"), row("b", "c"), row("c", "a")], "the rows `a-b`, `b-c`, `c-a` flow in a circle"],
    ["a flow into itself", [row("a", "a")], "row `a-a` flows into itself"],
    ["a flow that skips a rank", [row("a", "b"), row("b", "c"), row("a", "c")], "row `a-c` skips a rank"],
    ["flows that branch at both ends", [row("a", "c"), row("a", "d"), row("b", "d")], "row `a-d` branches at both ends"],
    [
      "four ends side by side",
      [row("a", "b"), row("a", "c"), row("a", "d"), row("a", "e")],
      "the rows `a-b`, `a-c`, `a-d`, `a-e` have 4 ends side by side; 3 have room: b; c; d; e",
    ],
    ["a repeated id", [row("a", "b"), row("c", "d", { id: "a-b" })], "`a-b` stands twice"],
  ])("%s", (_, rows, reason) => expect(flow.refuse(data(rows))).toContain(reason));

  it("nothing that is sound", () => expect(flow.refuse(data(HUB))).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("flow, $name", (layout) => {
  it("says of each part which it is", () => {
    const { texts } = readDrawing(flow.draw(data([row("a", "b"), row("c", "d")]), layout));
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["Allegation 1 of 2", "Allegation 2 of 2"]));
  });

  it("draws every line dashed and of one width, with the sign of an allegation, whatever amount the words name", () => {
    const { elements } = readDrawing(
      flow.draw(data([row("a", "b", { label: "Allegedly $1m" }), row("c", "d", { label: "Allegedly $112m" })]), layout),
    );
    const lines = elements.filter(({ name, attributes }) => name === "path" && /[VC]/.test(attributes.d!));
    expect(lines).toHaveLength(4);
    expect(new Set(lines.map(({ attributes }) => attributes.class))).toEqual(new Set(["stem dashed"]));
    expect(elements.filter(({ name }) => name === "use").map(({ attributes }) => attributes.href)).toEqual([
      `#flow-${layout.name}-alleged`,
      `#flow-${layout.name}-alleged`,
    ]);
  });

  it("puts where a flow ends below where it begins", () => {
    const { texts } = readDrawing(flow.draw(data(HUB), layout));
    const top = (name: string) => texts.find(({ text }) => text === name)!.top;
    for (const { from, to } of HUB) expect(top(from)).toBeLessThan(top(to));
  });

  it("refuses or draws soundly, whatever the flows", () => {
    const end = fc.constantFrom(
      "Contractors of a company",
      "Alleged office in the capital",
      "Outside clients",
      "Fund abroad, in three banks",
      "Cash",
      "Former minister (denies it)",
      "Somebody",
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(end, end), { maxLength: 7, selector: String }), (pairs) => {
        const rows = pairs.map(([from, to], i) => row(from, to, { id: `flow-${i}` }));
        const reasons = flow.refuse(data(rows));
        if (reasons.length > 0) return reasons.forEach((reason) => expect(reason).toMatch(/`flow-\d`/));
        const drawing = flow.draw(data(rows), layout);
        expect(drawn(drawing).sort()).toEqual(rows.map(({ id }) => id).sort());
        expect(textFaults(drawing)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
