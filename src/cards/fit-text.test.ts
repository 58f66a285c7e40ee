import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../charts/lib/text.tsx";
import { charts } from "../content.ts";
import { TYPE } from "../export/png.ts";
import { fitText } from "./fit-text.ts";

const SIZES = [40, 30, 20] as const;

describe("a text in its room", () => {
  test("is set as large as it can be", () => {
    const width = textWidth("aaaa aaaa", 40);
    const room = { width, lines: 1, face: "sans" } as const;
    expect(fitText("aaaa aaaa", SIZES, room)).toEqual({ lines: ["aaaa aaaa"], size: 40 });
    expect(fitText("aaaa aaaa", SIZES, { ...room, width: width - 1 })).toEqual({
      lines: ["aaaa aaaa"],
      size: 30,
    });
    expect(fitText("aaaa aaaa", SIZES, { ...room, width: width - 1, lines: 2 })).toEqual({
      lines: ["aaaa", "aaaa"],
      size: 40,
    });
  });

  test("ends in an ellipsis, after a whole word, where the smallest size is too large", () => {
    const room = { width: textWidth("aaaa bbbb…", 20), lines: 1, face: "sans" } as const;
    expect(fitText("aaaa bbbb, cccc", SIZES, room)).toEqual({ lines: ["aaaa bbbb…"], size: 20 });
    expect(fitText("unbreakable-and-long", SIZES, { ...room, width: 30 })).toEqual({
      lines: ["…"],
      size: 20,
    });
  });

  test("keeps to its lines and width, whatever it is", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom("a", "M", "i", ",", "é", "ї"), minLength: 1, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 40, max: 900 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom("sans", "serif"),
        (words, width, lines, face) => {
          const text = words.join(" ");
          const fitted = fitText(text, SIZES, { width, lines, face });
          expect(fitted.lines.length).toBeLessThanOrEqual(lines);
          for (const line of fitted.lines)
            expect(textWidth(line, fitted.size, face === "serif")).toBeLessThanOrEqual(width);
          const said = fitted.lines.join(" ");
          if (!said.endsWith("…")) expect(said).toBe(text);
          else expect(text.startsWith(said.slice(0, -1))).toBe(true);
        },
      ),
    );
  });

  test("is no wider in the typeface of titles than its room", () => {
    for (const { title } of charts) {
      const width = textWidth(title, 40, true);
      const [line] = fitText(title, [40], { width, lines: 1, face: "serif" }).lines;
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="60">' +
        `<text y="40" font-family="Source Serif 4" font-weight="600" font-size="40">${line}</text></svg>`;
      expect(new Resvg(svg, { font: TYPE }).getBBox()!.width, line).toBeLessThanOrEqual(width);
    }
  });
});
