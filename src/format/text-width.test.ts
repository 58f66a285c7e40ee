import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth, wrapText } from "./text-width.ts";

describe("the width of a text", () => {
  test("is the sum of its symbols, proportional to the size", () => {
    expect(textWidth("Mi", 14)).toBeCloseTo(((727 + 246) / 1000) * 14, 10);
  });

  test("takes an accented letter for the letter, and another script for a wide one", () => {
    expect(textWidth("é", 1000)).toBe(textWidth("e", 1000));
    expect(textWidth("e\u0301", 1000)).toBe(textWidth("e", 1000));
    expect(textWidth("Київ", 1000)).toBe(4 * 550);
    // One symbol beyond the first plane is one symbol.
    expect(textWidth("𝒜", 1000)).toBe(550);
  });
});

describe("breaking lines", () => {
  test("breaks an address that is too wide after its host", () => {
    const host = "https://example.org/";
    expect(wrapText(`a ${host}charts/land/`, textWidth(host, 14), 14)).toEqual(["a", host, "charts/land/"]);
    expect(wrapText(`a ${host}`, textWidth(`a ${host}`, 14), 14)).toEqual([`a ${host}`]);
  });

  test("loses nothing, fits wherever a break could make it fit, and breaks no earlier than it must", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom("a", "i", "M", "8", ",", "é", "ї"), minLength: 1, maxLength: 12 }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, fc.double({ min: 10, max: 500, noNaN: true }), (words, width) => {
        const lines = wrapText(words.join(" "), width, 14);
        expect(lines.join(" ")).toBe(words.join(" "));
        lines.forEach((line, i) => {
          if (line.includes(" ")) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
          const next = lines[i + 1]?.split(" ")[0];
          if (next !== undefined) expect(textWidth(`${line} ${next}`, 14)).toBeGreaterThan(width);
        });
      }),
    );
  });
});
