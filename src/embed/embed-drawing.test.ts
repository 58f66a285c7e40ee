import { describe, expect, test } from "vitest";
import type { Drawing } from "../charts/lib/drawing.ts";
import { readDrawing } from "../charts/lib/read-drawing.fixture.ts";
import { embeds, ledger } from "../content.ts";
import { EMBED_LAYOUTS, embedDrawing } from "./embed-drawing.ts";
import { svgFile } from "../files/pictures.ts";

const wordsOf = (drawing: Drawing) =>
  readDrawing(drawing)
    .texts.map(({ text }) => text)
    .join(" ");

test("a picture never says to choose something", () => {
  for (const embed of embeds) expect(svgFile(ledger, embed), embed.id).not.toMatch(/\bchoose\b/i);
});

describe.for(embeds.filter(({ hint }) => hint))("the hint of $id", (embed) => {
  test.for(EMBED_LAYOUTS)("stands behind the subtitle of the %s embed, whose marks are links", (layout) => {
    const drawing = embedDrawing(embed, layout);
    expect(wordsOf(drawing)).toContain(`${embed.subtitle} ${embed.hint}`);
    expect(drawing.hits.some(({ href }) => href)).toBe(true);
  });
});
