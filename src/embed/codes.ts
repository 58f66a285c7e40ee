import { escapeMarkup } from "../escape.ts";
import { type Box, EMBED_WIDTHS_PX, embedBox, embedHeight, heightCss, type Ratios } from "./size.ts";

// The browser bundles this file, so it must not import the ledger or the drawings.

/** `auto`: as the reader prefers. */
export type Colours = "light" | "dark" | "auto";

export interface EmbedFacts {
  what: "chart" | "clause";
  /** Path below `/embed/`: `<chart>` or `clause/<clause>`. */
  id: string;
  title: string;
  description: string;
  /** Ends with a slash. */
  root: string;
  page: string;
  /** Without extension. */
  files: string;
  ratios: Ratios;
  /** In px. */
  pictures: { wide: Box; narrow: Box };
  site: string;
  licence: { name: string; url: string };
}

export interface Choices {
  colours: Colours;
  /** In px. */
  width: number;
}

/** Limit of some content management systems, in characters. */
export const SHORT_CODE_LENGTH = 300;

function markup(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => escapeMarkup(String(value))));
}

function pageLink({ what, page, site }: EmbedFacts): string {
  return markup`<a href="${page}">${what === "chart" ? "Chart" : "Clause"}: ${site}</a>`;
}

function credit(facts: EmbedFacts): string {
  return pageLink(facts) + markup`, <a href="${facts.licence.url}">${facts.licence.name}</a>`;
}

/** The fragment repeats the colours, for frames without script. */
function embedAddress({ root, id }: EmbedFacts, colours: Colours): string {
  return `${root}embed/${id}/${colours === "auto" ? "" : `?theme=${colours}#${colours}`}`;
}

/**
 * An iframe that needs no script: it has its exact height at every width before it loads. Where `style` is
 * forbidden, its `height` attribute is enough for every width.
 */
export function frameElement(facts: EmbedFacts, { colours }: Pick<Choices, "colours">): string {
  const { height } = embedBox(facts.ratios);
  const style = `display:block;width:100%;max-width:none;border:0;aspect-ratio:auto;min-height:0;max-height:none;height:${height}px;height:${heightCss(facts.ratios)}`;
  return markup`<div style="container-type:inline-size;width:100%"><iframe src="${embedAddress(facts, colours)}" title="${facts.title} – ${facts.site}" loading="lazy" width="100%" height="${height}" frameborder="0" style="${style}"></iframe></div>`;
}

/** The frame with a credit, which remains where a filter removes frames. */
export function frameCode(facts: EmbedFacts, choices: Choices): string {
  return `${frameElement(facts, choices)}\n<p>${credit(facts)}</p>`;
}

/**
 * A frame for strict systems: one height, no style but the border, at most `SHORT_CODE_LENGTH` characters
 * unless the addresses alone are longer. A title that does not fit is omitted.
 */
export function shortFrameCode(facts: EmbedFacts, { colours }: Choices): string {
  const code = (title: string) =>
    markup`<iframe src="${embedAddress(facts, colours)}" title="${title}" width="100%" height="${embedBox(facts.ratios).height}" style="border:0" loading="lazy"></iframe>` +
    `<p>${pageLink(facts)}</p>`;
  const whole = code(facts.title);
  return whole.length <= SHORT_CODE_LENGTH ? whole : code(facts.site);
}

/** The element of `embed.js`, with a link as fallback. */
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

const NARROW_PICTURE_UP_TO_PX = 480;

/** A picture with its credit. Only charts have dark pictures, and narrow ones for narrow windows. */
export function pictureCode(facts: EmbedFacts, { colours, width }: Choices): string {
  const { files, page, description, pictures } = facts;
  const narrowScreen = `(max-width: ${NARROW_PICTURE_UP_TO_PX}px)`;
  const darkScheme = "(prefers-color-scheme: dark)";
  const source = (suffix: string, media: string, { width, height }: Box) =>
    markup`<source srcset="${files}${suffix}.png" media="${media}" width="${width}" height="${height}" />`;
  const isChart = facts.what === "chart";
  const dark = isChart && colours === "dark" ? "-dark" : "";
  const follows = isChart && colours === "auto";
  const sources = [
    follows && source("-narrow-dark", `${narrowScreen} and ${darkScheme}`, pictures.narrow),
    isChart && source(`-narrow${dark}`, narrowScreen, pictures.narrow),
    follows && source("-dark", darkScheme, pictures.wide),
  ];
  const height = Math.round((pictures.wide.height * width) / pictures.wide.width);
  return (
    markup`<figure style="margin:0"><a href="${page}"><picture>` +
    sources.filter(Boolean).join("") +
    markup`<img src="${files}${dark}.png" alt="${description}" width="${width}" height="${height}" loading="lazy" style="display:block;max-width:100%;height:auto" /></picture></a>` +
    `<figcaption>${credit(facts)}</figcaption></figure>`
  );
}

/** The address to paste where a system makes the frame: the page of a chart, the embed of a clause. */
export function oEmbedAddress({ what, page, root, id }: EmbedFacts): string {
  return what === "chart" ? page : `${root}embed/${id}/`;
}

export interface Way {
  id: "frame" | "address" | "element" | "picture" | "short";
  name: string;
  use: string;
  code: (facts: EmbedFacts, choices: Choices) => string;
}

export const FRAME_WAY: Way = {
  id: "frame",
  name: "Exact frame",
  use: "HTML with an iframe and style.",
  code: frameCode,
};

export const OTHER_WAYS: readonly Way[] = [
  {
    id: "address",
    name: "WordPress and others with oEmbed",
    use: "Paste the address on a line of its own. The colours follow the reader.",
    code: oEmbedAddress,
  },
  {
    id: "element",
    name: "<draft-chart>",
    use: "For pages with several charts, or that add charts later. Needs one script of this site.",
    code: elementCode,
  },
  {
    id: "picture",
    name: "Picture",
    use: "For newsletters, Substack, and systems without frames. The marks are not links.",
    code: pictureCode,
  },
  {
    id: "short",
    name: "Short frame",
    use: "For systems with length limits or lists of allowed styles. One height for every width, so space may be left below.",
    code: shortFrameCode,
  },
];

export function describeFrame({ ratios }: EmbedFacts, { colours, width }: Choices): string {
  const look = { light: "light", dark: "dark", auto: "in the reader’s colours" }[colours];
  return (
    `The exact frame, ${look}: ${width} px wide, ${embedHeight(ratios, width)} px high. ` +
    `It fits any column from ${EMBED_WIDTHS_PX[0]} px and is never cut off. No script, no cookie.`
  );
}

const CACHE_SECONDS = 86_400;

/**
 * The oEmbed answer, type `rich`. Static files cannot answer `maxwidth`, so `width` and `height` are a box
 * that cuts nothing off at any width. WordPress recognizes its own kind of embed by the quotation before the
 * frame.
 */
export function oEmbed(facts: EmbedFacts): Record<string, string | number> {
  const { title, page, site, root, files, pictures, ratios } = facts;
  const link = markup`<blockquote><a href="${page}">${title} – ${site}</a></blockquote>`;
  return {
    version: "1.0",
    type: "rich",
    title,
    author_name: site,
    author_url: page,
    provider_name: site,
    provider_url: root,
    cache_age: CACHE_SECONDS,
    thumbnail_url: `${files}.png`,
    thumbnail_width: pictures.wide.width,
    thumbnail_height: pictures.wide.height,
    html: link + frameElement(facts, { colours: "auto" }),
    ...embedBox(ratios),
  };
}
