import { describe, expect, it } from "vitest";
import { regionClaim } from "../cases/region-maps.cases.ts";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { regionMaps, type RegionClaim } from "./region-maps.tsx";

const claim = (id: string, extra: Partial<RegionClaim> = {}) => regionClaim(id, { says: id, ...extra });
const data = (...claims: RegionClaim[]) => ({
  panels: [{ id: "a", label: "Text", detail: "2025", claims }],
  named: "UA-14",
});

describe("maps of regions refuse", () => {
  it.each([
    [
      "an unknown region",
      data(claim("x", { regions: ["UA-99"] })),
      "claim `x`: `UA-99` is no region of Ukraine",
    ],
    [
      "two claims on one whole region",
      data(claim("x"), claim("y")),
      "map `a`: two claims are on the whole of `UA-14`",
    ],
    ["an unknown name", { ...data(claim("x")), named: "UA-98" }, "`UA-98` is no region of Ukraine"],
  ])("%s", (_, given, reason) => expect(regionMaps.refuse(given)).toEqual([reason]));

  it("nothing on two parts", () =>
    expect(regionMaps.refuse(data(claim("x"), claim("y", { part: true })))).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("maps of regions, $name", (layout) => {
  const filled = (...claims: RegionClaim[]) =>
    readDrawing(regionMaps.draw(data(...claims), layout)).elements.filter(
      ({ name, attributes }) => name === "use" && attributes.fill,
    ).length;

  it("hatch a region once where a claim is on the whole of it, and a part where nothing is", () => {
    expect(filled(claim("x"), claim("y", { part: true, pattern: "upright" }))).toBe(1);
    expect(filled(claim("y", { part: true }))).toBe(1);
    expect(filled(claim("x", { regions: ["UA-14", "UA-09"] }))).toBe(2);
  });

  it("name the region, with both patterns where its parts differ", () => {
    const swatches = (...claims: RegionClaim[]) =>
      readDrawing(regionMaps.draw(data(...claims), layout)).elements.filter(
        ({ name, attributes }) => name === "rect" && attributes.fill,
      ).length;
    expect(swatches(claim("x"), claim("y", { part: true }))).toBe(2);
    expect(swatches(claim("x"), claim("y", { part: true, pattern: "upright" }))).toBe(4);
  });
});
