import { escapeMarkup } from "../escape.ts";
import { absolute, SITE_NAME } from "../site.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { EMBED_LAYOUTS } from "./embed-drawing.ts";
import { type Box, embedBox, embedHeightCss, embedRatios } from "./size.ts";

/** Light or dark whatever the reader prefers, or as the reader prefers. */
export type Theme = "auto" | "light" | "dark";
export const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** Most characters of the short frame: content management systems have limits. */
export const SHORT = 300;

/** A link to the page, which names what is embedded and whose it is. What a filter leaves of a snippet still has it. */
export function credit({ title, path }: Embeddable, root: string): string {
  return `<a href="${escapeMarkup(root + path.slice(1))}">${escapeMarkup(`${title} – ${SITE_NAME}`)}</a>`;
}

/** Address of an embed. The fragment says the theme again, for frames whose script is off. */
function embedAddress({ id }: Embeddable, root: string, theme: Theme): string {
  return `${root}embed/${id}/${theme === "auto" ? "" : `?theme=${theme}#${theme}`}`;
}

/**
 * A frame for systems with limits: no style but its border, one height for all widths. Its name is cut so that the snippet
 * has at most `SHORT` characters, unless the addresses alone are longer.
 */
export function shortSnippet(embed: Embeddable, root: string, theme: Theme): string {
  const make = (title: string) =>
    `<iframe src="${escapeMarkup(embedAddress(embed, root, theme))}" title="${escapeMarkup(title)}" width="100%" height="${embedBox(embed).height}" ` +
    `style="border:0" loading="lazy"></iframe><p><a href="${escapeMarkup(root + embed.path.slice(1))}">${SITE_NAME}</a></p>`;
  const words = embed.title.split(" ");
  const titles = words.map((_, i) => words.slice(0, words.length - i).join(" "));
  return titles.map(make).find((snippet) => snippet.length <= SHORT) ?? make(SITE_NAME);
}

/**
 * An iframe that is right without any script: it keeps its exact height at every width before anything loads. Where
 * style is forbidden its attributes keep enough. `root` is the site's address, with a slash at its end.
 */
export function frameOf(embed: Embeddable, root: string, theme: Theme): string {
  const { height } = embedBox(embed);
  return (
    `<div style="container-type:inline-size;width:100%">` +
    `<iframe src="${escapeMarkup(embedAddress(embed, root, theme))}" title="${escapeMarkup(`${embed.title} – ${SITE_NAME}`)}" ` +
    `loading="lazy" width="100%" height="${height}" frameborder="0" ` +
    `style="display:block;width:100%;max-width:none;border:0;aspect-ratio:auto;min-height:0;max-height:none;` +
    `height:${height}px;height:${embedHeightCss(embed)}"></iframe></div>`
  );
}

/** That frame with its credit below it. */
export function iframeSnippet(embed: Embeddable, root: string, theme: Theme): string {
  return `${frameOf(embed, root, theme)}<p>${credit(embed, root)}</p>`;
}

/** Attributes of the element that say what it shows: `chart="army-cap" theme="dark"`. */
function elementAttributes({ what, id }: Embeddable, theme: Theme): string {
  const value = what === "chart" ? id : id.slice(id.indexOf("/") + 1);
  return `${what}="${escapeMarkup(value)}"${theme === "auto" ? "" : ` theme="${theme}"`}`;
}

/** The element of `embed.js`, with a link for readers whom the script does not reach. */
export function elementSnippet(embed: Embeddable, root: string, theme: Theme): string {
  return (
    `<div style="container-type:inline-size;width:100%"><draft-chart ${elementAttributes(embed, theme)} ` +
    `style="display:block;min-height:${embedHeightCss(embed)}">${credit(embed, root)}</draft-chart></div>\n${scriptTag(root)}`
  );
}

/** The element as JSX, MDX and Vue take it: no style, every tag closed; `shape` tells its heights to the script. */
export function jsxSnippet(embed: Embeddable, root: string, theme: Theme): string {
  const ratios = embedRatios(embed);
  const shape = EMBED_LAYOUTS.map((name) => ratios[name]).join(" ");
  return `<draft-chart ${elementAttributes(embed, theme)} shape="${shape}">${credit(embed, root)}</draft-chart>\n${scriptTag(root)}`;
}

function scriptTag(root: string): string {
  return `<script async src="${escapeMarkup(`${root}embed.js`)}"></script>`;
}

/** A picture with its credit, at a width that suits every column. `file` is the size of the PNG. Only charts have a dark one. */
export function imageSnippet(embed: Embeddable, root: string, theme: Theme, file: Box): string {
  const name = (dark: boolean) => escapeMarkup(`${root}${embed.files.slice(1)}${dark ? "-dark" : ""}.png`);
  const hasDark = embed.what === "chart";
  const page = escapeMarkup(root + embed.path.slice(1));
  const [width, height] = [IMAGE_WIDTH, Math.round((file.height * IMAGE_WIDTH) / file.width)];
  return (
    `<figure style="margin:0"><a href="${page}"><picture>` +
    (hasDark && theme === "auto"
      ? `<source srcset="${name(true)}" media="(prefers-color-scheme: dark)" />`
      : "") +
    `<img src="${name(hasDark && theme === "dark")}" alt="${escapeMarkup(embed.description)}" width="${width}" height="${height}" ` +
    `loading="lazy" style="display:block;max-width:100%;height:auto" />` +
    `</picture></a><figcaption>${credit(embed, root)}, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></figcaption></figure>`
  );
}

/** Width that a picture asks for, px: where its style is taken out, the attribute is left. */
const IMAGE_WIDTH = 760;

/** What is pasted where an address is enough: the page of a chart; a part of a page is embedded by its own address. */
export function pasteAddress({ what, id, path }: Embeddable): string {
  return absolute(what === "chart" ? path : `/embed/${id}/`);
}
