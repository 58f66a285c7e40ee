import { PNG_WIDTH } from "../files/pictures.ts";
import { EMBED_WIDTHS, MESSAGE_HEIGHTS, WIDE_FROM, WIDE_MAX } from "./size.ts";
import { THEMES } from "./snippets.ts";

// What hosts may build on. docs/contracts/embeds.md says the same and a test holds the two together; an entry is added
// or made wider, never taken away or renamed.

/** Name and meaning, as a row of a table. */
export type Term = readonly [name: string, meaning: string];

/** Addresses under the site's own; `<id>` is a chart's, `<question>` and `<draft>` are those of clauses and drafts. */
export const ADDRESSES: readonly Term[] = [
  ["/charts/<id>/", "the page of a chart; what people link to and paste"],
  ["/embed/<id>/", "a chart for a frame: one HTML document that asks for nothing else"],
  ["/embed/clause/<question>/", "a question through all drafts, for a frame"],
  ["/embed.js", "the element <draft-chart>"],
  ["/charts/<id>.png", `the chart as a picture, light, ${PNG_WIDTH} px wide`],
  ["/charts/<id>-dark.png", `the same, dark, ${PNG_WIDTH} px wide`],
  ["/charts/<id>.svg", "the same as a vector picture, light and dark by the reader’s preference"],
  ["/clauses/<question>.png", "a clause as a picture, light; .svg as for charts"],
  ["/clauses/<question>.csv", "its table; .json, .bib and .csl.json as for charts"],
  ["/oembed/<id>.json", "oEmbed 1.0, type rich, as JSON; <id> is all that stands behind /embed/"],
];

/** Parameters of `/embed/<id>/`. Unknown ones and unknown values are ignored. */
export const PARAMETERS: readonly Term[] = [
  ["?theme=", `${THEMES.join(", ")}; auto, or nothing, follows the reader’s preference`],
  ["#light, #dark", "the same choice for frames whose script is off"],
  ["?lang=", "reserved: every value gives English for now"],
];

/** Attributes of `<draft-chart>`; each may change at any time. */
export const ATTRIBUTES: readonly Term[] = [
  ["chart", "id of a chart"],
  ["clause", "or id of a question"],
  ["theme", `${THEMES.join(", ")}; auto, or nothing, follows the reader’s preference`],
  ["title", "title of the frame; without it, the text inside the element"],
  ["sandbox", "if present, the frame is sandboxed and has no origin"],
  [
    "shape",
    "height over width of the two drawings, as the code to copy has them; without it the frame is 480 px high until it tells",
  ],
];

/** Type of this site's own message, from the frame to its parent. */
export const MESSAGE_TYPE = "draft-chart:height";

/** Its fields. */
export const MESSAGE: readonly Term[] = [
  ["type", MESSAGE_TYPE],
  ["height", `height of the document in px, an integer from ${MESSAGE_HEIGHTS[0]} to ${MESSAGE_HEIGHTS[1]}`],
];

/** The same height in the forms of others. */
export const OTHER_MESSAGES: readonly Term[] = [
  ["AMP", '{ sentinel: "amp", type: "embed-size", height }, always'],
  ["pym.js", "pymxPYMx<childId>xPYMxheightxPYMx<height>, if the address has ?childId="],
  [
    "WordPress",
    '{ message: "height", value, secret }, and "link" for a link that is chosen, if the address has #?secret=; ' +
      'answers "ready"; value 0 before there is a layout',
  ],
];

/** Most that the embed of a chart and `embed.js` weigh, in bytes after brotli. */
export const EMBED_BYTES = 14_336;
export const SCRIPT_BYTES = 2_048;

/** Sizes. */
export const SIZES: readonly Term[] = [
  ["widths with a published height", `${EMBED_WIDTHS.join(", ")} px`],
  ["narrowest frame", `${EMBED_WIDTHS[0]} px`],
  ["wide drawing", `from ${WIDE_FROM} px; it grows up to ${WIDE_MAX} px`],
  ["an embed", `one response, at most ${EMBED_BYTES} bytes after brotli`],
  ["embed.js", `at most ${SCRIPT_BYTES} bytes after brotli`],
];
