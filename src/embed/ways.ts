import { absolute } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import { pictureSize } from "../export/pictures.ts";
import { elementSnippet, iframeSnippet, imageSnippet, type Theme, THEMES } from "./snippets.ts";

/** A way to put a chart into another page. */
export interface Way {
  name: string;
  /** What the host page must allow. */
  needs: string;
  /** What is to be copied; one for all themes where the theme cannot be chosen. */
  code: (chart: Chart, theme: Theme) => string;
  themes: readonly Theme[];
}

/** The four ways, the one that fits most pages first. */
export const WAYS: readonly Way[] = [
  {
    name: "Frame",
    needs: "Needs HTML with an iframe. No script. Keeps its exact height before it loads.",
    code: (chart, theme) => iframeSnippet(chart, absolute("/"), theme),
    themes: THEMES,
  },
  {
    name: "Script and element",
    needs: "Needs a script and a frame from this site. For pages with several charts, or charts that a page adds later.",
    code: (chart, theme) => elementSnippet(chart, absolute("/"), theme),
    themes: THEMES,
  },
  {
    name: "Picture",
    needs: "Needs images only. For mail and for systems that take no frames. The marks are not links.",
    code: (chart, theme) => imageSnippet(chart, absolute("/"), theme, pictureSize(chart)),
    themes: THEMES,
  },
  {
    name: "Address (oEmbed)",
    needs: "Needs a system that knows oEmbed and trusts this site. Paste the address on a line of its own.",
    code: (chart) => absolute(`/charts/${chart.id}/`),
    themes: ["auto"],
  },
];
