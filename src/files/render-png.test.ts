import { createHash } from "node:crypto";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { SERIF_WIDER } from "../charts/lib/text.tsx";
import { textWidth } from "../format/text-width.ts";
import { charts } from "../content/content.ts";
import { renderPng, FONT_OPTIONS } from "./pictures.ts";

const FACES = [
  ["Source Sans 3", 400],
  ["Source Sans 3", 600],
  ["Source Serif 4", 400],
  ["Source Serif 4", 600],
] as const;
const set = (text: string, [family, weight]: readonly [string, number], size = 30) =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="60"><rect width="1200" height="60" fill="#fff"/>' +
  `<text x="5" y="40" font-family="${family}" font-weight="${weight}" font-size="${size}">` +
  `${text.replaceAll("&", "&amp;")}</text></svg>`;
const hash = (png: Uint8Array) => createHash("sha256").update(png).digest("hex");

describe.for(FACES)("text in %s %i", (face) => {
  test("has a glyph of its own for every letter: Cyrillic, accents, signs", async () => {
    // What a font lacks comes out as nothing or as its empty box: so each must differ from both, and from all others.
    const letters = [
      ..."АБЖЩЪЫЮЯабжщъыюяҐЄІЇґєії",
      ..."éèàçüößøåñŁłŻżČčŠšŘřŐőȚțĀģ",
      ..."€№–—“”’…×−→0123456789",
    ];
    const drawn = [..." \u{f8ff}".split(""), ...letters].map((letter) => renderPng(set(letter, face), 200));
    const pictures = new Set((await Promise.all(drawn)).map(hash));
    // A blank and an empty box may be one.
    expect(pictures.size).toBeGreaterThanOrEqual(letters.length + 1);
  });
});

test("no title is wider in the serif than its lines are broken for", () => {
  for (const { title } of charts) {
    const text = set(title, ["Source Serif 4", 600], 10).replace(/<rect[^>]*>/, "");
    const width = new Resvg(text, { font: FONT_OPTIONS }).getBBox()!.width;
    expect(width, title).toBeLessThanOrEqual(textWidth(title, 10) * SERIF_WIDER);
  }
});
