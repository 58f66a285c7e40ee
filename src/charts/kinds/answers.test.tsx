import { describe, expect, it } from "vitest";
import { data, row } from "../cases/answers.cases.ts";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { textWidth } from "../text-width.ts";
import { answers, type AnswersRow } from "./answers.tsx";

const LONG =
  "the army of 600,000 at most, in peacetime and until a treaty says otherwise to all parties of it";

describe("answers refuse", () => {
  it.each([
    ["a repeated id", [row("a"), row("a")], "`a` stands twice"],
    ["an unknown state", [row("a", { state: "lost" })], "row `a` has the unknown state `lost`"],
    [
      "a row that says nothing",
      [row("a", { runs: [{ kind: "struck", text: " " }] })],
      "row `a` says nothing",
    ],
    ["a row without a label", [row("a", { label: "" })], "row `a` has no label"],
  ])("%s", (_, rows, reason) => expect(answers.refuse(data(rows))).toEqual([reason]));

  it("nothing that is sound", () =>
    expect(answers.refuse(data([row("a"), row("b", { state: undefined })]))).toEqual([]));
});

it("the key of answers names only states that occur, in the order of the data", () =>
  expect(answers.key(data([row("a", { state: "open" }), row("b")])).map(({ glyph }) => glyph)).toEqual([
    "stated",
    "open",
  ]));

/** What is drawn of some rows: texts of a class, and paths of a class. */
function draw(rows: AnswersRow[], layout: keyof typeof LAYOUTS) {
  const { elements, texts } = readDrawing(answers.draw(data(rows), LAYOUTS[layout]));
  const ofClass = (name: string) =>
    elements.filter(({ attributes }) => attributes.class?.split(" ").includes(name));
  return { texts, ofClass };
}

describe.each(["narrow", "medium", "wide"] as const)("answers, %s", (layout) => {
  const marked = row("a", {
    runs: [
      { kind: "kept", text: "the army:" },
      { kind: "struck", text: LONG },
      { kind: "inserted", text: LONG },
    ],
  });

  it("say every word in order, whatever the marks", () => {
    const { texts, ofClass } = draw([marked], layout);
    const words = texts.filter(({ size }) => size === 17).map(({ text }) => text);
    expect(words.join(" ")).toBe(`the army: ${LONG} ${LONG}`);
    expect(ofClass("struck").length).toBeGreaterThan(0);
  });

  it("strike each struck piece and underline each inserted one twice on a tint, over its whole width", () => {
    const { ofClass } = draw([marked], layout);
    for (const [piece, line] of [
      ["struck", "line-struck"],
      ["inserted", "line-inserted"],
    ] as const) {
      const spans = ofClass(piece).map(({ attributes: { x, textLength } }) => [
        Number(x),
        Number(x) + Number(textLength),
      ]);
      const lines = ofClass(line).map(({ attributes: { d } }) =>
        /^M([\d.]+) [\d.]+H([\d.]+)/.exec(d!)!.slice(1).map(Number),
      );
      expect(lines).toHaveLength(spans.length);
      lines.flat().forEach((x, i) => expect(Math.abs(x - spans.flat()[i]!)).toBeLessThan(0.2));
    }
    expect(ofClass("inserted-ground")).toHaveLength(ofClass("inserted").length);
    for (const { attributes } of ofClass("line-inserted")) expect(attributes.d!.match(/H/g)).toHaveLength(2);
  });

  it("break lines by the measured width", () => {
    const { texts } = draw([row("a", { runs: [{ kind: "kept", text: LONG }] })], layout);
    const lines = texts.filter(({ size }) => size === 17);
    expect(lines.length).toBeGreaterThan(1);
    for (const [i, { text, right }] of lines.slice(0, -1).entries()) {
      expect(right).toBeLessThanOrEqual(LAYOUTS[layout].width);
      const next = lines[i + 1]!.text.split(" ")[0]!;
      expect(right + textWidth(` ${next}`, 17)).toBeGreaterThan(LAYOUTS[layout].width);
      expect(text).not.toMatch(/^ | $/);
    }
  });

  it("put what is left open in brackets, and own words in quotation marks", () => {
    const { texts } = draw([row("a", { open: true, quote: "its own words" })], layout);
    const said = texts.map(({ text }) => text);
    expect(said).toContain("[ 600,000 at most ]");
    expect(said).toContain("“its own words”");
  });
});
