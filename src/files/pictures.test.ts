import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { readDrawing, textFaults } from "../charts/lib/read-drawing.fixture.ts";
import { frameDrawing, renderStandalone } from "./render-drawing.tsx";
import { embeds } from "../content/content.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import { LAYOUTS } from "../charts/chart.ts";
import { compileCss } from "../styles/compile-css.ts";
import { EMBED_MARGIN_PX } from "../embed/codes.ts";
import { pictureWidth } from "./pictures.ts";

const style = compileCss(tokensCss + chartCss);
const SOURCE_LINE =
  "Sources: AP, Axios, Financial Times and 12 others. " +
  "Draft by Draft, https://draft-by-draft.example/charts/drafts-by-theme/. CC BY 4.0; sources keep their own terms.";

describe.for(embeds)("$id with its words around it", (chart) => {
  test.for([
    ["narrow", EMBED_MARGIN_PX, ""],
    ["narrow", EMBED_MARGIN_PX, ""],
    ["wide", EMBED_MARGIN_PX, ""],
    ["wide", 24, SOURCE_LINE],
  ] as const)("has all of them inside and apart: %s, margin %i", ([name, margin, sourceLine]) => {
    const framed = frameDrawing(chart.draw(LAYOUTS[name]), chart, margin, sourceLine);
    expect(textFaults(framed)).toEqual([]);
    const words = readDrawing(framed)
      .texts.map(({ text }) => text)
      .join(" ");
    for (const part of [chart.title, chart.subtitle, sourceLine]) expect(words).toContain(part);
  });

  test("is well-formed XML as a file of its own, the same each time", () => {
    const caption = { id: chart.id, title: chart.title, description: chart.description };
    const file = () =>
      renderStandalone(frameDrawing(chart.draw(LAYOUTS.wide), chart, 24, SOURCE_LINE), caption, style);
    const svg = file();
    expect(new Resvg(svg).width).toBe(688);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(file()).toBe(svg);
  });
});

test("a drawing that is very high has a narrower picture", () => {
  expect(pictureWidth({ width: 688, height: 688 }, "wide")).toBe(1200);
  expect(pictureWidth({ width: 688, height: 1376 }, "wide")).toBe(600);
});
