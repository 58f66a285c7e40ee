import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { stagesRow as row } from "../cases/stages.cases.ts";
import { stages, type StagesData, type StagesRow } from "./stages.tsx";

const STAGES = [
  { id: "intent", label: "intent", glyph: "open" },
  { id: "ordered", label: "ordered", glyph: "block-dot" },
  { id: "delivered", label: "delivered in part", glyph: "softened" },
];
const data = (rows: StagesRow[]): StagesData => ({ stages: STAGES, rows, ring: "only reported" });

/** Signs of each row from left to right, by row id. */
function marks(drawing: ReturnType<typeof stages.draw>): Map<string, { sign: string; x: number }[]> {
  const found = new Map<string, { sign: string; x: number }[]>();
  let id = "";
  for (const { name, attributes } of readDrawing(drawing).elements) {
    if (attributes["data-row"]) found.set((id = attributes["data-row"]), []);
    if (name === "use" && id)
      found.get(id)!.push({ sign: attributes.href!.slice(1), x: Number(attributes.x) });
  }
  return found;
}

describe("stages refuse", () => {
  it.each([
    ["an unknown stage", [row("a", "lost")], "row `a` is at the unknown stage `lost`"],
    [
      "a stage twice",
      [row("a", "intent", { also: [{ stage: "intent", amount: "" }] })],
      "row `a` is at one stage twice",
    ],
    ["a row without a label", [row("a", "intent", { label: " " })], "row `a` has no label"],
    ["a repeated id", [row("a", "intent"), row("a", "ordered")], "`a` stands twice"],
  ])("%s", (_, rows, reason) => expect(stages.refuse(data(rows))).toEqual([reason]));

  it("no stages at all", () =>
    expect(stages.refuse({ stages: [], rows: [], ring: "" })).toEqual(["there are no stages"]));
  it("nothing that is sound", () =>
    expect(stages.refuse(data([row("a", "intent"), row("b", "delivered")]))).toEqual([]));
});

describe("the key of stages", () => {
  it("names only stages that occur", () =>
    expect(stages.key(data([row("a", "ordered")]))).toEqual([{ glyph: "block-dot", label: "ordered" }]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("stages, $name", (layout) => {
  it("put a sign for each stage that parts of a row have come to, with its number", () => {
    const drawing = stages.draw(
      data([row("a", "delivered", { amount: "12", also: [{ stage: "intent", amount: "78 planned" }] })]),
      layout,
    );
    expect(
      marks(drawing)
        .get("a")!
        .map(({ sign }) => sign),
    ).toEqual(["open", "softened"]);
    const words = readDrawing(drawing)
      .texts.map(({ text }) => text)
      .join(" ");
    expect(words).toContain("78 planned");
    expect(words).toContain("12");
  });

  it("put one sign a row in the column of its stage, whatever the rows", () => {
    const any = fc.record({
      stage: fc.constantFrom("intent", "ordered", "delivered"),
      group: fc.constantFrom("Guns", "Jets"),
      amount: fc.constantFrom("", "12", "30,000 planned"),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 200 }), (all) => {
        const rows = all.map((extra, i) => row(String(i), extra.stage, extra));
        const drawing = stages.draw(data(rows), layout);
        const drawn = marks(drawing);
        expect(drawn.size).toBe(rows.length);
        for (const { id, stage } of rows) {
          const signs = drawn.get(id)!;
          const column = STAGES.findIndex((other) => other.id === stage);
          expect(signs.map(({ sign }) => sign)).toEqual([STAGES[column]!.glyph]);
          const same = rows.find((other) => other.stage === stage)!;
          expect(signs[0]!.x).toBe(drawn.get(same.id)![0]!.x);
        }
      }),
      { numRuns: 30 },
    );
  });
});
