import { WIDE_FROM_PX, WIDE_MAX_PX } from "../charts/chart.ts";
import { escapeMarkup } from "../escape.ts";

// The browser bundles this file, so it must not import the ledger or the drawings.

export const EMBED_MARGIN_PX = 10;
export const EMBED_MIN_WIDTH_PX = 280;
/** Height of the line with the link back; the line is one px lower, so that a rounded frame never scrolls. */
export const CREDIT_LINE_PX = 32;
export const FRAME_WIDE_FROM_PX = WIDE_FROM_PX + 2 * EMBED_MARGIN_PX;
/** Widest narrow drawing with its margins: the highest is then under 800 px, with the words around it. */
export const FRAME_NARROW_MAX_PX = 410;

interface Box {
  width: number;
  height: number;
}

export interface EmbedFacts {
  what: "chart" | "clause";
  id: string;
  title: string;
  description: string;
  /** Ends with a slash. */
  root: string;
  page: string;
  /** Without extension. */
  files: string;
  ratios: { narrow: number; wide: number };
  /** In px. */
  pictures: { narrow: Box; wide: Box };
  site: string;
  licence: { name: string; url: string };
}

export interface Choices {
  /** `auto`: as the reader prefers. */
  colours: "light" | "dark" | "auto";
  /** In px. */
  width: number;
}

/** Exact, in px. */
export function embedHeight({ narrow, wide }: EmbedFacts["ratios"], width: number): number {
  const drawn =
    width < FRAME_WIDE_FROM_PX
      ? Math.min(width, FRAME_NARROW_MAX_PX) * narrow
      : Math.min(width, WIDE_MAX_PX) * wide;
  return Math.ceil(drawn + CREDIT_LINE_PX);
}

/** A box for systems with one height or shape: nothing is cut off, even in the narrowest frame. */
export function embedBox(ratios: EmbedFacts["ratios"]): Box {
  const widths = [EMBED_MIN_WIDTH_PX, FRAME_WIDE_FROM_PX - 1, FRAME_WIDE_FROM_PX, WIDE_MAX_PX];
  const heights = widths.map((width) => embedHeight(ratios, width) * Math.max(1, FRAME_WIDE_FROM_PX / width));
  return { width: FRAME_WIDE_FROM_PX, height: Math.ceil(Math.max(...heights)) };
}

/**
 * `embedHeight` in CSS, for a child of a size container. A factor lets one of two lengths win: the narrow one
 * below the change of drawings, the wide one above.
 */
export function heightCss({ narrow, wide }: EmbedFacts["ratios"]): string {
  const below = `(${FRAME_WIDE_FROM_PX}px - 100cqw)*999999`;
  const from = `(100cqw - ${FRAME_WIDE_FROM_PX - 0.01}px)*999999`;
  return (
    `max(min(min(100cqw,${FRAME_NARROW_MAX_PX}px)*${narrow} + ${CREDIT_LINE_PX}px,${below}),` +
    `min(min(100cqw,${WIDE_MAX_PX}px)*${wide} + ${CREDIT_LINE_PX}px,${from}))`
  );
}

function markup(parts: TemplateStringsArray, ...values: (string | number)[]) {
  return String.raw({ raw: parts }, ...values.map((value) => escapeMarkup(String(value))));
}

function credit({ what, page, site, licence }: EmbedFacts) {
  const label = what === "chart" ? "Chart" : "Question";
  return markup`<a href="${page}">${label}: ${site}</a>, <a href="${licence.url}">${licence.name}</a>`;
}

function embedAddress({ root, id }: EmbedFacts, colours: Choices["colours"]) {
  return `${root}embed/${id}/${colours === "auto" ? "" : `#${colours}`}`;
}

/**
 * Has its exact height at every width before it loads, without script. Where `style` is forbidden, its `height`
 * attribute is enough for every width.
 */
export function frameElement(facts: EmbedFacts, { colours }: Pick<Choices, "colours">): string {
  const { height } = embedBox(facts.ratios);
  const style = `display:block;width:100%;max-width:none;border:0;aspect-ratio:auto;min-height:0;max-height:none;height:${height}px;height:${heightCss(facts.ratios)}`;
  return markup`<div style="container-type:inline-size;width:100%"><iframe src="${embedAddress(facts, colours)}" title="${facts.title} – ${facts.site}" loading="lazy" width="100%" height="${height}" frameborder="0" style="${style}"></iframe></div>`;
}

/** The credit remains where a filter removes frames. */
export function frameCode(facts: EmbedFacts, choices: Choices): string {
  return `${frameElement(facts, choices)}\n<p>${credit(facts)}</p>`;
}

/** A frame for strict systems: short, with one height and no style but the border. */
export function shortFrameCode(facts: EmbedFacts, { colours }: Choices): string {
  return markup`<iframe src="${embedAddress(facts, colours)}" title="${facts.title}" width="100%" height="${embedBox(facts.ratios).height}" style="border:0" loading="lazy"></iframe>`;
}

export function elementCode(facts: EmbedFacts, { colours }: Choices): string {
  const { what, id, title, page, root, ratios } = facts;
  const theme = colours === "auto" ? "" : ` theme="${colours}"`;
  return (
    `<div style="container-type:inline-size;width:100%"><draft-chart ${what}="${id.replace("clause/", "")}"${theme} ` +
    markup`style="display:block;min-height:${heightCss(ratios)}"><a href="${page}">${title}</a></draft-chart></div>\n` +
    `<p>${credit(facts)}</p>\n` +
    markup`<script async src="${root}embed.js"></script>`
  );
}

const NARROW_SCREEN = "(max-width: 480px)";

/** Only charts have narrow ones, for narrow windows. */
export function pictureCode(facts: EmbedFacts, { width }: Pick<Choices, "width">): string {
  const { what, files, page, description, pictures } = facts;
  const { narrow, wide } = pictures;
  const source = markup`<source srcset="${files}-narrow.png" media="${NARROW_SCREEN}" width="${narrow.width}" height="${narrow.height}" />`;
  const height = Math.round((wide.height * width) / wide.width);
  return (
    markup`<figure style="margin:0"><a href="${page}"><picture>` +
    (what === "chart" ? source : "") +
    markup`<img src="${files}.png" alt="${description}" width="${width}" height="${height}" loading="lazy" style="display:block;max-width:100%;height:auto" /></picture></a>` +
    `<figcaption>${credit(facts)}</figcaption></figure>`
  );
}

/** The address to paste where a system makes the frame: the page of a chart, the embed of a clause. */
export function oEmbedAddress({ what, page, root, id }: EmbedFacts): string {
  return what === "chart" ? page : `${root}embed/${id}/`;
}

export const OTHER_WAYS = [
  {
    name: "WordPress and others with oEmbed",
    use: "Paste the address on a line of its own. The colours follow the reader.",
    code: oEmbedAddress,
  },
  {
    name: "The element",
    use: "For pages with several embeds, or that add some later. Needs one script of this site.",
    code: elementCode,
  },
  {
    name: "Picture",
    use: "For newsletters and systems without frames. Always light; the marks are not links.",
    code: pictureCode,
  },
  {
    name: "Short frame",
    use: "For systems with length limits or lists of allowed styles. Space may be left below.",
    code: shortFrameCode,
  },
];

/**
 * Type `rich`. Static files cannot answer `maxwidth`, so `width` and `height` are a box that cuts nothing off at any
 * width. WordPress knows its own embeds by the quotation before the frame.
 */
export function oEmbed(facts: EmbedFacts): Record<string, string | number> {
  const { title, page, site, root, files, pictures, ratios } = facts;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: site,
    provider_url: root,
    thumbnail_url: `${files}.png`,
    thumbnail_width: pictures.wide.width,
    thumbnail_height: pictures.wide.height,
    html:
      markup`<blockquote><a href="${page}">${title} – ${site}</a></blockquote>` +
      frameElement(facts, { colours: "auto" }),
    ...embedBox(ratios),
  };
}
