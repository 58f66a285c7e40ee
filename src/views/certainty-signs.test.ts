import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../charts/drawing.ts";
import { type KindName, kinds } from "../charts/kinds.ts";
import { readDrawing } from "../charts/read-drawing.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { armyCap } from "./army-cap.ts";
import { coalition } from "./coalition.ts";
import { draftsByTheme } from "./drafts-by-theme.ts";
import { frenchDeliveries } from "./french-deliveries.ts";
import type { View } from "./view.ts";

/** Signs by which a mark is told from a confirmed one. */
const SIGNS = /(^|[#-])(reported|alleged|disputed|ring|hollow)$/;

const drafts = (certainty: string) =>
  ledgerOf({
    drafts: [
      { id: "sure", read_out: true },
      { id: "other", date: "2025-12-01" },
    ],
    themes: [{ questions: [{ id: "army-cap", text: "How large?" }] }],
    provisions: ["sure", "other"].map((draft) => ({
      draft,
      question: "army-cap",
      value: 600,
      unit: "soldiers",
      certainty: draft === "sure" ? "published" : certainty,
    })),
  });
const delivery = (of: object) =>
  frenchDeliveries(
    ledgerOf({
      publishers: [{}],
      sources: [{}],
      deliveries: [
        { id: "sure", announced: "2025" },
        { id: "other", announced: "2025", ...of },
      ],
    }),
  );

/** Each view of two rows: `sure`, and another that is as sure or not. */
const CASES: [name: string, row: string, draw: (confirmed: boolean) => View][] = [
  [
    "an offer to the Coalition",
    "other",
    (confirmed) =>
      coalition(
        ledgerOf({
          publishers: [{}],
          sources: [{}],
          coalition: [
            { id: "sure", country: "FR" },
            { id: "other", country: "LV", certainty: confirmed ? "confirmed" : "reported" },
          ],
        }),
      ) as View,
  ],
  [
    "an announcement",
    "other",
    (confirmed) => delivery({ certainty: confirmed ? "confirmed" : "disputed" }) as View,
  ],
  [
    "the number announced",
    "other",
    (confirmed) =>
      delivery({ quantity: 6, quantity_certainty: confirmed ? "confirmed" : "reported" }) as View,
  ],
  [
    "a number in a draft",
    "other",
    (confirmed) => armyCap(drafts(confirmed ? "published" : "reported"), { yardsticks: [] }) as View,
  ],
  [
    "a number that a party claims",
    "other",
    (confirmed) => armyCap(drafts(confirmed ? "published" : "claimed"), { yardsticks: [] }) as View,
  ],
  [
    "an answer of a draft",
    "theme",
    (confirmed) => draftsByTheme(drafts(confirmed ? "published" : "claimed")) as View,
  ],
];

/** Ids of the rows with such a sign in the drawing, and those signs in the key. */
function signsOf({ kind, data }: View): { rows: string[]; key: string[] } {
  const { draw, key } = kinds[kind] as (typeof kinds)[KindName] & {
    draw: (data: unknown, layout: object) => never;
    key: (data: unknown) => { glyph: string }[];
  };
  let row = "";
  const rows = readDrawing(draw(data as never, LAYOUTS.narrow)).elements.flatMap(({ attributes }) => {
    row = attributes["data-row"] ?? row;
    return SIGNS.test(attributes.class ?? attributes.href ?? "") ? row : [];
  });
  return {
    rows: [...new Set(rows)],
    key: key(data as never).flatMap(({ glyph }) => (SIGNS.test(glyph) ? glyph : [])),
  };
}

describe("what is not confirmed looks different from what is, and the key says how", () => {
  test.for(CASES)("%s", ([, row, draw]) => {
    expect(signsOf(draw(true))).toEqual({ rows: [], key: [] });
    expect(signsOf(draw(false))).toEqual({ rows: [row], key: [expect.any(String)] });
  });
});
