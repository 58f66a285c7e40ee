import { ledger } from "../content.ts";
import { pictureSize } from "../files/pictures.ts";
import { absolute } from "../site.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { words } from "../words/words.ts";
import {
  elementSnippet,
  iframeSnippet,
  imageSnippet,
  jsxSnippet,
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
}

const everywhere =
  (snippet: (embed: Embeddable, root: string, theme: Theme) => string): Way["code"] =>
  (embed, theme) =>
    snippet(embed, absolute("/"), theme);

/** The ways, the one that fits most systems first. */
export const WAYS: readonly Way[] = [
  { id: "short", code: everywhere(shortSnippet), themes: THEMES },
  { id: "frame", code: everywhere(iframeSnippet), themes: THEMES },
  { id: "element", code: everywhere(elementSnippet), themes: THEMES },
  { id: "jsx", code: everywhere(jsxSnippet), themes: THEMES },
  {
    id: "picture",
    code: (embed, theme) => imageSnippet(embed, absolute("/"), theme, pictureSize(ledger, embed)),
    themes: THEMES,
  },
  { id: "address", code: pasteAddress, themes: ["auto"] },
];
