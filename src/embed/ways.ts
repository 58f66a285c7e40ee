import { MAIL_WIDTH, pictureSize } from "../export/pictures.ts";
import { absolute } from "../site.ts";
import type { Embeddable } from "../views/embeddable.ts";
import { words } from "../words/words.ts";
import {
  elementSnippet,
  iframeSnippet,
  imageSnippet,
  jsxSnippet,
  mailSnippet,
  pasteAddress,
  shortSnippet,
  type Theme,
  THEMES,
} from "./snippets.ts";

/** A way to put something into another page. */
export interface Way {
  id: keyof typeof words.embeds.ways;
  /** What is to be copied; one for all themes where the theme cannot be chosen. */
  code: (embed: Embeddable, theme: Theme) => string;
  themes: readonly Theme[];
  /** Needs a PNG of its own. */
  picture?: true;
}

/** The ways, the one that fits most systems first. */
const WAYS: readonly Way[] = [
  { id: "short", code: (embed, theme) => shortSnippet(embed, absolute("/"), theme), themes: THEMES },
  { id: "frame", code: (embed, theme) => iframeSnippet(embed, absolute("/"), theme), themes: THEMES },
  { id: "element", code: (embed, theme) => elementSnippet(embed, absolute("/"), theme), themes: THEMES },
  { id: "jsx", code: (embed, theme) => jsxSnippet(embed, absolute("/"), theme), themes: THEMES },
  {
    id: "picture",
    code: (embed, theme) => imageSnippet(embed, absolute("/"), theme, pictureSize(embed)),
    themes: THEMES,
    picture: true,
  },
  {
    id: "mail",
    code: (embed) => mailSnippet(embed, absolute("/"), pictureSize(embed, MAIL_WIDTH)),
    themes: ["auto"],
    picture: true,
  },
  { id: "address", code: pasteAddress, themes: ["auto"] },
];

/** The ways that there are for this one: only what has a PNG of its own is offered as one. */
export function waysOf({ files, picture }: Embeddable): readonly Way[] {
  return WAYS.filter((way) => !way.picture || files === picture);
}
