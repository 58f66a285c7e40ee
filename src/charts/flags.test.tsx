import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Drawing } from "./drawing.ts";
import { Flags, type FlagSpace, placeFlags } from "./flags.tsx";
import { textFaults } from "./read-drawing.ts";

const space = (extra: Partial<FlagSpace> = {}): FlagSpace => ({
  left: 0,
  right: 600,
  far: 180,
  wraps: [140, 90],
  ...extra,
});
const wish = (id: string, x: number) => ({ id, label: `Label of ${id}`, x });
const drawn = (flags: ReturnType<typeof placeFlags>): Drawing => ({
  width: 600,
  height: 200,
  hits: [],
  body: <Flags flags={flags} base={190} />,
});

describe("flags", () => {
  it("run left at the right edge", () => expect(placeFlags([wish("a", 595)], space())[0]?.runs).toBe("left"));
  it("keep the first of two that cannot both be placed", () => {
    expect(placeFlags([wish("a", 100), wish("b", 101)], space({ far: 24 })).map(({ id }) => id)).toEqual([
      "a",
    ]);
  });
  it("leave out one that is too wide for any place, not those after it", () => {
    const endless = { id: "a", label: "Incomprehensibilities".repeat(9), x: 300 };
    expect(placeFlags([endless, wish("b", 100)], space()).map(({ id }) => id)).toEqual(["b"]);
  });
  it("touch neither each other nor the edges, wherever the poles stand", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 25 }), (places) => {
        const flags = placeFlags(
          places.map((x, i) => wish(String(i), x)),
          space(),
        );
        expect(textFaults(drawn(flags))).toEqual([]);
        if (places.length > 0) expect(flags.some(({ id }) => id === "0")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
